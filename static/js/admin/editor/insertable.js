// A line of its own, `[[kind name option… key="text"]]`, read as the site reads it. What is changed in it changes nothing else.

const WORD = String.raw`[\p{L}\p{N}_-]+`;
const QUOTED = String.raw`"(?:[^"\\\n]|\\.)*"|[“”„][^“”„"\n]*[“”]`;
const LINE = new RegExp(String.raw`^[ \t]*\[\[[ \t]*(\p{L}+)((?:[ \t]+${WORD}(?:=(?:${QUOTED}))?)*)[ \t]*\]\][ \t]*$`, "u");
const ITEM = new RegExp(`(${WORD})(?:=(${QUOTED}))?`, "gu");
const LONGEST = 2000;

export const isInsertable = (line) => line.length <= LONGEST && line.includes("[[") && LINE.test(line);

// The kind, name, options and values of a line that is an insertable.
export function parse(line) {
  const [, kind, inner] = LINE.exec(line);
  const items = [...inner.matchAll(ITEM)].map(([, word, quoted]) => ({ word, quoted }));
  const name = items.length && items[0].quoted === undefined ? items.shift().word : "";
  const values = items.filter(({ quoted }) => quoted !== undefined).map(({ word, quoted }) => [word, unquote(quoted)]);
  const options = items.filter(({ quoted }) => quoted === undefined).map(({ word }) => word);
  return { kind: kind.toLowerCase(), name: name === "-" ? "" : name, options, values: Object.fromEntries(values) };
}

const unquote = (quoted) => (quoted[0] === '"' ? quoted.slice(1, -1).replace(/\\(["\\])/g, "$1") : quoted.slice(1, -1));
const quote = (text) => `"${text.replace(/\s+/g, " ").replace(/["\\]/g, "\\$&")}"`;

// The line with another value of `key`, put before its closing brackets where it had none.
export function withValue(line, key, text) {
  const old = new RegExp(`([ \\t]${key}=)(?:${QUOTED})`, "u");
  return old.test(line) ? line.replace(old, (_, before) => before + quote(text)) : withItem(line, `${key}=${quote(text)}`);
}

// The line with or without an option, in whichever of these words it is written; the first is the one to write.
export function withOption(line, words, wanted) {
  const has = parse(line).options.some((option) => words.includes(option));
  if (has === wanted) return line;
  return wanted ? withItem(line, words[0]) : words.reduce(withoutOption, line);
}

const withItem = (line, item) => line.replace(/[ \t]*\]\][ \t]*$/, (end) => ` ${item}${end.trimStart()}`);

// A word within a value is none of its options.
function withoutOption(line, word) {
  const parts = new RegExp(String.raw`(${QUOTED})|[ \t]+${word}(?=[ \t\]])`, "gu");
  return line.replace(parts, (whole, quoted) => (quoted ? whole : ""));
}
