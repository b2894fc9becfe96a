// Pictures that are pasted, dropped or chosen go into the library; the line that shows each is put into the text.

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function pictures(editor) {
  const field = editor.querySelector("textarea");
  const note = editor.querySelector("[data-note=picture]");
  const files = editor.querySelector("[data-picture-files]");
  const button = editor.querySelector("[data-add-picture]");
  const texts = editor.dataset;

  function say(sentence, isError = false) {
    note.textContent = sentence;
    note.classList.toggle("is-error", isError);
  }

  async function send(file) {
    const body = new FormData();
    body.append("image", file);
    const headers = { "X-CSRFToken": field.form.elements.csrfmiddlewaretoken.value };
    return fetch(field.dataset.markdownxUploadUrlsPath, { method: "POST", headers, body });
  }

  async function upload(file) {
    say(fill(texts.textUploading, { name: file.name }));
    const before = field.value;
    try {
      const answer = await send(file);
      if (!answer.ok) return say(await reason(answer), true);
      // Who typed on in the meantime keeps the cursor where it is.
      insert(field, (await answer.json()).image_code, field.value === before);
      return say(texts.textUploaded);
    } catch {
      return say(texts.textFailed, true);
    }
  }

  async function reason(answer) {
    const known = { 403: texts.textRefused, 413: texts.textTooLarge }[answer.status];
    return known ?? (await answer.json()).error ?? texts.textFailed;
  }

  async function take(list, event) {
    if (!list.length) return;
    event.preventDefault();
    for (const file of [...list]) await upload(file);
  }

  field.addEventListener("paste", (event) => {
    // A word processor copies its text as a picture too: then the text is what was meant.
    if (!event.clipboardData.types.includes("text/plain")) take(event.clipboardData.files, event);
  });
  field.addEventListener("drop", (event) => take(event.dataTransfer.files, event));
  button.addEventListener("click", () => files.click());
  files.addEventListener("change", async (event) => {
    await take(files.files, event);
    files.value = "";
  });
  button.hidden = false;
}

function insert(field, line, moveCursor) {
  const { value, selectionStart, selectionEnd } = field;
  const lineEnd = value.indexOf("\n", selectionEnd);
  const at = lineEnd < 0 ? value.length : lineEnd;
  const before = at === 0 || value.slice(0, at).endsWith("\n\n") ? "" : value[at - 1] === "\n" ? "\n" : "\n\n";
  const after = value.slice(at).startsWith("\n\n") ? "" : "\n";
  write(field, at, before + line + after);
  const alt = line.indexOf('alt=""');
  const cursor = at + before.length + (alt < 0 ? line.length : alt + 'alt="'.length);
  field.setSelectionRange(...(moveCursor ? [cursor, cursor] : [selectionStart, selectionEnd]));
}

function write(field, at, text) {
  field.focus();
  field.setSelectionRange(at, at);
  // Unlike setRangeText this can be undone with the keyboard.
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, at, at, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

// A file that misses its field would replace the page, and with it what was typed.
for (const type of ["dragover", "drop"]) {
  document.addEventListener(type, (event) => {
    if (event.dataTransfer.types.includes("Files") && event.target.type !== "file") event.preventDefault();
  });
}
document.querySelectorAll("[data-editor]").forEach(pictures);
