"""A topic comes back from the bin."""

from typing import Any

from django.apps import apps

from blog.topics import Topic
from publishing.binned import find_name
from publishing.references import referring_to
from trash.signals import put_away, restored, restoring


def follow() -> None:
    """From now on keep what the bin needs of a topic."""
    put_away.connect(remember_texts, sender=Topic)
    restoring.connect(find_name, sender=Topic)
    restored.connect(refer_again, sender=Topic)


def remember_texts(items: list[Topic], **_signal: Any) -> dict[int, dict]:
    """Which texts list the posts about a topic."""
    return {item.pk: {"texts": [[text._meta.label_lower, text.pk] for text in referring_to([item])]} for item in items}


def refer_again(restored: list[tuple[Topic, dict]], **_signal: Any) -> None:
    """The texts that name a topic refer to it again, as far as they still do."""
    for _topic, extras in restored:
        for label, key in extras.get("texts", []):
            text: Any = apps.get_model(label)._base_manager.filter(pk=key).first()
            if text is not None:
                text.save(update_fields=["text"])
