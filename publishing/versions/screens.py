"""The part of an admin in which the versions of an item are listed, compared, looked at and put back."""

from django.contrib import messages
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from publishing import history
from publishing.models import Revision
from publishing.previews.showing import as_visited
from publishing.versions import revisions
from publishing.versions import words as versions
from publishing.versions.listing import lines
from publishing.versions.putting_back import restore
from trash.keys import key_of

ON_A_PAGE = 50


class VersionsMixin:
    """Shows every version to whoever may see an item; whoever may change it puts one back."""

    def get_urls(self):
        views = [
            ("versions/", self.versions, "versions"),
            ("versions/compare/", self.compare_versions, "compare_versions"),
            ("versions/<int:revision>/", self.version, "version"),
            ("versions/<int:revision>/restore/", self.restore_version, "restore_version"),
        ]
        return [
            *(
                path(f"<int:pk>/{address}", self.admin_site.admin_view(view), name=self._url_name(name))
                for address, view, name in views
            ),
            *super().get_urls(),
        ]

    def versions(self, request, pk):
        """All versions, newest first; a page begins after the version `before`, so an older one costs no more."""
        item = self._item_to_see(request, pk)
        found, before = versions.listed(item), key_of(request.GET.get("before"))
        page = list((found.filter(pk__lt=before) if before else found)[: ON_A_PAGE + 1])
        latest = list(found.saved()[:2])
        seen = versions.seen_by_visitors(item)
        chosen = versions.to_compare(latest, seen)
        context = {
            # Those that are chosen can be chosen on every page.
            "versions": lines(item, page[:ON_A_PAGE], chosen or ()),
            "seen": seen,
            "latest": latest[0] if latest else None,
            "chosen": chosen,
            "older": page[ON_A_PAGE - 1].pk if len(page) > ON_A_PAGE else None,
            "is_first": not before,
        }
        return self._answer(request, item, "admin/versions.html", _("Versions of “%(item)s”"), context)

    def compare_versions(self, request, pk):
        """Two versions beside each other, the older one first."""
        item = self._item_to_see(request, pk)
        keys = {key_of(request.GET.get(name)) for name in ("old", "new")}
        found = list(Revision.objects.of(item).select_related("restored_from").filter(pk__in=keys).order_by("pk"))
        if len(found) != 2:
            messages.error(request, _("Choose two different versions to compare."))
            return redirect(self._address("versions", pk))
        order = flatten_fieldsets(self.get_fieldsets(request, item))
        context = {
            "old": found[0],
            "new": found[1],
            "changed": versions.changed_fields(*found, self.model, order),
            "seen": versions.seen_by_visitors(item),
            "latest": versions.listed(item).saved().first(),
        }
        return self._answer(request, item, "admin/compare_versions.html", _("Two versions of “%(item)s”"), context)

    def version(self, request, pk, revision):
        """One version in its public template, framed by a line that says which one it is."""
        item = self._item_to_see(request, pk)
        found = get_object_or_404(Revision.objects.of(item), pk=revision)
        request.version_shown = {
            "when": versions.when(found.moment),
            "is_seen": found == versions.seen_by_visitors(item),
            "back": self._address("versions", pk),
        }
        written = revisions.applied(item, found).show_as_written()
        response = self.show(as_visited(request, written), written)
        response["X-Robots-Tag"] = "noindex"
        return response

    def restore_version(self, request, pk, revision):
        """Make an older version the latest one; of a live item it waits for its publication."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        item = self._item_to_see(request, pk)
        if not self.has_change_permission(request, item):
            raise PermissionDenied
        found = get_object_or_404(Revision.objects.of(item), pk=revision)
        try:
            with transaction.atomic():
                restored = restore(item, found, request.user)
                history.note(request.user, item.stored(), "reverted")
        except ValidationError as refusal:
            self._tell_of_refusal(request, found, refusal)
            return redirect(self._address("versions", pk))
        self._tell_of_restored(request, found, restored)
        return redirect(self._address("change", pk))

    def _tell_of_restored(self, request, found, restored):
        version, refused = restored
        if version.pending:
            said = _("The version of %(when)s is put back. Visitors see nothing of it until you publish it.")
        else:
            said = _("The version of %(when)s is put back. What stood here stays among the versions.")
        messages.success(request, said % {"when": versions.when(found.moment)})
        if refused:
            said = _("Left as it is now, because the site can't keep it as it was then. %(why)s")
            messages.warning(request, said % {"why": self._why(refused)})
        if other := versions.not_as_it_was(found, version, self.model, refused):
            said = _("This could not come back as it was then, so look at it: %(fields)s.")
            messages.warning(request, said % {"fields": ", ".join(other)})

    def _tell_of_refusal(self, request, found, refusal):
        said = _(
            "The version of %(when)s can't be put back: %(why)s Nothing was changed. You can look at it and copy it."
        )
        messages.error(request, said % {"when": versions.when(found.moment), "why": self._why(refusal.message_dict)})

    def _why(self, refused):
        """Each field that was refused, with what was said of it."""
        names = {field.name: capfirst(str(field.verbose_name)) for field in self.opts.fields}
        told = [(names.get(name), " ".join(sentences)) for name, sentences in refused.items()]
        return " ".join(": ".join(filter(None, (name, why))) for name, why in told)

    def _item_to_see(self, request, pk):
        item = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        return item

    def _answer(self, request, item, template, title, context):
        usual = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "item": item,
            "title": title % {"item": item},
            "may_restore": self.has_change_permission(request, item),
            "at_once": versions.at_once_in_words(self.model),
            "address": self._address("versions", item.pk),
        }
        return TemplateResponse(request, template, {**usual, **context})

    def _address(self, name, pk):
        return reverse(f"admin:{self._url_name(name)}", args=[pk])
