"""Spaces at which no line may break: between a number and its unit, within a name with initials."""

import re

_UNITS = (
    *(
        "%",
        "‰",
        "°C",
        "°",
        "€",
        "EUR",
        "euro",
        "km/h",
        "km/u",
        "km",
        "hm",
        "dm",
        "cm",
        "mm",
        "m",
        "ha",
        "kg",
        "mg",
        "g",
    ),
    *("ml", "cl", "dl", "l", "kWh", "MWh", "kW", "MW", "kB", "MB", "GB", "TB", "dB", "Hz", "kHz", "MHz", "GHz", "px"),
    *("uur", "u", "min", "sec", "a.m", "p.m", "am", "pm", "mln", "mld", "miljoen", "miljard", "million", "billion"),
)
_UNIT = "|".join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))
_NUMBERED = "p|pp|blz|nr|nrs|no|nos|art|artt|fig|hfst|par|tel|vol|ch|sec"
# What stands between the initials of a name and its first capital, in the languages around.
_PARTICLES = "van|von|vom|de|den|der|des|du|di|da|el|la|le|ten|ter|te|op|in|zu|zum|zur|’t|’s"
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
# Each alternative ends with the space that is meant.
_SPACE = re.compile(
    rf"\d (?=(?:{_UNIT})[²³]?(?!\w))"
    r"|[€$£§] (?=\d)"
    rf"|\b(?:{_NUMBERED})\. (?=\d)"
    rf"|(?<!\w){_CAPITAL}\. (?={_CAPITAL}|(?:{_PARTICLES}) )"
    r"|« | (?=»)"
)
_UNBROKEN = "\u00a0"


def unbroken(text: str) -> str:
    """Return `text` with U+00A0 for those spaces; it takes time in proportion to the length."""
    return _SPACE.sub(lambda found: found[0][:-1] + _UNBROKEN, text) if " " in text else text
