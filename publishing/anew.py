"""After the renderer has changed, what is stored is made anew: every `body_html` from the text beside it."""

from typing import Any

from django.db import transaction

from publishing import markdown, stamp
from publishing.models import ChangeStamp, batches


def make_anew() -> int:
    """Make the HTML anew where another version of the renderer made it; returns of how many items it changed.

    Only `body_html` is touched: nothing counts as changed by it. Stopped half-way, it does all of it the next time.
    """
    if not ChangeStamp.objects.exclude(renderer=markdown.VERSION).exists():
        return 0
    changed = sum(_make_batch_anew(model, keys) for model, keys in batches())
    stamp.touch()
    ChangeStamp.objects.update(renderer=markdown.VERSION)
    return changed


def _make_batch_anew(model: Any, keys: list[int]) -> int:
    # Read and written in one transaction, or a text that is saved meanwhile would get its former HTML.
    with transaction.atomic():
        items = model._base_manager.filter(pk__in=keys).only("text", "language", "body_html")
        other = [item for item in items if _is_made_anew(item)]
        model._base_manager.bulk_update(other, ["body_html"])
    return len(other)


def _is_made_anew(item: Any) -> bool:
    former, item.body_html = item.body_html, markdown.render(item.text, language=item.language).html
    return item.body_html != former
