"""The admin of the profile: whose site it is and what it looks like."""

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pages.brand import FIELDS, notes
from pages.forms import ProfileForm
from pages.menu import main_menus
from pages.models import Page, Profile, SocialLink
from pages.words_admin import ProfileWordsInline, are_asked_for
from publishing.editing import may_publish
from publishing.picking.choosing import PlainChoicesMixin


class SocialLinkInline(admin.TabularInline):
    """Her places elsewhere."""

    model = SocialLink
    extra = 1
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https", "widget": forms.URLInput(attrs={"class": "vURLField"})}
    }

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            # In a table of forms no label leads to a field: its column's heading does not (WCAG 2.2, 1.3.1).
            field.widget.attrs["aria-label"] = field.label
        return field


@admin.register(Profile)
class ProfileAdmin(PlainChoicesMixin, admin.ModelAdmin):
    """The one profile: its list is its form."""

    form = ProfileForm
    inlines = (SocialLinkInline,)
    autocomplete_fields = ("portrait", "logo")
    readonly_fields = ("sample", "menu", "menu_to_order")
    fieldsets = (
        (None, {"fields": ("name", "tagline", "portrait")}),
        (
            _("Logo and colours"),
            {
                "description": _(
                    "Circles stay as chosen; where they meet the site finds a colour. What is read it makes readable."
                ),
                "fields": ("logo", "name_beside_logo", *FIELDS.values(), "sample"),
            },
        ),
        (_("Main menu"), {"fields": ("menu",)}),
        (
            _("How to reach you"),
            {"fields": ("email", "message_recipient", "telephone", "street", ("postal_code", "city"), "country")},
        ),
        (_("Company"), {"fields": ("chamber_of_commerce", "vat_number")}),
        (
            _("Invitation at the bottom of every page"),
            {"fields": ("invitation_title", "invitation_text", "invitation_label")},
        ),
        (_("At the very bottom of every page"), {"fields": ("footer_text",)}),
    )

    def get_inlines(self, request, obj):
        inlines = super().get_inlines(request, obj)
        return (ProfileWordsInline, *inlines) if are_asked_for() else inlines

    def get_fieldsets(self, request, obj=None):
        """Whoever may change the order of the menu is led there."""
        fieldsets = super().get_fieldsets(request, obj)
        if not may_publish(request.user, Page):
            return fieldsets
        led_on = {"menu": "menu_to_order"}
        return [
            (title, {**options, "fields": [led_on.get(field, field) for field in options["fields"]]})
            for title, options in fieldsets
        ]

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

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if not set(FIELDS.values()).isdisjoint(form.changed_data):
            for note in notes(obj.colours):
                messages.warning(request, note.words)

    @admin.display(description=_("what the site shows"))
    def sample(self, profile):
        colours = profile.colours
        return render_to_string("pages/colour_sample.html", {"palettes": (colours.light, colours.dark)})

    @admin.display(description=_("order of the menu"))
    def menu(self, profile):
        return render_to_string("pages/menu_in_order.html", {"menus": main_menus()})

    @admin.display(description=_("order of the menu"))
    def menu_to_order(self, profile):
        return render_to_string("pages/menu_in_order.html", {"menus": main_menus(), "leads_on": True})
