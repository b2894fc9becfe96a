"""The files of the library in the admin."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from images.admin.base import MediaFileAdmin
from images.forms import DocumentUploadForm, DocumentWordsForm
from images.models import Document


@admin.register(Document)
class DocumentAdmin(MediaFileAdmin):
    """Files that visitors download."""

    upload_form = DocumentUploadForm
    words_form = DocumentWordsForm
    insertable_form = _("[[document %(name)s]]")
    list_display = ["title", "type_name", "human_size", "insert_line", "created"]
    list_filter = ["content_type", "created"]
    search_fields = ["title", "slug"]

    def get_fields(self, request, obj=None):
        return ["title", "insert_line", "facts", "created"] if obj else ["upload", "title"]

    @admin.display(description=_("type"), ordering="content_type")
    def type_name(self, document):
        return document.type_name

    @admin.display(description=_("file"))
    def facts(self, document):
        size = self.human_size(document)
        return format_html('<a href="{}" download>{}, {}</a>', document.file.url, document.type_name, size)
