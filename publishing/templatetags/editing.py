"""The tags of the admin's forms."""

from django import template
from django.urls import reverse

from publishing.checklist import blocking, findings
from publishing.models import Revision
from publishing.previews.appearances import links_that_show
from publishing.previews.shared_previews import DAYS, USUAL_DAYS
from publishing.states import STATES, state_in_words, state_of, undoing_in_words, waiting_in_words
from publishing.translating import languages_beside
from publishing.versions.drafts import seen_before, undoable
from publishing.versions.revisions import content_of, working_copy
from publishing.versions.words import changed_contents

register = template.Library()


@register.inclusion_tag("publishing/state.html", takes_context=True)
def state(context, form):
    """`{% state adminform.form %}`: what visitors see of the item of a form, what waits, and the way back."""
    stored = context["stored"]
    written = form.instance if not form.is_bound else working_copy(stored.stored())
    waits = waiting_in_words(stored, written, written.pending_revision) if written.pending_revision else ""
    publication = context["buttons"]["may_publish"] and undoable(stored)
    undo = f"admin:{stored._meta.app_label}_{stored._meta.model_name}_undo_publication"
    return {
        "key": state_of(stored),
        "words": state_in_words(stored),
        "waits": waits,
        "changed": changed_contents(content_of(stored), content_of(written), type(stored), form.fields)
        if waits
        else [],
        "publication": publication,
        "undoing": undoing_in_words(seen_before(stored, publication), waits) if publication else "",
        "undo": reverse(undo, args=[stored.pk]),
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("publishing/translation.html", takes_context=True)
def translation(context, form):
    """`{% translation adminform.form %}`: the way to an item in the other language, or a button that makes it."""
    stored = form.instance
    if form.is_bound:
        stored = type(stored).objects.with_translation().filter(pk=stored.pk).first() or stored
    other, name = stored.translation, f"admin:{stored._meta.app_label}_{stored._meta.model_name}"
    return {
        "item": stored,
        "other": other,
        "words": other and STATES[state_of(other)],
        "languages": languages_beside(stored) if context.get("has_add_permission") else [],
        "change": f"{name}_change",
        "translate": f"{name}_translate",
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("publishing/checklist.html")
def checklist(form):
    """`{% checklist adminform.form %}`: what is amiss with the item of a form, as stored or as it was refused.

    Of an item that is not stored it stands ready, and the script of the editor fills it in.
    """
    item = form.instance
    found = findings(item) if item.pk else []
    return {"kind": item._meta.label_lower, "key": item.pk, "found": found, "held": blocking(item, found)}


@register.inclusion_tag("publishing/preview.html")
def preview(form):
    """`{% preview adminform.form %}`: the frame beside a form in which the page is shown as it is written."""
    return {"item": form.instance, "kind": form.instance._meta.label_lower}


@register.inclusion_tag("publishing/shared.html", takes_context=True)
def shared(context, form):
    """`{% shared adminform.form %}`: links that show an item to somebody, while visitors don't see all of it."""
    item, name = context["stored"], "admin:{0.app_label}_{0.model_name}".format(context["stored"]._meta)
    if not (context["has_change_permission"] and (not item.is_published or _waits(item, form))):
        return {}
    return {
        "item": item,
        "links": links_that_show(item),
        "is_open": "shared" in context["request"].GET,
        "days": DAYS,
        "usual": USUAL_DAYS,
        "share": f"{name}_share",
        "unshare": f"{name}_unshare",
        "csrf_token": context.get("csrf_token"),
    }


def _waits(item, form):
    """Whether something waits for its publication; of a form that was sent, that is not known yet."""
    if form.is_bound:
        return Revision.objects.of(item).pending().exists()
    return getattr(form.instance, "pending_revision", None) is not None
