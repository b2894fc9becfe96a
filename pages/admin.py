"""The admin of the tree of pages and of the profile."""

from django import forms
from django.contrib import admin
from django.db import models
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from pages.models import Page, Profile, Section, SocialLink
from pages.views import show
from publishing.admin import PlainChoicesMixin, WebPageAdmin


class TreeChoiceField(forms.ModelChoiceField):
    """Pages to choose from, as they stand below each other."""

    def label_from_instance(self, page):
        return f"{'– ' * page.depth}{page}"


@admin.register(Page)
class PageAdmin(WebPageAdmin):
    """Pages, in the order of the tree."""

    list_display = ("in_tree", "state", "moment", "menu", "look")
    list_display_links = ("in_tree",)
    list_filter = (*WebPageAdmin.list_filter, "menu")
    autocomplete_fields = ("image",)
    fieldsets = (
        (None, {"fields": (*WebPageAdmin.text_fields, "image")}),
        (_("Publication"), {"fields": WebPageAdmin.publication_fields}),
        (_("Place on the site"), {"fields": ("parent", "position", ("menu", "menu_title"), "on_home")}),
        (_("Opening quotation"), {"fields": ("quotation", "quotation_author"), "classes": ("collapse",)}),
        (
            _("Button below the text"),
            {
                "fields": ("action_kind", "action_label", "action_page", "action_url", "second_label", "second_page"),
                "classes": ("collapse",),
            },
        ),
        (_("Address and search engines"), {"fields": WebPageAdmin.search_engine_fields, "classes": ("collapse",)}),
    )

    def get_ordering(self, request):
        return Page.TREE_ORDER

    def show(self, request, item):
        return show(request, item, preview=True)

    @admin.display(description=_("page"), ordering=Page.TREE_ORDER[0])
    def in_tree(self, page):
        front = f" ({Section.HOME.label})" if page.section == Section.HOME else ""
        return format_html('<span class="depth-{}">{}{}</span>', min(page.depth, 9), page.title, front)

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj and obj.section == Section.HOME:
            return (*fields, "slug", "parent", "status", "published_at", "on_home")
        return (*fields, "slug", "parent") if obj and obj.section else fields

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.section)

    def get_deleted_objects(self, objs, request):
        """A section page among several is named as what stands in the way, not as a lack of permission."""
        sections = [page for page in objs if page.section]
        to_delete, counts, missing_permissions, protected = super().get_deleted_objects(
            [page for page in objs if not page.section], request
        )
        fixed = [_("“%(page)s” is part of the site and stays.") % {"page": page} for page in sections]
        return to_delete, counts, missing_permissions, [*protected, *fixed]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "parent":
            kwargs.update(queryset=self._possible_parents(request), form_class=TreeChoiceField)
            kwargs["empty_label"] = _("nothing: at the top")
        elif db_field.name in ("action_page", "second_page"):
            kwargs["queryset"] = Page.objects.in_tree_order()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def _possible_parents(self, request):
        possible = Page.objects.filter(section="").in_tree_order()
        page = self.get_object(request, request.resolver_match.kwargs.get("object_id") or "")
        if page is None or page.section:
            return possible
        return possible.exclude(pk=page.pk).exclude(pk__in=Page.objects.below(page))


class SocialLinkInline(admin.TabularInline):
    """Her places elsewhere."""

    model = SocialLink
    extra = 1
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https", "widget": forms.URLInput(attrs={"class": "vURLField"})}
    }


@admin.register(Profile)
class ProfileAdmin(PlainChoicesMixin, admin.ModelAdmin):
    """The one profile: its list is its form."""

    inlines = (SocialLinkInline,)
    autocomplete_fields = ("portrait",)
    fieldsets = (
        (None, {"fields": ("name", "tagline", "portrait")}),
        (
            _("How to reach you"),
            {"fields": ("email", "message_recipient", "telephone", "street", ("postal_code", "city"), "country")},
        ),
        (_("Company"), {"fields": ("chamber_of_commerce", "vat_number")}),
        (
            _("Invitation at the bottom of every page"),
            {"fields": ("invitation_title", "invitation_text", "invitation_label")},
        ),
    )

    def view_on_site(self, profile):
        return profile.get_absolute_url()

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_or_change_permission(request):
            return super().changelist_view(request, extra_context)
        return redirect(reverse("admin:pages_profile_change", args=[Profile.load().pk]))

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
