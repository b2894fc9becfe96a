from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlogConfig(AppConfig):
    name = "blog"
    verbose_name = _("Blog")

    def ready(self):
        from blog import binned
        from blog.inserted import POSTS
        from blog.models import Post
        from publishing import insertables
        from publishing.picking import shelves as picking

        binned.follow()
        insertables.register(POSTS)
        picking.offer("link", picking.Shelf(Post.objects.for_lists, picking.link_row))
