"""Her logo at the top of every page, her words at the bottom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from images.models import Image
from tests.admin.forms import filled_in
from tests.brand.profile import fill
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db


def header(client):
    return client.get("/").content.decode().split("<header")[1].split("</header>")[0]


def footer(client):
    return client.get("/").content.decode().split("<footer")[1]


def test_without_a_logo_the_circles_stand_beside_the_name(client):
    fill(name="A Name")
    assert "<svg" in header(client) and "<span>A Name</span>" in header(client)


def test_a_logo_stands_in_their_place_and_says_the_name(client):
    logo = create_image(width=600, height=200)
    fill(name="A Name", logo=logo)
    top = header(client)
    assert f'<img src="{logo.file.url}" width="600" height="200" alt="A Name"' in top
    assert "<svg" not in top.split("<nav")[0] and "<span>A Name</span>" not in top and "lazy" not in top


def test_a_logo_without_the_name_in_it_stands_beside_it_and_is_silent(client):
    fill(name="A Name", logo=create_image(), name_beside_logo=True)
    assert 'alt=""' in header(client) and "<span>A Name</span>" in header(client)


def test_a_logo_of_a_site_without_a_name_leaves_the_link_its_words(client):
    fill(name="", logo=create_image())
    assert 'alt=""' in header(client)
    assert "<span></span>" not in header(client) and "<span>" in header(client)


def test_a_logo_costs_no_query(client):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get("/contact/")
        return len(queries)

    fill(name="A Name")
    first, next_ = cost(), cost()
    fill(logo=create_image())
    assert (cost(), cost()) == (first, next_)


def test_the_picture_of_a_logo_can_not_be_deleted(owner_client):
    logo = create_image()
    fill(logo=logo)
    owner_client.post(f"/admin/images/image/{logo.pk}/delete/", {"post": "yes"})
    assert Image.objects.filter(pk=logo.pk).exists()


def test_a_logo_is_chosen_in_the_profile(owner_client, client):
    profile, logo = fill(name="A Name"), create_image()
    form = f"/admin/pages/profile/{profile.pk}/change/"
    owner_client.post(form, filled_in(owner_client, form, logo=logo.pk, footer_text="One & the same"))
    assert logo.file.url in header(client)
    assert "One &amp; the same" in footer(client)


def test_an_empty_text_leaves_no_trace_at_the_bottom(client):
    fill(name="A Name", footer_text="Words of her own")
    assert "<p>Words of her own</p>" in footer(client)
    fill(footer_text="")
    assert "<p></p>" not in footer(client)
