// Between points in a text and places in the rows that show it.

import { ordered, same } from "./text.js";

const isChip = (row) => row.classList.contains("md-insertable");

export class Caret {
  #element;
  #text;

  constructor(element, text) {
    this.#element = element;
    this.#text = text;
  }

  // The point of a place in the document; null where that lies outside.
  point(node, offset) {
    if (node === this.#element) return offset < this.#text.lines.length ? { row: offset, col: 0 } : this.#text.end;
    const row = this.#rowOf(node);
    if (!row) return null;
    const number = [].indexOf.call(this.#element.children, row);
    return { row: number, col: isChip(row) ? 0 : lengthUpTo(row, node, offset) };
  }

  // Two points of a range, in their order; a chip in which it ends belongs to it as a whole.
  range(range) {
    const [one, other] = [this.point(range.startContainer, range.startOffset), this.point(range.endContainer, range.endOffset)];
    return one && other && this.whole(...ordered(one, other));
  }

  whole(start, end) {
    const row = this.#element.children[end.row];
    return same(start, end) || !row || !isChip(row) ? [start, end] : [start, { row: end.row, col: this.#text.lines[end.row].length }];
  }

  // What is selected, or null where that is elsewhere on the page.
  read() {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection();
    if (!this.#element.contains(anchorNode) || !this.#element.contains(focusNode)) return null;
    return { anchor: this.point(anchorNode, anchorOffset), focus: this.point(focusNode, focusOffset) };
  }

  // The two ends of what stands in an element of a row.
  inside(element) {
    return [this.point(element, 0), this.point(element, element.childNodes.length)];
  }

  // The elements in which a point stands, of what is before it and of what is after it.
  elementsAt(point) {
    return [true, false].map((isBefore) => this.#spot(point, isBefore)[0]).map((node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node));
  }

  place({ anchor, focus }) {
    document.getSelection().setBaseAndExtent(...this.#spot(anchor), ...this.#spot(focus));
    this.#reveal(focus.row);
  }

  #rowOf(node) {
    if (!this.#element.contains(node)) return null;
    let row = node;
    while (row.parentNode !== this.#element) row = row.parentNode;
    return row.nodeType === Node.ELEMENT_NODE ? row : null;
  }

  // Between two elements the place is in the first of them, or in the second.
  #spot({ row, col }, isBefore = true) {
    const element = this.#element.children[row];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let rest = isChip(element) ? 0 : col;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (rest < node.length || (isBefore && rest === node.length)) return [node, rest];
      rest -= node.length;
    }
    return isBefore ? [element, 0] : this.#spot({ row, col });
  }

  // Scrolls the field, never the page, as far as the cursor demands.
  #reveal(row) {
    const frame = this.#element.getBoundingClientRect();
    const range = document.getSelection().getRangeAt(0);
    const place = [...range.getClientRects()].at(-1) ?? this.#element.children[row].getBoundingClientRect();
    if (place.top < frame.top) this.#element.scrollTop -= frame.top - place.top + place.height;
    if (place.bottom > frame.bottom) this.#element.scrollTop += place.bottom - frame.bottom + place.height;
  }
}

function lengthUpTo(row, node, offset) {
  const range = document.createRange();
  range.setStart(row, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
