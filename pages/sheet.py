"""The one style sheet of a site with colours of its own: that of the house, with hers behind it."""

import posixpath
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse

from pages.colours import DARK, LIGHT, Choice, tokens

HOUSE = "css/site.css"
_REFERENCE = re.compile(r"""url\(["']?(?![a-z]+:|[/#])([^"')]+)["']?\)""")
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\n\s+")


@dataclass(frozen=True)
class StyleSheet:
    """The whole sheet, with a digest that moves whenever its text does."""

    text: str
    digest: str

    @property
    def url(self) -> str:
        return reverse("style_sheet", args=[self.digest])


def style_sheet(choice: Choice) -> StyleSheet | None:
    """The sheet of a site with these colours; None where nothing was chosen and the static file is right as it is."""
    if not choice:
        return None
    text = _house() + _layer(choice)
    return StyleSheet(text, sha256(text.encode()).hexdigest()[:12])


def as_served(sheet: str) -> str:
    """A style sheet of this project without what only its authors read; none has the sign of a remark in a string."""
    return _INDENT.sub("\n", _REMARK.sub("", sheet))


def _house():
    """The sheet of the house, its references as they are from the address of another."""
    text = as_served(Path(finders.find(HOUSE)).read_text(encoding="utf-8"))
    return _REFERENCE.sub(lambda found: f"url({static(_from_root(found[1]))})", text)


def _from_root(reference):
    return posixpath.normpath(posixpath.join(posixpath.dirname(HOUSE), reference))


def _layer(choice):
    """Her colours, behind and so before those of the house; only what differs from it."""
    light, dark = tokens(choice.light), tokens(choice.dark)
    own = [name for name in light if (light[name], dark[name]) != (tokens(LIGHT)[name], tokens(DARK)[name])]
    plain = "".join(f"--{name}:{light[name]};" for name in own)
    both = "".join(f"--{name}:light-dark({light[name]},{dark[name]});" for name in own if light[name] != dark[name])
    supports = f"@supports (color:light-dark(#000,#fff)){{:root{{{both}}}}}" if both else ""
    return f"@layer tokens{{:root{{{plain}}}{supports}}}\n"
