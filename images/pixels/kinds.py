"""The kind of a file, known by its content: its name is what somebody chose to write."""

from images.pixels.refusals import Refused

HEAD = 1024
SIGNATURES = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG", b"GIF87a": "GIF", b"GIF89a": "GIF"}
# TIFF and BMP: no camera or telephone makes them, and a decoder that is not needed is a risk for nothing.
REFUSED = {
    b"II*\0": "old_format",
    b"MM\0*": "old_format",
    b"BM": "old_format",
    b"%PDF": "document",
    b"PK\3\4": "document",
}
AVIF = {b"avif", b"avis"}
HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}


def kind_of(head: bytes) -> str:
    """Pillow's name of the format that `head`, the first HEAD bytes of a file, belongs to. Raises Refused."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp":
        return _kind_of_container(head)
    for signature, kind in SIGNATURES.items():
        if head.startswith(signature):
            return kind
    raise Refused(_reason(head))


def _kind_of_container(head: bytes) -> str:
    """By the brands that it names (ISO/IEC 14496-12, 4.3): films come in the same container."""
    end = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[place : place + 4] for place in (8, *range(16, end, 4))}
    if brands & AVIF:
        return "AVIF"
    if brands & HEIC:
        return "HEIF"
    raise Refused("film")


def _reason(head: bytes) -> str:
    for signature, reason in REFUSED.items():
        if head.startswith(signature):
            return reason
    is_markup = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    return "svg" if is_markup and b"<svg" in head.lower() else "unreadable"
