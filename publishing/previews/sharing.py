"""The part of an admin in which a link to a concept is made, listed and withdrawn."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from publishing import history
from publishing.models import SharedPreview
from publishing.previews.shared_previews import DAYS, USUAL_DAYS


class SharingMixin:
    """Whoever may change an item may show it to somebody."""

    def get_urls(self):
        ways = {"share": (self.share, "share/"), "unshare": (self.unshare, "share/<int:link>/withdraw/")}
        own = [
            path(f"<int:pk>/{address}", self.admin_site.admin_view(view), name=self._url_name(name))
            for name, (view, address) in ways.items()
        ]
        return [*own, *super().get_urls()]

    def share(self, request, pk):
        """Make a link for as many days as were chosen."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        item = self._item_to_share(request, pk)
        asked = request.POST.get("days", "")
        days = int(asked) if asked in map(str, DAYS) else USUAL_DAYS
        with transaction.atomic():
            SharedPreview.objects.share(item, request.user, days)
            history.note(request.user, item, "shared")
        messages.success(request, _("The link is there. Copy it and send it to whoever may read along."))
        return self._back(pk)

    def unshare(self, request, pk, link):
        """Withdraw a link: who follows it from now on is told that it leads nowhere."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        item = self._item_to_share(request, pk)
        with transaction.atomic():
            if SharedPreview.objects.of(item).usable().filter(pk=link).update(withdrawn=timezone.now()):
                history.note(request.user, item, "unshared")
        messages.success(request, _("The link is withdrawn: it shows nothing any more."))
        return self._back(pk)

    def _item_to_share(self, request, pk):
        item = get_object_or_404(super().get_queryset(request), pk=pk)
        if not self.has_change_permission(request, item):
            raise PermissionDenied
        return item

    def _back(self, pk):
        response = redirect(f"admin:{self._url_name('change')}", pk)
        response["Location"] += "?shared=1#shared"
        return response
