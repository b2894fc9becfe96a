"""The tag in a template."""

import pytest
from django.template import Context, Template

from images.art import drawing


def rendered(source, **context):
    return Template("{% load art %}" + source).render(Context(context))


def test_the_tag_draws_what_belongs_to_a_name():
    assert rendered('{% art slug "card" %}', slug="dialoog") == drawing("dialoog", "card")


def test_nothing_of_a_name_reaches_the_page():
    assert "script" not in rendered('{% art slug "head" %}', slug='"><script>')


def test_an_unknown_place_is_an_error():
    with pytest.raises(KeyError):
        rendered('{% art "dialoog" "elsewhere" %}')
