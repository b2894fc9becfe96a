// Tabs of their own that follow the form in this one, also after it was saved and is a new page.

// A tab of the browser is known by a name of its own.
function nameOfTab() {
  const made = Math.random().toString(36).slice(2);
  try {
    sessionStorage.preview ??= made;
    return sessionStorage.preview;
  } catch {
    return made;
  }
}

export class Followers {
  // `arrived` is called for each tab that begins to follow.
  constructor(link, arrived) {
    const name = `preview-${nameOfTab()}`;
    this.present = false;
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }) => {
      this.present = data !== "left";
      if (this.present) arrived();
    };
    link.hash = name;
    this.tell("who follows?");
  }

  tell(message) {
    this.channel.postMessage(message);
  }
}
