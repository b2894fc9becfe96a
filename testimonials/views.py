"""What visitors see of the testimonials."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from publishing.previews import showing
from publishing.versions.revisions import related
from testimonials.models import Testimonial, Theme

# The parameter that narrows the list to a theme, in each language of a site.
THEME_PARAMETER = {"nl": "thema", "en": "theme"}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All public testimonials, or those of one theme; 404 for a theme of none of them.

    Whatever the theme, the canonical address is that of the whole list, which holds the same words.
    """
    public = Testimonial.objects.published()
    parameter = THEME_PARAMETER[settings.LANGUAGE_CODE]
    themes = list(public.themes())
    theme = _chosen(request.GET.get(parameter), themes)
    shown = public.to_show().filter(themes=theme) if theme else public.to_show()
    context = {
        "page": request.section,
        "items": list(shown),
        "themes": themes,
        "theme": theme,
        "parameter": parameter,
    }
    return showing.show(request, request.section, "testimonials/index.html", context)


def _chosen(slug: str | None, themes: list[Theme]) -> Theme | None:
    if not slug:
        return None
    chosen = next((theme for theme in themes if theme.slug == slug), None)
    if chosen is None:
        raise Http404
    return chosen


@require_safe
def testimonial(request: HttpRequest, slug: str) -> HttpResponse:
    """The public testimonial with this slug, also while the page that lists all of them is hidden; else 404."""
    return show(request, get_object_or_404(Testimonial.objects.published().to_show().with_translation(), slug=slug))


def show(request: HttpRequest, item: Testimonial) -> HttpResponse:
    """A testimonial on a page of its own; also before visitors see it (`publishing.previews.showing.as_visited`)."""
    section = getattr(request, "section", None)
    public = Testimonial.objects.published().only("slug", "title", "language", "position")
    context = {
        "page": item,
        "item": item,
        "section": section,
        "ancestors": [section] if section else [],
        "themes": related(item, "themes"),
        "parameter": THEME_PARAMETER[settings.LANGUAGE_CODE],
        "previous": public.before(item).last(),
        "next": public.after(item).first(),
    }
    return showing.show(request, item, "testimonials/testimonial.html", context)
