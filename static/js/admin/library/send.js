// One file sent to the library, with its progress.

import { csrfToken } from "../csrf.js";

/*
 * Resolves to { row } with the HTML of the row of the item that holds the file now, else to one of
 * { refusal } with the sentence of the site, { problem: "failed" | "refused" | "trouble" } for what has none.
 * `onProgress` is told which part has gone (0 to 1).
 */
export async function send(file, address, onProgress) {
  const answer = await post(file, address, onProgress);
  if (answer.status !== 403) return outcomeOf(answer, address);
  // The token has come to an end. Any page of the admin gives a new one.
  await fetch(location.pathname).catch(() => {});
  return outcomeOf(await post(file, address, onProgress), address);
}

async function post(file, address, onProgress) {
  const body = new FormData();
  body.append("upload", file);
  const request = new XMLHttpRequest();
  request.open("POST", address);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("X-CSRFToken", csrfToken());
  request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(loaded / total));
  request.send(body);
  await new Promise((resolve) => request.addEventListener("loadend", resolve));
  return request;
}

function outcomeOf({ status, responseText, responseURL }, address) {
  if (status === 0) return { problem: "failed" };
  // Whoever is no longer signed in is sent on to where that is done.
  if (status === 403 || new URL(responseURL).pathname !== address) return { problem: "refused" };
  const { row, refusal } = jsonOf(responseText);
  if (row) return { row };
  return refusal ? { refusal } : { problem: "trouble" };
}

function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
