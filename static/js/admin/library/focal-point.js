// What matters most in a picture, pointed at with a finger, a mouse or the arrow keys, with what the cuts show of it.
// The two numbers stay the truth.

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const within = (value, low, high) => Math.min(Math.max(value, low), high);
const asPercent = (value) => within(Math.round(value), 0, 100);

// The largest part of a picture in a ratio, its middle as near to the point as can be: as the site cuts it.
function viewBox({ width, height }, ratio, [x, y]) {
  const [across, down] = [Math.min(width, height * ratio), Math.min(height, width / ratio)];
  const begin = (whole, part, percent) => within((whole * percent) / 100 - part / 2, 0, whole - part);
  return [begin(width, across, x), begin(height, down, y), across, down].map(Math.round).join(" ");
}

class FocalPoint {
  #root;
  #fields;
  #button;
  #picture;

  constructor(root) {
    this.#root = root;
    this.#fields = [...root.querySelectorAll("[type=number]")];
    this.#button = this.#at("point");
    this.#picture = this.#at("picture");
    this.#listen();
    this.#button.hidden = this.#at("automatic").hidden = false;
    this.#show();
  }

  #listen() {
    for (const field of this.#fields) field.addEventListener("input", () => this.#show());
    this.#at("automatic").addEventListener("click", () => this.#choose("", ""));
    this.#button.addEventListener("keydown", (event) => this.#move(event));
    // A finger that scrolls past the picture points at nothing: that takes a tap, or the point itself.
    this.#picture.addEventListener("click", (event) => event.detail && this.#pointAt(event));
    this.#button.addEventListener("pointerdown", (event) => this.#button.setPointerCapture(event.pointerId));
    this.#button.addEventListener("pointermove", (event) => this.#button.hasPointerCapture(event.pointerId) && this.#pointAt(event));
  }

  // The point that was chosen, or null.
  get #point() {
    const typed = this.#fields.map(({ value }) => value.trim());
    return typed.every(Boolean) ? typed.map(Number).map(asPercent) : null;
  }

  #move(event) {
    const direction = ARROWS[event.key];
    if (!direction) return;
    event.preventDefault();
    const step = event.shiftKey ? 10 : 1;
    const from = this.#point ?? [50, 50];
    this.#choose(...from.map((value, axis) => asPercent(value + step * direction[axis])));
  }

  #pointAt({ clientX, clientY }) {
    const { left, top, width, height } = this.#picture.getBoundingClientRect();
    this.#choose(asPercent((100 * (clientX - left)) / width), asPercent((100 * (clientY - top)) / height));
  }

  #choose(...values) {
    this.#fields.forEach((field, axis) => {
      field.value = values[axis];
    });
    this.#fields[0].dispatchEvent(new Event("input", { bubbles: true }));
  }

  #show() {
    const point = this.#point;
    const [x, y] = point ?? [50, 50];
    Object.assign(this.#button.style, { left: `${x}%`, top: `${y}%` });
    this.#button.classList.toggle("is-automatic", !point);
    this.#at("said").textContent = point ? fill(this.#root.dataset.textPoint, { x, y }) : this.#root.dataset.textAutomatic;
    for (const cut of this.#root.querySelectorAll("[data-cut]")) {
      const { ratio, x: ownX, y: ownY } = cut.dataset;
      cut.setAttribute("viewBox", viewBox(this.#size, Number(ratio), point ?? [Number(ownX), Number(ownY)]));
    }
  }

  get #size() {
    return { width: Number(this.#root.dataset.width), height: Number(this.#root.dataset.height) };
  }

  #at(part) {
    return this.#root.querySelector(`[data-${part}]`);
  }
}

for (const root of document.querySelectorAll("[data-focal]")) new FocalPoint(root);
