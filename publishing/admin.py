"""The admin of everything that is published: one base class for the rooms, and the list of old addresses."""

from functools import partial
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from markdownx.models import MarkdownxField

from publishing import checklist
from publishing.addresses.renaming import RenamingMixin
from publishing.autosave.autosaving import AutosavingMixin
from publishing.deleting import PublishableBinMixin
from publishing.editing import may_publish, may_touch
from publishing.forms import PublishableForm, RedirectForm, RedirectListForm
from publishing.history import NotingMixin, note, note_difference
from publishing.models import NotFoundAddress, Redirect, Status
from publishing.moment_field import DayInput, MomentField, MomentWidget
from publishing.picking.choosing import OwnScriptsMixin, PlainChoicesMixin
from publishing.previews.sharing import SharingMixin
from publishing.previews.showing import as_visited
from publishing.states import STATES, moment_in_words, state_in_words, state_of
from publishing.translating import TranslatingMixin
from publishing.versions import drafts, revisions
from publishing.versions.revising import RevisingMixin
from publishing.versions.screens import VersionsMixin
from publishing.widgets import EditorWidget, TextWidget
from trash.binning import BinMixin

# Of fields that are no part of a revision.
AT_ONCE = _("What you change here takes effect as soon as you save, for visitors too.")
# When visitors see an item.
PUBLICATION = ("published_at", "expires_at")


class StateFilter(admin.SimpleListFilter):
    """Narrows a list to what is, at this moment, draft, scheduled, published, expired or archived."""

    title = _("status")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [*STATES.items(), ("waiting", _("with changes to publish"))]

    def queryset(self, request, queryset):
        if self.value() == "waiting":
            return queryset.filter(has_pending=True)
        if self.value() not in STATES:
            return queryset
        by_the_clock = {"scheduled": queryset.scheduled, "published": queryset.published, "expired": queryset.expired}
        return by_the_clock[self.value()]() if self.value() in by_the_clock else queryset.filter(status=self.value())


class PublishableAdmin(
    PublishableBinMixin,
    NotingMixin,
    AutosavingMixin,
    VersionsMixin,
    SharingMixin,
    RevisingMixin,
    PlainChoicesMixin,
    OwnScriptsMixin,
    admin.ModelAdmin,
):
    """What the consultant does with a page, a post or a testimonial.

    A room gives `show(request, item)`, its public view of an item that is not stored or not public.
    """

    form = PublishableForm
    list_display = ("title", "state", "moment", "language", "look")
    list_filter = (StateFilter, "language")
    search_fields = ("title", "slug", "text")
    ordering = ("-changed",)
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    actions = ("publish", "archive", "duplicate")
    change_form_template = "admin/publishable_form.html"
    formfield_overrides = {
        MarkdownxField: {"widget": EditorWidget},
        models.TextField: {"widget": TextWidget},
        models.DateTimeField: {"form_class": MomentField, "widget": MomentWidget},
        models.DateField: {"widget": DayInput},
    }

    def show(self, request, item):
        raise NotImplementedError

    # Permissions: whoever may not publish works on what was never public.

    def has_publish_permission(self, request):
        return may_publish(request.user, self.model)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or may_touch(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or may_touch(request.user, obj))

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return fields if self.has_publish_permission(request) else (*fields, *PUBLICATION)

    # Lists

    @admin.display(description=_("status"), ordering="status")
    def state(self, item):
        key = state_of(item)
        waits = ""
        if getattr(item, "has_pending", False):
            waits = format_html(' <span class="state state-waiting">{}</span>', _("changes wait"))
        return format_html('<span class="state state-{}">{}</span>{}', key, STATES[key], waits)

    @admin.display(description=_("moment"), ordering="published_at", empty_value="–")
    def moment(self, item):
        return moment_in_words(item) or None

    @admin.display(description=_("on the site"))
    def look(self, item):
        word = _("View") if item.is_published else _("Preview")
        return format_html(
            '<a href="{}">{} <span class="visually-hidden">{}</span></a>', self.view_on_site(item), word, item
        )

    # Looking at an item as visitors will

    def get_view_on_site_url(self, obj=None):
        # Of a form that was refused, what is stored is what can be seen.
        return super().get_view_on_site_url(obj and obj.stored())

    def view_on_site(self, item):
        if item.is_published:
            return item.get_absolute_url()
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_preview", args=[item.pk])

    def get_urls(self):
        preview, copy = self.admin_site.admin_view(self.preview), self.admin_site.admin_view(self.duplicate_one)
        return [
            path("<int:pk>/preview/", preview, name=self._url_name("preview")),
            path("<int:pk>/duplicate/", copy, name=self._url_name("duplicate")),
            *super().get_urls(),
        ]

    def preview(self, request, pk):
        """The item as it was written last, in its public template; for whoever may see it in the admin."""
        item = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        written = revisions.working_copy(item).show_as_written()
        return self.show(as_visited(request, written), written)

    # Saving

    def save_model(self, request, obj, form, change):
        former = obj.stored()
        super().save_model(request, obj, form, change)
        stored = obj.stored()
        self._tell_of_moments(request, stored)
        self._tell_of_move(request, stored, former)

    def _tell_of_moments(self, request, obj):
        if obj.is_scheduled or (obj.is_published and obj.expires_at):
            messages.info(request, state_in_words(obj))
        elif obj.is_expired:
            messages.warning(request, state_in_words(obj))

    def _tell_of_move(self, request, obj, former):
        if former and former.ever_public and former.get_absolute_url() != obj.get_absolute_url():
            note = _("The address is now %(new)s. Whoever comes by the old one, %(old)s, is led there.")
            messages.info(request, note % {"new": obj.get_absolute_url(), "old": former.get_absolute_url()})

    # Copies

    def duplicate_one(self, request, pk):
        """Make a copy of an item as it was saved last, and open its form."""
        item = get_object_or_404(self.get_queryset(request), pk=pk)
        if not (self.has_add_permission(request) and self.has_view_or_change_permission(request, item)):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        with transaction.atomic():
            twin = self._duplicate(request, item)
        messages.success(request, _("This is a copy, as a draft. The original is as it was."))
        return redirect(f"admin:{self._url_name('change')}", twin.pk)

    # Actions on several

    @admin.action(description=_("Publish now"), permissions=["publish"])
    def publish(self, request, queryset):
        done = sum(self._changed(request, pk, partial(self._publish, by=request.user)) for pk in _keys(queryset))
        self._tell(request, ngettext("%d is now published.", "%d are now published.", done), done)

    @admin.action(description=_("Archive: take off the site and keep"), permissions=["publish"])
    def archive(self, request, queryset):
        done = sum(self._changed(request, pk, self._archive) for pk in _keys(queryset))
        self._tell(request, ngettext("%d is now archived.", "%d are now archived.", done), done)

    @admin.action(description=_("Duplicate as a draft"), permissions=["add"])
    def duplicate(self, request, queryset):
        done = sum(self._changed(request, pk, partial(self._duplicate, request)) for pk in _keys(queryset))
        self._tell(request, ngettext("%d copy made, as a draft.", "%d copies made, as drafts.", done), done)

    def _publish(self, item, by):
        revisions.working_copy(item).publish()
        item.full_clean()
        checklist.refuse(item)
        drafts.publish(item, by)

    def _archive(self, item):
        item.status = Status.ARCHIVED
        # Nothing else that is wrong with it may keep it on the site.
        item.clean_status()
        drafts.archive(item)

    def _duplicate(self, request, item):
        twin = revisions.working_copy(item).duplicate()
        drafts.save(twin, request.user)
        note(request.user, twin, "duplicated")
        return twin

    def _changed(self, request, pk, change):
        """Change an item as it is by now, in a transaction of its own; what is refused is told. Gives 0 or 1."""
        try:
            with transaction.atomic():
                item = self.model._default_manager.get(pk=pk)
                before = item.stored()
                change(item)
                note_difference(request.user, before, item.stored())
        except self.model.DoesNotExist:
            return 0
        except ValidationError as error:
            item = self.model._default_manager.get(pk=pk)
            messages.error(request, f"{item}: {' '.join(error.messages)}")
            return 0
        return 1

    def _tell(self, request, sentence, count):
        if count:
            messages.success(request, sentence % count)


