"""The pictures of the library in the admin."""

from django.contrib import admin, messages
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from images.admin.base import MediaFileAdmin
from images.forms import ImageUploadForm, ImageWordsForm
from images.models import Image

THUMBNAIL_EDGE = 80


class DescriptionFilter(admin.SimpleListFilter):
    """Narrows the pictures to those that still have to be described, or have been."""

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


@admin.register(Image)
class ImageAdmin(MediaFileAdmin):
    """Pictures, each with what it shows in words."""

    upload_form = ImageUploadForm
    words_form = ImageWordsForm
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
        if not change and obj.was_stilled:
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


def _img(image, edge, css_class):
    scale = min(1, edge / max(image.width, image.height))
    width, height = (max(1, round(side * scale)) for side in (image.width, image.height))
    return format_html(
        '<img class="{}" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        css_class, image.file.url, width, height, image.alternative_text,
    )  # fmt: skip
