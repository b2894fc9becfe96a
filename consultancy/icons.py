"""The small picture of the site in tabs and on phones: her logo where it is about square, else the mark in her colours.

Where she chose neither, the site has the icons of the house, which are static files.
"""

from dataclasses import astuple, dataclass, fields
from hashlib import sha256
from io import BytesIO

from django.core.files.storage import default_storage
from django.http import Http404
from django.urls import reverse
from django.views.decorators.http import require_safe

from images.icons import TAB, TOUCH, VERSION, from_picture, mark
from images.painting import Palette
from images.renditions.asking import ask
from images.renditions.shown import is_ready
from images.renditions.specs import specs
from images.views import led_on, unchanging
from pages.models import Profile
from pages.site import Site, site_of

SQUARE = (0.75, 1.34)  # width by height


@dataclass(frozen=True)
class Icon:
    """What is drawn: the file of a logo, or where it is empty the mark in these colours."""

    logo: str
    palette: Palette

    @property
    def digest(self) -> str:
        return sha256(repr((VERSION, self.logo, *astuple(self.palette))).encode()).hexdigest()[:20]

    @property
    def tab(self) -> str:
        """The address for the tab of a browser."""
        return self.url(TAB)

    @property
    def touch(self) -> str:
        """The address for the screen of a phone."""
        return self.url(TOUCH)

    def content(self, size: int) -> bytes:
        """A PNG of so many pixels. Raises OSError where the file of the logo is not there."""
        if not self.logo:
            return mark(self.palette, size)
        with default_storage.open(self.logo) as file:
            return from_picture(file.read(), size)

    def url(self, size: int) -> str:
        """Where it is, TAB or TOUCH pixels wide."""
        return reverse("icon", args=[self.digest, size])


def icon_of(site: Site) -> Icon | None:
    """The icon around these pages, without a query; None where it is that of the house."""
    profile = site.profile
    logo = _logo(profile)
    return Icon(logo, palette_of(profile)) if logo or profile.colours else None


@require_safe
def icon(request, digest, size):
    """The icon as it is now; an address of what it was before leads to it. 404 where it is that of the house."""
    present = icon_of(site_of(request))
    if present is None:
        raise Http404
    if present.digest != digest:
        return led_on(present.url(int(size)))
    try:
        content = present.content(int(size))
    except OSError as error:
        raise Http404 from error
    return unchanging(request, BytesIO(content), f"{digest}-{size}", content_type="image/png")


def palette_of(profile: Profile) -> Palette:
    """Her colours for what stands on the pages of others, in one scheme."""
    light = profile.colours.light
    return Palette(**{field.name: getattr(light, field.name) for field in fields(Palette)})


def _logo(profile):
    """The file of a logo that is about square, "" where there is none or it has not been made yet."""
    logo = profile.logo
    if not logo or not SQUARE[0] <= logo.width / logo.height <= SQUARE[1]:
        return ""
    ask(logo, "icon")
    return specs(logo, "icon")[-1].name if is_ready(logo, "icon") else ""
