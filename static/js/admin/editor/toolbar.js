// A row of buttons that is one stop of the Tab key: the arrows go from button to button (WAI-ARIA, toolbar).

const isApple = /Mac|iP/.test(navigator.platform);
// Keys that some know for what others know by another.
const ALSO = { "Control+Y": "Control+Shift+Z" };
const KEYS = isApple ? { Control: "⌘", Alt: "⌥", Shift: "⇧" } : { Control: "Ctrl" };

export class Toolbar {
  #element;
  #run;

  // `run(command, button)` does what a button stands for; `home()` puts the keyboard back into the text.
  constructor(element, run, home) {
    this.#element = element;
    this.#run = run;
    for (const button of this.#buttons) button.title = titleOf(button);
    this.#stopAt(this.#buttons[0]);
    // The text keeps what is selected in it.
    element.addEventListener("mousedown", (event) => event.preventDefault());
    element.addEventListener("click", (event) => this.#press(event.target.closest("button")));
    element.addEventListener("focusin", (event) => this.#stopAt(event.target.closest("button")));
    element.addEventListener("keydown", (event) => (event.key === "Escape" ? home() : this.#move(event)));
  }

  // Shows of each command whether it holds (true), may be used (false), can't be (null), or has no place here (undefined).
  show(stateOf) {
    for (const button of this.#buttons) {
      const state = stateOf(button.dataset.command);
      button.hidden = state === undefined;
      button.setAttribute("aria-disabled", state === null);
      if (button.hasAttribute("aria-pressed")) button.setAttribute("aria-pressed", state === true);
    }
    if (this.#stop.hidden) this.#stopAt(this.#buttons[0]);
  }

  // Where there is little room the buttons that are seldom used are shown, or put away, by a button of their own.
  unfold(opener) {
    opener.setAttribute("aria-expanded", this.#element.classList.toggle("is-unfolded"));
  }

  // Does what the keys of a keyboard event stand for, where they stand for anything.
  runKeys(event) {
    const typed = keysOf(event);
    const keys = ALSO[typed] ?? typed;
    const button = keys && this.#buttons.find((one) => one.getAttribute("aria-keyshortcuts") === keys);
    if (!button) return;
    event.preventDefault();
    this.#press(button);
  }

  focus() {
    this.#stop.focus();
  }

  // The button that the Tab key leads to.
  get #stop() {
    return this.#element.querySelector("[tabindex='0']");
  }

  get #buttons() {
    return [...this.#element.querySelectorAll("button[data-command]")];
  }

  #press(button) {
    if (button && button.getAttribute("aria-disabled") !== "true") this.#run(button.dataset.command, button);
  }

  #stopAt(button) {
    if (button) for (const one of this.#buttons) one.tabIndex = one === button ? 0 : -1;
  }

  #move(event) {
    const buttons = this.#buttons.filter((button) => button.offsetParent);
    const now = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons.at(to % buttons.length).focus();
  }
}

function titleOf(button) {
  const keys = button.getAttribute("aria-keyshortcuts");
  const shown = keys?.split("+").map((key) => KEYS[key] ?? key).join(isApple ? "" : "+");
  return button.textContent.trim() + (shown ? ` (${shown})` : "");
}

// As `aria-keyshortcuts` writes them. AltGr, which types ² and ³, looks like Control and Alt.
function keysOf(event) {
  if (!(isApple ? event.metaKey : event.ctrlKey) || event.getModifierState("AltGraph")) return null;
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  return ["Control", event.altKey && "Alt", event.shiftKey && "Shift", digit ?? event.key.toUpperCase()].filter(Boolean).join("+");
}
