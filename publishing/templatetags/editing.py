"""The tags of the admin's forms."""

from django import template

from publishing.states import state_in_words, state_of

register = template.Library()


@register.inclusion_tag("publishing/state.html")
def state(item):
    """`{% state original %}`: what an item is for visitors; as stored, for a form that was refused has changed it."""
    stored = item.stored() or item
    return {"key": state_of(stored), "words": state_in_words(stored)}
