// Makes one tree of a document like another, and leaves alone what is alike: pictures stay loaded, the scroll stays.

function takeAttributes(from, to) {
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name);
  for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
}

// What is alike at both ends stays; between, each old child becomes the new one in its place.
function takeChildren(from, to) {
  const [old, fresh] = [[...from.childNodes], [...to.childNodes]];
  const most = Math.min(old.length, fresh.length);
  let [start, end] = [0, 0];
  while (start < most && old[start].isEqualNode(fresh[start])) start += 1;
  while (end < most - start && old.at(-1 - end).isEqualNode(fresh.at(-1 - end))) end += 1;
  const after = old[old.length - end] ?? null;
  const gone = old.slice(start, old.length - end);
  const come = fresh.slice(start, fresh.length - end);
  come.forEach((node, place) => (gone[place] ? morph(gone[place], node) : from.insertBefore(node, after)));
  gone.slice(come.length).forEach((node) => node.remove());
}

export function morph(from, to) {
  if (from.isEqualNode(to)) return;
  if (from.nodeName !== to.nodeName || from.nodeType !== Node.ELEMENT_NODE) {
    from.replaceWith(to);
    return;
  }
  takeAttributes(from, to);
  takeChildren(from, to);
}
