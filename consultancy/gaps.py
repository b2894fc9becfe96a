"""What is still to be filled in on the site, for the start page of the admin."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from django.db.models import Q
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.models import Post
from images.models import Image
from pages.models import Page, Profile
from publishing.insertables import TO_FILL_IN
from publishing.markdown import Insertable, split

IMAGES_NAMED = 5
PROFILE_FIELDS = ("name", "portrait", "email", "telephone", "street", "city", "chamber_of_commerce")


@dataclass(frozen=True)
class Gap:
    """Something that is missing: on what, which part of it, and the address of its form."""

    where: str
    what: str
    url: str


def gaps_for(user) -> Iterator[Gap]:
    """What this user may fill in, in the order of the work; one query for each kind of content, two for images."""
    for permission, gaps in (
        ("pages.change_profile", _in_profile),
        ("pages.change_page", partial(_in_texts, Page.objects.order_by("path"))),
        ("blog.change_post", partial(_in_texts, Post.objects.all())),
        ("images.change_image", _in_images),
    ):
        if user.has_perm(permission):
            yield from gaps()


def _in_profile():
    profile = Profile.objects.first() or Profile()
    form = reverse("admin:pages_profile_changelist")
    if profile.pk:
        form = reverse("admin:pages_profile_change", args=[profile.pk])
    for name in PROFILE_FIELDS:
        if not getattr(profile, name):
            label = Profile._meta.get_field(name).verbose_name
            yield Gap(capfirst(Profile._meta.verbose_name), str(label), f"{form}#id_{name}")


def _in_texts(items):
    # The database knows no more than that such a word stands in the text; whether as a place to fill in, its HTML says.
    words = TO_FILL_IN.words.values()
    has_word = Q(*((("text__icontains", word)) for word in words), _connector=Q.OR)
    form = f"admin:{items.model._meta.app_label}_{items.model._meta.model_name}_change"
    for item in items.filter(has_word, text__contains="[[").only("title", "body_html"):
        places = [part.get("text", "…") for part in split(item.body_html) if _is_place(part, words)]
        if places:
            yield Gap(item.title, "; ".join(places), reverse(form, args=[item.pk]))


def _is_place(part, words):
    return isinstance(part, Insertable) and part.kind in words


def _in_images():
    images = Image.objects.to_describe()
    for image in images[:IMAGES_NAMED]:
        form = reverse("admin:images_image_change", args=[image.pk])
        yield Gap(image.title, _("What can be seen on this picture?"), f"{form}#id_alternative_text")
    more = images.count() - IMAGES_NAMED
    if more > 0:
        words = ngettext("%d more picture without a description", "%d more pictures without a description", more) % more
        yield Gap(words, "", reverse("admin:images_image_changelist") + "?description=missing")
