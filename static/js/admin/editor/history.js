// What was changed in a text, and can be taken back step by step: a word that was typed is one step.

import { endOf, same } from "./text.js";

const MOST_STEPS = 1000;

export class History {
  #done = [];
  #undone = [];

  get canUndo() {
    return this.#done.length > 0;
  }

  get canRedo() {
    return this.#undone.length > 0;
  }

  // Keeps a change, with the selection from before it; what was undone can't be redone any more.
  add(change) {
    this.#undone = [];
    const last = this.#done.at(-1);
    if (last && continues(last, change)) return merge(last, change);
    this.#done.push({ ...change });
    if (this.#done.length > MOST_STEPS) this.#done.shift();
    return undefined;
  }

  // The replacement that takes back the last change, and the selection to show after it; null where there is none.
  undo() {
    const change = this.#done.pop();
    if (!change) return null;
    this.#undone.push(change);
    const { start, removed, inserted, selection } = change;
    return { start, end: endOf(start, inserted), inserted: removed, selection };
  }

  redo() {
    const change = this.#undone.pop();
    if (!change) return null;
    this.#done.push(change);
    const stop = endOf(change.start, change.inserted);
    return { start: change.start, end: endOf(change.start, change.removed), inserted: change.inserted, selection: { focus: stop, anchor: stop } };
  }
}

function continues(last, change) {
  if (!last.typed || last.typed !== change.typed) return false;
  if (change.typed === "delete") return !change.inserted && !last.inserted && same(endOf(change.start, change.removed), last.start);
  const beginsWord = /\s$/.test(last.inserted) && /^\S/.test(change.inserted);
  return !change.removed && !beginsWord && same(endOf(last.start, last.inserted), change.start);
}

function merge(last, change) {
  last.inserted += change.inserted;
  last.removed = change.removed + last.removed;
  if (change.typed === "delete") last.start = change.start;
}
