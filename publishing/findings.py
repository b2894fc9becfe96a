"""What can be amiss with an item: the table of rules, worst first, and what was found when a text was saved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from publishing.kept_rows import keep_exactly


class Severity(StrEnum):
    """Whether it keeps a page from being published."""

    BREAKS = "breaks"
    ADVISES = "advises"


@dataclass(frozen=True)
class Rule:
    """What is told where it is not kept to (`%(what)s` is the detail), and what else would keep a page back."""

    message: Promise | str
    severity: Severity = Severity.ADVISES


# The order is that of the lists: what visitors are hindered by first.
RULES: dict[str, Rule] = {
    "no_page": Rule(
        _("The link to %(what)s leads nowhere: there is no page. Write another address, or take the link away."),
        Severity.BREAKS,
    ),
    "unknown": Rule(
        _("%(what)s: this is not known, so visitors see nothing here. Correct the line, or take it away."),
        Severity.BREAKS,
    ),
    "in_a_sentence": Rule(
        _("%(what)s stands in a sentence, so visitors read these signs. Give it a line of its own, or take it away.")
    ),
    "not_public": Rule(_("This refers to “%(what)s”, which visitors don't see. Publish that too, or take it away.")),
    "nothing_shown": Rule(_("%(what)s: visitors see nothing here yet.")),
    "no_consent": Rule(_("Has this person given permission to publish these words? Then fill in the day.")),
    "no_speaker": Rule(_("Who said the opening quotation? Write the name below it.")),
    "undescribed": Rule(_("What can be seen on the picture “%(what)s”? Describe it, or tick that it is decorative.")),
    "to_fill_in": Rule(_("Still to fill in: %(what)s")),
    "elsewhere": Rule(_("The picture %(what)s is on another site: visitors see a link to it. Upload it here.")),
    "skipped_level": Rule(_("The heading “%(what)s” skips a level. Put the cursor in it and click Heading.")),
    "empty_words": Rule(_("The link “%(what)s” does not say where it leads. Write what is to be found there.")),
    "same_title": Rule(_("“%(what)s” is the title of something else too. Choose titles that tell them apart.")),
    "no_description": Rule(_("There is no introduction and no description for search engines. Write one of them.")),
    "small_picture": Rule(_("The picture “%(what)s” is small for its place, and looks coarse. Choose a larger one.")),
    "description_cut": Rule(
        _("Search engines cut the description: it has %(what)s characters, and they show 155. Shorten it.")
    ),
    "stale": Rule(_("Not looked at for a year. Open it and say whether all of it is still true.")),
}


@dataclass(frozen=True)
class Finding:
    """A rule of `RULES` that an item does not keep to: in which field of its form, and what the sentence is about.

    `anchor` is where on the page it stands (an id there), where that is known.
    """

    rule: str
    field: str = "text"
    detail: str = ""
    anchor: str = ""

    @property
    def severity(self) -> Severity:
        return RULES[self.rule].severity

    @property
    def breaks(self) -> bool:
        """Whether it keeps a page from being published."""
        return self.severity == Severity.BREAKS

    @property
    def message(self) -> str:
        """What to tell the editor, in her language."""
        return str(RULES[self.rule].message) % {"what": self.detail}


def rank(rule: str) -> int:
    """The place of a rule in the lists; 0 is the worst."""
    return list(RULES).index(rule)


DETAIL_LENGTH = 300


class KeptFinding(models.Model):
    """What was found in the text of `source` at its last save; what depends on other items is asked when needed."""

    source_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    source_id = models.PositiveBigIntegerField()
    source = GenericForeignKey("source_type", "source_id")
    rule = models.CharField(max_length=30)
    field = models.CharField(max_length=50)
    detail = models.CharField(max_length=DETAIL_LENGTH)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["source_type", "source_id"])]

    def __str__(self):
        return f"{self.source}: {self.rule}"


def keep(found: Mapping[Any, Iterable[Finding]]) -> None:
    """Keep exactly these findings of each source, all of one model: one query where nothing changed."""
    rows = {source: {(one.rule, one.field, one.detail[:DETAIL_LENGTH]) for one in of} for source, of in found.items()}
    keep_exactly(KeptFinding, ("rule", "field", "detail"), rows)


def forget(source: Any) -> None:
    """`source` is deleted."""
    source_type = ContentType.objects.get_for_model(source)
    KeptFinding.objects.filter(source_type=source_type, source_id=source.pk).delete()
