"""Keys as a browser sends them; here, where every room can ask."""


def key_of(sent: str | None) -> int | None:
    """The key that `sent` writes out, or None where it is none, or one that no database holds."""
    return int(sent) if sent and sent.isascii() and sent.isdecimal() and len(sent) < 19 else None
