"""What is written of a live item waits: visitors see what was published, byte for byte, until it is published."""

import pytest

from blog.models import Post
from pages.models import Page
from publishing.models import Revision
from tests.admin.forms import filled_in
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic

pytestmark = pytest.mark.django_db


def change(item):
    return f"/admin/{item._meta.app_label}/{item._meta.model_name}/{item.pk}/change/"


def write(client, item, **changes):
    return client.post(change(item), filled_in(client, change(item), **changes), follow=True)


def shown(client, address):
    answer = type(client)().get(address)
    return answer.status_code, answer.content


def test_visitors_see_the_same_bytes_whatever_is_saved(client, owner_client):
    page = create_page(title="Offer", text="What we do.")
    before = shown(client, "/offer/")
    for number in range(5):
        write(owner_client, page, title=f"Better {number}", text=f"Other words {number}.", slug=f"better-{number}")
    assert shown(client, "/offer/") == before
    assert shown(client, "/better-4/")[0] == 404


def test_the_form_goes_on_where_it_was_left(owner_client):
    page = create_page(title="Offer", text="What we do.")
    write(owner_client, page, title="Better", text="Other words.", slug="better")
    form = owner_client.get(change(page)).context["adminform"].form
    assert [form[name].value() for name in ("title", "text", "slug")] == ["Better", "Other words.", "better"]


def test_publishing_shows_all_of_it_and_moves_the_address(client, owner_client):
    page = create_page(title="Offer", text="What we do.")
    write(owner_client, page, text="Other words.", slug="better")
    write(owner_client, page, status="published")
    assert b"Other words." in shown(client, "/better/")[1]
    assert type(client)().get("/offer/").headers["Location"] == "/better/"
    assert not Revision.objects.pending().exists()


def test_topics_wait_with_the_text(client, owner_client):
    dialogue, music = create_topic(name="Dialogue"), create_topic(name="Music")
    post = create_post(title="News", topics=[dialogue])
    write(owner_client, post, topics=[music.pk])
    assert list(Post.objects.get().topics.all()) == [dialogue]
    assert owner_client.get(change(post)).context["adminform"].form.initial["topics"] == [music]
    write(owner_client, post, status="published")
    assert list(Post.objects.get().topics.all()) == [music]


def test_its_place_takes_effect_at_once(owner_client):
    parent, page = create_page(title="Above"), create_page(title="Offer", text="What we do.")
    write(owner_client, page, text="Other words.", parent=parent.pk, menu="main", on_home="on")
    stored = Page.objects.get(pk=page.pk)
    assert (stored.path, stored.menu, stored.on_home, stored.text) == ("above/offer", "main", True, "What we do.")


def test_a_place_that_its_present_address_can_not_have_is_refused(owner_client):
    parent, page = create_page(title="Above"), create_page(title="Offer")
    create_page(title="Offer", parent=parent)
    answer = write(owner_client, page, slug="better", parent=parent.pk, text="Typed with care")
    assert answer.context["adminform"].form.errors
    assert "Typed with care" in answer.text


def test_what_is_broken_is_kept_but_not_published(owner_client):
    page = create_page(title="Offer", text="What we do.")
    assert not write(owner_client, page, text="[away](/nowhere/)").context.get("errors")
    assert Revision.objects.pending().get().content["text"] == "[away](/nowhere/)"
    write(owner_client, page, status="published")
    assert Page.objects.get(pk=page.pk).text == "What we do."


def test_a_draft_has_no_second_text(owner_client):
    page = create_page(title="Offer", status="draft")
    write(owner_client, page, text="Other words.")
    assert Page.objects.get(pk=page.pk).text == "Other words."
    assert not Revision.objects.pending().exists()


def test_the_sentence_above_says_what_was_changed(owner_client):
    page = create_page(title="Offer", text="One.\n\nTwo.\n\nThree.")
    answer = write(owner_client, page, title="Better", text="One!\n\nTwo.\n\nThree!")
    said = answer.text.split("state-in-words--")[1].split("</div>")[0]
    assert "2 alinea" in said and "titel" in said


def test_the_list_says_that_changes_wait_and_can_be_narrowed_to_them(owner_client):
    write(owner_client, create_page(title="Offer"), text="Other words.")
    create_page(title="Untouched")
    listed = owner_client.get("/admin/pages/page/?state=waiting")
    assert "state-waiting" in listed.text
    assert [page.title for page in listed.context["cl"].result_list] == ["Offer"]


