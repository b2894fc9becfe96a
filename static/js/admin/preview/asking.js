// Asks the site, shortly after the last key, how what stands in a form will look and what is amiss with it.

const PAUSE = 120;

export class Asking {
  #timer;
  #request = new AbortController();
  #asked = "";

  // `wanted` says whether the page itself is asked for too; `answered` gets the answer, `failed` is told of none.
  constructor(form, pane, { wanted, answered, failed }) {
    Object.assign(this, { form, pane, wanted, answered, failed });
    // Some fields are filled by scripts that fire no event of their own; the click or the key that made them does.
    for (const event of ["input", "change", "focusin", "click"]) form.addEventListener(event, () => this.#soon());
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.ask(), PAUSE);
  }

  #typed() {
    const fields = [...new FormData(this.form)].filter(([, value]) => !(value instanceof File));
    const { kind, key } = this.pane.dataset;
    return new URLSearchParams([...fields, ["kind", kind], ["key", key], ...(this.wanted() ? [["page", ""]] : [])]);
  }

  // Asks now, unless the last answer still holds.
  async ask() {
    const body = this.#typed();
    if (body.toString() === this.#asked) return;
    this.#asked = body.toString();
    // An answer that is overtaken by later typing must not replace the later one.
    this.#request.abort();
    this.#request = new AbortController();
    try {
      this.answered(await this.#fetch(body, this.#request.signal));
    } catch (error) {
      if (error.name === "AbortError") return;
      this.#asked = "";
      this.failed();
    }
  }

  async #fetch(body, signal) {
    const headers = { "X-CSRFToken": this.form.elements.csrfmiddlewaretoken.value };
    const answer = await fetch(this.pane.dataset.asTyped, { method: "POST", headers, body, signal });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }
}
