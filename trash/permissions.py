"""Who may do what in the bin: whoever may delete a kind of item sees it there, and brings it back."""

from django.apps import apps
from django.db.models import QuerySet

from trash.models import Deletion


def _may(user, verb, model) -> bool:
    return user.has_perm(f"{model._meta.app_label}.{verb}_{model._meta.model_name}")


def kinds_for(user) -> list[str]:
    """The kinds that this user may see in the bin."""
    return [model._meta.label_lower for model in apps.get_models() if _may(user, "delete", model)]


def seen_by(user) -> QuerySet[Deletion]:
    """The part of the bin that this user may look into."""
    return Deletion.objects.filter(kind__in=kinds_for(user))


def may_restore(user, deletion: Deletion) -> bool:
    """Whether this user may bring it back, or delete it for good; of what was public only whoever may publish."""
    model = deletion.model
    if model is None or not _may(user, "delete", model):
        return False
    return not deletion.needs_publisher or (_may(user, "change", model) and _may(user, "publish", model))
