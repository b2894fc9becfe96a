// The editor of a text. The field in whose place it stands keeps the text, and fires `input` whoever changes it.

import { Chips } from "./admin/editor/chips.js";
import { listen as listenForCopies } from "./admin/editor/copy.js";
import { insertBlock } from "./admin/editor/insert.js";
import { isLineCommand, isLineOn, toggleLines } from "./admin/editor/lines.js";
import { editLink, linkAt } from "./admin/editor/links.js";
import { listen as listenForPaste } from "./admin/editor/paste.js";
import { Pictures } from "./admin/editor/pictures.js";
import { isDressed, takePlace } from "./admin/editor/place.js";
import { Surface } from "./admin/editor/surface.js";
import { addColumn, insertTable, passDashes } from "./admin/editor/tables.js";
import { Toolbar } from "./admin/editor/toolbar.js";
import { Typing } from "./admin/editor/typing.js";
import { isWordCommand, isWordOn, toggleWords } from "./admin/editor/words.js";
import { pick } from "./admin/picker.js";

// More lines than any text has: they stay in the plain field, which is faster.
const MOST_LINES = 20_000;

// The lines in which nothing is bold or a heading.
const UNFORMATTED = ["insertable", "code"];

class Editor {
  // The field gives way last of all: whatever fails before, the text can still be written.
  constructor(root) {
    this.root = root;
    const [element, field, bar] = ["[data-surface]", "textarea", "[role=toolbar]"].map((part) => root.querySelector(part));
    this.chips = new Chips(root, (line) => this.surface.refresh(line));
    this.surface = new Surface(element, field, (line) => this.chips.html(line));
    this.typing = new Typing(this.surface, (row) => this.#openChip(row));
    this.pictures = new Pictures(root, this.surface, (line) => this.#openChip(this.surface.lines.indexOf(line)));
    listenForCopies(this.surface, this.typing);
    listenForPaste(this.surface, { typing: this.typing, pictures: this.pictures, address: root.dataset.paste });
    passDashes(this.surface);
    this.toolbar = new Toolbar(bar, (command, button) => this.#run(command, button), () => this.surface.focus());
    this.#listen();
    this.#show();
    takePlace(element, field);
    bar.hidden = false;
  }

  #listen() {
    this.surface.element.addEventListener("keydown", (event) => {
      if (event.altKey && event.key === "F10") this.toolbar.focus();
      else this.toolbar.runKeys(event);
    });
    this.surface.addEventListener("caret", () => this.#show());
  }

  #show() {
    const { kind } = this.surface.block(this.surface.range[0].row) ?? {};
    this.toolbar.show((command) => this.#stateOf(command, kind));
    const chip = this.surface.isCollapsed && kind === "insertable";
    this.root.querySelector("[data-note=chip]").textContent = chip ? this.root.dataset.textChip : "";
  }

  // What `Toolbar.show` asks of a command.
  #stateOf(command, kind) {
    const { surface } = this;
    if (command === "undo") return surface.canUndo ? false : null;
    if (command === "redo") return surface.canRedo ? false : null;
    if (command === "column") return kind === "table" ? false : undefined;
    if (command === "link") return kind === "insertable" ? null : Boolean(linkAt(surface));
    const isOn = isLineCommand(command) ? isLineOn : isWordCommand(command) ? isWordOn : null;
    if (!isOn) return false;
    return UNFORMATTED.includes(kind) ? null : isOn(surface, command);
  }

  #run(command, button) {
    if (isLineCommand(command)) return toggleLines(this.surface, command);
    if (isWordCommand(command)) return toggleWords(this.surface, command);
    const acts = {
      undo: () => this.surface.undo(),
      redo: () => this.surface.redo(),
      table: () => insertTable(this.surface, this.root.dataset.textCell),
      column: () => addColumn(this.surface),
      more: () => this.toolbar.unfold(button),
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

// Whether the field is better left as it is.
const isTooMuch = (field) => field.value.split("\n").length > MOST_LINES;

for (const root of document.querySelectorAll("[data-editor]")) {
  if (isDressed(root.querySelector("[data-surface]")) && !isTooMuch(root.querySelector("textarea"))) new Editor(root);
}
