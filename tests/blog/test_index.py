"""The list of posts: by year, by topic, in pages."""

from datetime import UTC, datetime, timedelta

import html5lib
import pytest
import time_machine
from django.utils import timezone

from blog.models import Post
from pages.models import Page, Section
from tests.factories_blog import create_post, create_topic, grow
from tests.look.content import section

pytestmark = pytest.mark.django_db

YEAR = timezone.localtime().year


def content(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def titles(client, address):
    tree = html5lib.parse(client.get(address).content, namespaceHTMLElements=False)
    return [heading.find("a").text for heading in tree.iterfind(".//ol//h3")]


def test_posts_stand_by_year_newest_first(client):
    create_post(title="Old", published_at=datetime(2020, 5, 1, tzinfo=UTC))
    create_post(title="New", published_at=datetime(2024, 5, 1, tzinfo=UTC))
    create_post(title="Middle", published_at=datetime(2020, 6, 1, tzinfo=UTC))
    assert titles(client, "/blog/") == ["New", "Middle", "Old"]
    page = content(client, "/blog/")
    assert page.index('href="/blog/2024/"') < page.index('href="/blog/2020/"')
    assert page.count('href="/blog/2020/"') == 1


def test_a_year_begins_at_midnight_of_the_site(client):
    create_post(title="Fireworks", published_at=datetime(2023, 12, 31, 23, 30, tzinfo=UTC))
    assert titles(client, "/blog/2024/") == ["Fireworks"]
    assert client.get("/blog/2023/").status_code == 404


def test_a_topic_holds_its_own_posts_with_its_words(client):
    topic = create_topic(name="Muziek", description="What it does.")
    create_post(title="Music", topics=[topic])
    create_post(title="Other")
    assert titles(client, "/blog/onderwerp/muziek/") == ["Music"]
    page = content(client, "/blog/onderwerp/muziek/")
    assert "<h1>Muziek</h1>" in page and "What it does." in page
    assert 'href="/blog/"' in page


def test_a_topic_without_posts_is_not_found_and_not_in_the_sitemap(client):
    create_topic(name="Muziek")
    assert client.get("/blog/onderwerp/muziek/").status_code == 404
    assert "muziek" not in content(client, "/sitemap.xml")


def test_the_sitemap_lists_posts_topics_and_years(client, settings):
    settings.SITE_URL = "https://www.example.nl"
    create_post(topics=[create_topic(name="Muziek")], published_at=datetime(2024, 5, 1, tzinfo=UTC))
    create_post(title="Hidden", noindex=True)
    places = content(client, "/sitemap.xml")
    for path in ("blog/a-post/", "blog/onderwerp/muziek/", "blog/2024/"):
        assert f"<loc>https://www.example.nl/{path}</loc>" in places
    assert "blog/hidden/" not in places


def test_a_piece_in_another_language_is_marked_as_such(client):
    create_post(title="Music and me", language="en")
    page = content(client, "/blog/")
    assert '<h3 lang="en"><a href="/blog/music-and-me/">Music and me</a></h3>' in page
    assert '<span lang="en">English</span>' in page


def test_an_empty_blog_says_so(client):
    Page.objects.filter(section="blog").update(language="en")
    assert titles(client, "/blog/") == []
    assert "There is nothing here yet." in content(client, "/blog/")


def test_the_heading_and_the_words_above_are_those_of_its_page(client):
    page = Page.objects.get(section="blog")
    page.title, page.lead, page.text = "Pieces", "What I see.", "Words above."
    page.save()
    grow(21)
    assert "<h1>Pieces</h1>" in content(client, "/blog/") and "Words above." in content(client, "/blog/")
    assert "Words above." not in content(client, "/blog/?pagina=2")
    assert "Words above." not in content(client, f"/blog/{YEAR}/")


def test_a_long_list_comes_in_pages_of_twenty(client):
    grow(45)
    seen = [title for page in ("", "?pagina=2", "?pagina=3") for title in titles(client, f"/blog/{page}")]
    assert len(seen) == len(set(seen)) == 45
    assert len(titles(client, "/blog/")) == 20


@pytest.mark.parametrize("address", ["/blog/", f"/blog/{YEAR}/", "/blog/onderwerp/muziek/"])
def test_each_page_says_where_it_is_and_what_is_beside_it(client, settings, address):
    settings.SITE_URL = "https://www.example.nl"
    grow(45, topics=[create_topic(name="Muziek")])
    first, second = content(client, address), content(client, f"{address}?pagina=2&from=letter")
    assert f'<link rel="canonical" href="https://www.example.nl{address}">' in first
    assert f'<link rel="canonical" href="https://www.example.nl{address}?pagina=2">' in second
    assert f'<link rel="next" href="{address}?pagina=2">' in first and 'rel="prev"' not in first
    assert f'<link rel="next" href="{address}?pagina=3">' in second and f'rel="prev" href="{address}">' in second
    assert 'rel="next"' not in content(client, f"{address}?pagina=3")


def test_the_first_page_has_one_address(client):
    grow(21)
    assert 'rel="canonical" href="http://localhost:8000/blog/">' in content(client, "/blog/?pagina=1")


@pytest.mark.parametrize("page", ["0", "-1", "1000000000", "9" * 5000, "abc", "", "1.5", "٢", " 2", "02", "3"])
def test_what_is_no_page_of_the_list_is_not_found(client, page):
    grow(21)
    answer = client.get("/blog/", {"pagina": page})
    assert answer.status_code == 404
    assert b"<h1>" in answer.content


def test_the_title_of_a_further_page_says_which(client):
    grow(21)
    Page.objects.filter(section="blog").update(language="en", title="Pieces")
    assert "<title>Pieces, page 2" in content(client, "/blog/?pagina=2")
    assert "<title>Pieces<" in content(client, "/blog/")


def test_posts_of_one_moment_keep_their_order_over_pages(client):
    with time_machine.travel(datetime(2026, 1, 1, tzinfo=UTC), tick=False):
        grow(25)
    order = [*titles(client, "/blog/"), *titles(client, "/blog/?pagina=2")]
    assert order == [post.title for post in Post.objects.order_by("-pk")]


def test_the_answer_is_the_same_on_any_host(client, settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://www.example.nl", ["*"]
    create_post(published_at=timezone.now() - timedelta(days=1))
    page = client.get("/blog/", headers={"host": "elsewhere.example"}).content.decode()
    assert "elsewhere.example" not in page


@pytest.mark.parametrize("address", [f"/blog/{YEAR}/", "/blog/onderwerp/muziek/"])
def test_search_engines_are_told_what_a_list_without_a_lead_holds(client, address):
    section(Section.BLOG, lead="About working together.")
    create_post(title="A post", topics=[create_topic(name="Muziek")])
    assert '. About working together.">' in content(client, address).split('name="description"')[1].split("\n")[0]
