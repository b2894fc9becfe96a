"""What visitors see of the blog. `request.section` is its section page, from the roof: None while that is hidden."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from blog.listing import listing
from blog.models import Post, Topic
from publishing.previews import showing
from publishing.versions.revisions import related

RELATED = 3


@dataclass(frozen=True)
class Heading:
    """What a template needs of a page that no item stands for."""

    title: str
    slug: str
    lead: str = ""
    of_blog: str = ""  # what search engines show of the whole blog
    schema_type: ClassVar[str] = "CollectionPage"

    @property
    def summary(self) -> str:
        """What search engines show: the lead, else the title before that of the blog."""
        return self.lead or f"{self.title}. {self.of_blog}".strip()


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All posts, newest first."""
    return _list(request, Post.objects.published(), {"page": request.section})


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """The posts of a year of the site's time zone; 404 where it has none."""
    posts = Post.objects.published().filter(published_at__year=year)
    with translation.override(request.section.language):
        heading = Heading(_("Blog posts of %(year)d") % {"year": year}, str(year), of_blog=request.section.summary)
    return _archive(request, posts, {"page": heading, "year": year})


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """The posts about a topic; 404 where none of them is public."""
    found = get_object_or_404(Topic, slug=slug)
    heading = Heading(found.name, found.slug, found.description, request.section.summary)
    return _archive(request, found.posts.published(), {"page": heading, "topic": found})


@require_safe
def post(request: HttpRequest, slug: str) -> HttpResponse:
    """A public post; 404 where none has this slug."""
    found = Post.objects.published().with_translation().select_related("image").prefetch_related("topics")
    return show(request, get_object_or_404(found, slug=slug))


def show(request: HttpRequest, post: Post) -> HttpResponse:
    """A post in its template; also before visitors see it (`publishing.previews.showing.as_visited`)."""
    section = getattr(request, "section", None)
    others = Post.objects.published().for_lists()
    context = {
        "page": post,
        "ancestors": [section] if section else [],
        "topics": (topics := related(post, "topics")),
        "earlier": others.before(post).first(),
        "later": others.after(post).first(),
        "related": _related(post, topics),
        "url": settings.SITE_URL + post.get_absolute_url(),
    }
    return showing.show(request, post, "blog/post.html", context)


def _related(post: Post, topics: list[Topic]) -> list[Post]:
    """Posts that share a topic, and where these are few the latest, without the post itself."""
    others = Post.objects.published().for_lists().exclude(pk=post.pk)
    found = list(others.about_any(topics)[:RELATED]) if topics else []
    if len(found) < RELATED:
        known = {other.pk for other in found}
        found += [other for other in others[: RELATED + len(found)] if other.pk not in known]
    return found[:RELATED]


def _archive(request, posts, context) -> HttpResponse:
    """A part of the list: below the blog, with nothing of its own to edit."""
    answer: dict[str, Any] = {"ancestors": [request.section], "edit_url": None, **context}
    return _list(request, posts, answer, demanded=True)


def _list(request, posts, context, *, demanded=False) -> HttpResponse:
    page = listing(request, posts.for_lists().prefetch_related("topics"))
    if demanded and not page.page.paginator.count:
        raise Http404
    usual = {
        "listing": page,
        "topics": list(Topic.objects.published()),
        "canonical": settings.SITE_URL + page.url,
    }
    return showing.show(request, request.section, "blog/index.html", {**usual, **context})
