// Asks before a form is left with changes that were not saved.

const written = (form) => new URLSearchParams(new FormData(form)).toString();

function unsaved(form) {
  // A form that comes back with errors was not saved.
  const saved = form.querySelector(".errornote") ? null : written(form);
  let leaving = false;

  form.addEventListener("submit", (event) => {
    leaving = !event.defaultPrevented;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && written(form) !== saved) event.preventDefault();
  });
}

new Set([...document.querySelectorAll("[data-editor]")].map((editor) => editor.closest("form"))).forEach(unsaved);
