"""Jobs of this room; each may run twice without harm."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from contact import mail
from contact.models import Mail, Message


@task()
def mail_message(pk: int) -> str:
    """Mail a message to the consultant; gives what became of it. Nothing happens to one that was sent before."""
    message = Message.objects.filter(pk=pk, mail=Mail.WAITING).first()
    if message is None:
        return ""
    if not mail.has_room():
        message.record_mail(Mail.WAITING, _("Many messages came at once: this one is mailed within an hour or two."))
        mail_message.using(run_after=timezone.now() + timedelta(hours=1)).enqueue(pk)
        return str(Mail.WAITING)
    return mail.send(message)


def mail_again(message: Message) -> None:
    """Have a message mailed that was not, or not with success."""
    with transaction.atomic():
        message.record_mail(Mail.WAITING)
        mail_message.enqueue(message.pk)


@task()
def delete_old_spam() -> int:
    """Delete spam that was kept as long as is promised; gives how many."""
    return Message.objects.outdated_spam().delete()[1].get("contact.Message", 0)
