"""The pictures of the library in the admin."""

from django.contrib import admin, messages
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from images.admin.base import MediaFileAdmin
from images.forms import ImageForm, ImageUploadForm, ImageWordsForm
from images.models import Image
from images.thumbnails import thumbnail as shown_small


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
    form = ImageForm
    list_display = ["thumbnail", "title", "description", "uses", "facts", "created"]
    list_display_links = ["title"]
    list_filter = [DescriptionFilter, "created"]
    search_fields = ["title", "slug", "alternative_text", "caption", "credit"]

    def get_fields(self, request, obj=None):
        words = ["title", "alternative_text", "decorative", "caption", "credit"]
        if obj is None:
            return ["upload", *words]
        return [
            "focal_point" if self.has_change_permission(request, obj) else "thumbnail",
            *words,
            *self.readonly_fields,
        ]

    def get_readonly_fields(self, request, obj=None):
        return ["thumbnail", *self.readonly_fields] if obj else []

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if not change and obj.to_describe:
            messages.warning(
                request, _("Stored. Do still describe what the picture shows, or tick that it is decorative.")
            )
        if not change and obj.was_stilled:
            messages.warning(
                request,
                _("The picture moves for too long: only its first image is kept. A shorter one keeps moving."),
            )

    @admin.display(description=_("picture"))
    def thumbnail(self, image):
        return render_to_string("admin/images/thumbnail.html", {"shown": shown_small(image)})

    @admin.display(description=_("alternative text"), ordering="alternative_text")
    def description(self, image):
        if image.to_describe:
            return format_html('<strong class="to-describe">{}</strong>', _("Still to describe"))
        return _("Decorative") if image.decorative else image.alternative_text

    @admin.display(description=_("as it is kept"), ordering="size")
    def facts(self, image):
        return f"{image.width} × {image.height}, {self.human_size(image)}"
