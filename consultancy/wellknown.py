"""What programs ask of every site at a fixed address."""

from datetime import UTC, datetime, time, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from consultancy.icons import icon_of
from pages.site import site_of

# RFC 9116, 2.5.5: less than a year, so that what nobody looks after does not seem to be looked after.
SECURITY_TXT_HOLDS = timedelta(days=364)


@require_safe
def favicon(request):
    """Where the icon is that programs ask for without having read a page."""
    icon = icon_of(site_of(request))
    return redirect(icon.tab if icon else static("favicon.png"))


@require_safe
def robots_txt(request):
    """The rules for crawlers (RFC 9309) and where the sitemap is."""
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('admin:index')}",
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def security_txt(request):
    """Where to tell of a hole in the site (RFC 9116); 404 where nobody is named who would read it."""
    contact = _security_contact(request)
    if not contact:
        raise Http404
    lines = [f"Contact: {contact}", f"Expires: {_expiry().isoformat()}", f"Preferred-Languages: {_languages()}"]
    if settings.SITE_URL.startswith("https://"):
        lines.append(f"Canonical: {settings.SITE_URL}{request.path}")
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@require_safe
def change_password(request):
    """Where a manager of passwords sends its owner (https://www.w3.org/TR/change-password-url/)."""
    return redirect("admin:password_change")


def _security_contact(request):
    """The operator, else the contact page; a web address there must be https (2.5.3)."""
    operator = parseaddr(settings.OPERATOR_EMAIL)[1]
    if operator:
        return f"mailto:{operator}"
    page = site_of(request).contact_page
    return settings.SITE_URL + page.get_absolute_url() if page and settings.SITE_URL.startswith("https://") else None


def _expiry():
    """The same all day, so that what is kept of it stays right."""
    midnight = datetime.combine(timezone.now().astimezone(UTC), time(tzinfo=UTC))
    return midnight + SECURITY_TXT_HOLDS


def _languages():
    others = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    return ", ".join([settings.LANGUAGE_CODE, *others])
