"""The part of an admin by which what is deleted goes to the bin."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.admin.actions import delete_selected
from django.contrib.admin.models import DELETION, LogEntry
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trash.consequences import Consequences, Lines, in_the_way, line, losers
from trash.models import Deletion
from trash.putting import put

# Undoing more than this at once takes longer than an answer may: the bin itself restores them.
MOST_UNDONE = 50


class BinMixin:
    """Deleting from form and list: says what it means, and puts it into the bin. A room says more by these methods."""

    delete_confirmation_template = "trash/delete_confirmation.html"
    delete_selected_confirmation_template = "trash/delete_selected_confirmation.html"

    def roots(self, items: Iterable[Any]) -> list[Any]:
        """Those of `items` that do not go along with another one."""
        return list(items)

    def branch_of(self, item: Any) -> list[Any]:
        """An item with all that goes along, each behind what it stands under."""
        return [item]

    def leading_to(self, items: Sequence[Any]) -> list[tuple[Any, str]]:
        """What leads to these items besides references of the database, as (item, how)."""
        return []

    def how(self, field: Any) -> str:
        """What a reference to one of these is called, to whoever reads where it is."""
        return str(field.verbose_name)

    def addresses_of(self, items: Sequence[Any]) -> list[str]:
        """The addresses of these that say from then on that they are gone."""
        return []

    def remark_on(self, item: Any) -> tuple[str, int]:
        """What to know of an item that goes, and how deep it stands below the first."""
        return "", 0

    # Asking

    def get_deleted_objects(self, objs, request):
        roots = self.roots(objs)
        lacking = any(not self.has_delete_permission(request, item) for item in roots)
        items = [item for root in roots for item in self.branch_of(root)]
        consequences = self.consequences_of(items)
        # Where something stands in the way, that is what is said: permissions are beside the point.
        needed = {str(self.opts.verbose_name)} if lacking and not consequences.in_the_way else set()
        counts = {self.opts.verbose_name_plural: len(items)}
        return consequences, counts, needed, consequences.in_the_way

    def consequences_of(self, items: Sequence[Any]) -> Consequences:
        """What deleting these items means."""
        goes = Lines.of([line(item, *self.remark_on(item)) for item in items])
        obstacles = self.obstacles_to(items) if items else []
        if obstacles or not items:
            return Consequences(goes, len(items), in_the_way=obstacles)
        leads = [line(item, ", ".join(how)) for item, how in self._leads_to(items).items()]
        addresses = [format_html("<code>{}</code>", address) for address in self.addresses_of(items)]
        return Consequences(goes, len(items), Lines.of(leads), Lines.of(addresses))

    def _leads_to(self, items):
        """Each thing that stays and leads to one of these, with all the ways in which it does."""
        losing = ((item, self.how(field)) for item, field in losers(items))
        found: dict[Any, dict[str, None]] = {}
        for item, how in [*losing, *self.leading_to(items)]:
            found.setdefault(item, {})[str(how)] = None
        going = set(items)
        return {item: list(ways) for item, ways in found.items() if item not in going}

    def obstacles_to(self, items: Sequence[Any]) -> list[SafeString]:
        """What keeps these items from being deleted, named with the way there."""
        return [line(item) for item in in_the_way(items)]

    # Doing

    def get_actions(self, request):
        actions = super().get_actions(request)
        if "delete_selected" in actions:
            actions["delete_selected"] = (put_selected, "delete_selected", gettext_lazy("Delete: to the bin"))
        return actions

    def log_deletions(self, request, queryset):
        """Everything that goes along has a history of its own."""
        for item in queryset:
            _log(request.user, self.branch_of(item))

    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            form = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[object_id])
            return HttpResponseRedirect(form)

    def delete_model(self, request, obj):
        request.deletions = [put(self.branch_of(obj), by=request.user)]

    def delete_queryset(self, request, queryset):
        request.deletions = [put(self.branch_of(item), by=request.user) for item in self.roots(queryset)]

    def response_delete(self, request, obj_display, obj_id):
        tell(request, request.deletions)
        address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        filters = request.GET.get("_changelist_filters")
        return HttpResponseRedirect(f"{address}?{filters}" if filters else address)


def _log(user, items):
    LogEntry.objects.log_actions(user.pk, items, DELETION, change_message=[{"binned": {}}])


def put_selected(modeladmin, request, queryset):
    """Ask, and then put each into the bin, in a transaction of its own: nobody who saves meanwhile waits long."""
    if not request.POST.get("post"):
        return delete_selected(modeladmin, request, queryset)
    _consequences, _counts, lacking, obstacles = modeladmin.get_deleted_objects(queryset, request)
    if obstacles:
        return delete_selected(modeladmin, request, queryset)
    if lacking:
        raise PermissionDenied
    done = (_put_one(modeladmin, request, root) for root in modeladmin.roots(queryset))
    tell(request, [deletion for deletion in done if deletion])
    return None


def _put_one(modeladmin, request, item):
    """The deletion; None where it is gone already, or is needed by now, or could not be kept, which are told."""
    try:
        with transaction.atomic():
            branch = modeladmin.branch_of(item)
            _log(request.user, branch)
            return put(branch, by=request.user)
    except ObjectDoesNotExist:
        pass
    except (ProtectedError, RestrictedError):
        messages.error(request, _("“%(item)s” is used elsewhere by now, and was not deleted.") % {"item": item})
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return None


def tell(request, deletions: Sequence[Deletion]) -> None:
    """Say where it is, with a button that undoes it."""
    if not deletions:
        return
    messages.success(request, format_html("{} {}", _in_the_bin(deletions), _undo(deletions)))


def _in_the_bin(deletions):
    words = {
        "item": deletions[0].name,
        "count": len(deletions),
        "day": date_format(localtime(deletions[0].end), "j F Y"),
    }
    one = _("“%(item)s” lies in the bin, and can be brought back until %(day)s.")
    many = ngettext(
        "%(count)d lies in the bin, and can be brought back until %(day)s.",
        "%(count)d lie in the bin, and can be brought back until %(day)s.",
        len(deletions),
    )
    return (one if len(deletions) == 1 else many) % words


def _undo(deletions):
    if len(deletions) > MOST_UNDONE:
        return format_html('<a href="{}">{}</a>', reverse("admin:trash_deletion_changelist"), _("To the bin"))
    # It belongs to the form that stands below all messages: a message itself can't carry the token of one.
    return format_html(
        '<button class="undo" form="undo" formaction="{}" name="pk" value="{}">{}</button>',
        reverse("admin:trash_deletion_restore"),
        ",".join(str(deletion.pk) for deletion in deletions),
        _("Undo"),
    )
