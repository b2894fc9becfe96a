// What the new items show or are called, saved at once without leaving the screen, on which others may be on their way.

import { csrfToken } from "../csrf.js";

export class Words {
  #form;
  #texts;
  #isUnsaved = false;

  constructor(root) {
    this.#form = root.querySelector("[data-words]");
    this.#texts = root.dataset;
    this.#form.addEventListener("input", () => {
      this.#isUnsaved = true;
      this.#say("");
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save();
    });
  }

  get isUnsaved() {
    return this.#isUnsaved;
  }

  // Shows how to save, once there is something to write.
  show() {
    this.#form.querySelector("[data-save]").hidden = !this.#form.querySelector("[name=pk]");
  }

  async #save() {
    this.#say(this.#texts.textSaving);
    this.#isUnsaved = false;
    const answer = await this.#send();
    for (const note of this.#form.querySelectorAll("[data-error]")) note.textContent = "";
    if (answer.said) return this.#say(answer.said);
    this.#isUnsaved = true;
    const errors = Object.entries(answer.errors ?? {});
    for (const [key, sentence] of errors) this.#noteOf(key).textContent = sentence;
    this.#say(errors.length ? errors[0][1] : answer.status ? this.#texts.textUnsavedRefused : this.#texts.textUnsaved);
  }

  async #send(mayRetry = true) {
    const headers = { Accept: "application/json", "X-CSRFToken": csrfToken() };
    const answer = await fetch(this.#form.action, { method: "POST", headers, body: new FormData(this.#form) }).catch(() => null);
    if (answer?.status === 403 && mayRetry) {
      await fetch(location.pathname).catch(() => {});
      return this.#send(false);
    }
    const told = await answer?.json().catch(() => ({}));
    return { ...told, status: answer?.status ?? 0 };
  }

  #noteOf(key) {
    return this.#form.querySelector(`[name=pk][value="${key}"]`).closest(".upload-row").querySelector("[data-error]");
  }

  #say(sentence) {
    this.#form.querySelector("[data-saved]").textContent = sentence;
  }
}
