"""What is killed in the middle: {name: (function that prepares it, function of what that gives)}."""

import json

from django.test import Client

from tests.admin.forms import filled_in
from tests.factories import create_owner, create_page
from tests.factories_blog import create_post, create_topic


def _signed_in():
    client = Client()
    client.force_login(create_owner(username="consultant"))
    return client


def _form(item):
    return f"/admin/{item._meta.app_label}/{item._meta.model_name}/{item.pk}/change/"


def _page_with_links(**written):
    """A page with one below it, links to both, and a form in which something was written."""
    client, page = _signed_in(), create_page(title="Offer", text="What we do.")
    below = create_page(title="Dialogue", parent=page, text="[up](/offer/)")
    create_page(title="About", text="[offer](/offer/) and [dialogue](/offer/dialogue/)")
    create_page(title="Above")
    assert below.path == "offer/dialogue"
    return client, _form(page), filled_in(client, _form(page), **written)


def _send(client, address, data):
    answer = client.post(address, data)
    assert answer.status_code == 302, answer.status_code


def _write():
    return _page_with_links(text="Other words, [about](/about/).", title="Better")


def _publish():
    return _page_with_links(text="Other words, [about](/about/).", slug="better", status="published")


def _publish_post():
    client, topics = _signed_in(), [create_topic(name="Dialogue"), create_topic(name="Music")]
    post = create_post(title="News", status="draft", topics=topics[:1])
    return client, _form(post), filled_in(client, _form(post), topics=[topics[1].pk], status="published")


def _move():
    from pages.models import Page

    client, address, _data = _page_with_links()
    return client, address, filled_in(client, address, parent=Page.objects.get(slug="above").pk, menu="main")


def _move_in_tree():
    from pages.models import Page

    client, address, _data = _page_with_links()
    place = {"under": Page.objects.get(slug="above").pk, "after": "", "slug": "offer"}
    return client, address.replace("change", "move"), place | {"seen": "/offer/", "becomes": "/above/offer/"}


def _undo():
    client, address, data = _publish()
    _send(client, address, data)
    return client, address.replace("change", "undo-publication"), {}


def _delete():
    client, address, _data = _page_with_links()
    return client, address.replace("change", "delete"), {"post": "yes"}


def _bring_back():
    from trash.models import Deletion

    client, address, data = _delete()
    _send(client, address, data)
    return client, "/admin/trash/deletion/restore/", {"pk": Deletion.objects.get().pk}


def _autosave():
    from pages.models import Page
    from tests.autosave.typing import Form

    client, _address, _data = _page_with_links()
    form = Form(client, Page.objects.get(slug="offer"))
    form.send(text="Begun")
    form.fields["text"] = "Typed on"
    return client, "/admin/editor/autosave/", json.dumps(form.body())


def _send_json(client, address, body):
    answer = client.post(address, body, content_type="application/json")
    assert answer.status_code == 200, answer.status_code


THINGS = {
    "save": (_write, _send),
    "publish": (_publish, _send),
    "publish-post": (_publish_post, _send),
    "move": (_move, _send),
    "move-in-tree": (_move_in_tree, _send),
    "undo": (_undo, _send),
    "delete": (_delete, _send),
    "bring-back": (_bring_back, _send),
    "autosave": (_autosave, _send_json),
}
