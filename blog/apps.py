from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlogConfig(AppConfig):
    name = "blog"
    verbose_name = _("Blog")

    def ready(self):
        from blog.binned import find_place
        from blog.inserted import POSTS
        from blog.models import Post, Topic
        from publishing import insertables, picking
        from trash.signals import restoring

        restoring.connect(find_place, sender=Topic)
        insertables.register(POSTS)
        picking.offer("link", picking.Shelf(Post.objects.for_lists, picking.link_row))
