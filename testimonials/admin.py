"""The admin of testimonials and their themes."""

from django.contrib import admin, messages
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from publishing.admin import AT_ONCE, WebPageAdmin
from publishing.picking.choosing import OwnScriptsMixin
from testimonials.models import Testimonial, Theme
from testimonials.views import show
from trash.binning import BinMixin


@admin.register(Testimonial)
class TestimonialAdmin(WebPageAdmin):
    """Testimonials, in the order in which visitors read them."""

    list_display = ("name", "organisation", "state", "moment", "on_themes", "position", "look")
    list_filter = (*WebPageAdmin.list_filter, "themes")
    search_fields = ("name", "role", "organisation", "slug", "text")
    slug_from = "name"
    ordering = Testimonial._meta.ordering
    autocomplete_fields = ("portrait", "themes")
    readonly_fields = ("in_texts",)
    fieldsets = (
        (None, {"fields": ("name", "role", "organisation", "text", "portrait", "link", "themes")}),
        (_("Publication"), {"fields": ("consent_on", *WebPageAdmin.publication_fields)}),
        (_("Place on the site"), {"fields": ("position", "on_home", "in_texts"), "description": AT_ONCE}),
        (_("Address and search engines"), {"fields": ("slug", "consequences", "noindex"), "classes": ("collapse",)}),
    )

    def show(self, request, item):
        return show(request, item)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("themes")

    @admin.display(description=_("themes"))
    def on_themes(self, item):
        return ", ".join(theme.name for theme in item.themes.all()) or None

    @admin.display(description=_("line for a text"))
    def in_texts(self, item):
        return format_html("<code>{}</code>", item.insertable) if item.pk else _("Stands here once this is saved.")

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        self._ask_for_consent(request, [obj] if obj.is_published or obj.is_scheduled else [])

    @admin.action(description=WebPageAdmin.publish.short_description, permissions=["publish"])
    def publish(self, request, queryset):
        super().publish(request, queryset)
        self._ask_for_consent(request, queryset.published())

    def _ask_for_consent(self, request, items):
        """A warning, no refusal: the permission may be in a mail of long ago."""
        for item in items:
            if item.consent_on is None:
                note = _("“%(name)s”: has this person given permission to publish this? Then fill in the day.")
                messages.warning(request, note % {"name": item.name})


@admin.register(Theme)
class ThemeAdmin(BinMixin, OwnScriptsMixin, admin.ModelAdmin):
    """Themes: what visitors can narrow the testimonials to."""

    list_display = ("name", "slug")
    search_fields = ("name",)
    slug_from = "name"
    list_per_page = 50

    def leading_to(self, items):
        testimonials = Testimonial.objects.filter(themes__in=items).defer("text", "body_html").distinct()
        return [(testimonial, _("on this theme")) for testimonial in testimonials]
