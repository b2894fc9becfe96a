"""A testimonial in any text: `[[ervaring vera]]`."""

import pytest

from blog.models import Post
from pages.models import Page
from publishing.models import Reference
from testimonials.models import FormerSlug
from tests.factories import create_page
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db


def shown(client, text):
    return client.get(create_page(text=text).get_absolute_url()).content.decode()


@pytest.mark.parametrize("line", ["[[ervaring vera]]", "[[testimonial vera]]", "[[Ervaring Vera]]"])
def test_it_is_a_figure_with_the_words_and_who_says_them(client, line):
    create_testimonial(slug="vera", text="What a summer!", role="Treasurer")
    content = shown(client, line)
    assert '<figure class="voice"' in content
    assert "<p>What a summer!</p>" in content
    assert '<a href="/ervaringen/vera/">Vera Voorbeeld</a>' in content
    assert "Treasurer" in content


def test_it_stands_in_a_blog_post_too(client):
    create_testimonial(slug="vera")
    post = Post.objects.create(title="A post", status="published", text="[[ervaring vera]]")
    assert '<figure class="voice"' in client.get(post.get_absolute_url()).content.decode()


def test_every_slug_that_it_ever_had_names_it(client):
    item = create_testimonial(slug="first", text="What a summer!")
    for slug in ("second", "third"):
        item.slug = slug
        item.save()
    lines = [f"[[ervaring {slug}]]" for slug in ("first", "second", "third")]
    assert shown(client, "\n\n".join(lines)).count("What a summer!") == 3


def test_a_slug_that_was_never_public_names_it_too(client):
    item = create_testimonial(slug="first", status="draft")
    item.slug, item.status = "second", "published"
    item.save()
    assert '<figure class="voice"' in shown(client, "[[ervaring first]]")


def test_a_slug_that_it_takes_back_is_no_former_one(client):
    item = create_testimonial(slug="first")
    for slug in ("second", "first"):
        item.slug = slug
        item.save()
    assert list(FormerSlug.objects.values_list("slug", flat=True)) == ["second"]
    assert '<figure class="voice"' in shown(client, "[[ervaring first]]")


def test_the_present_slug_of_one_goes_before_the_former_of_another(client):
    other = create_testimonial(name="Other", slug="other")
    create_testimonial(name="Vera", slug="vera")
    FormerSlug.objects.create(testimonial=other, slug="vera")
    assert ">Vera</a>" in shown(client, "[[ervaring vera]]")


def test_it_is_known_which_texts_hold_it():
    item = create_testimonial(slug="vera", status="draft")
    page = create_page(text="[[ervaring vera]]")
    reference = Reference.objects.get()
    assert (reference.source, reference.target) == (page, item)


def test_an_editor_is_told_of_one_that_visitors_do_not_see(owner_client):
    create_testimonial(slug="vera", status="archived")
    assert "insertable-problem" in shown(owner_client, "[[ervaring vera]]")
    assert "insertable-problem" in shown(owner_client, "[[ervaring nobody]]")


def test_its_own_words_hold_nothing_that_is_inserted(client):
    item = create_testimonial(slug="vera", text='Words.\n\n[[ervaring vera]]\n\n[[invullen text="Secret"]]')
    for content in (shown(client, "[[ervaring vera]]"), client.get(item.get_absolute_url()).content.decode()):
        assert "Words." in content
        assert "[[" not in content and "Secret" not in content


def test_words_in_the_language_of_the_page_say_nothing_about_it(client):
    create_testimonial(slug="own", language="nl")
    create_testimonial(slug="other", language="en")
    page = create_page(text="[[ervaring own]]\n\n[[ervaring other]]", language="nl")
    content = client.get(page.get_absolute_url()).content.decode()
    assert content.count('<figure class="voice">') == 1
    assert content.count('<figure class="voice" lang="en">') == 1


def test_a_page_that_holds_it_is_deleted_without_it():
    item = create_testimonial(slug="vera")
    create_page(text="[[ervaring vera]]").delete()
    assert not Reference.objects.exists()
    item.delete()
    assert not Page.objects.filter(section="").exists()
