"""What a client says in an imported page becomes a testimonial, which is shown in its place in the text."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from consultancy.importing import plain_forms
from consultancy.importing.entries import Entry, Voice
from pages.models import Page
from publishing import history, references
from publishing.models import default_language
from publishing.versions import drafts
from testimonials.models import Testimonial


def put_into_text(entry: Entry, page: Page) -> tuple[str, list[str]]:
    """The text of an entry with an insertable in the place of each of its voices, and a remark on each.

    A testimonial with the same name and the same words is reused, whatever its status, and so is one of that name
    which `page` shows already, though its words were corrected since; a new one is a draft. What does not fit into a
    testimonial stays in the text as a quotation.
    """
    text, remarks = entry.text, []
    for voice in entry.voices:
        item = _standing(voice, page)
        reused = item is not None
        try:
            item = item or _made(voice, entry)
        except ValidationError as error:
            reason = " ".join(error.messages)
            remarks.append(_("“%(name)s” stays a quotation: %(reason)s") % {"name": voice.name, "reason": reason})
            continue
        text = text.replace(plain_forms.as_quotation(voice), item.insertable, 1)
        remarks.append(_remark(item, reused))
    return text, remarks


def _remark(item, reused):
    if reused:
        sentence = _("“%(name)s” is there already as a testimonial → %(address)s (%(status)s); in the text: %(line)s")
    else:
        sentence = _("“%(name)s” is new as a testimonial → %(address)s (%(status)s); in the text: %(line)s")
    return sentence % {
        "name": item.name,
        "address": item.get_absolute_url(),
        "status": item.get_status_display(),
        "line": item.insertable,
    }


def _standing(voice, page):
    words = _on_one_line(_text(voice))
    same_name = Testimonial.objects.filter(name=voice.name)
    same_words = next((item for item in same_name if _on_one_line(item.text) == words), None)
    return same_words or same_name.filter(pk__in=references.referred_to_by(page, Testimonial)).first()


def _made(voice, entry):
    language = entry.get("language") or default_language()
    item = Testimonial(name=voice.name, role=voice.role, text=_text(voice), language=language)
    item.full_clean()
    item.save()
    drafts.record(item, history.IMPORT)
    return item


def _text(voice: Voice) -> str:
    return "\n".join(plain_forms.as_markdown(line) for line in voice.words.split("\n"))


def _on_one_line(text):
    return " ".join(text.split())
