"""What visitors see of the tree of pages."""

from collections.abc import Callable, Mapping
from functools import wraps
from types import MappingProxyType
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotFound
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import resolve
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe

from pages.models import Page
from pages.sheet import HOUSE
from pages.site import language_of_address, site_of
from publishing.previews import showing

View = Callable[..., HttpResponse]

YEAR, MINUTES = 365 * 24 * 3600, 300
NO_VIEWS: Mapping[str, View] = MappingProxyType({})


@require_safe
def page(request: HttpRequest, path: str = "", views: Mapping[str, View] = NO_VIEWS) -> HttpResponse:
    """The public page at a path (without its outer slashes; empty for home); 404 where none is public.

    One that is a section in another language is shown by the view of that section among `views`, as `under` does.
    """
    public = Page.objects.published().select_related("image", "action_page", "second_page")
    found = get_object_or_404(public.with_translation().at(path))
    if found.part not in views:
        return show(request, found)
    request.section = found
    return views[found.part](request)


def show(request: HttpRequest, page: Page) -> HttpResponse:
    """A page in its template, also before visitors see it (`publishing.previews.showing.as_visited`)."""
    site = site_of(request, page.language)
    context = {
        "page": page,
        "ancestors": _between(site.home, page) if page.depth else [],
        "children": _children(page),
        "action": page.action(site.contact_page),
        "second_action": page.second_action(),
    }
    if page.is_home:
        context["languages"] = [page.language] if page.is_language_home else site.languages
        context["featured"] = list(Page.objects.published().filter(on_home=True, language__in=context["languages"]))
    response = showing.show(request, page, _template(page), context)
    if page.is_contact:
        # The form is of this one visit.
        patch_cache_control(response, private=True, no_cache=True)
    return response


def show_with_its_part(request: HttpRequest, page: Page) -> HttpResponse:
    """A page as at its own address, which is that of `request`: a section page with what it is the heading of."""
    view = getattr(resolve(request.path_info).func, "headed", None)
    if view is None:
        return show(request, page)
    request.section = page
    return view(request)


def _children(page):
    if page.section or page.is_home or page.pk is None:
        return []
    return list(Page.objects.published().filter(parent=page))


def _between(home, page):
    """The public pages between the front door of its language and a page."""
    return [above for above in Page.objects.published().above(page) if above.get_absolute_url() != home.url]


def _template(page):
    if page.is_home:
        return "pages/home.html"
    return "pages/contact.html" if page.is_contact else "pages/page.html"


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The answer 404, below the home of a language in that language."""
    with translation.override(language_of_address(request)):
        return HttpResponseNotFound(render_to_string("404.html", request=request))


def under(section: str, view: View, *, demanded: bool = True) -> View:
    """The view of another room, under the section page that gives it its heading, as `request.section`.

    While that page is not public the answer is 404; where it is not `demanded`, `request.section` is None then.
    """

    def surround(request: HttpRequest) -> None:
        request.section = Page.objects.published().with_translation().filter(section=section).first()

    @wraps(view)
    def headed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        surround(request)
        if demanded and request.section is None:
            raise Http404
        return view(request, *args, **kwargs)

    headed.surround, headed.headed = surround, view  # type: ignore[attr-defined]
    return headed


@require_safe
def style_sheet(request: HttpRequest, digest: str) -> HttpResponse:
    """The style sheet with the site's own colours; kept for ever under its own digest, for minutes under another's.

    A page that was kept somewhere since the colours changed is shown in those of today.
    """
    sheet = site_of(request).style_sheet
    if sheet is None:
        response = redirect(static(HOUSE))
    else:
        headers = {"ETag": f'"{sheet.digest}"'}
        response = HttpResponse(sheet.text, content_type="text/css; charset=utf-8", headers=headers)
    if sheet and sheet.digest == digest:
        patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    else:
        patch_cache_control(response, public=True, max_age=MINUTES)
    return get_conditional_response(request, etag=response.get("ETag"), response=response)
