"""The files of the library in the admin."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from images.admin.base import MediaFileAdmin
from images.filetypes import TYPE_NAMES
from images.forms import DocumentUploadForm, DocumentWordsForm
from images.models import Document


class TypeFilter(admin.SimpleListFilter):
    """By what people call the type of a file."""

    title = _("type")
    parameter_name = "type"

    def lookups(self, request, model_admin):
        return [(name, name) for name in dict.fromkeys(TYPE_NAMES.values())]

    def queryset(self, request, queryset):
        types = [content_type for content_type, name in TYPE_NAMES.items() if name == self.value()]
        return queryset.filter(content_type__in=types) if types else queryset


@admin.register(Document)
class DocumentAdmin(MediaFileAdmin):
    """Files that visitors download."""

    upload_form = DocumentUploadForm
    words_form = DocumentWordsForm
    insertable_form = _("[[document %(name)s]]")
    list_display = ["title", "type_name", "human_size", "uses", "insert_line", "created"]
    list_filter = [TypeFilter, "created"]
    search_fields = ["title", "slug"]

    def get_fields(self, request, obj=None):
        return ["title", *self.readonly_fields] if obj else ["upload", "title"]

    @admin.display(description=_("type"), ordering="content_type")
    def type_name(self, document):
        return document.type_name

    @admin.display(description=_("file"))
    def facts(self, document):
        link = format_html('<a href="{}" download>{}</a>', document.file.url, ", ".join(self._facts(document)))
        if not document.cover:
            return link
        return format_html('<img class="preview" src="{}" width="180" alt=""><br>{}', document.cover_url, link)

    def _facts(self, document):
        pages = document.pages and ngettext("%(number)s page", "%(number)s pages", document.pages)
        told = pages % {"number": document.pages} if pages else ""
        return filter(None, [document.type_name, told, self.human_size(document)])
