"""Where a link really leads."""

from urllib.parse import parse_qs, quote, urlsplit

# Who puts an address of its own before that of a link, and where the real one stands.
_WRAPPERS = {
    ".safelinks.protection.outlook.com": "url",
    "www.google.com": "q",
    "google.com": "q",
    "l.facebook.com": "u",
    "lm.facebook.com": "u",
}
_SCHEMES = ("http", "https", "mailto", "tel")
_MOST_WRAPPINGS = 3


def destination(href: str, own: str) -> str | None:
    """The address that a link leads to, as it may stand in Markdown, or None where it leads nowhere from here.

    Wrappers that follow whoever clicks are undone; what is on the site `own` (`https://example.org`) gives its path.
    """
    address = href.strip()
    for _turn in range(_MOST_WRAPPINGS):
        address = _unwrapped(address)
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES and not (address.startswith("/") and not address.startswith("//")):
        return None
    if f"{parts.scheme}://{parts.netloc}".lower() == own.lower():
        address = address[len(own) :] or "/"
    return quote(address, safe="/%-._~!$'*+,;:@=?#&[]", errors="replace")


def _unwrapped(address):
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        key = next(
            (key for name, key in _WRAPPERS.items() if host == name or (host.endswith(name) and name[0] == ".")), ""
        )
        if not key or (key == "q" and parts.path != "/url"):
            return address
        asked = parse_qs(parts.query)
        found = [*asked.get(key, []), *(asked.get("url", []) if key == "q" else [])]
    except ValueError:
        return address
    return next((one for one in found if one.startswith(("http://", "https://"))), address)
