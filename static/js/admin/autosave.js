// Keeps what is typed in the form of an item: at the site every few seconds, and until that has it in this browser.

import { csrfToken } from "./csrf.js";
import { claim, copiesLeftBehind, dropCopy, putCopy, randomName } from "./autosave/copies.js";
import { fieldsOf, isWrittenIn, submitCopy } from "./autosave/fields.js";
import { Others } from "./autosave/others.js";
import { send, sendFarewell } from "./autosave/sending.js";
import { Status } from "./autosave/status.js";

const BETWEEN_COPIES = 400;
const BETWEEN_SENDS = 4_000;
const LONGEST_WAIT = 30_000;
// Where it is better not to send the form, which would come back without what was typed.
const HOLDS_BACK = [0, 401, 403, 503];

class Autosave {
  constructor(place) {
    this.place = place;
    this.form = place.closest("form");
    this.tab = this.#input("_tab").value = randomName();
    claim(this.tab);
    const isWritten = isWrittenIn(this.form);
    this.kept = isWritten ? "" : JSON.stringify(fieldsOf(this.form));
    this.isHere = true;
    this.wait = BETWEEN_SENDS;
    this.status = new Status(this.form, place.dataset);
    this.others = new Others(place.dataset.others, (uuid) => uuid === this.#input("uuid").value && this.#askNow());
    this.#listen();
    // What was just saved is what the form opens with now.
    this.others.tell(this.#input("uuid").value);
    this.#sendLeftBehind();
    if (isWritten) this.#changed();
  }

  #input(name) {
    return this.form.elements[name];
  }

  get #typed() {
    const { kind, user } = this.place.dataset;
    return {
      kind,
      user: Number(user),
      uuid: this.#input("uuid").value,
      based_on: Number(this.#input("_based_on").value),
      version: Number(this.#input("_autosave").value),
      tab: this.tab,
      fields: fieldsOf(this.form),
    };
  }

  get #isKept() {
    return JSON.stringify(fieldsOf(this.form)) === this.kept;
  }

  #listen() {
    for (const name of ["input", "change"]) this.form.addEventListener(name, () => this.#changed());
    for (const name of ["online", "focus"]) window.addEventListener(name, () => this.#comeBack());
    window.addEventListener("focus", csrfToken);
    window.addEventListener("pagehide", () => this.#leave());
    window.addEventListener("pageshow", () => (this.isSubmitted = false));
    document.addEventListener("visibilitychange", () => (document.hidden ? this.#leave() : this.#comeBack()));
    window.addEventListener("beforeunload", (event) => {
      // What is kept here or there needs no question.
      if (!this.isSubmitted && !this.#isKept && !this.#copy()) event.preventDefault();
    });
    this.form.addEventListener("submit", (event) => this.#submit(event));
    for (const other of document.querySelectorAll("form[data-puts-aside]")) other.addEventListener("submit", (event) => this.#submit(event));
    this.status.compare.addEventListener("click", () => this.#compare());
  }

  #changed() {
    this.copying ??= setTimeout(() => this.#copy(), BETWEEN_COPIES);
    this.#sendSoon(this.wait);
    this.#name();
  }

  // Reloading the form of a new item opens the same one.
  #name() {
    if (this.isNamed || !("new" in this.place.dataset)) return;
    this.isNamed = true;
    const address = new URL(location);
    address.searchParams.set("uuid", this.#input("uuid").value);
    history.replaceState(history.state, "", address);
  }

  #copy() {
    clearTimeout(this.copying);
    this.copying = undefined;
    this.isHere = putCopy(this.#typed);
    return this.isHere;
  }

  #sendSoon(wait) {
    if (wait === 0) clearTimeout(this.waiting);
    if (wait === 0 || !this.waiting) this.waiting = setTimeout(() => this.#sendNow(), wait);
  }

  #comeBack() {
    this.#sendSoon(0);
    this.#askNow();
  }

  // Where something was typed, the answer to sending it says the same.
  async #askNow() {
    if (this.asking || !this.#isKept || this.isSubmitted) return;
    this.asking = true;
    const answer = await this.others.ask(this.#typed);
    this.asking = false;
    if (answer && this.#isKept) this.status.sayOthers(answer);
  }

  // One at a time; gives the last answer.
  async #sendNow() {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    while (this.sending) await this.sending;
    if (this.#isKept || this.isSubmitted) return { status: 200 };
    this.#copy();
    const typed = this.#typed;
    this.sending = send(this.place.dataset.autosave, typed);
    const answer = await this.sending;
    this.sending = undefined;
    this.#take(answer, typed);
    return answer;
  }

  #take(answer, typed) {
    if (answer.status === 200) {
      this.#input("_autosave").value = answer.version;
      this.kept = JSON.stringify(typed.fields);
      if (this.#isKept) dropCopy(typed);
      else this.#copy();
      this.others.tell(typed.uuid);
    }
    this.status.say(answer, this.isHere);
    this.wait = answer.status === 200 ? BETWEEN_SENDS : Math.min(LONGEST_WAIT, this.wait * 2);
    if (answer.status !== 409 && !this.#isKept) this.#sendSoon(this.wait);
  }

  async #leave() {
    if (this.isSubmitted || this.#isKept || !this.#copy() || this.sending) return;
    const typed = this.#typed;
    this.sending = sendFarewell(this.place.dataset.autosave, typed);
    const answer = await this.sending;
    this.sending = undefined;
    // Where it was too long for that, it is sent when somebody comes back.
    if (answer.status) this.#take(answer, typed);
  }

  // What is typed is kept before the form goes: what then goes wrong loses nothing.
  async #submit(event) {
    // Held back by something else, it did not go after all.
    if (this.isSubmitted) return setTimeout(() => (this.isSubmitted = !event.defaultPrevented));
    if (event.defaultPrevented) return undefined;
    event.preventDefault();
    const answer = await (this.submitting ??= this.#sendNow());
    if (!this.submitting) return undefined;
    this.submitting = undefined;
    // A form takes no request to be sent while it is still telling of the one before.
    await new Promise((done) => setTimeout(done));
    if (HOLDS_BACK.includes(answer.status)) return this.status.line.scrollIntoView({ block: "center" });
    csrfToken();
    this.isSubmitted = true;
    if ([200, 409].includes(answer.status)) dropCopy(this.#typed);
    event.target.requestSubmit(event.submitter);
    return undefined;
  }

  #compare() {
    if (this.leftBehind) return submitCopy(this.leftBehind, dropCopy);
    const asked = Object.assign(document.createElement("input"), { type: "hidden", name: "_compare", value: "1" });
    this.form.append(asked);
    return this.form.requestSubmit();
  }

  // What closed pages could not send any more. The form is then opened anew, with what was typed.
  async #sendLeftBehind() {
    let isNew = false;
    for (const typed of await copiesLeftBehind(Number(this.place.dataset.user))) {
      const answer = await send(this.place.dataset.autosave, typed);
      const isOwn = typed.uuid === this.#input("uuid").value;
      if (answer.status === 200) dropCopy(typed);
      if (answer.status === 200 && typed.kind === this.place.dataset.kind) isNew = true;
      if (answer.status === 409 && isOwn) {
        this.leftBehind = typed;
        this.status.warn(answer.problem);
      }
    }
    if (isNew && this.#isKept && !("isSent" in this.place.dataset)) location.reload();
  }
}

document.querySelectorAll("[data-autosave]").forEach((place) => new Autosave(place));
