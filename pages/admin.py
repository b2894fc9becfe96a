"""The admin of the tree of pages."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from pages.forms import MenuForm, TreeChoiceField
from pages.menu import arrange, main_menus
from pages.models import Page, Section
from pages.profile_admin import ProfileAdmin
from pages.tree_admin import TreeMixin
from pages.views import show_with_its_part
from publishing.admin import AT_ONCE, PUBLICATION, WebPageAdmin

__all__ = ["PageAdmin", "ProfileAdmin"]


@admin.register(Page)
class PageAdmin(TreeMixin, WebPageAdmin):
    """Pages, in the order of the tree."""

    list_display = ("in_tree", "state", "menu", "moment", "look")
    list_display_links = ("in_tree",)
    list_filter = (*WebPageAdmin.list_filter, "menu")
    change_list_template = "admin/page_list.html"
    autocomplete_fields = ("image",)
    fieldsets = (
        (None, {"fields": (*WebPageAdmin.text_fields, "image")}),
        (_("Publication"), {"fields": WebPageAdmin.publication_fields}),
        (
            _("Place on the site"),
            {"fields": ("parent", "position", ("menu", "menu_title"), "on_home"), "description": AT_ONCE},
        ),
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
        return show_with_its_part(request, item)

    @admin.display(description=_("page"), ordering=Page.TREE_ORDER[0])
    def in_tree(self, page):
        front = f" ({Section.HOME.label})" if page.section == Section.HOME else ""
        return format_html('{}{} <span class="tree-address">{}</span>', page.title, front, page.get_absolute_url())

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj and obj.section == Section.HOME:
            return (*fields, "slug", "parent", "translation_of", *PUBLICATION, "on_home")
        return (*fields, "slug", "parent", "translation_of") if obj and obj.section else fields

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        if "parent" in form.base_fields:
            form.base_fields["parent"].queryset = (obj or Page()).possible_parents()
        return form

    def get_changeform_initial_data(self, request):
        return {"language": "", **super().get_changeform_initial_data(request)}

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        """A new page may be left in the language of the page that it comes to stand under."""
        field = super().formfield_for_choice_field(db_field, request, **kwargs)
        if db_field.name == "language" and request.resolver_match.url_name.endswith("_add"):
            field.required = False
            field.choices = [("", _("that of the page it stands under")), *field.choices]
        return field

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.section)

    def roots(self, items):
        paths = {page.path for page in items}
        return [page for page in items if not page.section and not paths & set(_paths_above(page))]

    def branch_of(self, item):
        return [item, *Page.objects.below(item).in_tree_order()]

    def get_deleted_objects(self, objs, request):
        """A section page among several is named as what stands in the way, not as a lack of permission."""
        consequences, counts, lacking, obstacles = super().get_deleted_objects(objs, request)
        fixed = [_("“%(page)s” is part of the site and stays.") % {"page": page} for page in objs if page.section]
        obstacles.extend(fixed)
        return consequences, counts, set() if fixed else lacking, obstacles

    def how(self, field):
        return _("its button") if field.name in ("action_page", "second_page") else super().how(field)

    def remark_on(self, item):
        words, _depth = super().remark_on(item)
        places = [item.get_menu_display()] if item.menu else []
        return ", ".join([words, *map(str, places)]), item.depth

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "parent":
            kwargs["form_class"] = TreeChoiceField
            kwargs["empty_label"] = _("nothing: at the top")
        elif db_field.name in ("action_page", "second_page"):
            kwargs["queryset"] = Page.objects.in_tree_order()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_urls(self):
        view = self.admin_site.admin_view(self.order_menu)
        return [path("menu/", view, name="pages_page_menu"), *super().get_urls()]

    def order_menu(self, request):
        """The main menus in their order, which whoever may publish can change."""
        if not self.has_publish_permission(request):
            raise PermissionDenied
        menus = [(menu.name, MenuForm(menu.pages, request.POST or None)) for menu in main_menus()]
        if request.method == "POST" and all(form.is_valid() for _name, form in menus):
            for _name, form in menus:
                self._arrange(request, form.in_order())
            messages.success(request, _("This is the order of the menu now."))
            return redirect("admin:pages_page_menu")
        shown = [(name, [(field, page, self.state(page)) for field, page in form.rows()]) for name, form in menus]
        context = {**self.admin_site.each_context(request), "title": _("Order of the menu"), "menus": shown}
        return TemplateResponse(request, "admin/menu_order.html", {**context, "opts": self.opts})

    def _arrange(self, request, pages):
        for page in arrange(pages):
            self.log_change(request, page, [{"changed": {"fields": ["order"]}}])


def _paths_above(page):
    parts = page.path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]
