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
    """The first of what this user may mend, and how many more there are; in a fixed number of queries.

    What nobody looked at for a year is no part of it: that waits, but is not amiss.
    """
    models = list(filter(_changed_by(user), [Image, *publishables()]))
    found, count = checklist.places(models, limit=SHOWN, without="stale") if models else ([], 0)
    gaps = [_gap(place) for place in found]
    profile = _in_profile() if _changed_by(user)(Profile) else []
    broken = [gap for gap in gaps if gap.breaks]
    return [*broken, *profile, *gaps[len(broken) :]][:SHOWN], max(0, count + len(profile) - SHOWN)


def _changed_by(user):
    return lambda model: user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}")


def _gap(place):
    return Gap(place.title, place.finding.message, place.url, place.finding.breaks)


def _in_profile() -> list[Gap]:
    """One line for all that the profile lacks, which leads to the first of it."""
    profile = Profile.objects.first() or Profile()
    missing = [field for field in map(Profile._meta.get_field, PROFILE_FIELDS) if not getattr(profile, field.attname)]
    if not missing:
        return []
    form = reverse("admin:pages_profile_changelist")
    if profile.pk:
        form = reverse("admin:pages_profile_change", args=[profile.pk])
    what = _("Not filled in yet: %(fields)s.") % {"fields": ", ".join(str(field.verbose_name) for field in missing)}
    return [Gap(capfirst(str(Profile._meta.verbose_name)), what, f"{form}#id_{missing[0].name}")]
