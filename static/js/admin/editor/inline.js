// The signs within a line of Markdown, shown as what they mean while every sign stays in the text.

// A line this long is no prose: it is shown as it is, so that no text can make typing slow.
const LONGEST = 5000;
const MOST = "{0,1000}";

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escape = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
export const sign = (text) => (text ? `<span class="md-sign">${escape(text)}</span>` : "");

const TITLE = String.raw`(?:[ ]+(?:"[^"]{0,300}"|'[^']{0,300}'|\([^()]{0,300}\)))?`;
const ADDRESS = String.raw`<[^<>]${MOST}>|[^\s()<>]${MOST}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?`;
const WORDS = String.raw`((?:[^\[\]\\]|\\.)${MOST})`;
const PLAIN = /[^\\`*_~[!<]+/y;
const RUN = /\*+|_+|~~/y;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const TAGS = { "*": ["em", "strong"], _: ["em", "strong"], "~": ["del", "del"] };

// Tried in this order at each sign.
const RULES = [
  [/\\[!-/:-@[-`{-~]/y, ([whole]) => sign("\\") + escape(whole[1])],
  [/(`{1,9})(?!`)(.{1,1000}?)(?<!`)\1(?!`)/y, ([, ticks, code]) => `${sign(ticks)}<code>${escape(code)}</code>${sign(ticks)}`],
  [/\[\^[^\]\s]{1,99}\]/y, ([whole]) => `<span class="md-note">${escape(whole)}</span>`],
  [new RegExp(String.raw`(!?\[)${WORDS}(\]\((?:${ADDRESS})${TITLE}[ ]*\))`, "y"), link],
  [new RegExp(String.raw`(!?\[)${WORDS}(\]\[[^\[\]]{0,300}\])`, "y"), link],
  [/<([a-z][a-z0-9+.-]{1,30}:[^\s<>]{0,1000}|[^\s<>@]{1,99}@[^\s<>@]{1,99})>/iy, ([, address]) => `${sign("<")}<span class="md-link">${escape(address)}</span>${sign(">")}`],
];

function link([, opening, words, closing]) {
  return `<span class="md-link">${sign(opening)}${inline(words)}${sign(closing)}</span>`;
}

// The HTML in which a line is shown; its text content is the line itself.
export function inline(line) {
  if (line.length > LONGEST) return escape(line);
  const pieces = [];
  for (let at = 0; at < line.length; ) {
    const [length, piece] = pieceAt(line, at);
    pieces.push(piece);
    at += length;
  }
  return emphasised(pieces);
}

function pieceAt(line, at) {
  const plain = match(PLAIN, line, at);
  if (plain) return [plain[0].length, escape(plain[0])];
  for (const [rule, show] of RULES) {
    const found = match(rule, line, at);
    if (found) return [found[0].length, show(found)];
  }
  const run = match(RUN, line, at);
  return run ? [run[0].length, delimiter(line, at, run[0])] : [1, escape(line[at])];
}

function match(rule, line, at) {
  rule.lastIndex = at;
  return rule.exec(line);
}

// Whether a run of stars may begin or end emphasis: "left- and right-flanking" of CommonMark 0.31, 6.2.
function delimiter(line, at, run) {
  const [before, after] = [line[at - 1] ?? " ", line[at + run.length] ?? " "];
  const [gapBefore, gapAfter] = [/\s/.test(before), /\s/.test(after)];
  const [signBefore, signAfter] = [PUNCTUATION.test(before), PUNCTUATION.test(after)];
  const left = !gapAfter && (!signAfter || gapBefore || signBefore);
  const right = !gapBefore && (!signBefore || gapAfter || signAfter);
  const inWord = run[0] === "_" && left && right;
  return { run: run[0], left: run.length, opens: left && (!inWord || signBefore), closes: right && (!inWord || signAfter), before: "", after: "" };
}

function emphasised(pieces) {
  const openers = [];
  for (const piece of pieces) {
    if (!piece.run) continue;
    if (piece.closes) close(piece, openers);
    if (piece.left && piece.opens) openers.push(piece);
  }
  return pieces.map((piece) => (piece.run ? piece.before + piece.run.repeat(piece.left) + piece.after : piece)).join("");
}

function close(closer, openers) {
  for (let index = openers.length - 1; index >= 0 && closer.left; index -= 1) {
    const opener = openers[index];
    if (!matches(opener, closer)) continue;
    openers.length = index + 1;
    while (opener.left && closer.left) join(opener, closer);
    if (!opener.left) openers.length = index;
  }
}

// "Rule of three" of CommonMark 0.31, 6.2: 9 and 10.
function matches(opener, closer) {
  if (opener.run[0] !== closer.run[0]) return false;
  const [one, other] = [opener.run.length, closer.run.length];
  return !(opener.closes || closer.opens) || (one + other) % 3 > 0 || one % 3 === 0;
}

function join(opener, closer) {
  const width = Math.min(2, opener.left, closer.left);
  const tag = TAGS[opener.run][width - 1];
  const signs = sign(opener.run.repeat(width));
  opener.after = `${signs}<${tag}>${opener.after}`;
  closer.before += `</${tag}>${signs}`;
  opener.left -= width;
  closer.left -= width;
}
