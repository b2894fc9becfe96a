// The preview in a tab of its own: what the form in another tab shows, shown here.

import { Page } from "./page.js";

const channel = new BroadcastChannel(location.hash.slice(1));
const page = new Page(document, () => {});

channel.onmessage = ({ data }) => {
  if (data === "who follows?") channel.postMessage("here");
  if (data.html) page.show(data.html, data.changes);
  if (data.place) page.bring(data.place);
};
addEventListener("pagehide", () => channel.postMessage("left"));
channel.postMessage("here");
