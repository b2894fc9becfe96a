"""Which kinds of content somebody changes, and of which she decides what visitors see."""

from typing import Any

from publishing.editing import may_publish
from publishing.models import publishables


def may(user: Any, verb: str, model: Any) -> bool:
    """Whether a user has Django's permission for this."""
    return user.has_perm(f"{model._meta.app_label}.{verb}_{model._meta.model_name}")


def changed_by(user: Any) -> list[Any]:
    """The kinds of content that a user changes."""
    return [model for model in publishables() if may(user, "change", model)]


def published_by(user: Any) -> list[Any]:
    """Those of which she decides what visitors see."""
    return [model for model in publishables() if may_publish(user, model)]
