// Pictures sent to the library, with their progress.

export class Refused extends Error {}

/*
 * Sends a picture; `onProgress` is told which part has gone (0 to 1). Resolves to the line that shows it.
 * Throws `Refused` with the sentence that says why it was not taken.
 */
export async function upload(file, { address, token, texts, onProgress }) {
  const body = new FormData();
  body.append("image", file);
  const request = new XMLHttpRequest();
  request.open("POST", address);
  request.setRequestHeader("X-CSRFToken", token);
  request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(loaded / total));
  request.send(body);
  await new Promise((resolve) => request.addEventListener("loadend", resolve));
  return lineOf(request, texts);
}

function lineOf({ status, responseText }, texts) {
  const refusal = { 0: texts.textFailed, 403: texts.textRefused, 413: texts.textTooLarge }[status];
  if (refusal) throw new Refused(refusal);
  const answer = jsonOf(responseText);
  if (status !== 200 || !answer.image_code) throw new Refused(answer.error ?? texts.textFailed);
  return answer.image_code;
}

function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
