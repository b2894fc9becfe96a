// Says how much still fits before a text is too long, and keeps one that is too long from being sent in vain.

const NEAR = 0.95;
const format = new Intl.NumberFormat(document.documentElement.lang);

// As the site counts: signs, not their halves, and two for the end of a line, for that is how a form sends it.
function lengthOf(text) {
  const pairs = text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
  const lines = text.match(/\n/g)?.length ?? 0;
  return text.length - pairs + lines;
}

function length(editor) {
  const field = editor.querySelector("textarea");
  const note = editor.querySelector("[data-note=length]");
  const longest = Number(editor.dataset.longest);

  function say() {
    const used = lengthOf(field.value);
    const sentence = used > longest ? editor.dataset.textTooLong : editor.dataset.textLength;
    const values = { length: format.format(used), longest: format.format(longest) };
    note.textContent = used < NEAR * longest ? "" : sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    note.classList.toggle("is-error", used > longest);
    return used <= longest;
  }

  field.addEventListener("input", say);
  field.form.addEventListener("submit", (event) => {
    if (say()) return;
    event.preventDefault();
    field.focus();
  });
  say();
}

document.querySelectorAll("[data-editor]").forEach(length);
