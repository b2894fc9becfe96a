// The rows of a text on the screen. After a change only those are drawn that may look different.

import { blockOf } from "./blocks.js";
import { rowOf, show, textOf } from "./rows.js";

const STATE = ["kind", "fence", "table", "head", "dashes"];
const alike = (one, other) => one && STATE.every((key) => one[key] === other[key]);

export class Sheet {
  #element;
  #text;
  #chip;
  #blocks = [];

  // `chip(line)` gives the HTML in which an insertable is shown.
  constructor(element, text, chip) {
    this.#element = element;
    this.#text = text;
    this.#chip = chip;
  }

  block(row) {
    return this.#blocks[row];
  }

  row(number) {
    return this.#element.children[number];
  }

  isChip(row) {
    return this.#blocks[row]?.kind === "insertable";
  }

  // The text as it stands on the screen, in which the browser itself may have written.
  get value() {
    return [...this.#element.childNodes].map(textOf).join("\n");
  }

  // Whether each line still has its row, as whoever writes in the rows may have changed.
  get isWhole() {
    return this.#element.childNodes.length === this.#text.lines.length;
  }

  fill() {
    this.#blocks = [];
    this.#text.lines.forEach((_, row) => this.#blocks.push(this.#blockAt(row)));
    this.#element.innerHTML = this.#blocks.map((block) => rowOf(block, this.#chip)).join("");
  }

  // Draws anew from a row on, where `come` lines have come in the place of `gone`.
  draw(first, gone, come) {
    for (let surplus = gone - come; surplus > 0; surplus -= 1) this.row(first).remove();
    if (come > gone) this.row(first).before(...Array.from({ length: come - gone }, () => newRow()));
    if (come !== gone) this.#blocks = [...this.#blocks.slice(0, first), ...Array(come).fill(null), ...this.#blocks.slice(first + gone)];
    this.#drawFrom(Math.max(0, first - 1), first + come);
  }

  // Shows an insertable anew wherever it stands.
  refresh(line) {
    this.#text.lines.forEach((one, row) => one === line && this.isChip(row) && this.#show(row));
  }

  // A line may change what those after it are: they are followed until one stays as it was.
  #drawFrom(first, changed) {
    for (let row = first; row < this.#text.lines.length; row += 1) {
      const old = this.#blocks[row];
      this.#blocks[row] = this.#blockAt(row);
      this.#show(row);
      if (row >= changed && alike(old, this.#blocks[row])) return;
    }
  }

  #blockAt(row) {
    return blockOf(this.#text.lines[row], this.#blocks[row - 1], this.#text.lines[row + 1]);
  }

  #show(row) {
    show(this.row(row), this.#blocks[row], this.#chip);
  }
}

function newRow() {
  const row = document.createElement("div");
  row.dir = "auto";
  return row;
}
