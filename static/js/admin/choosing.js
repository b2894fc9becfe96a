// Turns a select into a field in which other items are chosen by a few letters of their name (WAI-ARIA APG, combobox).
// The select stays the truth: it holds what is chosen, and says so by an event that bubbles.

import { onAdded } from "./adding.js";
import { listbox } from "./listbox.js";

const PAUSE = 150;

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

const withPicture = (address, title) =>
  address ? [element("img", { src: address, alt: "", class: "chooser-picture", loading: "lazy" }), title] : [title];

function build(select) {
  const list = `${select.id}_list`;
  const field = element("input", {
    type: "text",
    class: "vTextField",
    role: "combobox",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": list,
    autocomplete: "off",
    spellcheck: "false",
    placeholder: select.dataset.textSearch,
  });
  const described = select.getAttribute("aria-describedby");
  if (described) field.setAttribute("aria-describedby", described);
  const place = element(
    "div",
    { class: "chooser" },
    element("ul", { class: "chooser-chosen" }),
    element("div", { class: "chooser-search" }, field, element("ul", { id: list, role: "listbox", class: "chooser-list", hidden: "" })),
    element("p", { class: "visually-hidden", role: "status" }),
  );
  // The label, and links to the field, lead to where one types.
  field.id = select.id;
  select.id = `${select.id}_chosen`;
  place.querySelector("[role=listbox]").setAttribute("aria-label", document.querySelector(`label[for="${field.id}"]`)?.textContent ?? "");
  select.hidden = true;
  // What else can be chosen without a script is asked for here.
  for (const option of [...select.options]) if (option.value && !option.selected) option.remove();
  select.after(place);
  return place;
}

function chooser(select) {
  const texts = select.dataset;
  const place = build(select);
  const field = place.querySelector("input");
  const list = place.querySelector("[role=listbox]");
  const status = place.querySelector("[role=status]");
  const box = listbox(field, list, (option) => choose(option.item));
  let request = new AbortController();
  let timer;

  async function ask(term) {
    request.abort();
    request = new AbortController();
    const address = new URL(texts.chooser, location.href);
    const asked = { app_label: texts.app, model_name: texts.model, field_name: texts.field, term };
    for (const [key, value] of Object.entries(asked)) address.searchParams.set(key, value);
    const answer = await fetch(address, { signal: request.signal });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    return answer.json();
  }

  function open(opened) {
    list.hidden = !opened;
    field.setAttribute("aria-expanded", String(opened));
    if (!opened) box.mark(null);
  }

  async function search() {
    clearTimeout(timer);
    try {
      const { results, pagination } = await ask(field.value.trim());
      const free = results.filter(({ id }) => !isChosen(id));
      box.fill(free.map(optionOf));
      open(free.length > 0 && document.activeElement === field);
      if (field.value.trim()) box.mark(list.firstElementChild);
      status.textContent = fill(free.length ? (pagination.more ? texts.textFoundMore : texts.textFound) : texts.textNone, { count: free.length });
    } catch (error) {
      if (error.name === "AbortError") return;
      open(false);
      status.textContent = texts.textFailed;
    }
  }

  function optionOf(item) {
    const option = element("li", { role: "option" }, ...withPicture(item.picture, item.text));
    option.item = item;
    return option;
  }

  const chosen = () => [...select.selectedOptions].filter(({ value }) => value);
  const isChosen = (key) => chosen().some(({ value }) => value === String(key));

  function choose({ id, text, picture }) {
    if (!select.multiple) for (const option of chosen()) option.remove();
    const option = new Option(text, id, true, true);
    if (picture) option.dataset.picture = picture;
    select.append(option);
    field.value = "";
    open(false);
    changed(fill(texts.textChosen, { title: text }));
  }

  function remove(option) {
    option.remove();
    if (!select.multiple) select.value = "";
    changed(fill(texts.textRemoved, { title: option.text }));
    field.focus();
  }

  function changed(sentence) {
    for (const name of ["input", "change"]) select.dispatchEvent(new Event(name, { bubbles: true }));
    status.textContent = sentence;
  }

  function show() {
    const shown = chosen().map((option) => {
      const button = element("button", { type: "button", "aria-label": fill(texts.textRemove, { title: option.text }) }, "×");
      button.addEventListener("click", () => remove(option));
      return element("li", {}, ...withPicture(option.dataset.picture, element("span", {}, option.text)), button);
    });
    place.querySelector(".chooser-chosen").replaceChildren(...shown);
  }

  field.addEventListener("input", (event) => {
    // What is typed to search is no change of the form: what is chosen is.
    event.stopPropagation();
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  field.addEventListener("click", search);
  field.addEventListener("blur", () => {
    clearTimeout(timer);
    request.abort();
    open(false);
    field.value = "";
  });
  // Before the keys of the list: one that is closed opens first.
  field.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape" && !list.hidden) event.stopPropagation();
      if (event.key === "Escape") open(false);
      if (event.key !== "ArrowDown" || !list.hidden) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      search();
    },
    { capture: true },
  );
  select.addEventListener("change", show);
  onAdded(select, async (key, title) => {
    const { results } = await ask(title).catch(() => ({ results: [] }));
    choose(results.find(({ id }) => id === key) ?? { id: key, text: title });
  });
  show();
}

document.querySelectorAll("select[data-chooser]").forEach(chooser);
