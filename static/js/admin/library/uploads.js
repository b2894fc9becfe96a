// Files on their way: a few at a time, each by itself, so that one that fails keeps none of the others.

import { fill, inMegabytes, Row } from "./row.js";
import { send } from "./send.js";

// The site decodes each one; more at a time make none of them quicker.
const AT_A_TIME = 2;

export class Uploads {
  #root;
  #onStored;
  #uploads = [];

  // `onStored` is called whenever the site has taken a file in.
  constructor(root, onStored) {
    this.#root = root;
    this.#onStored = onStored;
    this.#at("again").addEventListener("click", () => this.#retryLost());
    window.addEventListener("online", () => this.#retryLost());
  }

  get isBusy() {
    return this.#uploads.some(({ state }) => ["waiting", "sending"].includes(state));
  }

  // Sends these files, each { file, isFolder }.
  take(files) {
    for (const { file, isFolder } of files) this.#add(file, isFolder);
    this.#at("progress").hidden = false;
    this.#next();
  }

  #add(file, isFolder) {
    const upload = { file, state: "waiting" };
    upload.row = new Row(this.#at("row"), file, this.#texts, () => this.#retry(upload));
    this.#at("rows").append(upload.row.element);
    this.#uploads.push(upload);
    const refusal = isFolder ? this.#texts.textFolder : this.#sizeRefused(file);
    if (refusal) this.#refuse(upload, refusal);
  }

  // What is too large is told before it is sent.
  #sizeRefused({ size }) {
    const limit = Number(this.#texts.maxBytes);
    return size > limit && fill(this.#texts.textTooLarge, { size: inMegabytes(size), limit: inMegabytes(limit) });
  }

  #next() {
    const sending = this.#uploads.filter(({ state }) => state === "sending").length;
    const waiting = this.#uploads.filter(({ state }) => state === "waiting");
    for (const upload of waiting.slice(0, AT_A_TIME - sending)) this.#send(upload);
    this.#tell();
  }

  async #send(upload) {
    upload.state = "sending";
    upload.row.progress(0);
    const { row, refusal, problem } = await send(upload.file, this.#texts.address, (part) => upload.row.progress(part));
    if (row) this.#store(upload, row);
    else this.#refuse(upload, refusal ?? this.#texts[`text${problem[0].toUpperCase()}${problem.slice(1)}`], problem);
    this.#next();
  }

  #store(upload, row) {
    upload.state = "done";
    upload.row.replace(row);
    this.#onStored();
  }

  // What was lost on the way may be sent again; what the site refused as well, as it may have been out of room.
  #refuse(upload, sentence, problem = "") {
    upload.state = problem ? "lost" : "refused";
    upload.row.refuse(sentence, Boolean(problem) || upload.file.size <= Number(this.#texts.maxBytes));
  }

  #retry(upload) {
    upload.state = "waiting";
    upload.row.wait();
    this.#next();
  }

  #retryLost() {
    for (const upload of this.#uploads.filter(({ state }) => state === "lost")) this.#retry(upload);
  }

  #tell() {
    const count = (...states) => this.#uploads.filter(({ state }) => states.includes(state)).length;
    const [total, refused] = [this.#uploads.length, count("refused", "lost")];
    const sentence = refused ? this.#texts.textProgressRefused : this.#texts.textProgress;
    this.#at("said").textContent = fill(sentence, { done: count("done"), total, refused });
    this.#at("again").hidden = count("lost") < 2;
  }

  get #texts() {
    return this.#root.dataset;
  }

  #at(part) {
    return this.#root.querySelector(`[data-${part}]`);
  }
}
