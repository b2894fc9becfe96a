"""The inbox."""

from django.contrib import admin, messages
from django.db.models import Case, IntegerField, Value, When
from django.template.defaultfilters import linebreaks_filter
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from contact.answering import answer_url
from contact.mail import not_set_up
from contact.models import Mail, Message, Status
from contact.tasks import mail_again
from publishing.history import note_all
from trash.binning import BinMixin

# What is still to be done stands first.
_IN_ORDER_OF_WORK = Case(
    *(When(status=status, then=Value(place)) for place, status in enumerate(Status.values)),
    output_field=IntegerField(),
)
# The buttons of one message, by their name in the form.
_BUTTONS = ("mark_answered", "mark_spam", "mark_no_spam", "send_again")


class MailFilter(admin.SimpleListFilter):
    title = _("mail")
    parameter_name = "mail"

    def lookups(self, request, model_admin):
        return [("problem", _("did not reach you")), *Mail.choices]

    def queryset(self, request, queryset):
        if self.value() == "problem":
            return queryset.unmailed()
        return queryset.filter(mail=self.value()) if self.value() else queryset


@admin.register(Message)
class MessageAdmin(BinMixin, admin.ModelAdmin):
    """Messages are read here, marked and deleted; what a visitor wrote can't be changed."""

    list_display = ("name", "beginning", "state", "mail_state", "received")
    list_filter = ("status", MailFilter, "received")
    search_fields = ("name", "email", "telephone", "body")
    ordering = (_IN_ORDER_OF_WORK.asc(), "-received", "-pk")
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    actions = _BUTTONS
    change_form_template = "contact/message_form.html"
    fields = (
        "name",
        "email",
        "telephone",
        "received",
        "words",
        "state",
        "spam",
        "mail_of_message",
        "source",
        "language",
    )
    readonly_fields = fields

    def has_add_permission(self, request):
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        message = self.get_object(request, object_id)
        if message and request.method == "GET" and self.has_change_permission(request, message):
            Message.objects.unread().filter(pk=message.pk).update(status=Status.READ)
        answer = {"answer_url": answer_url(message)} if message else {}
        return super().change_view(request, object_id, form_url, {**answer, **(extra_context or {})})

    def response_change(self, request, obj):
        for button in _BUTTONS:
            if button in request.POST:
                getattr(self, button)(request, Message.objects.filter(pk=obj.pk))
        return self.response_post_save_change(request, obj)

    def log_change(self, request, obj, message):
        """Nothing of the message itself can be changed."""

    # What is shown

    @admin.display(description=_("message"))
    def beginning(self, message):
        return message.body[:80]

    @admin.display(description=_("message"))
    def words(self, message):
        return format_html('<div class="message-words">{}</div>', linebreaks_filter(message.body))

    @admin.display(description=_("status"), ordering="status")
    def state(self, message):
        return format_html('<span class="state state-{}">{}</span>', message.status, message.get_status_display())

    @property
    def explanation(self):
        """Said once, above the list, and not at each message."""
        return not_set_up()

    @admin.display(description=_("mail"), ordering="mail")
    def mail_state(self, message):
        return _mail_in_words(message, "" if message.mail == Mail.NOT_SET_UP else message.mail_reason)

    @admin.display(description=_("mail"))
    def mail_of_message(self, message):
        return _mail_in_words(message, message.mail_reason)

    @admin.display(description=_("signs of spam"))
    def spam(self, message):
        if not message.spam_reason:
            return self.get_empty_value_display()
        return _("%(reason)s (%(score)d points)") % {"reason": message.spam_reason, "score": message.spam_score}

    # Actions on several

    @admin.action(description=_("Mark as answered"), permissions=["change"])
    def mark_answered(self, request, queryset):
        found = list(queryset.exclude(status=Status.SPAM))
        done = queryset.exclude(status=Status.SPAM).update(status=Status.ANSWERED)
        note_all(request.user, found, "answered")
        self._tell(request, ngettext("%d marked as answered.", "%d marked as answered.", done), done)

    @admin.action(description=_("Mark as spam"), permissions=["change"])
    def mark_spam(self, request, queryset):
        by_hand = {"status": Status.SPAM, "spam_since": timezone.now(), "spam_reason": _("Marked by hand.")}
        found = list(queryset.exclude(status=Status.SPAM))
        done = queryset.exclude(status=Status.SPAM).update(**by_hand)
        note_all(request.user, found, "spam")
        self._tell(request, ngettext("%d moved to the spam.", "%d moved to the spam.", done), done)

    @admin.action(description=_("This is no spam"), permissions=["change"])
    def mark_no_spam(self, request, queryset):
        spam = list(queryset.filter(status=Status.SPAM))
        for message in spam:
            message.restore()
            if message.mail == Mail.WITHHELD:
                mail_again(message)
        note_all(request.user, spam, "no_spam")
        self._tell(request, ngettext("%d is back in the inbox.", "%d are back in the inbox.", len(spam)), len(spam))

    @admin.action(description=_("Send the mail again"), permissions=["change"])
    def send_again(self, request, queryset):
        unsent = list(queryset.unmailed())
        for message in unsent:
            mail_again(message)
        self._tell(request, ngettext("%d is being mailed.", "%d are being mailed.", len(unsent)), len(unsent))

    def _tell(self, request, sentence, count):
        if count:
            messages.success(request, sentence % count)


def _mail_in_words(message, reason):
    return format_html(
        '<span class="{}">{}</span> {} <small>{}</small>',
        "mail-problem" if message.is_unmailed else "",
        message.get_mail_display(),
        _("It should have been sent by now: tell whoever looks after your site.") if message.is_overdue else reason,
        date_format(timezone.localtime(message.mail_moment), "SHORT_DATETIME_FORMAT"),
    )
