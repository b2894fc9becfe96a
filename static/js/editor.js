// The editor of a text. The field in whose place it stands keeps the text, and fires `input` whoever changes it.

import { Chips } from "./admin/editor/chips.js";
import { addColumn, insertBlock, insertTable } from "./admin/editor/insert.js";
import { isLineCommand, isLineOn, toggleLines } from "./admin/editor/lines.js";
import { editLink } from "./admin/editor/links.js";
import { listen as listenForPaste } from "./admin/editor/paste.js";
import { Pictures } from "./admin/editor/pictures.js";
import { Surface } from "./admin/editor/surface.js";
import { Toolbar } from "./admin/editor/toolbar.js";
import { Typing } from "./admin/editor/typing.js";
import { isWordCommand, isWordOn, linkAt, toggleWords } from "./admin/editor/words.js";
import { pick } from "./admin/picker.js";

// More lines than any text has: they stay in the plain field, which is faster.
const MOST_LINES = 20_000;

class Editor {
  constructor(root) {
    this.root = root;
    this.field = root.querySelector("textarea");
    this.chips = new Chips(root, (line) => this.surface.refresh(line));
    this.surface = new Surface(this.#takeOver(), this.field, (line) => this.chips.html(line));
    this.typing = new Typing(this.surface, (row) => this.#openChip(row));
    this.pictures = new Pictures(root, this.surface, (line) => this.#openChip(this.surface.lines.indexOf(line)));
    listenForPaste(this.surface, { typing: this.typing, pictures: this.pictures, address: root.dataset.paste });
    this.#addToolbar();
  }

  // Puts the surface in the place of the field, under the same label and help.
  #takeOver() {
    const element = this.root.querySelector("[data-surface]");
    const [label] = this.field.labels;
    label.id ||= `${this.field.id}_label`;
    element.setAttribute("aria-labelledby", label.id);
    for (const name of ["aria-describedby", "aria-invalid"]) if (this.field.hasAttribute(name)) element.setAttribute(name, this.field.getAttribute(name));
    element.lang = this.field.form.elements.language?.value ?? "";
    label.addEventListener("click", () => element.focus());
    this.field.focus = () => element.focus();
    this.#beReached(element);
    [this.field.hidden, element.hidden] = [true, false];
    return element;
  }

  // What is amiss in a text is told with a link to its field, which is hidden now.
  #beReached(element) {
    const reach = () => location.hash === `#${this.field.id}` && (element.scrollIntoView({ block: "center" }), element.focus());
    window.addEventListener("hashchange", reach);
    document.addEventListener("click", (event) => event.target.closest(`a[href="#${this.field.id}"]`) && setTimeout(reach));
    setTimeout(reach);
  }

  #addToolbar() {
    const { surface } = this;
    const home = () => surface.select(surface.selection.focus, surface.selection.anchor);
    this.toolbar = new Toolbar(this.root.querySelector("[role=toolbar]"), (command, button) => this.#run(command, button), home);
    surface.element.addEventListener("keydown", (event) => {
      if (event.altKey && event.key === "F10") this.toolbar.focus();
      else if (this.toolbar.runKeys(event)) event.preventDefault();
    });
    surface.addEventListener("caret", () => this.#show());
    this.#show();
  }

  #show() {
    const { kind } = this.surface.block(this.surface.range[0].row) ?? {};
    this.root.querySelector("[data-command=column]").hidden = kind !== "table";
    this.toolbar.show((command) => this.#stateOf(command, kind));
    const chip = this.surface.isCollapsed && kind === "insertable";
    this.root.querySelector("[data-note=chip]").textContent = chip ? this.root.dataset.textChip : "";
  }

  #stateOf(command, kind) {
    if (command === "undo") return this.surface.canUndo ? false : null;
    if (command === "redo") return this.surface.canRedo ? false : null;
    if (isLineCommand(command)) return ["insertable", "code"].includes(kind) ? null : isLineOn(this.surface, command);
    if (isWordCommand(command)) return ["insertable", "code"].includes(kind) ? null : isWordOn(this.surface, command);
    return command === "link" ? (kind === "insertable" ? null : Boolean(linkAt(this.surface))) : false;
  }

  #run(command, button) {
    if (isLineCommand(command)) return toggleLines(this.surface, command);
    if (isWordCommand(command)) return toggleWords(this.surface, command);
    const acts = {
      undo: () => this.surface.undo(),
      redo: () => this.surface.redo(),
      table: () => insertTable(this.surface, this.root.dataset.textCell),
      column: () => addColumn(this.surface),
      link: () => editLink(this.surface, this.root.querySelector("[data-dialog=link]"), button),
    };
    return acts[command] ? acts[command]() : this.#insert(command, button);
  }

  // An image, document or testimonial, picked among those there are.
  async #insert(kind, opener) {
    const mark = this.surface.bookmark(this.surface.range[1]);
    const picked = await pick(kind, { opener });
    mark.release();
    if (!picked) return this.surface.select(mark.point);
    const row = insertBlock(this.surface, picked.line, mark.point);
    return this.chips.isUndescribed(picked.line) && this.#openChip(row);
  }

  async #openChip(row) {
    if (row < 0) return;
    const line = this.surface.lines[row];
    const mark = this.surface.bookmark({ row, col: 0 });
    const answer = await this.chips.open(line);
    mark.release();
    const { row: now } = mark.point;
    this.surface.select({ row: now, col: 0 });
    if (answer?.remove) this.typing.removeChip(now);
    else if (answer && answer.line !== line) this.surface.edit({ row: now, col: 0 }, { row: now, col: line.length }, answer.line);
  }
}

for (const root of document.querySelectorAll("[data-editor]")) {
  const { value } = root.querySelector("textarea");
  if (value.split("\n").length <= MOST_LINES) new Editor(root);
}
