// What is typed, deleted and moved over in a surface. Plain typing is the browser's (spelling, composition); the rest is done here.

import { breakLine, enter } from "./enter.js";
import { deleteInTable, placeFor } from "./tables.js";
import { same } from "./text.js";

export class Typing {
  #surface;
  // The line from before the word that is being composed.
  #was = null;
  #openChip;

  // `openChip(row)` lets an insertable be changed.
  constructor(surface, openChip) {
    this.#surface = surface;
    this.#openChip = openChip;
    const { element } = surface;
    const on = (name, act) => element.addEventListener(name, act.bind(this));
    on("beforeinput", this.#before);
    on("input", this.#after);
    on("compositionstart", this.#compose);
    on("compositionend", this.#composed);
    on("keydown", this.#key);
    on("click", this.#click);
    // Dragging text within itself would leave the rows in the middle of the browser's own moves.
    on("dragstart", (event) => event.preventDefault());
  }

  // Puts text in the place of what is selected; beside an insertable it becomes a paragraph of its own.
  insert(text, [start, end] = this.#surface.range, typed = "") {
    if (same(start, end) && this.#surface.isChip(start.row)) return this.#insertAfter(start.row, text);
    const place = placeFor(this.#surface, text, start);
    return same(place, start) ? this.#surface.edit(start, end, text, { typed }) : this.#surface.edit(place, place, text, { typed });
  }

  #insertAfter(row, text) {
    const end = { row, col: this.#surface.lines[row].length };
    this.#surface.edit(end, end, `\n\n${text}`);
  }

  #before(event) {
    this.#surface.remember();
    if (this.#was !== null || event.inputType.includes("omposition")) return;
    const range = this.#target(event);
    if (event.inputType === "insertText" && this.#isPlain(range, textOf(event))) return;
    event.preventDefault();
    if (event.inputType.startsWith("delete")) this.#delete(event.inputType, range);
    else this.#act(event, range);
  }

  // Whether the browser itself may write a text here.
  #isPlain([start, end], text) {
    return same(start, end) && !this.#surface.isChip(start.row) && same(placeFor(this.#surface, text, start), start);
  }

  #act(event, range) {
    const { inputType } = event;
    if (inputType === "insertParagraph") this.#enter();
    else if (inputType === "insertLineBreak") this.#breakLine();
    else if (inputType === "historyUndo") this.#surface.undo();
    else if (inputType === "historyRedo") this.#surface.redo();
    else if (inputType.startsWith("insert")) this.insert(textOf(event), range, inputType === "insertText" ? "insert" : "");
  }

  #target(event) {
    const range = event.getTargetRanges()[0];
    return (range && this.#surface.caret.range(range)) || this.#surface.range;
  }

  #enter() {
    const { focus } = this.#surface.selection;
    if (this.#surface.isCollapsed && this.#surface.isChip(focus.row)) this.#openChip(focus.row);
    else enter(this.#surface);
  }

  #breakLine() {
    const { focus } = this.#surface.selection;
    if (this.#surface.isCollapsed && this.#surface.isChip(focus.row)) this.insert("\n");
    else breakLine(this.#surface);
  }

  #after(event) {
    event.stopPropagation();
    this.#surface.readRow(this.#row, { isOpen: this.#was !== null });
  }

  #compose() {
    this.#surface.remember();
    this.#was = this.#surface.lines[this.#row];
  }

  #composed() {
    const was = this.#was ?? undefined;
    this.#was = null;
    this.#surface.readRow(this.#row, { was });
  }

  get #row() {
    return this.#surface.selection.focus.row;
  }

  #delete(inputType, [start, end]) {
    const surface = this.#surface;
    const { focus } = surface.selection;
    if (!surface.isCollapsed) return surface.edit(...surface.range, "");
    if (surface.isChip(focus.row)) return this.removeChip(focus.row);
    const backward = inputType.includes("Backward");
    const neighbour = this.#beside(focus, backward);
    if (surface.isChip(neighbour)) return surface.select({ row: neighbour, col: 0 });
    if (deleteInTable(surface, [start, end], backward)) return undefined;
    return same(start, end) ? undefined : surface.edit(start, end, "", { typed: "delete" });
  }

  #beside({ row, col }, backward) {
    if (backward) return col === 0 ? row - 1 : row;
    return col === this.#surface.lines[row].length ? row + 1 : row;
  }

  // Takes out an insertable as a whole, with the empty line that set it apart.
  removeChip(row) {
    const apart = row > 0 && this.#surface.block(row - 1).kind === "blank";
    const start = apart ? { row: row - 1, col: 0 } : { row, col: 0 };
    this.#surface.edit(start, { row, col: this.#surface.lines[row].length }, "");
  }

  #key(event) {
    const { focus } = this.#surface.selection;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step && !event.shiftKey && this.#surface.isCollapsed && this.#surface.isChip(focus.row)) this.#pass(event, focus.row + step, step);
  }

  #pass(event, row, step) {
    event.preventDefault();
    if (row >= 0 && row < this.#surface.lines.length) this.#surface.select({ row, col: step < 0 ? this.#surface.lines[row].length : 0 });
  }

  #click(event) {
    const chip = event.target.closest(".md-chip");
    if (!chip) return;
    const { row } = this.#surface.caret.point(chip, 0);
    this.#surface.select({ row, col: 0 });
    this.#openChip(row);
  }
}

const textOf = (event) => (event.data ?? event.dataTransfer?.getData("text/plain") ?? "").replace(/\r\n?/g, "\n");
