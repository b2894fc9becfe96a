// The keyboard of a search field with a list of results (WAI-ARIA APG, combobox with a listbox). The keyboard stays in
// the field; what Enter would choose is marked in the list. Results may also stand in rows, as pictures do.

const ROWS = { ArrowDown: 1, ArrowUp: -1 };
const COLUMNS = { ArrowRight: 1, ArrowLeft: -1 };

// `choose` gets the option that was chosen. Gives {mark, fill}: `mark` marks an option, or none; `fill` puts options
// into the list, behind those that stand there when `more` is true.
export function listbox(field, list, choose) {
  let marked = null;
  // Left and right move the cursor in the field until somebody has gone into the list.
  let inside = false;

  const options = () => [...list.querySelectorAll("[role=option]")];

  function mark(option) {
    marked?.setAttribute("aria-selected", "false");
    marked = option ?? null;
    marked?.setAttribute("aria-selected", "true");
    marked?.scrollIntoView({ block: "nearest" });
    if (marked) field.setAttribute("aria-activedescendant", marked.id);
    else field.removeAttribute("aria-activedescendant");
  }

  function fill(made, more = false) {
    if (!more) {
      mark(null);
      inside = false;
      list.replaceChildren();
    }
    list.append(...made);
    options().forEach((option, number) => {
      option.id = `${list.id}-${number}`;
      option.setAttribute("aria-selected", String(option === marked));
    });
  }

  // The nearest one in the next row: in a plain list each option is a row.
  function inNextRow(step) {
    const all = options();
    if (!marked) return step > 0 ? all[0] : all.at(-1);
    const beyond = all.filter((option) => (option.offsetTop - marked.offsetTop) * step > 0);
    const distance = (option) => Math.abs(option.offsetTop - marked.offsetTop) * 1e4 + Math.abs(option.offsetLeft - marked.offsetLeft);
    return beyond.sort((one, other) => distance(one) - distance(other))[0] ?? marked;
  }

  function move(event, target) {
    event.preventDefault();
    inside = true;
    mark(target);
  }

  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key in ROWS) move(event, inNextRow(ROWS[event.key]));
    else if (event.key in COLUMNS && inside && marked) {
      const all = options();
      move(event, all[all.indexOf(marked) + COLUMNS[event.key]] ?? marked);
    } else if (event.key === "Enter") {
      // A form around it is not sent by choosing.
      event.preventDefault();
      if (marked) choose(marked);
    }
  });
  field.addEventListener("input", () => {
    inside = false;
  });
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
  // A click on a result leaves the keyboard in the field.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  return { mark, fill };
}
