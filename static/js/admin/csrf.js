// The token that every request of a form carries. Whoever signs in again gets a new one, which an open page does not know.

const cookie = () => document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1];

// The present token, which all forms of the page carry from now on.
export function csrfToken() {
  const inputs = [...document.querySelectorAll("[name=csrfmiddlewaretoken]")];
  const token = cookie() ?? inputs[0]?.value ?? "";
  for (const input of inputs) input.value = token;
  return token;
}
