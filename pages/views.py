"""What visitors see of the tree of pages."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.templatetags.static import static
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe

from pages.models import Page, Section
from pages.sheet import HOUSE
from pages.site import site_of
from publishing import showing

YEAR, MINUTES = 365 * 24 * 3600, 300

_TEMPLATES = {Section.HOME: "pages/home.html", Section.CONTACT: "pages/contact.html"}


@require_safe
def page(request: HttpRequest, path: str = "") -> HttpResponse:
    """The public page at a path (without its outer slashes; empty for home); 404 where none is public."""
    found = Page.objects.published().select_related("image", "action_page", "second_page")
    return show(request, get_object_or_404(found.at(path)))


def show(request: HttpRequest, page: Page, *, preview: bool = False) -> HttpResponse:
    """A page in its template; with `preview` as an editor sees it, public or not, whatever it holds at the moment."""
    site = site_of(request)
    context = {
        "page": page,
        "ancestors": list(Page.objects.published().above(page)) if page.depth else [],
        "children": [] if page.section else list(Page.objects.published().filter(parent=page)),
        "action": page.action(site.contact_page),
        "second_action": page.second_action(),
    }
    if page.section == Section.HOME:
        context["featured"] = list(Page.objects.published().filter(on_home=True))
    template = _TEMPLATES.get(page.section, "pages/page.html")
    return showing.show(request, page, template, context, preview=preview)


def under(section: str, view: Callable[..., HttpResponse], *, demanded: bool = True) -> Callable[..., HttpResponse]:
    """The view of another room, under the section page that gives it its heading, as `request.section`.

    While that page is not public the answer is 404; where it is not `demanded`, `request.section` is None then.
    """

    @wraps(view)
    def headed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.section = Page.objects.published().filter(section=section).first()
        if demanded and request.section is None:
            raise Http404
        return view(request, *args, **kwargs)

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
