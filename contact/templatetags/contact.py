"""The tags of the contact form and of the inbox."""

from django import template
from django.utils.translation import gettext as _

from contact.forms import MessageForm

register = template.Library()


@register.inclusion_tag("contact/contact_form.html", takes_context=True)
def contact_form(context):
    """`{% contact_form %}`: the form as it was sent, or an empty one (in a preview, too)."""
    return {"form": context.get("form") or MessageForm()}


@register.simple_tag
def invitation_words(insertable) -> str:
    """`{% invitation_words insertable %}`: its `text="…"`, or the usual words."""
    return insertable.get("text", _("Shall we talk about it?"))
