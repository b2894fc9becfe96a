"""What the profile does not say is absent from the site."""

import pytest

from tests.look.content import fill_profile

pytestmark = pytest.mark.django_db

FIELDS = {
    "street": "A Street 1",
    "postal_code": "1234 AB",
    "country": "A Country",
    "telephone": "030-000 00 00",
    "chamber_of_commerce": "00000000",
    "vat_number": "NL000000000B00",
}


def contact_page(client):
    return client.get("/contact/").content.decode()


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_shown_where_it_is_filled_in(client, field):
    fill_profile(**{field: FIELDS[field]})
    assert FIELDS[field] in contact_page(client)


@pytest.mark.parametrize(("field", "trace"), [("telephone", "tel:"), ("email", "mailto:"), ("street", "openstreetmap")])
def test_one_empty_field_leaves_no_trace(client, field, trace):
    fill_profile(**FIELDS)
    assert trace in contact_page(client)
    fill_profile(**{**FIELDS, field: ""})
    assert trace not in contact_page(client)


@pytest.mark.parametrize("trace", ["<address", "<dl", 'rel="me"', "None"])
def test_an_empty_profile_leaves_no_trace(client, trace):
    fill_profile(name="", tagline="", city="", email="")
    assert trace not in contact_page(client)


@pytest.mark.parametrize(
    ("written", "dialled"), [("(030) 000-00 00", "0300000000"), ("+31 (0)30 000 00 00", "+31300000000")]
)
def test_a_telephone_number_can_be_dialled_as_it_is_written(client, written, dialled):
    fill_profile(telephone=written)
    assert f'<a href="tel:{dialled}">{written}</a>' in contact_page(client)


def test_the_map_is_a_link_and_nothing_more(client):
    fill_profile(street="A & B Street 1", postal_code="1234 AB", city="Town")
    document = contact_page(client)
    assert "openstreetmap.org/search?query=A%20%26%20B%20Street%201%201234%20AB%20Town" in document
    assert "<iframe" not in document
