// Shows beside a text how visitors will read it, shortly after the last key.

const PAUSE = 300;

function preview(editor) {
  const field = editor.querySelector("textarea");
  const pane = editor.querySelector(".editor-preview");
  const note = editor.querySelector("[data-note=preview]");
  let timer;
  let request = new AbortController();

  async function ask(signal) {
    const answer = await fetch(field.dataset.markdownxUrlsPath, {
      method: "POST",
      headers: { "X-CSRFToken": field.form.elements.csrfmiddlewaretoken.value },
      body: new URLSearchParams({ content: field.value, language: field.form.elements.language?.value ?? "" }),
      signal,
    });
    if (!answer.ok) throw new Error(answer.status);
    return answer.text();
  }

  async function show() {
    // An answer that is overtaken by later typing must not replace the later one.
    request.abort();
    request = new AbortController();
    try {
      const html = await ask(request.signal);
      pane.querySelector(".markdownx-preview").innerHTML = html;
      note.textContent = "";
    } catch (error) {
      if (error.name !== "AbortError") note.textContent = editor.dataset.textNoPreview;
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
  field.form.elements.language?.addEventListener("change", show);
  pane.hidden = false;
  show();
}

document.querySelectorAll("[data-editor]").forEach(preview);
