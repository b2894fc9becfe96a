"""What `[[blog]]` and `[[blog leiderschap]]` put into a text: the latest posts, of all or of a topic."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import F, Value, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from blog.models import Post, Topic
from publishing.insertables import Kind
from publishing.markdown import Insertable

SHOWN = 3
OF_ALL = ""


def latest(names: Collection[str]) -> dict[str, list[Post]]:
    """The latest public posts of these topics, by slug (under `OF_ALL` those of the blog), in one query."""
    public = Post.objects.published().for_lists()
    slugs = {name for name in names if name != OF_ALL}
    found = _of_topics(public, slugs) if slugs else public.none()
    if OF_ALL in names:
        found = found.union(_of_all(public), all=True) if slugs else _of_all(public)
    by_name = defaultdict(list)
    for post in found:
        by_name[post.listed_under].append(post)
    return {name: sorted(posts, key=_moment, reverse=True) for name, posts in by_name.items()}


def _of_topics(public, slugs):
    newest_first = Window(RowNumber(), partition_by=F("topics__slug"), order_by=Post.NEWEST_FIRST)
    listed = public.filter(topics__slug__in=slugs).annotate(listed_under=F("topics__slug"), place=newest_first)
    return listed.filter(place__lte=SHOWN).order_by()


def _of_all(public):
    # A part of a union takes no limit on SQLite, what it asks for does.
    listed = public.filter(pk__in=Post.objects.published().values("pk")[:SHOWN])
    return listed.annotate(listed_under=Value(OF_ALL), place=Value(0)).order_by()


def _moment(post):
    return post.published_at, post.pk


def _topics(names):
    return {topic.slug: topic for topic in Topic.objects.filter(slug__in=names)}


def _problem(insertable: Insertable, topic: Topic | None, meant: str) -> str:
    told = {"source": insertable.source, "word": meant}
    if insertable.name == OF_ALL:
        return _("%(source)s: there are no posts yet, so visitors see nothing here.") % told
    if topic is not None:
        return _("%(source)s: no post about this topic is published, so visitors see nothing here.") % told
    if meant:
        return _("%(source)s: there is no such topic. Did you mean “%(word)s”?") % told
    return _("%(source)s: there is no such topic, so visitors see nothing here.") % told


POSTS = Kind(
    words={"nl": "blog", "en": "posts"},
    template="blog/insertable_posts.html",
    load=latest,
    find=_topics,
    names=lambda: Topic.objects.values_list("slug", flat=True),
    problem=_problem,
    label=gettext_lazy("Latest posts"),
)
