// Pictures that are pasted or dropped go into the library, and the line of each into the text.

import { insertBlock } from "./insert.js";
import { Refused, upload } from "./upload.js";

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const percent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });

export class Pictures {
  #editor;
  #surface;
  #describe;
  #waiting = Promise.resolve();

  // `describe(line)` asks what can be seen on the picture of a line that was put in.
  constructor(editor, surface, describe) {
    this.#editor = editor;
    this.#surface = surface;
    this.#describe = describe;
    surface.element.addEventListener("drop", (event) => this.#drop(event));
  }

  // Sends these files one after the other, and puts their lines where the cursor is now.
  take(files, point = this.#surface.range[1]) {
    const mark = this.#surface.bookmark(point);
    const list = [...files];
    this.#waiting = this.#waiting.then(() => this.#sendAll(list, mark));
    return this.#waiting;
  }

  #drop(event) {
    const { files } = event.dataTransfer;
    if (!files.length) return;
    event.preventDefault();
    const place = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const point = place && this.#surface.caret.point(place.offsetNode, place.offset);
    this.take(files, point ?? undefined);
  }

  async #sendAll(files, mark) {
    const before = this.#surface.text.value;
    const lines = [];
    for (const file of files) lines.push(await this.#send(file));
    const sent = lines.filter(Boolean);
    // Who types on in the meantime is not interrupted.
    const isIdle = this.#surface.text.value === before;
    for (const line of sent) this.#put(line, mark, isIdle);
    mark.release();
    if (sent.length) this.#say(isIdle && sent.length === files.length ? "" : this.#texts.textUploaded);
    if (isIdle) for (const line of sent) await this.#describe(line);
  }

  #put(line, mark, movesCursor) {
    const cursor = this.#surface.bookmark(this.#surface.selection.focus);
    const row = insertBlock(this.#surface, line, mark.point);
    mark.point = { row, col: line.length };
    if (!movesCursor) this.#surface.select(cursor.point);
    cursor.release();
  }

  async #send(file) {
    const onProgress = (part) => this.#say(fill(this.#texts.textUploading, { name: file.name, part: percent.format(part) }));
    onProgress(0);
    const { field } = this.#surface;
    const options = { address: field.dataset.markdownxUploadUrlsPath, token: field.form.elements.csrfmiddlewaretoken.value, texts: this.#texts, onProgress };
    try {
      return await upload(file, options);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#say(error.message, true);
      return null;
    }
  }

  get #texts() {
    return this.#editor.dataset;
  }

  #say(sentence, isError = false) {
    const note = this.#editor.querySelector("[data-note=picture]");
    note.textContent = sentence;
    note.classList.toggle("is-error", isError);
  }
}

// A file that misses its field would replace the page, and with it what was typed.
for (const type of ["dragover", "drop"]) {
  document.addEventListener(type, (event) => {
    if (event.dataTransfer.types.includes("Files") && event.target.type !== "file") event.preventDefault();
  });
}
