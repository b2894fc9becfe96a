// Says below the address, while it is typed, what it will be and what follows from it; below the page above it too.

const PAUSE = 300;

function consequences(panel) {
  const { consequences: address, kind, key, fields } = panel.dataset;
  const form = panel.closest("form");
  const inputs = fields.split(" ").map((name) => form.elements[name]).filter(Boolean);
  const places = [panel, echo(form)].filter(Boolean);
  const question = () => new URLSearchParams([["kind", kind], ["key", key], ...inputs.map((input) => [input.name, input.value])]);
  let told = question().toString();
  let waiting;

  async function tell() {
    const asked = question().toString();
    if (asked === told) return;
    const answer = await fetch(`${address}?${asked}`).catch(() => null);
    if (!answer?.ok || answer.redirected || asked !== question().toString()) return;
    told = asked;
    const html = await answer.text();
    for (const place of places) place.innerHTML = html;
  }

  function tellSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(tell, PAUSE);
  }

  for (const input of inputs) for (const event of ["input", "change"]) input.addEventListener(event, tellSoon);
}

// The address of a page follows from the one above it, which is chosen elsewhere on the form.
function echo(form) {
  const row = form.querySelector(".form-row.field-parent:has(select)");
  const place = row && document.createElement("div");
  if (place) {
    place.className = "consequences is-echo";
    row.append(place);
  }
  return place;
}

document.querySelectorAll("[data-consequences]").forEach(consequences);
