// Chooses among what the site has.

const chooser = new URL("../picker.js", import.meta.url);

/*
 * Resolves as `pick` of picker.js does: to { address, title } for a link, { line } for the rest, null where nothing was
 * chosen. Resolves to undefined where the chooser did not arrive, so that another way can be offered.
 */
export async function pick(kind, options) {
  const module = await import(chooser).catch(() => null);
  return module?.pick(kind, options);
}
