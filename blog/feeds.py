"""The feeds: the latest posts as Atom (RFC 4287), whole, for programs and for a person who opens them."""

import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed, Enclosure, Stylesheet
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import conditional_page, require_safe

from blog.models import Post, Topic
from images.names import CONTENT_TYPES
from publishing import insertables

LATEST = 20
_XHTML = "http://www.w3.org/1999/xhtml"
# What no XML 1.0 document can hold (section 2.2).
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAG = re.compile(r'<[a-zA-Z](?:[^>"]|"[^"]*")*>')
_OWN_ADDRESS = re.compile(r'(?<=[ ,"])/(?!/)')
_ADDRESSES = re.compile(r' (?:href|src|srcset)="[^"]*"')
# The moving one of two: a reader of feeds would show both, and has nothing to stop it with.
_MOVING = re.compile(r'<details class="moving".*?</details>', re.DOTALL)
# Stands between texts that are filled in together; the renderer leaves no NUL in any.
_BETWEEN = "\0"


class ReadableAtom(Atom1Feed):
    """Atom that a browser shows: summaries are XHTML with links, the whole text is for programs."""

    # Browsers offer `application/atom+xml` as a download.
    content_type = "text/xml; charset=utf-8"

    def write(self, outfile, encoding):
        # As in Django's own, which knows style sheets for RSS only.
        handler = SimplerXMLGenerator(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        for stylesheet in self.feed["stylesheets"]:
            handler.processingInstruction("xml-stylesheet", str(stylesheet))
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        _add_xhtml(handler, "subtitle", {self.feed["invitation"]: None, self.feed["way_back"]: self.feed["link"]})

    def latest_post_date(self):
        """A feed without posts has not changed since the page of the blog did; Django says that it did just now."""
        return super().latest_post_date() if self.items else self.feed["changed"]

    def item_attributes(self, item):
        return {"xml:lang": item["language"]}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        _add_xhtml(handler, "summary", {item["lead"]: None, item["read_on"]: item["link"]})
        handler.addQuickElement("content", item["html"], {"type": "html"})


def _add_xhtml(handler, name, paragraphs):
    """An element that holds paragraphs: {text: address that it links to, or None}."""
    handler.startElement(name, {"type": "xhtml"})
    handler.startElement("div", {"xmlns": _XHTML})
    for text, address in paragraphs.items():
        handler.startElement("p", {})
        if address:
            handler.addQuickElement("a", text, {"href": address})
        else:
            handler.characters(text)
        handler.endElement("p")
    handler.endElement("div")
    handler.endElement(name)


class PostFeed(Feed):
    """The latest posts, of all or of the topic whose slug is in the address."""

    feed_type = ReadableAtom

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        section = getattr(request, "section", None)
        with translation.override(section.language if section else settings.LANGUAGE_CODE):
            response = super().__call__(request, *args, **kwargs)
        # A post that is taken away makes the feed older, which this header could not tell; the ETag does.
        del response["Last-Modified"]
        return response

    def get_object(self, request, slug=None):
        topic = get_object_or_404(Topic.objects.published(), slug=slug) if slug else None
        return _Subject(request, topic)

    def title(self, subject):
        return subject.title

    def link(self, subject):
        return settings.SITE_URL + subject.address

    def feed_url(self, subject):
        return settings.SITE_URL + subject.request.path

    def author_name(self, subject):
        return subject.author

    def author_link(self, subject):
        return settings.SITE_URL + reverse("home")

    def stylesheets(self, subject):
        return [Stylesheet(static("css/feed.css"), mimetype="text/css", media=None)]

    def feed_extra_kwargs(self, subject):
        return {
            "changed": subject.changed,
            "invitation": _("This is a feed: give its address to a feed reader, and new posts come to you."),
            "way_back": _("Read them on the site"),
        }

    def items(self, subject):
        return _with_whole_text(subject.posts.select_related("image").prefetch_related("topics")[:LATEST])

    def item_title(self, post):
        return _xml(post.title)

    def item_description(self, post):
        return None

    def item_link(self, post):
        return settings.SITE_URL + post.get_absolute_url()

    def item_guid(self, post):
        return post.uuid.urn

    def item_pubdate(self, post):
        return post.published_at

    def item_updateddate(self, post):
        return post.last_changed

    def item_enclosures(self, post):
        image = post.image
        return [Enclosure(_at_home(image.file.url), str(image.size), media_type(image))] if image else []

    def item_categories(self, post):
        return [_xml(topic.name) for topic in post.topics.all()]

    def item_extra_kwargs(self, post):
        with translation.override(post.language):
            words = {"read_on": _("Read this post")}
        return {**words, "lead": _xml(post.lead), "html": _xml(post.whole_text), "language": post.language}


class _Subject:
    """What a feed is about: the blog, or a topic of it."""

    def __init__(self, request, topic):
        self.request, self.topic = request, topic
        self.posts = (topic.posts if topic else Post.objects).published()
        about = {"section": request.section, "topic": topic}
        self.title = self._said("title", about)
        self.author = self._said("author", about)

    @property
    def address(self):
        """Where a person reads the same: home while the blog has no page."""
        if self.request.section is None:
            return reverse("home")
        return (self.topic or self.request.section).get_absolute_url()

    @property
    def changed(self) -> datetime:
        section = self.request.section
        return section.last_changed if section else datetime(2000, 1, 1, tzinfo=UTC)

    def _said(self, what, context):
        return _xml(render_to_string(f"blog/feed_{what}.txt", context, self.request).strip())


def _with_whole_text(posts):
    """The posts, each with its `whole_text` and picture as visitors see them: one query per kind of insertable."""
    posts = list(posts)
    filled = insertables.fill(_BETWEEN.join(post.body_html for post in posts)).split(_BETWEEN)
    for post, html in zip(posts, filled, strict=bool(posts)):
        content = render_to_string("blog/feed_content.html", {"image": post.image, "html": html})
        post.whole_text = absolute(_MOVING.sub("", content), settings.SITE_URL + post.get_absolute_url())
    return posts


def absolute(html: str, url: str) -> str:
    """The same HTML with addresses that are good anywhere: those of this site whole, fragments below `url`."""
    return _TAG.sub(lambda tag: _ADDRESSES.sub(lambda found: _whole(found[0], url), tag[0]), html)


def media_type(image) -> str:
    return CONTENT_TYPES[image.file.name.rpartition(".")[2]]


def _at_home(url):
    return urljoin(settings.SITE_URL, url)


def _whole(attribute, url):
    attribute = attribute.replace('href="#', f'href="{url}#')
    return _OWN_ADDRESS.sub(f"{settings.SITE_URL}/", attribute)


def _xml(text):
    return _NOT_XML.sub("", text)


feed = require_safe(conditional_page(PostFeed()))
