"""The two colour spaces that pictures are kept in: sRGB, which needs no profile, and Display P3, which carries one.

Display P3 is what telephones take photographs in and what their screens show. To bring it down to sRGB would lose the
strongest reds and greens for good; so what comes in a gamut wider than sRGB leaves in Display P3, with a profile of
500 bytes that every browser applies. Everything else leaves in sRGB.
"""

import struct
from functools import cache

from PIL import ImageCms

SRGB_AREA = 0.112  # of the triangle of its primaries in the CIE 1931 diagram
WIDER = 1.1

# ICC.1:2010, 10: colorants adapted to D50 by the Bradford matrix, from the primaries of SMPTE EG 432-1 and D65.
D50 = (0.96420288, 1.0, 0.82490540)
COLORANTS = {
    "rXYZ": (0.515102, 0.241182, -0.001050),
    "gXYZ": (0.291965, 0.692236, 0.041882),
    "bXYZ": (0.157153, 0.066582, 0.784073),
}
TO_D50 = (1.047882, 0.022918, -0.050217, 0.029587, 0.990479, -0.017059, -0.009247, 0.015076, 0.751678)
SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)  # IEC 61966-2-1


@cache
def srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@cache
def display_p3() -> bytes:
    """An ICC profile of Display P3."""
    return described("Display P3", COLORANTS)


def described(name: str, colorants: dict[str, tuple[float, float, float]]) -> bytes:
    """An ICC profile, version 4, of a colour space with the curve of sRGB and these colorants."""
    curve = b"para" + struct.pack(">4xHxx", 3) + _numbers(SRGB_CURVE)
    tags = {
        "desc": _text(name),
        "cprt": _text("CC0"),
        "wtpt": b"XYZ \0\0\0\0" + _numbers(D50),
        "chad": b"sf32\0\0\0\0" + _numbers(TO_D50),
        **{tag: b"XYZ \0\0\0\0" + _numbers(values) for tag, values in colorants.items()},
        **dict.fromkeys(("rTRC", "gTRC", "bTRC"), curve),
    }
    return _profile(tags)


def is_wide(profile: ImageCms.ImageCmsProfile) -> bool:
    """Whether the triangle of its primaries is clearly larger than that of sRGB; False where it names none."""
    known = profile.profile
    red, green, blue = (_place(corner) for corner in (known.red_primary, known.green_primary, known.blue_primary))
    if known.xcolor_space.strip() != "RGB" or not (red and green and blue):
        return False
    across = (green[0] - red[0]) * (blue[1] - red[1]) - (blue[0] - red[0]) * (green[1] - red[1])
    return abs(across) / 2 > WIDER * SRGB_AREA


def _place(corner: tuple | None) -> tuple[float, float] | None:
    """Of (XYZ, xyY) the xy."""
    return corner[1][:2] if corner else None


def _numbers(values: tuple[float, ...]) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _text(words: str) -> bytes:
    encoded = words.encode("utf-16-be")
    return b"mluc" + struct.pack(">4xII2s2sII", 1, 12, b"en", b"US", len(encoded), 28) + encoded


def _profile(tags: dict[str, bytes]) -> bytes:
    """Tags with the same content share one place."""
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    content = b""
    for tag in tags.values():
        if tag not in places:
            places[tag] = start + len(content)
            content += tag + bytes(-len(tag) % 4)
    table = b"".join(name.encode() + struct.pack(">II", places[tag], len(tag)) for name, tag in tags.items())
    return _header(start + len(content)) + struct.pack(">I", len(tags)) + table + content


def _header(size: int) -> bytes:
    version, intent = 0x04300000, 0
    date = struct.pack(">6H", 2020, 1, 1, 0, 0, 0)
    return (
        struct.pack(">I4xI", size, version) + b"mntrRGB XYZ " + date + b"acsp" + bytes(24) + struct.pack(">I", intent)
        + _numbers(D50) + bytes(48)
    )  # fmt: skip
