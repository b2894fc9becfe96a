"""The part of an admin in which nothing that was typed is lost: it is kept, offered again, and never saved over."""

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _

from publishing.autosave import autosaves
from publishing.autosave.autosaves import Autosave
from publishing.autosave.setting_aside import put_aside
from publishing.autosave.writing import Writing, uuid_of
from publishing.models import Revision
from publishing.versions.revisions import applied, revised_fields

# So many texts that were put aside are shown, the others folded.
SHOWN = 3


class AutosavingMixin:
    """An admin whose form opens with what was typed in it, and saves nothing over what it did not show."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        # What is sent twice waits here until the first is saved: a transaction begins with the right to write.
        with transaction.atomic():
            if object_id is None and (saved := self._saved_already(request)):
                return self._open_saved(request, saved)
            if "_theirs" in request.POST:
                return self._open_other(request, object_id)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        if request.resolver_match.url_name != self._url_name("change"):
            return queryset
        saved = Revision.objects.of_model(self.model).saved()
        return queryset.annotate(latest_saved=Coalesce(Subquery(saved.values("pk")[:1]), 0))

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        if self._is_changed_in(request):
            request.writing = writing = Writing(request, self.model, obj)
            form.uuid, form.refusal = writing.uuid, writing.refusal
            form.typed = None if writing.is_sent else writing.data
        return form

    def _is_changed_in(self, request):
        return request.resolver_match.url_name in (self._url_name("add"), self._url_name("change"))

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        request.writing.end()

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        writing = request.writing
        if writing.is_sent:
            writing.keep()
        context = {**context, "writing": writing, "put_aside": f"admin:{self._url_name('put_aside')}"}
        if not (obj or writing.own or writing.taken_back):
            context["offers"] = autosaves.unsaved_of(request.user, [self.model])
            aside = autosaves.put_aside_of(request.user, self.model)
            named = [(autosaves.title_of(one.content), one) for one in aside]
            context["put_aside_before"], context["put_aside_earlier"] = named[:SHOWN], named[SHOWN:]
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def get_changeform_initial_data(self, request):
        initial = super().get_changeform_initial_data(request)
        aside = request.writing.taken_back
        return {**initial, **_initial_of(self.model(), aside)} if aside else initial

    # A new item that was sent twice

    def _saved_already(self, request):
        uuid = uuid_of(request.POST.get("uuid"))
        item = self.model._default_manager.filter(uuid=uuid).first() if uuid else None
        return item if item and self.has_change_permission(request, item) else None

    def _open_saved(self, request, item):
        writing = Writing(request, self.model, item)
        said = _("This was saved before already, so it was not made once more.")
        if not writing.keep():
            writing.put_aside()
            said = " ".join([said, _("What you sent now is kept among the versions.")])
        messages.warning(request, said)
        return redirect(f"admin:{self._url_name('change')}", item.pk)

    # The other text, and what is not gone on with

    def _open_other(self, request, object_id):
        item = self.get_object(request, object_id) if object_id else None
        if not (self.has_change_permission(request, item) if item else self.has_add_permission(request)):
            raise PermissionDenied
        Writing(request, self.model, item).put_aside()
        messages.success(request, _("This is the other text. Yours is kept among the versions."))
        return redirect(request.path)

    def get_urls(self):
        view, name = self.admin_site.admin_view(self.put_aside), self._url_name("put_aside")
        return [path("typed/<uuid:uuid>/put-aside/", view, name=name), *super().get_urls()]

    def put_aside(self, request, uuid):
        """Go back to what was saved; what this person typed is kept among the versions."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        kind = ContentType.objects.get_for_model(self.model)
        row = get_object_or_404(
            Autosave.objects.select_related("by", "item_type"), item_type=kind, item_uuid=uuid, by=request.user
        )
        item = self.model._default_manager.filter(uuid=uuid).first()
        put_aside(row, item)
        among_versions, here = (
            _("Put aside. What you typed is kept among the versions."),
            _("Put aside. You can take it back here."),
        )
        messages.success(request, among_versions if item else here)
        return (
            redirect(f"admin:{self._url_name('change')}", item.pk)
            if item
            else redirect(f"admin:{self._url_name('add')}")
        )


def _initial_of(item, revision):
    """What a form of a new item begins with: a version, as far as it fits."""
    applied(item, revision)
    content = revision.content
    others = {field.name: content.get(field.name, []) for field in item._meta.many_to_many}
    plain = [field for field in revised_fields(type(item)) if not field.many_to_many and field.name in content]
    return {**{field.name: field.value_from_object(item) for field in plain}, **others}
