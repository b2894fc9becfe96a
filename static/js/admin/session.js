// Saves only while somebody is signed in: a form that is sent after that would come back without what was typed.

const cookie = (name) => document.cookie.match(new RegExp(`(?:^|; )${name}=([^;]*)`))?.[1];

function guard(editor) {
  const field = editor.querySelector("textarea");
  const form = field.form;
  const note = editor.querySelector("[data-note=session]");
  let checked = false;

  // Whoever signs in again in another tab gets a new token, which this page does not know yet.
  function renewToken() {
    const token = cookie("csrftoken");
    if (token) form.elements.csrfmiddlewaretoken.value = token;
    return token ?? form.elements.csrfmiddlewaretoken.value;
  }

  async function problem() {
    const headers = { "X-CSRFToken": renewToken() };
    try {
      const answer = await fetch(field.dataset.markdownxUrlsPath, { method: "POST", headers, body: new URLSearchParams() });
      return answer.status === 403 ? editor.dataset.textSignedOut : "";
    } catch {
      return editor.dataset.textOffline;
    }
  }

  form.addEventListener("submit", async (event) => {
    if (checked || event.defaultPrevented) return;
    event.preventDefault();
    note.textContent = await problem();
    if (note.textContent) return note.scrollIntoView({ block: "center" });
    checked = true;
    form.requestSubmit(event.submitter);
    return undefined;
  });
  window.addEventListener("focus", renewToken);
}

document.querySelectorAll("[data-editor]").forEach(guard);
