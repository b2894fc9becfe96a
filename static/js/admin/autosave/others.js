// Tells the other tabs of this browser that there is something new of an item, and asks the site what else there is of it.

const CHANNEL = "autosave";

export class Others {
  #channel = "BroadcastChannel" in window ? new BroadcastChannel(CHANNEL) : undefined;

  constructor(address, hear) {
    this.address = address;
    this.#channel?.addEventListener("message", ({ data }) => hear(data));
  }

  tell(uuid) {
    this.#channel?.postMessage(uuid);
  }

  // The answer as {others, newer, problem}; nothing where there is none.
  async ask({ fields, ...known }) {
    try {
      const answer = await fetch(`${this.address}?${new URLSearchParams(known)}`);
      return answer.ok ? await answer.json() : undefined;
    } catch {
      return undefined;
    }
  }
}
