"""The way to the same in another language is there where visitors can go it; search engines are told of both."""

import re

import pytest
from django.template.loader import render_to_string

from blog.models import Post
from pages.models import Page
from tests.factories import create_page
from tests.factories_blog import create_post

pytestmark = pytest.mark.django_db


def content(client, address):
    return client.get(address).content.decode()


def link(page):
    return render_to_string("pages/translation.html", {"page": page}).strip()


def test_the_link_is_in_the_language_it_leads_to(bilingual):
    to_english = '<a class="translation" href="/en/services/" lang="en" hreflang="en">In English</a>'
    assert link(bilingual.offer) == to_english
    assert 'href="/aanbod/" lang="nl" hreflang="nl"' in link(bilingual.services)


def test_there_is_none_where_there_is_no_public_translation(bilingual):
    assert link(create_page(title="Alone")) == ""
    bilingual.services.status = "draft"
    bilingual.services.save()
    assert link(Page.objects.get(pk=bilingual.offer.pk)) == ""


def test_search_engines_are_told_of_both_on_both(client, bilingual):
    for address in ("/aanbod/", "/en/services/"):
        said = content(client, address)
        for language, where in (("nl", "aanbod"), ("en", "en/services"), ("x-default", "aanbod")):
            assert f'<link rel="alternate" hreflang="{language}" href="http://localhost:8000/{where}/">' in said


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"noindex": True}])
def test_search_engines_are_told_of_none_where_one_is_hidden(client, bilingual, hidden):
    for field, value in hidden.items():
        setattr(bilingual.services, field, value)
    bilingual.services.save()
    assert "hreflang" not in content(client, "/aanbod/").split("</head>")[0]
    assert "/en/services/" not in re.findall(
        r'<xhtml:link[^>]*href="[^"]*(/en/services/)"', content(client, "/sitemap.xml")
    )


def test_the_sitemap_tells_of_both(client, bilingual):
    create_post(title="Bericht", slug="bericht")
    create_post(title="Post", slug="post", language="en", translation_of=Post.objects.get())
    said = content(client, "/sitemap.xml")
    for where in ("en/services/", "blog/post/", "en/"):
        assert said.count(f'<xhtml:link rel="alternate" hreflang="en" href="http://localhost:8000/{where}"/>') == 2


def test_a_preview_tells_nothing(owner_client, bilingual):
    said = content(owner_client, f"/admin/pages/page/{bilingual.offer.pk}/preview/")
    assert "hreflang" not in said.split("</head>")[0]
