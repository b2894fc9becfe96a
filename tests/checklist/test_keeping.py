"""What is found is kept with the save; with other rules all items are looked at anew."""

import pytest
from django.db import transaction

from publishing import checklist
from publishing.findings import KeptFinding
from publishing.models import ChangeStamp
from tests.factories import create_page
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db


def kept(page):
    return sorted(KeptFinding.objects.filter(source_id=page.pk).values_list("rule", "detail"))


def test_it_is_kept_with_the_save_and_goes_with_it():
    class RefusalError(Exception):
        pass

    page = create_page(lead="Words.", text="#### Deep")
    assert kept(page) == [("skipped_level", "Deep")]
    with pytest.raises(RefusalError), transaction.atomic():
        page.text = "Whole."
        page.save()
        raise RefusalError
    assert kept(page) == [("skipped_level", "Deep")]
    page.delete()
    assert not KeptFinding.objects.filter(rule="skipped_level").exists()


def test_a_save_that_changes_nothing_writes_nothing():
    page = create_page(lead="Words.", text="#### Deep")
    key = KeptFinding.objects.get(source_id=page.pk).pk
    page.save()
    assert KeptFinding.objects.get(source_id=page.pk).pk == key


def test_what_is_too_long_to_keep_is_kept_in_part():
    page = create_page(lead="Words.", text=f"![a](https://example.org/{'a' * 400})")
    page.save()
    assert [len(detail) for _rule, detail in kept(page)] == [300]


def test_whether_a_picture_is_described_is_not_kept_for_it_changes_without_the_text():
    create_image(title="Bridge", alternative_text="")
    assert kept(create_page(lead="Words.", text="[[image bridge]]")) == []


def test_other_rules_look_at_all_items_anew_and_once():
    page = create_page(lead="Words.", text="#### Deep")
    changed = page.changed
    KeptFinding.objects.all().delete()
    ChangeStamp.objects.update(rules=checklist.VERSION - 1)
    checklist.make_anew()
    assert kept(page) == [("skipped_level", "Deep")]
    page.refresh_from_db()
    assert page.changed == changed
    KeptFinding.objects.all().delete()
    checklist.make_anew()
    assert kept(page) == []
