"""The tags of what was written before."""

from django import template

from publishing.versions import words as versions
from publishing.versions.differences import differences as differences_between

register = template.Library()

register.filter(versions.when)
register.filter(versions.what_it_is)


@register.inclusion_tag("publishing/differences.html")
def differences(old, new):
    """`{% differences old new %}`: two texts beside each other, with the words that were removed and added."""
    return {"differences": differences_between(old, new), "is_same": old == new}
