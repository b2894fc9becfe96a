"""What pictures and files have in common in the admin."""

from django import forms
from django.contrib import admin
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from images.admin.listing import LibraryList
from images.admin.replacing import ReplaceMixin
from images.admin.uploading import UploadMixin
from images.usage import places_of, used_in
from trash.binning import BinMixin
from trash.consequences import line


class MediaFileAdmin(BinMixin, UploadMixin, ReplaceMixin, admin.ModelAdmin):
    """Files come in by `upload_form`; afterwards they are described here."""

    change_form_template = "admin/images/change_form.html"
    list_per_page = 48  # rows of two, three, four and six come out even
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    date_hierarchy = None
    readonly_fields = ["where_used", "insert_line", "facts", "created"]

    @property
    def media(self):
        return forms.Media()  # no field of theirs needs the libraries of Django's admin

    def get_changelist(self, request, **kwargs):
        return LibraryList

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

    def save_model(self, request, obj, form, change):
        if change:  # what is new was stored by `upload_form`
            super().save_model(request, obj, form, change)

    def get_readonly_fields(self, request, obj=None):
        return self.readonly_fields if obj else []

    def obstacles_to(self, items):
        """What is shown in a text is protected, with the places named, as Django does for what a row refers to."""
        places = [line(user) for item in items for user in used_in(item)]
        return list(dict.fromkeys([*super().obstacles_to(items), *places]))

    @admin.display(description=_("used"))
    def uses(self, item):
        """How many items show it."""
        if not item.number_of_uses:
            return _("Nowhere yet")
        return ngettext("In %(number)d place", "In %(number)d places", item.number_of_uses) % {
            "number": item.number_of_uses
        }

    @admin.display(description=_("used in"))
    def where_used(self, item):
        """What shows it, with the way there."""
        places = format_html_join("", "<li>{}</li>", ((line(place),) for place in places_of(item)))
        return format_html('<ul class="used-in">{}</ul>', places) if places else _("Nowhere yet")

    @admin.display(description=_("size"), ordering="size")
    def human_size(self, item):
        return filesizeformat(item.size)

    @admin.display(description=_("to put into a text"))
    def insert_line(self, item):
        return format_html("<code>{}</code>", self.insertable_form % {"name": item.slug})
