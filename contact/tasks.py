"""Jobs of this room; each may run twice without harm."""

from django.db import transaction
from django_tasks import task

from contact import mail
from contact.models import Mail, Message


@task()
def mail_message(pk: int) -> str:
    """Mail a message to the consultant; gives what became of it. Nothing happens to one that was sent before."""
    message = Message.objects.filter(pk=pk, mail=Mail.WAITING).first()
    return mail.send(message) if message else ""


def mail_again(message: Message) -> None:
    """Have a message mailed that was not, or not with success."""
    with transaction.atomic():
        message.record_mail(Mail.WAITING)
        mail_message.enqueue(message.pk)


@task()
def delete_old_spam() -> int:
    """Delete spam that was kept as long as is promised; gives how many."""
    return Message.objects.outdated_spam().delete()[1].get("contact.Message", 0)
