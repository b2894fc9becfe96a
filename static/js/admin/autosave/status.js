// Says near the buttons what became of what was typed, and shows the ways on.

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

export class Status {
  constructor(form, texts) {
    const find = (name) => form.querySelector(`[data-autosave-${name}]`);
    this.texts = texts;
    [this.line, this.conflict, this.others, this.compare, this.signIn] = ["status", "conflict", "others", "compare", "sign-in"].map(find);
  }

  // What an answer means, in words; `isHere`: whether this browser keeps a copy.
  say(answer, isHere) {
    const isKept = answer.status === 200;
    this.#write(this.line, isKept ? fill(this.texts.textKept, { time: answer.kept }) : this.#trouble(answer, isHere));
    this.line.classList.toggle("is-error", !isKept && answer.status !== 409);
    this.#lead(answer.status === 401);
    if (isKept) this.sayOthers(answer);
    else if (answer.status === 409) this.warn(answer.problem);
  }

  // Who else is at work, and that there is another text.
  sayOthers({ others, newer, problem }) {
    this.warn(problem || newer?.said);
    this.#write(this.others, others);
  }

  // That there is another text; nothing where there is none.
  warn(sentence = "") {
    this.#write(this.conflict, sentence);
    this.compare.hidden = !sentence;
  }

  // Signing in leads back to the form as it was typed.
  #lead(isSignedOut) {
    this.signIn.hidden = !isSignedOut;
    this.signIn.href = `${this.texts.signIn}?${new URLSearchParams({ next: location.pathname + location.search })}`;
  }

  #trouble({ status, problem }, isHere) {
    if (!isHere) return this.texts.textOnlyHere;
    if (problem) return status === 409 ? "" : problem;
    return { 0: this.texts.textOffline, 401: this.texts.textSignedOut }[status] ?? this.texts.textFailed;
  }

  // What is said already is not said again to who listens.
  #write(place, sentence) {
    if (place.textContent !== sentence) place.textContent = sentence;
  }
}
