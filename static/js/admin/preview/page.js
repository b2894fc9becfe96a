// A document that shows the page as visitors will see it: it follows what is written, leads nowhere and sends nothing.

import { find } from "./find.js";
import { morph } from "./morph.js";

const MARGIN = 24; // pixels between what is brought into view and the edge
const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class Page {
  constructor(document, say) {
    this.document = document;
    this.say = say;
    document.addEventListener("click", (event) => this.#stop(event), true);
    document.addEventListener("auxclick", (event) => this.#stop(event), true);
    document.addEventListener("submit", (event) => this.#refuse(event), true);
    // Styles and pictures that arrive later move what was in view, until somebody scrolls by hand.
    document.addEventListener("load", () => this.place && this.bring(this.place), true);
    for (const name of ["wheel", "touchmove", "pointerdown", "keydown"]) document.addEventListener(name, () => (this.place = null), { capture: true, passive: true });
  }

  // Shows the page in `html`; with `changes` what visitors do not see yet is marked.
  show(html, changes) {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    fresh.documentElement.classList.toggle("hides-changes", !changes);
    // That it is a preview is said around it.
    fresh.querySelector(".staff-bar")?.remove();
    morph(this.document.documentElement, fresh.documentElement);
  }

  // Brings what is worked on into view, unless it is there already.
  bring(place) {
    this.place = place;
    const element = find(this.document, place);
    if (!element) return;
    const { defaultView: view } = this.document;
    const { top, bottom } = element.getBoundingClientRect();
    if (top >= MARGIN && Math.min(bottom, top + view.innerHeight / 2) <= view.innerHeight - MARGIN) return;
    view.scrollBy({ top: top - view.innerHeight / 4, behavior: calm.matches ? "auto" : "smooth" });
  }

  #stop(event) {
    const link = event.target.closest?.("a[href], area[href]");
    if (!link) return;
    const address = link.getAttribute("href");
    event.preventDefault();
    if (address.startsWith("#")) this.document.getElementById(address.slice(1))?.scrollIntoView();
    else this.say("link", address);
  }

  #refuse(event) {
    event.preventDefault();
    this.say("form");
  }
}
