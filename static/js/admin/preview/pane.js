// Shows beside a form the page as visitors will see it, and below it what is amiss, shortly after the last key.

import { Asking } from "./asking.js";
import { Followers } from "./followers.js";
import { keep, recall } from "./kept.js";
import { placeIn } from "./place.js";
import { Stage } from "./stage.js";

const beside = matchMedia("(min-width: 1100px)");

class Pane {
  constructor(element, form) {
    this.element = element;
    this.form = form;
    this.opener = document.querySelector("[data-preview-open]");
    this.note = element.querySelector("[role=status]");
    this.checklist = form.querySelector("[data-checklist]");
    this.stage = new Stage(element.querySelector(".preview-stage"), (...said) => this.#say(...said));
    this.followers = new Followers(element.querySelector("[data-window]"), () => this.#tellAll());
    this.asking = new Asking(form, element, {
      wanted: () => !element.hidden || this.followers.present,
      answered: (answer) => this.#take(answer),
      failed: () => this.#say("failed"),
    });
    this.#listen();
    this.#begin();
  }

  #begin() {
    this.#setWidth(recall("width", "1280"));
    if (this.changes) this.changes.checked = recall("changes", "yes") === "yes";
    this.opener.hidden = false;
    if (beside.matches && recall("open", "yes") === "yes") this.#open();
    else this.asking.ask();
  }

  #listen() {
    const { element, opener } = this;
    this.changes = element.querySelector("[data-changes]");
    this.changes?.addEventListener("change", () => this.#showChanges());
    this.widths = [...element.querySelectorAll("[data-width]")];
    for (const button of this.widths) button.addEventListener("click", () => this.#setWidth(button.dataset.width));
    opener.addEventListener("click", () => (element.hidden ? this.#openByHand() : this.#close()));
    element.querySelector("[data-preview-close]").addEventListener("click", () => this.#close());
    element.addEventListener("keydown", (event) => event.key === "Escape" && this.#close());
    document.addEventListener("selectionchange", () => this.#follow());
    this.form.addEventListener("focusin", () => this.#follow());
  }

  #setWidth(width) {
    keep("width", width);
    this.stage.setWidth(Number(width));
    for (const button of this.widths) button.setAttribute("aria-pressed", button.dataset.width === width);
    this.#bring();
  }

  #open() {
    this.element.hidden = false;
    this.opener.setAttribute("aria-expanded", "true");
    // A sheet over the form leaves nothing of that to reach with the keyboard.
    document.getElementById("container").inert = !beside.matches;
    this.asking.ask();
  }

  #openByHand() {
    if (beside.matches) keep("open", "yes");
    this.#open();
    // The button that was pressed is gone.
    this.element.querySelector("[data-preview-close]").focus();
  }

  #close() {
    if (beside.matches) keep("open", "no");
    this.element.hidden = true;
    document.getElementById("container").inert = false;
    this.opener.setAttribute("aria-expanded", "false");
    this.opener.focus();
  }

  #take({ findings, page }) {
    this.#list(findings);
    if (this.said === "failed") this.note.textContent = "";
    if (page === undefined) return;
    this.html = page;
    this.#show();
    this.place = placeIn(this.form) ?? this.place;
    this.#bring();
  }

  #show() {
    const changes = this.changes?.checked ?? false;
    this.stage.show(this.html, changes);
    this.followers.tell({ html: this.html, changes });
  }

  #bring() {
    if (!this.place) return;
    this.stage.bring(this.place);
    this.followers.tell({ place: this.place });
  }

  // Only who went elsewhere is followed: the page may be read while the same line is written.
  #follow() {
    const place = placeIn(this.form);
    if (!place || JSON.stringify(place) === JSON.stringify(this.place)) return;
    this.place = place;
    if (this.html) this.#bring();
  }

  #tellAll() {
    if (!this.html) this.asking.ask();
    else {
      this.#show();
      this.#bring();
    }
  }

  #showChanges() {
    keep("changes", this.changes.checked ? "yes" : "no");
    if (this.html) this.#show();
  }

  #list(findings) {
    const place = this.checklist.querySelector("[data-findings]");
    // Who stands on a line of it with the keyboard stays there.
    if (findings !== this.listed) place.innerHTML = this.listed = findings;
    this.checklist.hidden = false;
  }

  #say(what, address = "") {
    this.said = what;
    const sentences = { failed: "textFailed", link: "textLink", form: "textForm" };
    this.note.textContent = this.element.dataset[sentences[what]].replace("{address}", address);
  }
}

const element = document.querySelector("[data-preview]");
const form = document.querySelector("[data-editor]")?.closest("form");
if (element && form) new Pane(element, form);
