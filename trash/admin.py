"""The bin in the admin: what lies there, what it was, and the way back."""

import json

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trash.consequences import form_of
from trash.keys import key_of
from trash.models import Deletion, model_of
from trash.permissions import kinds_for, may_restore, seen_by
from trash.restoring import restore
from trash.showing import contents_of


class KindFilter(admin.SimpleListFilter):
    """Narrows the bin to one kind of item."""

    title = gettext_lazy("kind")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        kinds = seen_by(request.user).order_by("kind").values_list("kind", flat=True).distinct()
        return [(kind, capfirst(str(model_of(kind)._meta.verbose_name_plural))) for kind in kinds]

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() else queryset


@admin.register(Deletion)
class DeletionAdmin(admin.ModelAdmin):
    """What was deleted: to be looked at, brought back, or deleted for good."""

    list_display = ("name", "kind_in_words", "until", "moment", "by")
    list_filter = (KindFilter, "moment", ("by", admin.RelatedOnlyFieldListFilter))
    search_fields = ("title",)
    list_select_related = ("by",)
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    actions = ("bring_back",)
    fields = ()

    # Permissions: those of the kinds that lie here.

    def has_module_permission(self, request):
        return bool(kinds_for(request.user))

    def has_view_permission(self, request, obj=None):
        return obj.kind in kinds_for(request.user) if obj else self.has_module_permission(request)

    def has_delete_permission(self, request, obj=None):
        return may_restore(request.user, obj) if obj else self.has_module_permission(request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).filter(kind__in=kinds_for(request.user))

    # The list

    @admin.display(description=gettext_lazy("what"), ordering="title")
    def name(self, deletion):
        return deletion.name

    @admin.display(description=gettext_lazy("kind"), ordering="kind")
    def kind_in_words(self, deletion):
        return deletion.kind_in_words

    @admin.display(description=gettext_lazy("can be brought back until"), ordering="moment")
    def until(self, deletion):
        day, left = date_format(localtime(deletion.end), "j F Y"), deletion.days_left
        return ngettext("%(day)s, %(left)d day left", "%(day)s, %(left)d days left", left) % {"day": day, "left": left}

    def get_actions(self, request):
        actions = super().get_actions(request)
        if "delete_selected" in actions:
            function, name, _words = actions["delete_selected"]
            actions["delete_selected"] = (function, name, gettext_lazy("Delete for good now"))
        return actions

    # One item

    def change_view(self, request, object_id, form_url="", extra_context=None):
        deletion = self.get_object(request, object_id)
        more = {}
        if deletion and self.has_view_permission(request, deletion):
            may = may_restore(request.user, deletion)
            more = {"contents": contents_of(deletion), "may_restore": may, "until": self.until(deletion)}
        return super().change_view(request, object_id, form_url, {**more, **(extra_context or {})})

    def get_urls(self):
        view = self.admin_site.admin_view(self.bring_back_now)
        return [path("restore/", view, name="trash_deletion_restore"), *super().get_urls()]

    # Bringing back

    @admin.action(description=gettext_lazy("Bring back"))
    def bring_back(self, request, queryset):
        """Say first what visitors will see again."""
        deletions = [(deletion, contents_of(deletion)) for deletion in queryset if may_restore(request.user, deletion)]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Bring back"),
            "opts": self.opts,
            "deletions": deletions,
            "refused": queryset.count() - len(deletions),
            "keys": ",".join(str(deletion.pk) for deletion, _contents in deletions),
        }
        return TemplateResponse(request, "trash/restore_confirmation.html", context)

    def bring_back_now(self, request):
        """Bring back the deletions whose keys are in `pk` and `also`, what was deleted last first."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        keys = _keys(request.POST.getlist("pk") + request.POST.getlist("also"))
        deletions = list(self.get_queryset(request).filter(pk__in=keys).order_by(F("moment").desc(), F("pk").desc()))
        if not all(may_restore(request.user, deletion) for deletion in deletions):
            raise PermissionDenied
        if len(deletions) < len(keys):
            messages.warning(request, _("Something of this lies in the bin no longer: it is back already, or gone."))
        items = [item for deletion in deletions for item in self._bring_back_one(request, deletion)]
        if len(deletions) == 1 and items and (address := form_of(items[0])):
            return redirect(address)
        return redirect("admin:trash_deletion_changelist")

    def _bring_back_one(self, request, deletion):
        """Its items; none where that was refused, which is told."""
        try:
            with transaction.atomic():
                restoration = restore(deletion)
                _log(request.user, restoration.items, [{"restored": {}}])
        except ValidationError as refusal:
            messages.error(request, f"{deletion.title}: {' '.join(refusal.messages)}")
            return []
        except Deletion.DoesNotExist:
            return []
        first = restoration.items[0]
        name = format_html('<a href="{}">{}</a>', form_of(first) or "", deletion.name)
        messages.success(request, format_html(_("“{}” is back."), name))
        for note in dict.fromkeys(restoration.notes):
            messages.warning(request, note)
        return restoration.items

    # Deleting for good

    def get_deleted_objects(self, objs, request):
        refused = any(not may_restore(request.user, deletion) for deletion in objs)
        names = [f"{deletion.kind_in_words}: {deletion.name}" for deletion in objs]
        return names, {}, {str(self.opts.verbose_name)} if refused else set(), []

    def log_deletions(self, request, queryset):
        for deletion in queryset:
            content_type = ContentType.objects.get_for_model(deletion.model)
            LogEntry.objects.create(
                user=request.user,
                content_type=content_type,
                object_id=deletion.key,
                object_repr=deletion.title[:200],
                action_flag=DELETION,
                change_message=json.dumps([{"purged": {}}]),
            )

    def delete_model(self, request, obj):
        obj.purge()

    def delete_queryset(self, request, queryset):
        for deletion in queryset:
            deletion.purge()


def _keys(values):
    """The keys in these lists of keys, each once."""
    sent = (part for value in values for part in value.split(","))
    return {key for key in map(key_of, sent) if key is not None}


def _log(user, items, parts):
    LogEntry.objects.log_actions(user.pk, items, CHANGE, change_message=parts)
