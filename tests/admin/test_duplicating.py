"""A copy of an item is made from its form, as a draft of what was written last."""

import pytest

from blog.models import Post
from pages.models import Page
from publishing.models import Revision
from tests.admin.forms import filled_in
from tests.factories import create_page, create_user
from tests.factories_blog import create_post, create_topic

pytestmark = pytest.mark.django_db


def test_the_form_of_a_copy_opens(owner_client):
    page = create_page(title="Offer", text="What we do.")
    form = f"/admin/pages/page/{page.pk}/change/"
    owner_client.post(form, filled_in(owner_client, form, text="Other words."))
    assert f'formaction="/admin/pages/page/{page.pk}/duplicate/"' in owner_client.get(form).text
    answer = owner_client.post(f"/admin/pages/page/{page.pk}/duplicate/", follow=True)
    copied = Page.objects.latest("pk")
    assert answer.request["PATH_INFO"] == f"/admin/pages/page/{copied.pk}/change/"
    assert (copied.status, copied.text, copied.slug) == ("draft", "Other words.", "offer-2")
    assert Page.objects.get(pk=page.pk).text == "What we do."


def test_topics_that_wait_are_copied_too(owner_client):
    dialogue, music = create_topic(name="Dialogue"), create_topic(name="Music")
    post = create_post(title="News", topics=[dialogue])
    form = f"/admin/blog/post/{post.pk}/change/"
    owner_client.post(form, filled_in(owner_client, form, topics=[music.pk]))
    assert Revision.objects.pending().exists()
    owner_client.post(f"/admin/blog/post/{post.pk}/duplicate/")
    assert list(Post.objects.latest("pk").topics.all()) == [music]
    assert list(Post.objects.get(pk=post.pk).topics.all()) == [dialogue]


def test_only_who_may_add_makes_one(client):
    page = create_page()
    client.force_login(create_user("pages.view_page", "pages.change_page"))
    assert client.post(f"/admin/pages/page/{page.pk}/duplicate/").status_code == 403
    client.force_login(create_user("pages.view_page", "pages.add_page"))
    assert client.get(f"/admin/pages/page/{page.pk}/duplicate/").status_code == 405
    assert client.post(f"/admin/pages/page/{page.pk}/duplicate/").status_code == 302
