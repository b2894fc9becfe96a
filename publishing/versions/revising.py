"""The part of an admin in which an item is kept, published, taken off the site, and a publication taken back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Exists
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from publishing import history
from publishing.models import Revision, Status
from publishing.versions import drafts, revisions
from trash.keys import key_of

# What each button of the form makes of an item; any other one keeps it.
BUTTONS = {"_publish": Status.PUBLISHED, "_archive": Status.ARCHIVED}


class RevisingMixin:
    """Opens the working copy of an item; visitors see nothing of it before it is published."""

    def get_queryset(self, request):
        pending = Revision.objects.of_model(self.model).pending()
        return super().get_queryset(request).annotate(has_pending=Exists(pending))

    def get_object(self, request, object_id, from_field=None):
        item = super().get_object(request, object_id, from_field)
        in_its_form = request.resolver_match.url_name == self._url_name("change")
        return revisions.working_copy(item) if item and in_its_form else item

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.status_asked = self._status_asked(request)
        return form

    def _status_asked(self, request):
        asked = next((status for button, status in BUTTONS.items() if button in request.POST), "")
        return asked if self.has_publish_permission(request) else ""

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        stored = obj and obj.stored()
        may_publish = self.has_publish_permission(request)
        buttons = {
            "may_publish": may_publish,
            "may_archive": may_publish and drafts.is_live(stored) and stored.may_be_hidden,
            "status": stored.status if stored else Status.DRAFT,
            "waits": bool(getattr(obj, "pending_revision", None)),
            "duplicate": self._duplicate_url(stored) if stored and self.has_add_permission(request) else "",
        }
        return super().render_change_form(
            request, {**context, "stored": stored, "buttons": buttons}, *args, obj=obj, **kwargs
        )

    def _duplicate_url(self, stored):
        return reverse(f"admin:{self._url_name('duplicate')}", args=[stored.pk])

    # What the buttons do

    def save_model(self, request, obj, form, change):
        request.took_effect, request.waits = form.took_effect, set(form.changed_data) - set(form.took_effect)
        if form.status_asked == Status.PUBLISHED:
            drafts.publish(obj, request.user)
        else:
            drafts.save(obj, request.user)
        if form.status_asked == Status.ARCHIVED:
            drafts.archive(obj)

    def save_related(self, request, form, formsets, change):
        """Other items that were chosen are kept with the text; see `publishing.versions.drafts`."""
        for formset in formsets:
            self.save_formset(request, form, formset, change=change)

    def response_add(self, request, obj, post_url_continue=None):
        return self._back_to_form(request, obj)

    def response_change(self, request, obj):
        return self._back_to_form(request, obj)

    def _back_to_form(self, request, obj):
        stored = obj.stored()
        messages.success(request, self._said(request, stored))
        if self.has_view_or_change_permission(request, stored):
            return redirect(f"admin:{self._url_name('change')}", obj.pk)
        return self.response_post_save_change(request, obj)

    def _said(self, request, stored):
        asked = self._status_asked(request)
        if asked == Status.PUBLISHED and stored.is_published:
            published = _("Published: visitors see this now.")
            return format_html('{} <a href="{}">{}</a>', published, stored.get_absolute_url(), _("View on site"))
        if asked == Status.ARCHIVED:
            return _("Taken off the site, and kept here.")
        return self._said_of_saving(request, stored) if drafts.is_live(stored) and not asked else _("Saved.")

    def _said_of_saving(self, request, stored):
        if not request.took_effect:
            waits = _("Saved. Visitors see nothing of it until you publish it.")
            nothing = _("Saved. It is the same as what visitors see, so nothing waits.")
            return waits if Revision.objects.of(stored).pending().exists() else nothing
        names = [str(self.opts.get_field(name).verbose_name) for name in request.took_effect]
        said = _("Saved. In effect at once, for visitors too: %(fields)s.") % {"fields": get_text_list(names, _("and"))}
        return " ".join([said, _("They see nothing of the rest until you publish it.")]) if request.waits else said

    # Taking back

    def get_urls(self):
        view = self.admin_site.admin_view(self.undo_publication)
        return [
            path("<int:pk>/undo-publication/", view, name=self._url_name("undo_publication")),
            *super().get_urls(),
        ]

    def undo_publication(self, request, pk):
        """Have visitors see what they saw before; what was published waits in the form."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        item = get_object_or_404(super().get_queryset(request), pk=pk)
        if not (self.has_change_permission(request, item) and self.has_publish_permission(request)):
            raise PermissionDenied
        try:
            with transaction.atomic():
                drafts.undo_publication(item, request.user, seen=key_of(request.POST.get("publication")))
                history.note(request.user, item, "undone" if drafts.is_live(item.stored()) else "unpublished")
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, _("Undone: visitors see what they saw before. Your text is here, unpublished."))
        return redirect(reverse(f"admin:{self._url_name('change')}", args=[pk]))

    def _url_name(self, action):
        return f"{self.opts.app_label}_{self.opts.model_name}_{action}"
