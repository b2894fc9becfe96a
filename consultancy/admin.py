"""The consultant's room: Django's admin in her words and her order."""

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _

from publishing.picking.choosing import picture_of

# What she does most stands first; what is not named here comes last.
_ORDER = ["pages", "blog", "testimonials", "contact", "images", "trash", "publishing", "django_tasks_database", "auth"]


class Choices(AutocompleteJsonView):
    """What can be chosen, each with its picture."""

    def serialize_result(self, obj, to_field_name):
        return {**super().serialize_result(obj, to_field_name), "picture": picture_of(obj)}


class SiteAdmin(admin.AdminSite):
    """Django's admin site with the rooms of this house in the order of the work."""

    site_header = _("Your website")
    site_title = _("Your website")
    index_title = _("Start page")
    enable_nav_sidebar = True
    empty_value_display = "–"

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        return sorted(
            apps, key=lambda app: _ORDER.index(app["app_label"]) if app["app_label"] in _ORDER else len(_ORDER)
        )

    def index(self, request, extra_context=None):
        from consultancy.start.page import start_page

        return super().index(request, {"start": start_page(request.user), **(extra_context or {})})

    def app_index(self, request, app_label, extra_context=None):
        """The rooms stand on the start page; a page for each would be one more to click through."""
        return redirect("admin:index")

    def autocomplete_view(self, request):
        return Choices.as_view(admin_site=self)(request)

    def get_urls(self):
        from consultancy.account import account
        from consultancy.history.views import history
        from consultancy.start.still_true import still_true

        return [
            path("account/", self.admin_view(account), name="account"),
            path("history/", self.admin_view(history), name="history"),
            path(
                "still-true/<slug:app_label>/<slug:model_name>/<int:pk>/",
                self.admin_view(still_true),
                name="still_true",
            ),
            *super().get_urls(),
        ]
