"""Where the social card of a page is, for the head of the page."""

from django import template
from django.conf import settings

from consultancy.cards import card_of
from pages.site import current_sites, sites_of

register = template.Library()


@register.simple_tag(takes_context=True)
def social_card(context, *items) -> str:
    """`{% social_card page request.section as card %}`: the absolute address of the card of the first that has one.

    A PNG of 1200 × 630 pixels. Empty where none of them is public. Asks nothing of the database.
    """
    request = context.get("request")
    sites = sites_of(request) if request else current_sites()
    cards = (card_of(item, sites) for item in items)
    return next((settings.SITE_URL + card.url for card in cards if card), "")
