// Insertables shown with their picture and name, and changed in a dialog; what stands in the text is their line.

import { ask } from "./dialog.js";
import { escape } from "./inline.js";
import { parse, withOption, withValue } from "./insertable.js";

const PAUSE = 50;
// As many as the site tells of at once.
const MOST_ASKED = 500;

export class Chips {
  #editor;
  #known = new Map();
  #asked = new Set();
  #timer;

  // `refresh(line)` shows the chips of a line anew.
  constructor(editor, refresh) {
    this.#editor = editor;
    this.refresh = refresh;
  }

  // The HTML in which the insertable of a line is shown.
  html(line) {
    const { kind, title, picture, problem } = this.about(line);
    const { alt, text } = parse(line).values;
    const shown = picture ? `<img src="${escape(picture)}" alt="" loading="lazy">` : "";
    const words = [...new Set([title, text ?? alt])].filter(Boolean).map((part) => `<span>${escape(part)}</span>`).join(" ");
    const warning = problem ? `<span class="md-problem">${escape(problem)}</span>` : "";
    return `<span class="md-chip" contenteditable="false" data-line="${escape(line)}">${shown}<span class="md-chip-words"><b>${escape(kind)}</b> ${words}${warning}</span></span>`;
  }

  // What the site says of an insertable; until it has, what the line itself says.
  about(line) {
    const { kind, name } = parse(line);
    const known = this.#known.get(line);
    if (known === undefined) this.#learn(line);
    return { kind: known?.kind_label || kind[0].toUpperCase() + kind.slice(1), title: known?.title ?? name, picture: known?.picture, problem: known?.problem, alt: known?.alt };
  }

  isPicture(line) {
    return this.#words("image").includes(parse(line).kind);
  }

  // Whether nothing says yet what can be seen on a picture.
  isUndescribed(line) {
    return this.isPicture(line) && !parse(line).values.alt;
  }

  /*
   * Lets what a line shows be changed. Resolves to { line } with the new one, { remove: true }, or null.
   */
  async open(line) {
    if (this.#known.get(line) === undefined) await this.#askSite(line);
    return this.isPicture(line) ? this.#openPicture(line) : this.#openOther(line);
  }

  async #openPicture(line) {
    const { values, options } = parse(line);
    const has = (option) => options.some((word) => this.#words(option).includes(word));
    const answer = await this.#ask("picture", line, { alt: values.alt ?? "", decorative: has("decorative"), large: has("large") });
    if (!answer || answer.button === "remove") return answer && { remove: true };
    const { alt, decorative, large } = answer.values;
    const described = alt === (values.alt ?? "") ? line : withValue(line, "alt", alt);
    return { line: withOption(withOption(described, this.#words("decorative"), decorative), this.#words("large"), large) };
  }

  async #openOther(line) {
    const { text } = parse(line).values;
    const answer = await this.#ask("insertable", line, { text: text ?? "" });
    if (!answer || answer.button === "remove") return answer && { remove: true };
    return { line: text === undefined || answer.values.text === text ? line : withValue(line, "text", answer.values.text) };
  }

  #ask(name, line, values) {
    const about = this.about(line);
    return ask(this.#editor.querySelector(`[data-dialog=${name}]`), values, (dialog) => {
      const at = (part) => dialog.querySelector(`[data-${part}]`);
      at("kind").textContent = about.kind;
      at("title").textContent = about.title;
      at("problem").textContent = about.problem ?? "";
      if (about.picture && at("shown")) Object.assign(at("shown"), { src: about.picture, hidden: false });
      if (at("own")) this.#showOwnWords(at("own"), about.alt);
      if (at("text")) at("text").hidden = parse(line).values.text === undefined;
    });
  }

  // What is said of a picture where this text says nothing: its own words, or that it is decorative.
  #showOwnWords(note, alt) {
    if (typeof alt !== "string") return;
    note.hidden = false;
    note.textContent = alt ? note.dataset.textOwn.replace("{alt}", () => alt) : note.dataset.textDecorative;
  }

  // The words of a kind or option, that of the site's language first.
  #words(name) {
    return this.#editor.dataset[`words${name[0].toUpperCase()}${name.slice(1)}`].split(" ");
  }

  #learn(line) {
    this.#asked.add(line);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#askSite(), PAUSE);
  }

  async #askSite(first) {
    const lines = [...new Set([first, ...this.#asked])].filter(Boolean).slice(0, MOST_ASKED);
    for (const line of lines) this.#asked.delete(line);
    for (const line of lines) this.#known.set(line, null);
    clearTimeout(this.#timer);
    if (this.#asked.size) this.#timer = setTimeout(() => this.#askSite(), PAUSE);
    const { elements } = this.#editor.querySelector("textarea").form;
    const headers = { "X-CSRFToken": elements.csrfmiddlewaretoken.value };
    const body = new URLSearchParams(lines.map((line) => ["line", line]));
    const answer = await fetch(this.#editor.dataset.insertables, { method: "POST", headers, body }).catch(() => null);
    // A chip without its picture is a chip still: nothing is said.
    const told = answer?.ok ? await answer.json().catch(() => []) : [];
    for (const one of told) this.#tell(one);
  }

  #tell(one) {
    this.#known.set(one.line, one);
    this.refresh(one.line);
  }
}
