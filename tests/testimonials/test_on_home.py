"""One testimonial stands on the front page."""

import re

import pytest

from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db


def said(client):
    return re.findall(r'<section class="band said".*?</section>', client.get("/").content.decode(), re.DOTALL)


def test_the_first_of_those_with_the_mark_is_shown(client):
    create_testimonial(name="Without", position=1)
    create_testimonial(name="Later", position=30, on_home=True)
    create_testimonial(name="First", position=20, on_home=True)
    create_testimonial(name="Hidden", position=10, on_home=True, status="archived")
    (band,) = said(client)
    assert ">First</a>" in band


def test_nothing_at_all_stands_there_without_one(client):
    create_testimonial(name="Without")
    assert said(client) == []
    assert "Without" not in client.get("/").content.decode()
