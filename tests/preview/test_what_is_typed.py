"""The preview shows the real page of what stands in a form, also before it was ever saved."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.models import Post
from pages.models import Page, Section
from testimonials.models import Testimonial
from tests.factories import create_page, create_user
from tests.factories_blog import create_post, create_topic, grow
from tests.factories_images import create_image
from tests.preview.asking import AS_TYPED, ask, form_of, page_of
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db


def test_every_field_of_a_page_is_shown_in_its_template(owner_client):
    page, image = (
        create_page(title="Offer", text="Old words."),
        create_image(title="Bridge", alternative_text="A bridge"),
    )
    typed = {"title": "Better", "lead": "In short.", "text": "## New\n\nwords", "quotation": "Said", "image": image.pk}
    shown = page_of(owner_client, page, quotation_author="Somebody", **typed)
    for part in ("<h1>Better</h1>", "In short.", "New</h2>", "Said", "Somebody", image.file.url.rsplit(".", 1)[0][:30]):
        assert part in shown
    assert 'class="site-head' in shown and "Old words." not in shown


def test_a_box_that_was_unticked_counts_as_such(owner_client):
    hidden = create_page(title="Offer", noindex=True)
    told = [ask(owner_client, hidden, **typed).json()["findings"] for typed in ({}, {"noindex": "false"})]
    assert ["#id_description" in findings for findings in told] == [False, True]


def test_the_topics_that_were_chosen_are_shown_and_what_else_is_about_them(owner_client):
    old, new = create_topic(name="Silence"), create_topic(name="Listening")
    post = create_post(title="Offer", topics=[old])
    create_post(title="About listening", topics=[new])
    shown = page_of(owner_client, post, topics=[new.pk])
    assert "Listening" in shown and "About listening" in shown and "Silence" not in shown


def test_a_moment_that_was_typed_is_shown(owner_client):
    post = create_post(title="Offer")
    shown = page_of(owner_client, post, published_at_0="2024-05-03", published_at_1="09:00:00")
    assert "2024-05-03" in shown


@pytest.mark.parametrize("model", [Page, Post, Testimonial])
def test_what_was_never_saved_is_shown_too(owner_client, model):
    typed = {"title": "Brand new", "name": "Brand new", "text": "**First** words."}
    shown = page_of(owner_client, model=model, **typed)
    assert "Brand new</h1>" in shown and "<strong>First</strong>" in shown
    assert not model.objects.filter(title="Brand new").exists()


def test_a_new_post_stands_after_all_others(owner_client):
    create_post(title="The last one")
    assert "The last one" in page_of(owner_client, model=Post, title="New", text="Words.")


def test_a_new_page_shows_what_it_stands_under_and_speaks_its_language(owner_client):
    home = create_page(title="Home", slug="en", language="en")
    above = create_page(title="What I do", parent=home, language="en")
    shown = page_of(owner_client, model=Page, title="New", parent=above.pk, language="")
    assert "What I do</a>" in shown and '<html lang="en">' in shown


def test_a_new_testimonial_shows_its_themes(owner_client):
    from testimonials.models import Theme

    theme = Theme.objects.create(name="Silence")
    assert "Silence" in page_of(owner_client, model=Testimonial, name="Somebody", text="Good.", themes=[theme.pk])


def test_what_stands_around_it_is_that_of_its_address(owner_client):
    page = create_page(title="Offer", menu="main")
    shown = page_of(owner_client, page)
    assert 'href="/offer/" aria-current="page"' in shown
    assert 'href="/blog/">Blog</a></li>' in page_of(owner_client, create_post())


def test_nothing_is_written_and_no_lock_is_taken(owner_client):
    page = create_page(title="Offer", text="Old.", image=create_image())
    fields = {"text": "New [a](/nowhere/).\n\n[[afbeelding bridge]]", "slug": "other"}
    ask(owner_client, page)
    with CaptureQueriesContext(connection) as queries:
        typed = owner_client.post(AS_TYPED, {"kind": "pages.page", "key": page.pk, "page": "", "title": "X", **fields})
    assert typed.status_code == 200
    assert [query["sql"] for query in queries if not query["sql"].startswith("SELECT")] == []
    assert Page.objects.get(pk=page.pk).text == "Old."


def test_it_shows_what_waits_for_its_publication_where_nothing_was_typed(owner_client):
    page = create_page(title="Offer", text="Old.")
    from tests.admin.forms import filled_in

    owner_client.post(form_of(page), filled_in(owner_client, form_of(page), text="Waiting.", lead="Waits too."))
    answer = owner_client.post(AS_TYPED, {"kind": "pages.page", "key": page.pk, "page": "", "title": "Typed"})
    assert "Waits too." in answer.json()["page"] and "Waiting." in answer.json()["page"]


def test_the_page_comes_only_where_it_is_asked_for(owner_client):
    answer = owner_client.post(AS_TYPED, {"kind": "pages.page", "title": "X"}).json()
    assert "page" not in answer and "findings" in answer


def test_a_title_that_can_not_be_stored_breaks_nothing(owner_client):
    page = create_page(title="Offer")
    odd = {"slug": "no slug!", "published_at_0": "soon", "parent": "9" * 30, "image": "x", "position": "-", "title": ""}
    assert "<h1>Offer</h1>" in page_of(owner_client, page, **odd)


def test_too_long_a_text_is_told(owner_client):
    assert ask(owner_client, create_page(), text="a" * 250_001).status_code == 413


def test_the_front_door_is_shown_as_it_is(owner_client):
    home = Page.objects.get(section=Section.HOME)
    shown = page_of(owner_client, home, title="A new promise")
    assert "A new promise</h1>" in shown and 'class="hero"' in shown


def test_the_page_of_the_blog_shows_the_list_of_posts(owner_client):
    create_post(title="About listening")
    shown = page_of(owner_client, Page.objects.get(section=Section.BLOG), title="My writings")
    assert "My writings</h1>" in shown and "About listening" in shown


@pytest.mark.parametrize("kind", ["blog.post", "auth.user", "nonsense", ""])
def test_it_is_for_who_may_write_that_kind(client, kind):
    client.force_login(create_user("pages.change_page", "pages.add_page"))
    assert client.post(AS_TYPED, {"kind": "pages.page", "page": ""}).status_code == 200
    assert client.post(AS_TYPED, {"kind": kind, "page": ""}).status_code == 403


def test_who_may_only_add_gets_no_word_of_what_is_there(client):
    page = create_page(title="Secret", text="Secret words.", status="draft")
    client.force_login(create_user("pages.add_page"))
    asked = {"kind": "pages.page", "page": "", "title": "New"}
    assert client.post(AS_TYPED, asked | {"key": page.pk}).status_code == 403
    assert "New</h1>" in client.post(AS_TYPED, asked).json()["page"]


def test_who_may_not_publish_sees_a_draft_as_she_types_it(client):
    client.force_login(create_user("pages.change_page", "pages.view_page"))
    draft = create_page(title="Offer", status="draft")
    assert "Typed</h1>" in page_of(client, draft, title="Typed")


def test_nobody_else_is_answered(client, owner):
    assert client.post(AS_TYPED, {"kind": "pages.page"}).status_code == 403
    assert client.get(AS_TYPED).status_code == 405
    strict = type(client)(enforce_csrf_checks=True)
    strict.force_login(owner)
    assert strict.post(AS_TYPED, {"kind": "pages.page"}).status_code == 403


def test_among_ten_thousand_it_takes_as_many_queries(owner_client):
    def queries_of(post):
        data = {"kind": "blog.post", "key": post.pk, "page": "", "title": "X", "text": "Words.", "language": "nl"}
        with CaptureQueriesContext(connection) as queries:
            assert owner_client.post(AS_TYPED, data).status_code == 200
        return len(queries)

    post = create_post(title="Offer", topics=[create_topic()], published_at=timezone.now())
    queries_of(post)
    few = queries_of(post)
    grow(300)
    assert queries_of(post) <= few + 1
    assert few <= 24


def test_a_testimonial_of_two_in_one_place_keeps_its_neighbours(owner_client):
    first, second = (create_testimonial(name=name, position=10) for name in ("One", "Two"))
    assert "Two</span>" in page_of(owner_client, first) and "One</span>" in page_of(owner_client, second)
