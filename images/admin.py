from django.contrib import admin, messages
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from images.forms import DocumentUploadForm, ImageUploadForm
from images.models import Document, Image
from images.usage import used_in
from trash.binning import BinMixin
from trash.consequences import line

THUMBNAIL_EDGE = 80


class DescriptionFilter(admin.SimpleListFilter):
    title = _("description")
    parameter_name = "description"

    def lookups(self, request, model_admin):
        return [("missing", _("Still to describe")), ("present", _("Described")), ("decorative", _("Decorative"))]

    def queryset(self, request, queryset):
        if self.value() == "missing":
            return queryset.to_describe()
        if self.value() == "present":
            return queryset.filter(decorative=False).exclude(alternative_text="")
        return queryset.filter(decorative=True) if self.value() == "decorative" else queryset


class MediaFileAdmin(BinMixin, admin.ModelAdmin):
    """Files come in by `upload_form`; afterwards they are described here, never replaced."""

    upload_form = None
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


@admin.register(Image)
class ImageAdmin(MediaFileAdmin):
    upload_form = ImageUploadForm
    insertable_form = _("[[image %(name)s]]")
    list_display = ["thumbnail", "title", "description", "insert_line", "created"]
    list_display_links = ["title"]
    list_filter = [DescriptionFilter, "created"]
    search_fields = ["title", "slug", "alternative_text", "caption"]

    def get_fields(self, request, obj=None):
        if obj is None:
            return ["upload", "title", "alternative_text", "decorative", "caption", "credit"]
        return [
            "preview", "title", "alternative_text", "decorative", "caption", "credit", "insert_line", "facts", "created"
        ]  # fmt: skip

    def get_readonly_fields(self, request, obj=None):
        return ["preview", *self.readonly_fields] if obj else []

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if not change and obj.to_describe:
            messages.warning(
                request, _("Stored. Do still describe what the picture shows, or tick that it is decorative.")
            )
        if not change and obj.was_animated:
            messages.warning(request, _("The picture moves; only its first image is kept."))

    @admin.display(description=_("picture"))
    def thumbnail(self, image):
        return _img(image, THUMBNAIL_EDGE, "thumbnail")

    @admin.display(description=_("picture"))
    def preview(self, image):
        return _img(image, 480, "preview")

    @admin.display(description=_("alternative text"), ordering="alternative_text")
    def description(self, image):
        if image.to_describe:
            return format_html('<strong class="to-describe">{}</strong>', _("Still to describe"))
        return _("Decorative") if image.decorative else image.alternative_text

    @admin.display(description=_("as it is kept"))
    def facts(self, image):
        return f"{image.width} × {image.height}, {self.human_size(image)}"


@admin.register(Document)
class DocumentAdmin(MediaFileAdmin):
    upload_form = DocumentUploadForm
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


def _img(image, edge, css_class):
    scale = min(1, edge / max(image.width, image.height))
    width, height = (max(1, round(side * scale)) for side in (image.width, image.height))
    return format_html(
        '<img class="{}" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        css_class, image.file.url, width, height, image.alternative_text,
    )  # fmt: skip
