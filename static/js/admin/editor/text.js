// A text as lines. A point in it is { row, col }; a change says what was put in the place of what.

export const ordered = (one, other) =>
  one.row < other.row || (one.row === other.row && one.col <= other.col) ? [one, other] : [other, one];

export const same = (one, other) => one.row === other.row && one.col === other.col;

// Where a piece of text ends that begins at a point.
export function endOf(start, piece) {
  const lines = piece.split("\n");
  const last = lines.at(-1).length;
  return { row: start.row + lines.length - 1, col: lines.length > 1 ? last : start.col + last };
}

// Where a point is after a change: what was put in at a point itself leaves that point before it.
export function moved(point, { start, removed, inserted }) {
  const end = endOf(start, removed);
  if (ordered(point, start)[0] === point) return point;
  const stop = endOf(start, inserted);
  if (ordered(point, end)[0] === point) return stop;
  return { row: point.row + stop.row - end.row, col: point.row === end.row ? point.col + stop.col - end.col : point.col };
}

export class Text {
  constructor(value) {
    this.lines = value.split("\n");
  }

  get value() {
    return this.lines.join("\n");
  }

  get end() {
    return { row: this.lines.length - 1, col: this.lines.at(-1).length };
  }

  slice(start, end) {
    if (start.row === end.row) return this.lines[start.row].slice(start.col, end.col);
    const lines = this.lines.slice(start.row, end.row + 1);
    lines[lines.length - 1] = lines.at(-1).slice(0, end.col);
    lines[0] = lines[0].slice(start.col);
    return lines.join("\n");
  }

  // Puts a piece in the place of what stands between two points.
  replace(start, end, inserted) {
    const removed = this.slice(start, end);
    const before = this.lines[start.row].slice(0, start.col);
    const fresh = (before + inserted + this.lines[end.row].slice(end.col)).split("\n");
    if (fresh.length === 1 && start.row === end.row) this.lines[start.row] = fresh[0];
    // A text may have more lines than a call takes arguments, so no `splice`.
    else this.lines = [...this.lines.slice(0, start.row), ...fresh, ...this.lines.slice(end.row + 1)];
    return { start, removed, inserted };
  }

  // The smallest replacement that makes another value of this text, or null where it has that already.
  difference(value) {
    const old = this.value;
    if (old === value) return null;
    const shortest = Math.min(old.length, value.length);
    let first = 0;
    while (first < shortest && old[first] === value[first]) first += 1;
    let rest = 0;
    while (rest < shortest - first && old.at(-1 - rest) === value.at(-1 - rest)) rest += 1;
    const origin = { row: 0, col: 0 };
    const start = endOf(origin, old.slice(0, first));
    return { start, end: endOf(start, old.slice(first, old.length - rest)), inserted: value.slice(first, value.length - rest) };
  }
}
