"""When the renderer changes, the stored HTML follows at the next preparation, and nothing else does."""

from importlib import import_module

import pytest
from django.apps import apps

from blog.models import Post
from pages.models import Page
from publishing import markdown, stamp
from publishing.anew import make_anew
from publishing.models import ChangeStamp
from tests.factories import create_page
from tests.factories_blog import create_post
from tests.testimonials.factories import create_testimonial


@pytest.fixture
def old_site(db):
    """Items whose HTML an older renderer made."""
    items = [create_page(title="A page", text="5 km"), create_post(title="A post", text="*a*"), create_testimonial()]
    for item in items:
        type(item).objects.update(body_html="<p>old</p>")
    ChangeStamp.objects.update(renderer=markdown.VERSION - 1)
    return items


def test_every_stored_text_gets_the_html_of_this_renderer(old_site):
    make_anew()
    for item in old_site:
        item.refresh_from_db()
        assert item.body_html == markdown.render(item.text, language=item.language).html


def test_nothing_counts_as_changed_by_it_and_ready_pages_are_made_again(old_site):
    before = {item: item.changed for item in old_site}, stamp.current()
    make_anew()
    for item in old_site:
        item.refresh_from_db()
    assert {item: item.changed for item in old_site} == before[0]
    assert stamp.current() != before[1]


def test_it_is_done_once_for_a_version(old_site, django_assert_num_queries):
    make_anew()
    with django_assert_num_queries(1):
        assert make_anew() == 0


def test_an_older_renderer_that_comes_back_makes_it_anew_too(old_site):
    ChangeStamp.objects.update(renderer=markdown.VERSION + 1)
    assert make_anew() >= len(old_site)


def test_one_that_was_stopped_is_done_whole_the_next_time(old_site, monkeypatch):
    def fail(*arguments, **options):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(markdown, "render", fail)
        with pytest.raises(KeyboardInterrupt):
            make_anew()
    assert make_anew() >= len(old_site)


def test_many_items_are_made_in_batches(db, django_assert_max_num_queries):
    for number in range(3):
        create_page(title=f"Page {number}", text=f"Text {number}")
    Page.objects.update(body_html="old")
    ChangeStamp.objects.update(renderer=markdown.VERSION - 1)
    with django_assert_max_num_queries(30):
        make_anew()
    assert not Page.objects.filter(body_html="old").exists()


def test_the_items_of_a_site_from_before_there_were_versions_are_made_anew(old_site):
    ChangeStamp.objects.update(renderer=markdown.VERSION)
    migration = import_module("publishing.migrations.0003_renderer_of_what_is_stored")
    migration.say_first(apps, None)
    make_anew()
    assert not Post.objects.filter(body_html="<p>old</p>").exists()
