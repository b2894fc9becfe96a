// What is pasted: a picture goes into the library, the looks of a document become Markdown, the rest stays as it is.

// What only words with looks have; a span or a font is no look that Markdown keeps.
const LOOKS = /<(?:a\s|b>|b\s|strong|em[>\s]|i>|i\s|h[1-6]|[uo]l|li[>\s]|table|blockquote|img)/i;
const BLOCK = /^(?:#|>|[-*+] |\d+[.)] |\|)/;

/*
 * `typing` puts text in, `pictures` takes files. The site turns HTML into Markdown; where it can't, the plain words
 * are put in.
 */
export function listen(surface, { typing, pictures, address }) {
  let isPlain = false;
  surface.element.addEventListener("keydown", (event) => (isPlain = event.shiftKey));
  surface.element.addEventListener("paste", async (event) => {
    const data = event.clipboardData;
    const [words, html] = ["text/plain", "text/html"].map((type) => data.getData(type));
    event.preventDefault();
    // A word processor copies its text as a picture too: then the text is what was meant.
    if (!words && !html && data.files.length) return pictures.take(data.files);
    if (isPlain || !LOOKS.test(html)) return typing.insert(clean(words));
    return insertLater(surface, typing, convert(html, address, surface.field.form), clean(words));
  });
}

const clean = (words) => words.replace(/\r\n?/g, "\n");

async function convert(html, address, form) {
  const headers = { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value };
  const answer = await fetch(address, { method: "POST", headers, body: new URLSearchParams({ html }) });
  if (!answer.ok || !answer.headers.get("Content-Type").startsWith("text/plain")) throw new Error(answer.status);
  return clean(await answer.text()).trim();
}

// Where the cursor was when it was pasted, whatever is typed until the answer is there.
async function insertLater(surface, typing, answer, words) {
  const marks = surface.range.map((point) => surface.bookmark(point));
  const markdown = await answer.catch(() => words);
  const [start, end] = marks.map((mark) => mark.point);
  for (const mark of marks) mark.release();
  const before = surface.lines[start.row].slice(0, start.col).trim();
  typing.insert((BLOCK.test(markdown) && before ? "\n\n" : "") + markdown, [start, end]);
}
