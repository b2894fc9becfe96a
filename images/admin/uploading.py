"""Many files taken in on one screen, each told of by itself, and their words filled in beside them."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models.options import Options
from django.http import HttpResponseNotAllowed, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from images.forms import UploadForm
from trash.keys import key_of


@dataclass
class Received:
    """What became of one file: the item that holds it now, or why there is none.

    `form` asks for the words of an item, where whoever sent the file may write them.
    """

    name: str
    item: Any = None
    is_new: bool = False
    refusal: str = ""
    form: forms.ModelForm | None = None

    @property
    def outcome(self) -> str:
        """`new`, `known` or `refused`."""
        return "refused" if self.refusal else "new" if self.is_new else "known"


class UploadMixin:
    """Adds items by their files. `words_form` asks for the words of one of them, in a row of many."""

    opts: Options[Any]
    upload_form: type[UploadForm]
    words_form: type[forms.ModelForm]

    def get_urls(self):
        view = self.admin_site.admin_view(self.words_view)
        return [path("words/", view, name=self._name_of("words")), *super().get_urls()]

    def _name_of(self, action):
        return f"{self.opts.app_label}_{self.opts.model_name}_{action}"

    def add_view(self, request, form_url="", extra_context=None):
        """Takes in each file in `upload`; one at a time as JSON for a script, all of them for a form.

        On the way to choosing an item there is one, with all its words.
        """
        if IS_POPUP_VAR in request.GET or IS_POPUP_VAR in request.POST:
            return super().add_view(request, form_url, extra_context)
        if not self.has_add_permission(request):
            raise PermissionDenied
        received = [self._take_in(request, file) for file in request.FILES.getlist("upload")]
        if _wants_json(request):
            return self._told(request, received)
        nothing_chosen = request.method == "POST" and not received
        return self._upload_screen(request, received, nothing_chosen=nothing_chosen)

    def _take_in(self, request, file):
        try:
            item, is_new = self.model.objects.take_in(file)
        except ValidationError as refusal:
            return Received(file.name, refusal=" ".join(refusal.messages))
        if is_new:
            self.log_addition(request, item, [{"added": {}}])
        return Received(file.name, item, is_new, form=self._words_of(request, item))

    def _words_of(self, request, item, data=None):
        if not self.has_change_permission(request, item):
            return None
        return self.words_form(data, instance=item, prefix=str(item.pk))

    def _told(self, request, received):
        """The answer to a script: what became of the file, and its row."""
        if not received:
            return JsonResponse({"refusal": _("No file arrived. Try again.")}, status=400)
        (one, *_others) = received
        if one.refusal:
            return JsonResponse({"refusal": one.refusal}, status=400)
        row = render_to_string("admin/images/upload_row.html", {"one": one, "opts": self.opts}, request)
        return JsonResponse({"outcome": one.outcome, "row": row})

    def upload_context(self, request):
        """What `admin/images/upload_panel.html` needs."""
        form = self.upload_form()
        return {
            "opts": self.opts,
            "may_upload": self.has_add_permission(request),
            "accept": form.fields["upload"].widget.attrs["accept"],
            "kinds": form.fields["upload"].help_text,
            "max_bytes": self.upload_form.max_bytes,
            "is_picture": hasattr(self.model, "alternative_text"),
            "add_url": reverse(f"admin:{self._name_of('add')}"),
            "words_url": reverse(f"admin:{self._name_of('words')}"),
            "list_url": reverse(f"admin:{self._name_of('changelist')}"),
        }

    def _upload_screen(self, request, received, **more):
        context = {
            **self.admin_site.each_context(request),
            **self.upload_context(request),
            "title": self._upload_title(),
            "received": received,
            "asks_words": any(one.form for one in received if one.is_new),
            **more,
        }
        return TemplateResponse(request, "admin/images/upload.html", context)

    def _upload_title(self):
        return _("Add %(kind)s") % {"kind": self.opts.verbose_name_plural}

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {**self.upload_context(request), **(extra_context or {})})

    # The words of those that came in

    def words_view(self, request):
        """Saves the words of the items in `pk`; what was left empty stays to be described."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        with transaction.atomic():  # none of them is deleted between reading and saving
            return self._take_words(request)

    def _take_words(self, request):
        items = self.model.objects.filter(pk__in=_keys(request.POST.getlist("pk")))
        rows = [Received(item.title, item, True, form=self._words_of(request, item, request.POST)) for item in items]
        if any(row.form is None for row in rows):
            raise PermissionDenied
        changed = [row for row in rows if row.form.has_changed()]
        refused = [row for row in changed if not row.form.is_valid()]
        if refused:
            return self._refused(request, rows)
        for row in changed:
            # The words alone: nothing here knows of another file in the place of the one there was.
            row.item.save(update_fields=[*row.form.changed_data, "changed"])
            self.log_change(request, row.item, self.construct_change_message(request, row.form, None))
        return self._saved(request, len(changed), sum(getattr(row.item, "to_describe", False) for row in rows))

    def _refused(self, request, rows):
        if _wants_json(request):
            errors = {row.item.pk: _sentences(row.form) for row in rows if row.form.errors}
            return JsonResponse({"errors": errors}, status=400)
        return self._upload_screen(request, rows)

    def _saved(self, request, number, missing):
        said = ngettext("%(number)d saved.", "%(number)d saved.", number) % {"number": number}
        if missing:
            more = ngettext("%(missing)d is still to describe.", "%(missing)d are still to describe.", missing)
            said = f"{said} {more % {'missing': missing}}"
        if _wants_json(request):
            return JsonResponse({"said": said})
        (messages.warning if missing else messages.success)(request, said)
        return redirect(f"admin:{self._name_of('changelist')}")


def _sentences(form):
    return " ".join(sentence for sentences in form.errors.values() for sentence in sentences)


def _wants_json(request):
    return request.headers.get("Accept") == "application/json"


def _keys(typed):
    return [key for key in map(key_of, typed) if key is not None]
