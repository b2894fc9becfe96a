// A text shown formatted in place. Its Markdown is kept exact, and the field it came from always holds it.

import { Caret } from "./caret.js";
import { History } from "./history.js";
import { textOf } from "./rows.js";
import { Sheet } from "./sheet.js";
import { Text, endOf, moved, ordered, same } from "./text.js";

const collapsed = (point) => ({ anchor: point, focus: point });

/*
 * Tells its listeners of a "caret" that moved, also after a change of the text.
 * `chip(line)` gives the HTML in which an insertable is shown.
 */
export class Surface extends EventTarget {
  #sheet;
  #selection;
  #history = new History();
  #bookmarks = new Set();
  #marked = null;
  #writing = false;

  constructor(element, field, chip) {
    super();
    Object.assign(this, { element, field, text: new Text(field.value) });
    this.caret = new Caret(element, this.text);
    this.#sheet = new Sheet(element, this.text, chip);
    this.#sheet.fill();
    this.#selection = collapsed(this.text.end);
    document.addEventListener("selectionchange", () => this.caret.read() && this.#show());
    // Others write into the field too: whoever puts back what was kept elsewhere, for one.
    field.addEventListener("input", () => this.#writing || this.#follow());
  }

  get lines() {
    return this.text.lines;
  }

  get canUndo() {
    return this.#history.canUndo;
  }

  get canRedo() {
    return this.#history.canRedo;
  }

  // What is selected in the text; while the selection is elsewhere, what was. Browsers tell of a selection only later.
  get selection() {
    const { anchor, focus } = this.caret.read() ?? {};
    if (anchor && focus) this.#selection = { anchor, focus };
    return this.#selection;
  }

  // Keeps what is selected, before the browser itself changes the text.
  remember() {
    return this.selection;
  }

  get isCollapsed() {
    const { anchor, focus } = this.selection;
    return same(anchor, focus);
  }

  // The two ends of what is selected, in their order.
  get range() {
    const { anchor, focus } = this.selection;
    return this.caret.whole(...ordered(anchor, focus));
  }

  block(row) {
    return this.#sheet.block(row);
  }

  row(number) {
    return this.#sheet.row(number);
  }

  isChip(row) {
    return this.#sheet.isChip(row);
  }

  refresh(line) {
    this.#sheet.refresh(line);
  }

  select(focus, anchor = focus) {
    this.element.focus({ preventScroll: true });
    this.caret.place({ anchor, focus });
    this.#selection = { anchor, focus };
    this.#show();
  }

  // Puts the keyboard back to where it was.
  focus() {
    this.select(this.selection.focus, this.selection.anchor);
  }

  // Puts a piece in the place of what stands between two points, as one step that can be undone.
  edit(start, end, inserted, { typed = "", selection = collapsed(endOf(start, inserted)) } = {}) {
    if (same(start, end) && !inserted) return;
    const before = this.selection;
    this.#history.add({ ...this.#replace(start, end, inserted), typed, selection: before });
    this.#tell();
    this.select(selection.focus, selection.anchor);
  }

  undo() {
    this.#again(this.#history.undo());
  }

  redo() {
    this.#again(this.#history.redo());
  }

  // A point that follows the text in which it lies, until it is released.
  bookmark(point) {
    const mark = { point, release: () => this.#bookmarks.delete(mark) };
    this.#bookmarks.add(mark);
    return mark;
  }

  /*
   * Takes over what the browser itself has written into a row. While it still composes a word there (`isOpen`) the row
   * is left as the browser has it, and nothing can be undone yet; afterwards `was` tells the line from before the word.
   */
  readRow(row, { isOpen = false, was = this.lines[row] } = {}) {
    if (!this.#sheet.isWhole) return this.#readAll();
    const line = this.lines[row];
    const now = textOf(this.row(row));
    const point = now.includes("\n") ? null : this.caret.read()?.focus;
    if (now !== line) this.#move(this.text.replace({ row, col: 0 }, { row, col: line.length }, now));
    if (!isOpen) this.#keep(row, was, now);
    return now === line && isOpen ? undefined : this.#settle(point ?? endOf({ row, col: 0 }, now));
  }

  #keep(row, was, now) {
    const difference = new Text(was).difference(now);
    this.#sheet.draw(row, 1, now.split("\n").length);
    if (!difference) return;
    const [start, end] = [difference.start, difference.end].map(({ col }) => ({ row, col }));
    const removed = was.slice(start.col, end.col);
    const typed = difference.inserted ? (removed ? "" : "insert") : "delete";
    this.#history.add({ start, removed, inserted: difference.inserted, typed, selection: this.#selection });
  }

  #readAll() {
    const point = this.caret.read()?.focus ?? this.text.end;
    const difference = this.text.difference(this.#sheet.value);
    const change = difference && this.text.replace(difference.start, difference.end, difference.inserted);
    this.#sheet.fill();
    if (change) this.#history.add({ ...this.#move(change), selection: this.#selection });
    this.#settle(point);
  }

  // The cursor is put anew only where drawing has moved it: a browser that composes a word is left alone.
  #settle(point) {
    const now = this.caret.read()?.focus;
    if (!now || !same(now, point)) this.caret.place(collapsed(point));
    this.#selection = collapsed(point);
    this.#tell();
    this.#show();
  }

  #follow() {
    const difference = this.text.difference(this.field.value);
    if (!difference) return;
    const { start, end, inserted } = difference;
    this.#history.add({ ...this.#replace(start, end, inserted), selection: this.#selection });
    this.#selection = collapsed(endOf(start, inserted));
    if (document.activeElement === this.element) this.caret.place(this.#selection);
    this.#show();
  }

  #again(step) {
    if (!step) return;
    this.#replace(step.start, step.end, step.inserted);
    this.#tell();
    this.select(step.selection.focus, step.selection.anchor);
  }

  #replace(start, end, inserted) {
    const change = this.text.replace(start, end, inserted);
    this.#sheet.draw(start.row, end.row - start.row + 1, endOf(start, inserted).row - start.row + 1);
    return this.#move(change);
  }

  #move(change) {
    for (const mark of this.#bookmarks) mark.point = moved(mark.point, change);
    return change;
  }

  #tell() {
    this.#writing = true;
    this.field.value = this.text.value;
    this.field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    this.#writing = false;
  }

  #show() {
    this.#markCurrent();
    this.dispatchEvent(new Event("caret"));
  }

  // What is shown as something else shows that the cursor is at it.
  #markCurrent() {
    const { row } = this.selection.focus;
    const current = this.isCollapsed && (this.isChip(row) || this.block(row)?.dashes) ? this.row(row) : null;
    if (this.#marked !== current) this.#marked?.classList.remove("is-current");
    current?.classList.add("is-current");
    this.#marked = current;
  }
}
