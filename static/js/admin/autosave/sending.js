// Sends what was typed to the site.

import { csrfToken } from "../csrf.js";

// What browsers send along when a page is left (Fetch, "keepalive"): 64 KiB in all.
const LONGEST_FAREWELL = 60_000;

// The answer as {status, version, kept, others, newer} or {status, problem}; status 0 where there is no connection.
export async function send(address, typed, options = {}) {
  const answer = await post(address, typed, options);
  if (answer.status !== 403 || answer.problem) return answer;
  // The token has come to an end. Any page of the admin gives a new one.
  await fetch(location.pathname).catch(() => {});
  return post(address, typed, options);
}

async function post(address, typed, options) {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": csrfToken() };
  try {
    const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(typed), ...options });
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    return { ...(isJson ? await answer.json() : {}), status: answer.status };
  } catch {
    return { status: 0 };
  }
}

// Sends it while the page is left, where it is short enough for that.
export function sendFarewell(address, typed) {
  if (new Blob([JSON.stringify(typed)]).size > LONGEST_FAREWELL) return Promise.resolve({ status: 0 });
  return send(address, typed, { keepalive: true });
}
