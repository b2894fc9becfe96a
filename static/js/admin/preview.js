// Shows beside a text how visitors will read it and what is amiss with it, shortly after the last key.

const PAUSE = 300;

function preview(editor) {
  const field = editor.querySelector("textarea");
  const pane = editor.querySelector(".editor-preview");
  const note = editor.querySelector("[data-note=preview]");
  const checklist = field.form.querySelector("[data-checklist]");
  let timer;
  let shown;
  let request = new AbortController();

  async function ask(signal) {
    const answer = await fetch(field.dataset.markdownxUrlsPath, {
      method: "POST",
      headers: { "X-CSRFToken": field.form.elements.csrfmiddlewaretoken.value },
      body: typed(),
      signal,
    });
    if (!answer.ok) throw new Error(answer.status);
    return checklist ? answer.json() : { preview: await answer.text() };
  }

  function typed() {
    const language = field.form.elements.language?.value ?? "";
    if (!checklist) return new URLSearchParams({ content: field.value, language });
    const fields = [...new FormData(field.form)].filter(([name, value]) => name !== field.name && !(value instanceof File));
    const { checklist: kind, key } = checklist.dataset;
    return new URLSearchParams([...fields, ["content", field.value], ["checklist", kind], ["key", key]]);
  }

  function list(findings) {
    const place = checklist.querySelector("[data-findings]");
    // Who stands on a line of it with the keyboard stays there.
    if (findings !== shown) place.innerHTML = shown = findings;
    checklist.hidden = false;
  }

  async function show() {
    // An answer that is overtaken by later typing must not replace the later one.
    request.abort();
    request = new AbortController();
    try {
      const answer = await ask(request.signal);
      pane.querySelector(".markdownx-preview").innerHTML = answer.preview;
      if (checklist) list(answer.findings);
      note.textContent = "";
    } catch (error) {
      if (error.name !== "AbortError") note.textContent = editor.dataset.textNoPreview;
    }
  }

  (checklist ? field.form : field).addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
  field.form.elements.language?.addEventListener("change", show);
  pane.hidden = false;
  show();
}

document.querySelectorAll("[data-editor]").forEach(preview);
