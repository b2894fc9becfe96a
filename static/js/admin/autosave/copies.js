// What was typed and is not kept by the site yet, in this browser: one copy a person, item and opened page.

const PREFIX = "autosave";

const keyOf = ({ user, uuid, tab }) => [PREFIX, user, uuid, tab].join(":");

export function randomName() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Says whether there was room for it.
export function putCopy(typed) {
  try {
    localStorage.setItem(keyOf(typed), JSON.stringify(typed));
    return true;
  } catch {
    return false;
  }
}

export function dropCopy(typed) {
  try {
    localStorage.removeItem(keyOf(typed));
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

// Tells other pages that this one is open, for as long as it is: its copy is not theirs to send.
export function claim(tab) {
  navigator.locks?.request(`${PREFIX}:${tab}`, () => new Promise(() => {}));
}

// The copies of a person that closed pages left behind.
export async function copiesLeftBehind(user) {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const open = new Set(held.map((lock) => lock.name));
  return read(`${PREFIX}:${user}:`).filter((typed) => !open.has(`${PREFIX}:${typed.tab}`));
}

function read(beginning) {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(beginning));
    return keys.map((key) => JSON.parse(localStorage.getItem(key)));
  } catch {
    return [];
  }
}
