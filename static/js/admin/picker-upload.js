// The way to a new picture in the dialog in which one is picked.

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

async function send(file, address) {
  const body = new FormData();
  body.append("image", file);
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  return fetch(address, { method: "POST", headers: { "X-CSRFToken": token }, body });
}

async function reason(answer, texts) {
  const known = { 403: texts.textUploadRefused, 413: texts.textTooLarge }[answer.status];
  return known ?? (await answer.json()).error ?? texts.textUploadFailed;
}

// `take` gets the line that shows the picture, once the site has it; what goes wrong is told by `say`.
export function upload(dialog, texts, say, take) {
  const button = dialog.querySelector("[data-new]");
  const files = dialog.querySelector("[type=file]");

  files.addEventListener("change", async () => {
    const [file] = files.files;
    if (!file) return;
    say(fill(texts.textUploading, { name: file.name }));
    button.disabled = true;
    try {
      const answer = await send(file, texts.upload);
      if (answer.ok) take((await answer.json()).image_code);
      else say(await reason(answer, texts));
    } catch {
      say(texts.textUploadFailed);
    }
    button.disabled = false;
    files.value = "";
  });
  button.addEventListener("click", () => files.click());
  button.hidden = false;
}
