"""What visitors see of the tree of pages."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from pages.models import Page, Section
from pages.site import site_of
from publishing.editing import edit_url, keep_apart

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
        "language": page.language,
        "canonical": settings.SITE_URL + page.get_absolute_url(),
        "ancestors": list(Page.objects.published().above(page)) if page.depth else [],
        "children": [] if page.section else list(Page.objects.published().filter(parent=page)),
        "action": page.action(site.contact_page),
        "second_action": page.second_action(),
        "preview": preview,
        "edit_url": edit_url(request, page),
    }
    if page.section == Section.HOME:
        context["featured"] = list(Page.objects.published().filter(on_home=True))
    with translation.override(page.language):
        response = TemplateResponse(request, _TEMPLATES.get(page.section, "pages/page.html"), context).render()
    keep_apart(request, response)
    return response
