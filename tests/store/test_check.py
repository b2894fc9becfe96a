"""What `check --deploy` says about the store."""

import pytest

from consultancy.checks import check_operation
from tests.store.conftest import use_store


@pytest.fixture
def warnings(settings):
    def about(options):
        settings.SITE_IS_LOCAL = False
        settings.OBJECT_STORE = options
        use_store(settings, options)
        return [warning for warning in check_operation(None) if warning.id == "consultancy.W003"]

    return about


def test_one_that_answers_is_passed_over(warnings, store_options):
    assert warnings(store_options) == []


def test_one_that_refuses_is_told_with_the_reason(warnings, store_options):
    (warning,) = warnings({**store_options, "bucket_name": "not-there"})
    assert "NoSuchBucket" in warning.msg
