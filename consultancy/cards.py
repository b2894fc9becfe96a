"""The pictures that other sites show with a link to a page, post or testimonial: where they are, made once, kept."""

import logging
import re
from dataclasses import astuple, dataclass
from hashlib import sha256
from io import BytesIO

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from blog.models import Post
from consultancy.icons import palette_of
from images.cards import VERSION, social_card
from images.painting import Palette
from images.storage import media_storage
from images.views import led_on, unchanging
from pages.models import Page
from pages.site import Sites, current_sites, sites_of
from testimonials.models import Testimonial

FOLDER = "cards"
KINDS = {"page": Page, "post": Post, "testimonial": Testimonial}
NAME = re.compile(rf"{FOLDER}/(?P<kind>{'|'.join(KINDS)})/(?P<pk>[1-9][0-9]{{0,17}})/(?P<digest>[0-9a-f]{{20}})\.png")

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Card:
    """All that a card shows; so all that its address depends on."""

    folder: str
    title: str
    name: str
    tagline: str
    slug: str
    palette: Palette

    @property
    def digest(self) -> str:
        shown = (VERSION, self.title, self.name, self.tagline, self.slug, *astuple(self.palette))
        return sha256(repr(shown).encode(errors="backslashreplace")).hexdigest()[:20]

    @property
    def file_name(self) -> str:
        """Where it is kept in the storage, and behind the address of the media."""
        return f"{self.folder}/{self.digest}.png"

    @property
    def url(self) -> str:
        return reverse("card", kwargs={"name": self.file_name})

    def content(self) -> bytes:
        """The PNG: from the storage, or drawn, and kept for the next time if that can be."""
        try:
            with default_storage.open(self.file_name) as file:
                return file.read()
        except OSError:
            content = self._drawn()
        try:
            default_storage.save(self.file_name, ContentFile(content))
            self._delete_older()
        except OSError as error:
            logger.warning("A social card could not be kept: %s", error)
        return content

    def _drawn(self) -> bytes:
        return social_card(self.title, name=self.name, tagline=self.tagline, slug=self.slug, palette=self.palette)

    def _delete_older(self) -> None:
        _folders, files = default_storage.listdir(self.folder)
        for file in files:
            if file != f"{self.digest}.png" and not file.startswith("."):
                default_storage.delete(f"{self.folder}/{file}")


def card_of(item, sites: Sites) -> Card | None:
    """The card of an item in its own language, without a query; None for what has none or is not public."""
    kind = next((kind for kind, model in KINDS.items() if isinstance(item, model)), None)
    if kind is None or not item.is_published:
        return None
    profile = (sites.get(item.language) or sites[settings.LANGUAGE_CODE]).profile
    return Card(
        folder=f"{FOLDER}/{kind}/{item.pk}",
        title=item.title,
        name=profile.name,
        tagline=profile.tagline,
        slug=item.slug,
        palette=palette_of(profile),
    )


@require_safe
def card(request, name):
    """The card of a public item; an address of what it showed before leads to the present one. 404 for all else.

    Nothing is drawn but what a page shows at this moment, so what visitors can ask for is bounded.
    """
    asked = NAME.fullmatch(name)
    if asked is None:
        raise Http404
    item = get_object_or_404(KINDS[asked["kind"]].objects.published(), pk=asked["pk"])
    present = card_of(item, sites_of(request))
    if present.file_name != name:
        return led_on(present.url)
    return unchanging(request, BytesIO(present.content()), present.digest, content_type="image/png")


def delete_old_cards() -> int:
    """Delete every card that no public item shows at this moment; gives how many those were."""
    sites = current_sites()
    public = (item for model in KINDS.values() for item in model.objects.published().defer("text", "body_html"))
    shown = {present.file_name for item in public if (present := card_of(item, sites))}
    there = (entry.name for entry in media_storage.below(FOLDER))
    old = [name for name in there if name not in shown and NAME.fullmatch(name)]  # others are being written
    for name in old:
        default_storage.delete(name)
    return len(old)
