"""Another file in the place of one that is there: chosen, then seen beside the former one, which can be put back."""

from pathlib import PurePosixPath
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.db.models.options import Options
from django.http import FileResponse, Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from images import replacing
from images.forms import ReplaceForm, UploadForm, pointing_at
from images.models import AlreadyStoredError
from images.names import CONTENT_TYPES
from images.usage import places_of


class ReplaceMixin:
    """Replaces the file of an item, and puts the former one back."""

    opts: Options[Any]
    upload_form: type[UploadForm]

    def get_urls(self):
        views = {"replace": self.replace_view, "replaced": self.replaced_view, "former": self.former_view}
        addresses = [
            path(f"<int:key>/{name}/", self.admin_site.admin_view(view), name=self._name_of(name))
            for name, view in views.items()
        ]
        return [*addresses, *super().get_urls()]

    def replace_view(self, request, key):
        """Asks for a file, and puts it in the place of the one there is."""
        item = self._item(request, key)
        form = ReplaceForm(request.POST or None, request.FILES or None, like=self.upload_form)
        if request.method == "POST" and form.is_valid() and self._replace(request, item, form):
            return redirect(f"admin:{self._name_of('replaced')}", item.pk)
        return self._screen(request, item, "replace", _("Replace"), form=form, places=places_of(item))

    def _replace(self, request, item, form):
        try:
            replacing.replace(item, form.cleaned_data["upload"])
        except AlreadyStoredError as refusal:
            is_own = refusal.existing.pk == item.pk
            same = _("This is the very file that is there now. Nothing was changed.")
            form.add_error("upload", same if is_own else ValidationError(pointing_at(refusal)))
        except ValidationError as refusal:
            form.add_error("upload", refusal)
        else:
            self.log_change(request, item, [{"changed": {"fields": ["file"]}}])
            return True
        return False

    def replaced_view(self, request, key):
        """Shows what there is beside what was there; by POST puts that back."""
        item = self._item(request, key)
        if not item.former:
            return redirect(f"admin:{self._name_of('change')}", item.pk)
        if request.method == "POST":
            return self._put_back(request, item)
        return self._screen(request, item, "replaced", _("Replaced"), until=replacing.until(item))

    def _put_back(self, request, item):
        try:
            replacing.put_back(item)
        except AlreadyStoredError as refusal:
            messages.error(request, pointing_at(refusal))
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            self.log_change(request, item, [{"changed": {"fields": ["file"]}}])
            messages.success(request, _("The former file is back. The other one can be put back in turn."))
        return redirect(f"admin:{self._name_of('replaced')}", item.pk)

    def former_view(self, request, key):
        """The file that was replaced, for whoever may see the item: no other address leads to it."""
        item = self._item(request, key, may=self.has_view_permission)
        try:
            kept = default_storage.open(replacing.kept_name(item.former) or "-")
        except OSError as error:
            raise Http404 from error
        kind = PurePosixPath(kept.name).suffix[1:]
        headers = {"Cache-Control": "private, no-store", "Content-Security-Policy": "sandbox; default-src 'none'"}
        is_download = not hasattr(item, "alternative_text")
        name = PurePosixPath(item.former["facts"]["file"]).name
        return FileResponse(
            kept, content_type=CONTENT_TYPES[kind], headers=headers, as_attachment=is_download, filename=name
        )

    def _item(self, request, key, may=None):
        """Raises Http404 where it is not there, PermissionDenied for whoever may not change it, or see it."""
        item = self.get_object(request, str(key))
        if item is None:
            raise Http404
        if not (may or self.has_change_permission)(request, item):
            raise PermissionDenied
        return item

    def _screen(self, request, item, name, title, **more):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "item": item,
            "title": title,
            "is_picture": hasattr(item, "alternative_text"),
            **more,
        }
        return TemplateResponse(request, f"admin/images/{name}.html", context)
