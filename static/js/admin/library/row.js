// The row of one file: its name and size, how far it is, and what became of it.

const language = document.documentElement.lang;
const percent = new Intl.NumberFormat(language, { style: "percent" });
const megabytes = new Intl.NumberFormat(language, { style: "unit", unit: "megabyte", maximumFractionDigits: 1, minimumFractionDigits: 1 });

export const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
export const inMegabytes = (bytes) => megabytes.format(Math.max(bytes, 1e5) / 2 ** 20);

export class Row {
  #element;
  #texts;

  // `onRetry` is called where this file is to be sent once more.
  constructor(template, file, texts, onRetry) {
    this.#element = template.content.firstElementChild.cloneNode(true);
    this.#texts = texts;
    this.#at("name").textContent = file.name;
    this.#at("size").textContent = inMegabytes(file.size);
    this.#at("retry").setAttribute("aria-label", fill(texts.textAgainOne, { name: file.name }));
    this.#at("retry").addEventListener("click", onRetry);
    this.wait();
  }

  get element() {
    return this.#element;
  }

  wait() {
    this.#show("waiting", this.#texts.textWaiting);
  }

  progress(part) {
    this.#at("bar").value = part;
    this.#show("sending", part < 1 ? fill(this.#texts.textSending, { part: percent.format(part) }) : this.#texts.textPreparing);
  }

  refuse(sentence, mayRetry) {
    this.#show("refused", sentence);
    this.#at("retry").hidden = !mayRetry;
  }

  // Puts the row of the site in its place; the keyboard goes along.
  replace(html) {
    const had = this.#element.contains(document.activeElement);
    const holder = document.createElement("template");
    holder.innerHTML = html.trim();
    const come = holder.content.firstElementChild;
    this.#element.replaceWith(come);
    this.#element = come;
    if (had) come.querySelector("textarea, input:not([type=hidden]), a")?.focus();
  }

  #show(state, sentence) {
    this.#element.className = `upload-row is-${state}`;
    this.#at("state").textContent = sentence;
    this.#at("bar").hidden = state === "refused";
    this.#at("retry").hidden = true;
  }

  #at(part) {
    return this.#element.querySelector(`[data-${part}]`);
  }
}
