"""Messages of visitors, what became of their mail, and how busy the form is."""

from datetime import timedelta

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from publishing.fields import LineField

BODY_LENGTH = 10_000
SPAM_IS_KEPT = timedelta(days=30)
# A job takes seconds; what waits longer waits for a worker that does not run.
MAIL_IS_OVERDUE = timedelta(minutes=15)


class Status(models.TextChoices):
    """What has been done with a message."""

    NEW = "new", _("new")
    READ = "read", _("read")
    ANSWERED = "answered", _("answered")
    SPAM = "spam", _("spam")


class Mail(models.TextChoices):
    """What became of the mail that announces a message."""

    WAITING = "waiting", _("not sent yet")
    SENT = "sent", _("sent")
    FAILED = "failed", _("not sent: it went wrong")
    NOT_SET_UP = "not-set-up", _("not sent: mail is not set up")
    WITHHELD = "withheld", _("not sent: spam")

    @classmethod
    def problems(cls):
        """What leaves a message unseen by whoever waits for the mail."""
        return [cls.FAILED, cls.NOT_SET_UP]


def _unmailed():
    overdue = models.Q(mail=Mail.WAITING, mail_moment__lt=timezone.now() - MAIL_IS_OVERDUE)
    return (overdue | models.Q(mail__in=Mail.problems())) & ~models.Q(status=Status.SPAM)


class MessageQuerySet(models.QuerySet):
    def unread(self):
        return self.filter(status=Status.NEW)

    def unmailed(self):
        """Messages that nobody got by mail, though they should have been."""
        return self.filter(_unmailed())

    def waiting_counts(self):
        """How many are unread and how many unmailed, in one query: {"unread": …, "unmailed": …}."""
        unread = models.Count("pk", filter=models.Q(status=Status.NEW))
        return self.aggregate(unread=unread, unmailed=models.Count("pk", filter=_unmailed()))

    def mailed_lately(self):
        """Messages that were mailed within the last hour."""
        return self.filter(mail=Mail.SENT, mail_moment__gt=timezone.now() - timedelta(hours=1))

    def outdated_spam(self):
        """Spam that has been kept as long as is promised."""
        return self.filter(status=Status.SPAM, spam_since__lt=timezone.now() - SPAM_IS_KEPT)

    def repeated(self, message):
        """The same words of the same person, a moment ago: a second click on the button.

        What was taken for spam does not stand in the way of a second, better try.
        """
        moment_ago = timezone.now() - timedelta(minutes=10)
        same = self.filter(received__gt=moment_ago, email=message.email, name=message.name, body=message.body)
        return same if message.is_spam else same.exclude(status=Status.SPAM)


class Message(models.Model):
    """What a visitor wrote by the form. Where it came from on the network is not kept."""

    name = LineField(_("name"), max_length=120)
    email = models.EmailField(_("mail address"))
    telephone = LineField(_("telephone"), max_length=40, blank=True)
    body = models.TextField(_("message"), max_length=BODY_LENGTH, validators=[MaxLengthValidator(BODY_LENGTH)])
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    source = LineField(_("came from"), max_length=300, blank=True)
    received = models.DateTimeField(_("received"), default=timezone.now, db_index=True, editable=False)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.NEW, db_index=True)
    spam_since = models.DateTimeField(null=True, blank=True, editable=False)
    spam_score = models.PositiveSmallIntegerField(_("spam score"), default=0)
    spam_reason = models.TextField(_("why"), blank=True)
    mail = models.CharField(_("mail"), max_length=10, choices=Mail, default=Mail.WAITING, db_index=True)
    mail_moment = models.DateTimeField(_("since"), default=timezone.now)
    mail_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-received", "-pk"]

    def __str__(self):
        return self.name

    def get_admin_url(self):
        return reverse("admin:contact_message_change", args=[self.pk])

    @property
    def is_spam(self):
        return self.status == Status.SPAM

    @property
    def is_unmailed(self):
        return (self.is_overdue or self.mail in Mail.problems()) and not self.is_spam

    @property
    def is_overdue(self):
        return self.mail == Mail.WAITING and self.mail_moment < timezone.now() - MAIL_IS_OVERDUE

    def put_into_spam(self):
        """From now on it is spam, not yet stored; it is kept as long as is promised from this moment."""
        self.status, self.spam_since = Status.SPAM, timezone.now()

    def restore(self):
        """Back from the spam, as new: it may be one that nobody has read."""
        self.status, self.spam_since = Status.NEW, None
        self.save(update_fields=["status", "spam_since"])

    def record_mail(self, outcome, reason=""):
        """Keep what became of the mail, and when."""
        self.mail, self.mail_reason, self.mail_moment = outcome, reason[:300], timezone.now()
        # Of a message that was deleted meanwhile there is nothing to keep.
        Message.objects.filter(pk=self.pk).update(
            mail=self.mail, mail_reason=self.mail_reason, mail_moment=self.mail_moment
        )


class Busyness(models.Model):
    """How many forms came this hour from the networks that share a bucket.

    Which networks share one changes daily, and many do: a bucket tells how busy it is, not who is. There are no more
    rows than buckets, however many forms come.
    """

    bucket = models.PositiveSmallIntegerField(primary_key=True)
    hour = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.bucket}: {self.count}"
