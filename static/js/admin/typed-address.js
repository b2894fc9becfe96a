// What somebody typed as an address of a link: one elsewhere, one of this site, a mail address, a telephone number.

const MAIL = /^(?:mailto:)?([^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,})$/i;
const TELEPHONE = /^(?:tel:)?(\+?[\d\s().-]{8,24})$/i;
const WHOLE = /^https?:\/\/\S+$/i;
const WITHOUT_SCHEME = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#:]\S*)?$/i;

function whole(typed) {
  try {
    return new URL(WHOLE.test(typed) ? typed : `https://${typed}`);
  } catch {
    return null;
  }
}

// {address, sort} of what was typed, or null where it is no address; `sort` is elsewhere, here, mail or telephone.
export function recognise(typed) {
  const text = typed.trim();
  const mail = text.match(MAIL);
  if (mail) return { address: `mailto:${mail[1]}`, sort: "mail" };
  const telephone = text.match(TELEPHONE)?.[1].replace(/\(0\)|[^\d+]/g, "");
  if (telephone && /\d{8}/.test(telephone)) return { address: `tel:${telephone}`, sort: "telephone" };
  if (/^[/#][^\s]*$/.test(text)) return { address: text, sort: "here" };
  const url = WHOLE.test(text) || WITHOUT_SCHEME.test(text) ? whole(text) : null;
  if (!url) return null;
  if (url.origin === location.origin) return { address: url.pathname + url.search + url.hash, sort: "here" };
  return { address: url.href, sort: "elsewhere" };
}
