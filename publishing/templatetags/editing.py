"""The tags of the admin's forms."""

from django import template

from publishing.states import STATES, state_in_words, state_of
from publishing.translating import languages_beside

register = template.Library()


@register.inclusion_tag("publishing/state.html")
def state(item):
    """`{% state original %}`: what an item is for visitors; as stored, for a form that was refused has changed it."""
    stored = item.stored() or item
    return {"key": state_of(stored), "words": state_in_words(stored)}


@register.inclusion_tag("publishing/translation.html", takes_context=True)
def translation(context, item):
    """`{% translation original %}`: the way to an item in the other language, or a button that makes it."""
    stored = type(item).objects.with_translation().filter(pk=item.pk).first() or item
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
