// The frame beside the form: as wide as a phone, a tablet or a computer, made smaller where there is less room.

import { Page } from "./page.js";

export class Stage {
  constructor(element, say) {
    this.element = element;
    this.frame = element.querySelector("iframe");
    this.say = say;
    this.width = 1280;
    this.frame.addEventListener("load", () => this.#begin());
    new ResizeObserver(() => this.#fit()).observe(element);
  }

  setWidth(width) {
    this.width = width;
    this.#fit();
  }

  // Shows a page, at once or as soon as there is a document to show it in.
  show(html, changes) {
    this.last = [html, changes];
    if (this.page) this.page.show(html, changes);
    else if (!this.frame.src) this.frame.src = this.frame.dataset.address;
  }

  bring(place) {
    this.place = place;
    this.page?.bring(place);
  }

  #begin() {
    const { contentDocument: inside } = this.frame;
    // Whatever led elsewhere is taken back.
    if (inside?.location.pathname !== this.frame.dataset.address) {
      this.page = null;
      this.frame.src = this.frame.dataset.address;
      return;
    }
    this.page = new Page(inside, this.say);
    if (this.last) this.page.show(...this.last);
    if (this.place) this.page.bring(this.place);
  }

  #fit() {
    const { clientWidth, clientHeight } = this.element;
    const scale = Math.min(1, clientWidth / this.width) || 1;
    const set = (name, value) => this.element.style.setProperty(name, value);
    set("--scale", scale);
    set("--width", `${this.width}px`);
    set("--height", `${clientHeight / scale}px`);
  }
}
