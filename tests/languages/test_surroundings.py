"""What stands around an item is in the language of the item."""

import re

import pytest

from pages.models import Page, Profile, Section
from pages.site import current_site
from tests.factories import create_page
from tests.factories_blog import create_post
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db


def content(client, address):
    return client.get(address).content.decode()


def crumbs(client, address):
    trail = re.search(r'class="crumbs".*?</nav>', content(client, address), re.DOTALL)[0]
    return re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)<', trail)


def brand(client, address):
    return re.search(r'<a class="brand" href="([^"]*)"', content(client, address))[1]


def test_each_language_has_its_own_menu(client, bilingual):
    assert [item.title for item in current_site("nl").menu] == ["Aanbod"]
    assert [item.title for item in current_site("en").menu] == ["Services"]
    assert '<a href="/aanbod/"' not in content(client, "/en/services/")
    assert "Services" not in content(client, "/aanbod/")


def test_a_language_whose_home_is_hidden_has_the_menu_of_the_site(client, bilingual):
    Page.objects.filter(pk=bilingual.home.pk).update(status="draft")
    bilingual.offer.save()
    assert {item.title for item in current_site("en").menu} == {"Aanbod", "Services"}
    assert current_site("en").home.url == "/"
    assert '<a href="/aanbod/" lang="nl">' in content(client, "/en/services/")


def test_the_name_of_the_site_leads_to_the_front_door_of_the_language(client, bilingual):
    create_post(title="In English", language="en")
    assert brand(client, "/en/services/") == brand(client, "/blog/in-english/") == brand(client, "/en/") == "/en/"
    assert brand(client, "/aanbod/") == "/"


def test_the_way_back_begins_at_the_home_of_the_language(client, bilingual):
    create_page(title="Talks", parent=bilingual.services, language="en")
    assert crumbs(client, "/en/services/talks/") == [("/en/", "Start"), ("/en/services/", "Services")]
    assert crumbs(client, "/aanbod/") == [("/", "Voorpagina")]


def test_search_engines_are_told_the_same_way(client, bilingual):
    said = content(client, "/en/services/")
    assert '"name":"Start","item":"http://localhost:8000/en/"' in said
    assert "Voorpagina" not in said


def test_no_dutch_sentence_of_the_profile_stands_on_an_english_page(client, bilingual):
    create_post(title="In English", language="en")
    for address in ("/en/", "/en/services/", "/blog/in-english/"):
        said = content(client, address)
        for sentence in ("Samen verder", "Zullen we praten?", "Maak kennis"):
            assert sentence not in said
        assert "Shall we talk about it?" in said
    assert "Zullen we praten?" in content(client, "/aanbod/")


def test_its_sentences_are_in_english_where_she_wrote_them(client, bilingual):
    Profile.load().words.create(tagline="Together", invitation_title="Shall we meet?", footer_text="In few words")
    for sentence in ("Together", "Shall we meet?", "In few words"):
        assert sentence in content(client, "/en/services/")
        assert sentence not in content(client, "/aanbod/")


def test_they_are_in_english_around_one_english_post_on_a_dutch_site(client):
    Profile.load().words.create(tagline="Together", footer_text="In few words")
    create_post(title="In English", language="en")
    assert "In few words" in content(client, "/blog/in-english/")
    assert current_site("en").profile.tagline == "Together"


def test_contact_is_the_page_in_the_language_where_there_is_one(client, bilingual):
    assert (current_site("nl").contact.url, current_site("en").contact.url) == ("/contact/", "/en/contact/")
    bilingual.services.text = "[[contact]]"
    bilingual.services.save()
    assert 'href="/contact/"' not in content(client, "/en/services/")
    bilingual.write.status = "draft"
    bilingual.write.save()
    assert 'href="/contact/" lang="nl"' in content(client, "/en/services/")


def test_no_contact_page_leads_on_while_the_form_is_hidden(client, bilingual):
    Page.objects.filter(section=Section.CONTACT).update(status="draft")
    bilingual.write.save()
    assert current_site("en").contact is None
    assert "<form" not in content(client, "/en/contact/")


def test_small_print_is_that_of_the_site_until_there_is_some_in_the_language(client, bilingual):
    create_page(title="Privacy", slug="privacy", menu="footer")
    assert [item.url for item in current_site("en").small_print] == ["/privacy/"]
    create_page(title="Privacy", parent=bilingual.home, language="en", menu="footer")
    assert [item.url for item in current_site("en").small_print] == ["/en/privacy/"]
    assert [item.url for item in current_site("nl").small_print] == ["/privacy/"]


def test_the_home_of_a_language_shows_what_is_in_it(client, bilingual):
    create_page(title="Kaart", on_home=True)
    create_post(title="Nederlands bericht")
    create_post(title="English post", language="en")
    create_testimonial(name="Vera Voorbeeld", on_home=True)
    create_testimonial(name="Eve Example", language="en", on_home=True)
    dutch, english = content(client, "/"), content(client, "/en/")
    for ours, theirs in (("Kaart", "Services"), ("Nederlands bericht", "English post"), ("Vera", "Eve")):
        assert ours in dutch and ours not in english
        assert theirs in english and theirs not in dutch
    assert 'class="hero"' in english and '<html lang="en">' in english


def test_the_front_page_shows_all_while_it_is_the_only_one(client):
    create_page(title="A card", on_home=True, language="en")
    create_post(title="English post", language="en")
    assert "A card" in content(client, "/") and "English post" in content(client, "/")


def test_the_blog_is_one_list_in_all_languages(client, bilingual):
    create_post(title="Nederlands bericht")
    create_post(title="English post", language="en")
    said = content(client, "/blog/")
    assert "Nederlands bericht" in said and "English post" in said


@pytest.mark.parametrize(("address", "language"), [("/en/nowhere/", "en"), ("/nowhere/", "nl"), ("/en-nowhere/", "nl")])
def test_what_is_not_found_below_the_home_of_a_language_is_told_in_it(client, bilingual, address, language):
    answer = client.get(address)
    assert answer.status_code == 404
    assert f'<html lang="{language}">' in answer.content.decode()


def test_what_is_gone_below_the_home_of_a_language_is_told_in_it(client, bilingual):
    for page in (bilingual.services, bilingual.offer):
        page.delete()
    for address, language in (("/en/services/", "en"), ("/aanbod/", "nl")):
        answer = client.get(address)
        assert answer.status_code == 410
        assert f'<html lang="{language}">' in answer.content.decode()


def test_a_site_in_english_has_a_dutch_tree_likewise(client, settings):
    settings.LANGUAGE_CODE = "en"
    home = create_page(title="Welkom", slug="nl", language="nl")
    create_page(title="Aanbod", parent=home, language="nl", menu="main")
    create_page(title="Services", language="en", menu="main")
    assert [item.title for item in current_site("en").menu] == ["Services"]
    assert [item.title for item in current_site("nl").menu] == ["Aanbod"]
    assert brand(client, "/nl/aanbod/") == "/nl/"
    assert '<html lang="nl">' in client.get("/nl/nergens/").content.decode()
