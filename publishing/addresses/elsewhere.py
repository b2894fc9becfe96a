"""What an address is that people type."""

import re
from urllib.parse import urlsplit


def is_elsewhere(address: str) -> bool:
    """Whether this is a whole address on the web, which may be shown as a link: http or https, and a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", address)
