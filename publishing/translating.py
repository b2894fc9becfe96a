"""Two languages in the admin: what an item is a translation of, and a draft of it in another language."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _

from publishing.versions import drafts
from publishing.versions.revisions import working_copy


def languages_beside(item) -> list[tuple[str, str]]:
    """The languages that an item can be translated into, as (code, name); none where that is done."""
    if item.translation or not item.is_translatable:
        return []
    return [(code, str(name)) for code, name in settings.LANGUAGES if code != item.language]


class TranslatingMixin:
    """The part of an admin in which the original of an item is chosen and its translation is made."""

    def get_queryset(self, request):
        return super().get_queryset(request).with_translation()

    def get_autocomplete_fields(self, request):
        return (*super().get_autocomplete_fields(request), "translation_of")

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        field = form.base_fields.get("translation_of")
        if obj and field:
            field.widget.widget.asked = f"?{urlencode({'other_than': obj.language})}"
        return form

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return (*fields, "translation_of") if getattr(obj, "translated_as", None) else fields

    def get_search_results(self, request, queryset, search_term):
        if request.GET.get("field_name") == "translation_of":
            queryset = queryset.without_translation().exclude(language=request.GET.get("other_than"))
        return super().get_search_results(request, queryset, search_term)

    def get_urls(self):
        view, name = self.admin_site.admin_view(self.translate), self._url_name("translate")
        return [path("<int:pk>/translate/<slug:language>/", view, name=name), *super().get_urls()]

    def translate(self, request, pk, language):
        """Make a draft of an item in another language and open its form; what is there already is opened as it is."""
        item = working_copy(get_object_or_404(self.get_queryset(request), pk=pk))
        if not (self.has_add_permission(request) and self.has_view_or_change_permission(request, item)):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        return redirect(
            f"admin:{self._url_name('change')}", (item.translation or self._made(request, item, language)).pk
        )

    def _made(self, request, item, language):
        """The draft; the item itself where it was refused, which is told."""
        if language not in dict(languages_beside(item)):
            raise Http404
        draft = item.translate(language)
        try:
            with transaction.atomic():
                draft.full_clean()
                drafts.save(draft, request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return item
        self.log_addition(request, draft, [{"translated": {}}])
        messages.success(
            request,
            _("A draft with the words of the original: translate all of them, the buttons and the address too."),
        )
        return draft
