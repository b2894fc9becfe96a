"""What is amiss or missing on the site, worst first, for the start page of the admin."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from images.models import Image
from pages.models import Profile
from publishing import checklist
from publishing.models import publishables

SHOWN = 10
PROFILE_FIELDS = ("name", "portrait", "email", "telephone", "street", "city", "chamber_of_commerce")


@dataclass(frozen=True)
class Gap:
    """Something that is amiss: on what, what it is, the address of its very field, and whether visitors meet it."""

    where: str
    what: str
    url: str
    breaks: bool = False


def gaps_for(user) -> tuple[list[Gap], int]:
    """The first of what this user may mend, and how many more there are; in a fixed number of queries."""
    found, count = checklist.places(list(filter(_changed_by(user), [Image, *publishables()])), limit=SHOWN)
    gaps = [_gap(place) for place in found]
    profile = list(_in_profile()) if _changed_by(user)(Profile) else []
    broken = [gap for gap in gaps if gap.breaks]
    return [*broken, *profile, *gaps[len(broken) :]][:SHOWN], max(0, count + len(profile) - SHOWN)


def _changed_by(user):
    return lambda model: user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}")


def _gap(place):
    return Gap(place.title, place.finding.message, place.url, place.finding.breaks)


def _in_profile():
    profile = Profile.objects.first() or Profile()
    form = reverse("admin:pages_profile_changelist")
    if profile.pk:
        form = reverse("admin:pages_profile_change", args=[profile.pk])
    for name in PROFILE_FIELDS:
        field = Profile._meta.get_field(name)
        if not getattr(profile, field.attname):
            label = capfirst(str(field.verbose_name))
            what = _("%(field)s is not filled in.") % {"field": label}
            yield Gap(capfirst(str(Profile._meta.verbose_name)), what, f"{form}#id_{name}")
