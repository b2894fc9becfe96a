"""The admin of posts and their topics."""

from django.contrib import admin
from django.db import models
from django.utils.translation import gettext_lazy as _

from blog.models import Post, Topic
from blog.views import show
from publishing.admin import WebPageAdmin
from publishing.picking.choosing import OwnScriptsMixin
from publishing.references import referring_to
from trash.binning import BinMixin


@admin.register(Post)
class PostAdmin(WebPageAdmin):
    """Posts, those at work first."""

    list_filter = (*WebPageAdmin.list_filter, ("topics", admin.RelatedOnlyFieldListFilter))
    autocomplete_fields = ("topics", "image")
    fieldsets = (
        (None, {"fields": (*WebPageAdmin.text_fields, "topics", "image")}),
        (_("Publication"), {"fields": WebPageAdmin.publication_fields}),
        (_("Address and search engines"), {"fields": WebPageAdmin.search_engine_fields, "classes": ("collapse",)}),
    )

    def show(self, request, item):
        return show(request, item)


@admin.register(Topic)
class TopicAdmin(BinMixin, OwnScriptsMixin, admin.ModelAdmin):
    """Topics, with what is written about them."""

    list_display = ("name", "published_posts", "all_posts", "slug")
    search_fields = ("name", "slug")
    slug_from = "name"
    # Counting posts takes the order of the model away.
    ordering = ("name",)
    fields = ("name", "description", "slug")
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER

    def get_queryset(self, request):
        public = models.Q(posts__in=Post.objects.published())
        counts = {"written": models.Count("posts"), "public": models.Count("posts", filter=public)}
        return super().get_queryset(request).annotate(**counts)

    @admin.display(description=_("published posts"), ordering="public")
    def published_posts(self, topic):
        return topic.public

    @admin.display(description=_("all posts"), ordering="written")
    def all_posts(self, topic):
        return topic.written

    def leading_to(self, items):
        posts = Post.objects.filter(topics__in=items).defer("text", "body_html").distinct()
        texts = ((item, _("in its text")) for item in referring_to(items))
        return [*((post, _("about this topic")) for post in posts), *texts]

    def addresses_of(self, items):
        return [topic.get_absolute_url() for topic in items if topic.is_published]

    def view_on_site(self, topic):
        return topic.get_absolute_url() if topic.public else None

    def get_readonly_fields(self, request, obj=None):
        return ("slug",) if obj else ()
