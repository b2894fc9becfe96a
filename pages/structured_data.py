"""What a page says of itself to search engines: one graph in the terms of schema.org.

Testimonials get no markup as reviews. They are words about the consultant on her own site, which search engines call
self-serving: pages with `LocalBusiness` or another `Organization` get no stars for them (Google Search Central, "Review
snippet", guidelines), stars need a rating, and clients give none here.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from images.renditions.shown import elsewhere
from pages.site import Site

# What search engines show of a headline.
HEADLINE_LENGTH = 110
Node = dict[str, Any]


def graph(site: Site, page: Any, *, url: str, language: str, ancestors: Sequence[Any] = ()) -> Node:
    """All that is said of a page at the absolute address `url`, as a JSON-LD document.

    `page` has a `title`, a `summary` and a `schema_type`, and where it is an item also its moments and its `image`.
    Whose site it is stands on the pages that are about that: home, contact and "about me".
    """
    is_home = getattr(page, "is_home", False)
    nodes = [_page(site, page, url, language)]
    if is_home or page.schema_type in ("ContactPage", "AboutPage"):
        nodes += [_person(site), _business(site)]
    nodes.append(_website(site) if is_home else _breadcrumbs(site, page, url, ancestors))
    return {"@context": "https://schema.org", "@graph": [node for node in nodes if node]}


def absolute(url: str) -> str:
    """The same address with the origin of the site; what stands elsewhere stays as it is."""
    return urljoin(settings.SITE_URL, url)


def _node(kind, **fields):
    """A node without the fields that are empty."""
    return {"@type": kind, **{name.replace("id_", "@id"): value for name, value in fields.items() if value}}


def _page(site, page, url, language):
    facts = {"description": page.summary, "inLanguage": language, "image": _picture(page), **_moments(page)}
    if page.schema_type == "BlogPosting":
        headline = Truncator(page.title).chars(HEADLINE_LENGTH)
        return _node("BlogPosting", headline=headline, author=_author(site), mainEntityOfPage=url, **facts)
    about = _reference(site, "person") if page.schema_type == "AboutPage" else None
    part_of = _reference(site, "website")
    return _node(page.schema_type, url=url, name=page.title, mainEntity=about, isPartOf=part_of, **facts)


def _picture(page):
    image = getattr(page, "image", None)
    return absolute(elsewhere(image, "social").url) if image else None


def _moments(page):
    """ISO 8601 in the site's time zone, with its offset."""
    if not getattr(page, "published_at", None):
        return {}
    moments = {"datePublished": page.published_at, "dateModified": page.last_changed}
    return {name: timezone.localtime(moment).isoformat(timespec="seconds") for name, moment in moments.items()}


def _reference(site, name):
    return {"@id": _id(name)} if site.profile.name else None


def _id(name):
    return f"{_home()}#{name}"


def _home():
    return absolute(reverse("home"))


def _author(site):
    return _node("Person", id_=_id("person"), name=site.profile.name, url=_home()) if site.profile.name else None


def _website(site):
    """The name that search engines show beside an address; a site without one has none."""
    name = site.profile.name
    return name and _node("WebSite", id_=_id("website"), url=_home(), name=name, publisher=_reference(site, "person"))


def _person(site):
    links = [link.url for link in site.links]
    return site.profile.name and _node("Person", id_=_id("person"), sameAs=links, **_profile(site.profile))


def _business(site):
    """Search engines demand the address of a business, so there is none without one."""
    profile = site.profile
    if not profile.name or not _address(profile):
        return None
    founder = _reference(site, "person")
    return _node(
        "ProfessionalService", id_=_id("business"), founder=founder, vatID=profile.vat_number, **_profile(profile)
    )


def _profile(profile):
    return {
        "name": profile.name,
        "description": profile.tagline,
        "url": _home(),
        "image": absolute(elsewhere(profile.portrait, "portrait").url) if profile.portrait else None,
        "telephone": profile.telephone,
        "email": profile.email,
        "address": _address(profile),
    }


def _address(profile):
    if not (profile.street or profile.city):
        return None
    place = {"addressLocality": profile.city, "addressCountry": profile.country}
    return _node("PostalAddress", streetAddress=profile.street, postalCode=profile.postal_code, **place)


def _breadcrumbs(site, page, url, ancestors):
    """The way that the page shows above its title, and the page itself."""
    above = [(ancestor.title, absolute(ancestor.get_absolute_url())) for ancestor in ancestors]
    trail = [(site.home.title, absolute(site.home.url)), *above, (page.title, url)]
    steps = [_node("ListItem", position=number, name=name, item=to) for number, (name, to) in enumerate(trail, 1)]
    return _node("BreadcrumbList", itemListElement=steps)