def _keys(queryset):
    return list(queryset.values_list("pk", flat=True))


class WebPageAdmin(RenamingMixin, TranslatingMixin, PublishableAdmin):
    """A publishable with an address of its own: the parts of its form that rooms share."""

    search_fields = ("title", "slug", "lead", "text")
    slug_from = "title"
    text_fields = ("title", "lead", "text")
    publication_fields = (("published_at", "expires_at"), "language", "translation_of")
    search_engine_fields = ("slug", "consequences", "description", "noindex")


@admin.register(Redirect)
class RedirectAdmin(BinMixin, admin.ModelAdmin):
    """Addresses of before: those of moved and deleted items come by themselves, those of an older site by hand."""

    form = RedirectForm
    list_display = ("path", "leads_to", "created")
    search_fields = ("path", "location")
    list_per_page = 50
    change_list_template = "admin/redirect_list.html"
    explanation = _(
        "Whoever comes by one of these addresses is led on to where the page is now. When you move or rename a page, "
        "its old address is added here by itself: you need do nothing."
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("target")

    @admin.display(description=_("leads to"))
    def leads_to(self, redirect):
        if redirect.gone:
            return _("nothing: deleted")
        if redirect.destination is None:
            return _("%(item)s, which visitors don't see") % {"item": redirect.target}
        return format_html('<a href="{}">{}</a>', redirect.destination, redirect.target or redirect.location)

    def get_urls(self):
        view = self.admin_site.admin_view(self.take_list)
        return [path("list/", view, name="publishing_redirect_list"), *super().get_urls()]

    def take_list(self, request):
        """Many old addresses at once: all of them, or none and what is wrong with each line."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = RedirectListForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            count = form.save()
            messages.success(request, ngettext("%d address is led on.", "%d addresses are led on.", count) % count)
            return redirect("admin:publishing_redirect_changelist")
        context = {**self.admin_site.each_context(request), "title": _("Old addresses from a list"), "form": form}
        return TemplateResponse(request, "admin/redirect_form_list.html", {**context, "opts": self.opts})


@admin.register(NotFoundAddress)
class NotFoundAddressAdmin(admin.ModelAdmin):
    """What was asked for and is not there, with one click to lead it on."""

    explanation = _(
        "Addresses that visitors asked for and that do not exist, the most asked first. Is one of them an old address "
        "of yours? Lead it on. You can leave the others alone: they are often attempts by robots."
    )
    actions = ("delete_selected",)
    list_display = ("path", "count", "last_asked", "lead_on")
    list_display_links = None
    search_fields = ("path",)
    list_per_page = 50

    @admin.action(description=_("Take these off the list"), permissions=["delete"])
    def delete_selected(self, request, queryset):
        return delete_selected(self, request, queryset)

    @admin.display(description=_("to do"))
    def lead_on(self, address):
        form = reverse("admin:publishing_redirect_add") + "?" + urlencode({"path": address.path})
        return format_html('<a href="{}">{}</a>', form, _("Lead it on"))

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