def test_the_preview_shows_what_was_written(owner_client):
    page = create_page(title="Offer", text="What we do.")
    write(owner_client, page, text="Other words.")
    assert "Other words." in owner_client.get(f"/admin/pages/page/{page.pk}/preview/").text


def test_publishing_in_the_list_shows_what_was_written(client, owner_client):
    page = create_page(title="Offer", text="What we do.")
    write(owner_client, page, text="Other words.")
    owner_client.post("/admin/pages/page/", {"action": "publish", "_selected_action": [page.pk]})
    assert b"Other words." in shown(client, "/offer/")[1]


def test_what_is_taken_off_the_site_keeps_both_texts(client, owner_client):
    page = create_page(title="Offer", text="What we do.")
    write(owner_client, page, text="Other words.", status="archived")
    assert shown(client, "/offer/")[0] == 404
    assert Page.objects.get(pk=page.pk).text == "What we do."
    assert owner_client.get(change(page)).context["adminform"].form["text"].value() == "Other words."


def test_enter_in_a_field_publishes_nothing(owner_client):
    form = owner_client.get(change(create_page(title="Offer"))).text
    assert form.index('name="_save"') < form.index('name="_publish"')


def test_a_moment_that_was_not_touched_is_no_change(owner_client):
    page = create_page(title="Offer", text="One.")
    answer = write(owner_client, page, text="Two.")
    assert "zichtbaar vanaf" not in answer.text.split("state-in-words--")[1].split("</div>")[0]


def test_what_is_brought_back_to_what_visitors_see_waits_no_longer(owner_client):
    page = create_page(title="Offer", text="One.")
    write(owner_client, page, text="Two.")
    write(owner_client, page, text="One.")
    assert not Revision.objects.pending().exists()
    assert "state-waiting" not in owner_client.get("/admin/pages/page/").text


def test_of_a_place_that_was_changed_nothing_waits(owner_client):
    page = create_page(title="Offer")
    write(owner_client, page, menu="main")
    assert not Revision.objects.pending().exists()


def test_a_translation_is_made_of_what_was_written(owner_client):
    page = create_page(title="Offer", text="One.")
    write(owner_client, page, text="Two.")
    owner_client.post(f"/admin/pages/page/{page.pk}/translate/en/")
    assert Page.objects.get(translation_of=page).text == "Two."


def test_nothing_waits_once_undone_where_the_words_that_waited_are_those_of_before(owner_client):
    page = create_page(title="Offer", text="One.")
    write(owner_client, page, text="Two.", status="published")
    write(owner_client, page, text="One.")
    owner_client.post(f"/admin/pages/page/{page.pk}/undo-publication/")
    assert Page.objects.get(pk=page.pk).text == "One."
    assert not Revision.objects.pending().exists()
    assert "Wijzigingen publiceren" not in owner_client.get(change(page)).text


def test_an_undoing_that_was_done_already_says_so(owner_client):
    page = create_page(title="Offer", text="One.")
    write(owner_client, page, text="Two.", status="published")
    undo = f"/admin/pages/page/{page.pk}/undo-publication/"
    owner_client.post(undo)
    assert "dat is al gebeurd" in owner_client.post(undo, follow=True).text


@pytest.mark.parametrize(("status", "button"), [("published", "Wijzigingen publiceren"), ("archived", "Publiceren")])
def test_the_sentence_names_the_button_that_there_is(owner_client, status, button):
    page = create_page(title="Offer", text="One.")
    write(owner_client, page, text="Two.")
    Page.objects.filter(pk=page.pk).update(status=status)
    form = owner_client.get(change(page)).text
    assert f"“{button}” toont het aan bezoekers" in form
    assert f">{button}</button>" in form


def test_the_form_leads_to_deleting_and_the_front_page_does_not(owner_client):
    page = create_page(title="Offer")
    assert f'href="/admin/pages/page/{page.pk}/delete/"' in owner_client.get(change(page)).text
    home = Page.objects.get(section="home")
    assert "/delete/" not in owner_client.get(change(home)).text


def test_saving_what_is_as_visitors_see_it_says_so(owner_client):
    page = create_page(title="Offer", text="One.")
    assert "dus er wacht niets" in write(owner_client, page).text
    assert ">Publiceren</button>" in owner_client.get(change(page)).text
    assert "tot u het publiceert" in write(owner_client, page, text="Two.").text
