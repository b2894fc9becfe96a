"""What programs ask of every site at a fixed address."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe


@require_safe
def favicon(request):
    """Where the icon is that programs ask for without having read a page."""
    return redirect(static("favicon.png"))


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
