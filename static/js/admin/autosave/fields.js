// The fields of a form as they stand, and a form that was closed put before the site once more.

import { csrfToken } from "../csrf.js";

const isField = ([name, value]) => !name.startsWith("_") && !["csrfmiddlewaretoken", "uuid"].includes(name) && !(value instanceof File);

// {name: values}; without what the form sends beside them, and without files.
export function fieldsOf(form) {
  const fields = {};
  for (const [name, value] of [...new FormData(form)].filter(isField)) (fields[name] ??= []).push(value);
  return fields;
}

const WRITTEN = "textarea, input:not([type=hidden], [type=checkbox], [type=radio], [type=file])";

// Whether somebody wrote in a form before anything listened to it.
export function isWrittenIn(form) {
  return [...form.elements].some((field) => field.name && field.matches(WRITTEN) && field.value !== field.defaultValue);
}

// Shows a copy beside the other text that there is of its item.
export function submitCopy(typed, drop) {
  const form = Object.assign(document.createElement("form"), { method: "post", action: location.pathname, hidden: true });
  const { uuid, based_on, version, tab } = typed;
  const known = { csrfmiddlewaretoken: csrfToken(), uuid, _based_on: based_on, _autosave: version, _tab: tab, _compare: 1 };
  const all = [...Object.entries(known), ...Object.entries(typed.fields).flatMap(([name, values]) => values.map((value) => [name, value]))];
  form.append(...all.map(([name, value]) => Object.assign(document.createElement("input"), { type: "hidden", name, value })));
  document.body.append(form);
  drop(typed);
  form.submit();
}
