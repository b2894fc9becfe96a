// Many files taken in on one screen: chosen, dropped or pasted, each with its own row, progress and answer.

import { listenForFiles } from "./library/sources.js";
import { Uploads } from "./library/uploads.js";
import { Words } from "./library/words.js";

for (const root of document.querySelectorAll("[data-uploads]")) {
  const words = new Words(root);
  const uploads = new Uploads(root, () => words.show());
  listenForFiles(root, (files) => {
    root.closest("[data-uploads-on-list]")?.removeAttribute("hidden");
    uploads.take(files);
  });
  for (const plain of root.querySelectorAll("[data-plain]")) plain.hidden = true;
  root.querySelector("[data-hint]").hidden = false;
  window.addEventListener("beforeunload", (event) => (uploads.isBusy || words.isUnsaved) && event.preventDefault());
}
