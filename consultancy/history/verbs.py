"""Every verb of the history: its sentence, and under which word of the filter it is found."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Verb:
    """A sentence about `{who}` and `{item}`, and further names that are in the details of an entry."""

    sentence: Promise | str
    deed: str


DEEDS = {
    "added": _("made"),
    "changed": _("changed"),
    "published": _("published or scheduled"),
    "taken_off": _("taken off the site"),
    "moved": _("moved"),
    "deleted": _("deleted"),
    "restored": _("put back"),
    "shared": _("shown to somebody"),
}

VERBS = {
    "added": Verb(_("{who} made {item}"), "added"),
    "imported": Verb(_("{who} took in {item}"), "added"),
    "duplicated": Verb(_("{who} made {item} as a copy"), "added"),
    "translated": Verb(_("{who} made {item} as a translation"), "added"),
    "changed": Verb(_("{who} changed {item}"), "changed"),
    "drafted": Verb(_("{who} changed {item}, not for visitors yet"), "changed"),
    "confirmed": Verb(_("{who} said that {item} is still true"), "changed"),
    "ordered": Verb(_("{who} gave {item} another place in the order"), "changed"),
    "answered": Verb(_("{who} marked {item} as answered"), "changed"),
    "spam": Verb(_("{who} put {item} with the spam"), "changed"),
    "no_spam": Verb(_("{who} brought {item} back from the spam"), "changed"),
    "published": Verb(_("{who} published {item}"), "published"),
    "scheduled": Verb(_("{who} scheduled {item} for {moment}"), "published"),
    "withdrawn": Verb(_("{who} made a draft of {item}: visitors don't see it any more"), "taken_off"),
    "unpublished": Verb(_("{who} took back the publication of {item}"), "taken_off"),
    "archived": Verb(_("{who} archived {item}"), "taken_off"),
    "moved": Verb(_("{who} moved {item} from {old} to {new}"), "moved"),
    "deleted": Verb(_("{who} deleted {item}"), "deleted"),
    "binned": Verb(_("{who} put {item} into the bin"), "deleted"),
    "purged": Verb(_("{who} deleted {item} from the bin for good"), "deleted"),
    "emptied": Verb(_("{who} deleted for good what had lain in the bin for 60 days: {number}"), "deleted"),
    "restored": Verb(_("{who} put {item} back from the bin"), "restored"),
    "undone": Verb(_("{who} put {item} back to what visitors saw before its last publication"), "restored"),
    "reverted": Verb(_("{who} put back an older version of {item}"), "restored"),
    "shared": Verb(_("{who} made a link that shows {item} to somebody"), "shared"),
    "unshared": Verb(_("{who} withdrew a link that showed {item} to somebody"), "shared"),
}

# Of a verb that another version of the site wrote.
UNKNOWN = _("{who} did something to {item} that this version of the site has no word for ({verb})")
# Saved, though nothing was changed.
SAVED = _("{who} saved {item}")

# What an item is called in a sentence; `{title}` stands in quotation marks already.
KINDS = {
    "pages.page": _("the page {title}"),
    "pages.profile": _("the profile"),
    "blog.post": _("the post {title}"),
    "blog.topic": _("the topic {title}"),
    "testimonials.testimonial": _("the testimonial {title}"),
    "testimonials.theme": _("the theme {title}"),
    # Who wrote it is nobody's business once it is deleted.
    "contact.message": _("a message of a visitor"),
    "images.image": _("the picture {title}"),
    "images.document": _("the file {title}"),
    "publishing.redirect": _("the old address {title}"),
    "auth.user": _("the login {title}"),
    "auth.group": _("the group {title}"),
}
OTHER_KIND = _("{kind} {title}")
KIND_GONE = _("something that is no more")
