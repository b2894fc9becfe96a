// Where files come from: a field in which they are chosen, the whole screen onto which they are dropped, the clipboard.

const carriesFiles = (transfer) => [...(transfer?.types ?? [])].includes("Files");

// Calls `take` with the files, each as { file, isFolder }.
export function listenForFiles(root, take) {
  const field = root.querySelector("[type=file]");
  field.addEventListener("change", () => {
    take([...field.files].map((file) => ({ file, isFolder: false })));
    field.value = "";
  });
  listenForDrops(root.querySelector("[data-drop]"), take);
  document.addEventListener("paste", (event) => {
    if (!carriesFiles(event.clipboardData)) return;
    event.preventDefault();
    take(filesIn(event.clipboardData));
  });
}

function listenForDrops(sign, take) {
  // On a list the rest of the panel is hidden until there is something to show in it.
  document.body.append(sign);
  document.addEventListener("dragover", (event) => {
    if (!carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    sign.hidden = false;
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) sign.hidden = true;
  });
  document.addEventListener("drop", (event) => {
    sign.hidden = true;
    if (!carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    take(filesIn(event.dataTransfer));
  });
}

function filesIn(transfer) {
  return [...transfer.items]
    .filter(({ kind }) => kind === "file")
    .map((item) => ({ file: item.getAsFile(), isFolder: item.webkitGetAsEntry?.()?.isDirectory ?? false }))
    .filter(({ file }) => file);
}
