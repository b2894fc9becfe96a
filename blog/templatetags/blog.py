"""The tag that shows the latest posts."""

from django import template

from blog.models import Post

register = template.Library()


@register.inclusion_tag("blog/latest_posts.html", takes_context=True)
def latest_posts(context, count):
    """`{% latest_posts 3 %}`: a band with the latest public posts, or nothing while there are none.

    On the home page of some `languages` those in these.
    """
    posts = list(Post.objects.published().in_languages(context.get("languages")).for_lists()[:count])
    return {"posts": posts, "LANGUAGE_CODE": context.get("LANGUAGE_CODE"), "site": context.get("site")}
