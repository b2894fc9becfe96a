// Where a line may be parted: never between the signs around words that are bold, a link, …, which then belong to both parts.

const SPANS = "strong, em, del, code, .md-link, .md-note";
const STARS = [/(?:^|\s)(\*{1,3})$/, /^(\*{1,3})(?:\s|$)/];

/*
 * How to part a text that makes place for a break between two points: the points to use instead, and the signs that
 * close what is open before the break and open it again after it.
 */
export function seam(surface, start, end) {
  const [before, after] = [cut(surface, start), cut(surface, end)];
  return {
    start: { row: start.row, col: before.left },
    end: { row: end.row, col: after.right },
    closing: before.within.map(({ closing }) => closing).reverse().join(""),
    opening: after.within.map(({ opening }) => opening).join(""),
  };
}

// A space beside a sign would keep it from meaning anything.
function cut(surface, { row, col }) {
  const line = surface.lines[row];
  const spans = spansOf(surface, row);
  const at = outside(spans, col);
  const within = spans.filter(({ first, last }) => first < at && at < last);
  if (within.length) return { within, left: line.slice(0, at).trimEnd().length, right: line.length - line.slice(at).trimStart().length };
  const empty = emptyStars(line, at);
  return { within, left: at - empty, right: at + empty };
}

// Beside a sign, or within one, a point goes out of the words to which it belongs.
function outside(spans, col) {
  const span = spans.find(({ from, first, last, to }) => from < col && col < to && (col <= first || col >= last));
  if (!span) return col;
  return outside(spans, col <= span.first ? span.from : span.to);
}

// How many stars at either side wait for words that were never typed.
function emptyStars(line, at) {
  const [before, after] = [line.slice(0, at), line.slice(at)].map((part, index) => STARS[index].exec(part)?.[1]);
  return before && before === after ? before.length : 0;
}

// The words under signs in a row, the outermost first.
function spansOf(surface, row) {
  return [...surface.row(row).querySelectorAll(SPANS)].map((element) => spanOf(surface, element));
}

// Where the words of a span stand with their signs (`from`, `to`) and without (`first`, `last`), and the signs themselves.
function spanOf({ caret, lines }, element) {
  const [start, end] = edges(element);
  const [[{ row, col: from }, { col: begin }], [{ col: stop }, { col: to }]] = [start, end].map((edge) => caret.inside(edge));
  const [opening, closing] = [start.textContent, end.textContent];
  // A picture, a note or a bare address is no words: it stays whole.
  if (start === end || opening === "![" || opening === "<") return { from, first: from, last: from, to };
  const words = lines[row].slice(begin, stop);
  return { from, first: stop - words.trimStart().length, last: begin + words.trimEnd().length, to, opening, closing };
}

// The elements of the two signs of a span.
function edges(element) {
  if (element.matches(".md-note")) return [element, element];
  const { firstChild, lastChild, previousSibling, nextSibling } = element;
  const holdsSigns = element.matches(".md-link") && firstChild.classList?.contains("md-sign");
  return holdsSigns ? [firstChild, lastChild] : [previousSibling, nextSibling];
}
