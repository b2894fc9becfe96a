from contact.models import Message


def create_message(*, name="A Visitor", email="visitor@example.org", body="May I ask something?", **fields):
    """A message as it is stored."""
    return Message.objects.create(name=name, email=email, body=body, **{"language": "nl", **fields})
