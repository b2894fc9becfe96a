"""`manage.py check_content`: the same rules over the whole site."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from pages.models import Page
from tests.factories import create_page
from tests.factories_blog import create_post
from tests.factories_images import create_image
from tests.testimonials.factories import create_testimonial

LEAD = "What it is about."


@pytest.fixture(autouse=True)
def sections_in_order(db):
    for page in Page.objects.all():
        page.lead = LEAD
        page.save()


def check(*options):
    """What the command writes, line by line, and its exit code."""
    out = StringIO()
    try:
        call_command("check_content", *options, stdout=out)
    except SystemExit as end:
        return out.getvalue().splitlines(), end.code
    return out.getvalue().splitlines(), 0


def about(title, *options):
    return [line for line in check(*options)[0] if line.startswith(f"  {title}: ")]


def test_a_site_on_which_nothing_is_amiss_is_left_with_0():
    assert (len(check()[0]), check()[1]) == (1, 0)


def test_advice_is_left_with_0():
    create_page(title="Vague", lead=LEAD, text="[hier](/blog/)")
    assert len(about("Vague")) == 1
    assert check()[1] == 0


@pytest.mark.parametrize("text", ["[a](/nowhere/)", "[[image nowhere]]", "[[afbeeling x]]"])
def test_what_is_broken_is_left_with_1(text):
    page = create_page(title="Broken", lead=LEAD, text=text)
    assert check()[1] == 1
    assert about("Broken")[0].endswith(f"/admin/pages/page/{page.pk}/change/#id_text")


def test_what_the_site_itself_answers_is_not_broken():
    create_page(title="Fine", lead=LEAD, text="[the feed](/feed.xml) [2020](/blog/2020/)")
    assert check()[1] == 0


def test_what_is_broken_stands_first():
    create_page(title="Vague", lead=LEAD, text="[hier](/blog/)")
    create_page(title="Broken", lead=LEAD, text="[a](/nowhere/)")
    titles = [line.split(":")[0].strip() for line in check()[0] if line.startswith("  ")]
    assert titles == ["Broken", "Vague"]


def test_drafts_are_looked_at_when_asked():
    create_page(title="Draft", status="draft", lead=LEAD, text="[a](/nowhere/)")
    assert (check()[1], check("--drafts")[1]) == (0, 1)


def test_what_is_archived_is_not_looked_at():
    create_page(title="Old", status="archived", text="[a](/nowhere/) [[todo]]")
    assert about("Old", "--drafts") == []


def test_what_has_ended_is_not_looked_at():
    past = timezone.now() - timedelta(days=1)
    create_page(title="Over", published_at=past - timedelta(days=1), expires_at=past, text="[a](/nowhere/)")
    assert about("Over") == []


def test_what_waits_for_its_moment_is_looked_at():
    create_page(title="Soon", lead=LEAD, published_at=timezone.now() + timedelta(days=1), text="[a](/nowhere/)")
    assert len(about("Soon")) == 1


def test_a_page_that_visitors_no_longer_see_is_told_where_it_is_linked_to():
    target = create_page(title="Dialogue", lead=LEAD)
    create_page(title="Offer", lead=LEAD, text="[about it](/dialogue/)")
    assert about("Offer") == []
    target.status = "draft"
    target.save()
    assert "Dialogue" in about("Offer")[0]


def test_a_deleted_page_is_told_where_it_is_linked_to():
    target = create_page(title="Dialogue", lead=LEAD)
    create_page(title="Offer", lead=LEAD, text="[about it](/dialogue/)")
    target.delete()
    assert "/dialogue/" in about("Offer")[0]


def test_a_title_that_two_have_is_told_once():
    create_post(title="Silence", slug="first", lead=LEAD)
    create_post(title="Silence", slug="second", lead=LEAD)
    assert len(about("Silence")) == 1


def test_a_picture_is_told_until_it_is_described():
    image = create_image(title="Bridge", alternative_text="")
    create_page(title="Offer", lead=LEAD, text="[[image bridge]]")
    assert "“Bridge”" in about("Bridge")[0]
    assert about("Bridge")[0].endswith(f"/admin/images/image/{image.pk}/change/#id_alternative_text")
    image.alternative_text = "A bridge"
    image.save()
    assert check() == check("--drafts")
    assert about("Bridge") == []


def test_a_page_that_is_not_changed_for_a_year_is_told_and_a_post_is_not():
    page, post = create_page(title="Old", lead=LEAD), create_post(title="Then", lead=LEAD)
    for item in (page, post):
        type(item).objects.filter(pk=item.pk).update(changed=timezone.now() - timedelta(days=366))
    assert (len(about("Old")), len(about("Then"))) == (1, 0)


def test_what_is_mended_is_told_no_longer():
    page = create_page(title="Offer", lead=LEAD, text="#### Deep\n\n[hier](/nowhere/)")
    assert len(about("Offer")) == 3
    page.text = "Whole."
    page.save()
    assert about("Offer") == []


def test_what_is_deleted_is_told_no_longer():
    create_page(title="Offer", text="#### Deep").delete()
    assert about("Offer") == []


@pytest.mark.parametrize("size", [3, 300])
def test_it_takes_three_queries_however_much_there_is(size, django_assert_max_num_queries):
    create_page(title="Hidden", status="draft")
    for number in range(size):
        create_page(title="Same", slug=f"page-{number}", text="#### a\n\n[a](/nowhere/) [b](/hidden/)")
        create_post(title="Same", slug=f"post-{number}", text="[hier](/hidden/)")
        create_testimonial(name=f"Person {number}")
        create_image(alternative_text="")
    check()
    with django_assert_max_num_queries(3):
        lines, _code = check()
    assert len(lines) > 5 * size
