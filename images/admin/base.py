"""What pictures and files have in common in the admin."""

from django.contrib import admin
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from images.admin.uploading import UploadMixin
from images.usage import used_in
from trash.binning import BinMixin
from trash.consequences import line


class MediaFileAdmin(BinMixin, UploadMixin, admin.ModelAdmin):
    """Files come in by `upload_form`; afterwards they are described here, never replaced."""

    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    date_hierarchy = None
    readonly_fields = ["insert_line", "facts", "created"]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        # A picture takes seconds to decode; in a transaction nobody else could save anything in the meantime.
        if object_id is None:
            return self._changeform_view(request, object_id, form_url, extra_context)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def view_on_site(self, item):
        return item.file.url

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj is None:
            kwargs["form"] = self.upload_form
        return super().get_form(request, obj, change=change, **kwargs)

    def get_readonly_fields(self, request, obj=None):
        return self.readonly_fields if obj else []

    def obstacles_to(self, items):
        """What is shown in a text is protected, with the places named, as Django does for what a row refers to."""
        places = [line(user) for item in items for user in used_in(item)]
        return list(dict.fromkeys([*super().obstacles_to(items), *places]))

    @admin.display(description=_("size"), ordering="size")
    def human_size(self, item):
        return filesizeformat(item.size)

    @admin.display(description=_("to put into a text"))
    def insert_line(self, item):
        return format_html("<code>{}</code>", self.insertable_form % {"name": item.slug})
