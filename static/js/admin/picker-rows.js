// How each kind of result of a picker looks.

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

function picture(address) {
  const made = element("img", "picker-picture");
  Object.assign(made, { src: address, alt: "", loading: "lazy", decoding: "async" });
  return made;
}

function state({ state: key, status, hidden }, texts) {
  if (!status) return [];
  const badge = element("span", `state state-${key}`, status);
  return hidden ? [badge, element("span", "picker-hidden", texts.textHidden)] : [badge];
}

const LOOKS = {
  link: (row, texts) => [
    element("span", "picker-title", row.title),
    element("span", "picker-detail", [row.kind, row.address].join(" · ")),
    ...state(row, texts),
  ],
  image: (row, texts) => [
    picture(row.picture),
    element("span", "picker-title", row.title),
    element("span", "picker-detail", row.alt || texts.textUndescribed),
  ],
  document: (row) => [element("span", "picker-title", row.title), element("span", "picker-detail", row.detail)],
  testimonial: (row, texts) => [
    row.picture ? picture(row.picture) : element("span", "picker-initials", row.initials),
    element("span", "picker-title", row.title),
    element("span", "picker-detail", row.detail),
    element("span", "picker-words", row.words),
    ...state(row, texts),
  ],
};

// The option of a row, which it carries as `row`; `texts` are the sentences of the template.
export function option(kind, row, texts) {
  const made = element("li", `picker-option picker-${kind}`, ...LOOKS[kind](row, texts).flatMap((part) => [part, " "]));
  made.setAttribute("role", "option");
  made.row = row;
  return made;
}
