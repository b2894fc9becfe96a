"""No English is left on any screen that the consultant can reach: all of them are walked, by their links."""

import re
from html.parser import HTMLParser

import pytest
from django.contrib import admin
from django.contrib.admin.utils import label_for_field
from django.utils import translation

from pages.models import Profile
from publishing.models import NotFoundAddress, Redirect
from testimonials.models import Theme
from tests.contact.factories import create_message
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic
from tests.factories_images import create_document, create_image
from tests.operations.test_jobs import create_job
from tests.testimonials.factories import create_testimonial
from tests.trash.deleting import to_bin

pytestmark = pytest.mark.django_db

# Words that are no Dutch ones, and no names of what is written in code.
ENGLISH = re.compile(
    r"\b(the|and|you|your|please|this|that|with|not|are|from|has|have|been|will|which|select|selected|choose|add|added|"
    r"change|changed|delete|deleted|view|save|saved|log out|today|yesterday|show|hide|enter|error|errors|user|users|"
    r"page|pages|text|title|draft|published|archived|scheduled|image|images|message|messages|until|nothing|search)\b",
    re.IGNORECASE,
)
READ = {"title", "placeholder", "aria-label", "alt", "summary"}
# What stands on a key is called so in Dutch too; and places to fill in.
KEYS = re.compile(r"\bmet (Enter|Delete|Escape|Tab)\b|\{\w+\}", re.IGNORECASE)
SILENT = {"script", "style", "code", "textarea"}
# What is asked of the server by a script, and what leaves the admin.
NO_SCREEN = re.compile(r"^/admin/(logout|jsi18n|autocomplete|editor)|/preview/$")
SCREENS_OF_A_KIND = 2
# Names of columns and fields that are the same word in Dutch.
SAME_IN_BOTH = {"link", "logo", "mail", "menu", "moment", "status"}


class Screen(HTMLParser):
    """What can be read on a screen in its own language, and where its links lead."""

    def __init__(self, html):
        super().__init__()
        self.texts, self.links, self.open = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.links += [attributes["href"]] if tag == "a" and attributes.get("href") else []
        if tag not in ("br", "img", "input", "link", "meta", "hr", "wbr", "source", "path", "use", "circle"):
            self.open.append((tag, attributes.get("lang")))
        if not self.is_silent and attributes.get("type") != "hidden":
            read = READ | ({"value"} if attributes.get("type") in ("submit", "button") and tag == "input" else set())
            self.texts += [
                value for name, value in attributes.items() if value and (name in read or name.startswith("data-text"))
            ]

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not self.is_silent and data.strip():
            self.texts.append(data.strip())

    @property
    def is_silent(self):
        return any(tag in SILENT or language == "en" for tag, language in self.open[1:])

    @property
    def english(self):
        return [text for text in self.texts if ENGLISH.search(KEYS.sub("", text))]


def walked(client):
    """Every screen that links lead to, a few of each kind, as (address, Screen)."""
    waiting, seen, of_kind = ["/admin/"], set(), {}
    while waiting:
        address = waiting.pop(0)
        kind = re.sub(r"\d+|[0-9a-f-]{36}|=[^&]*", "#", address)
        if address in seen or of_kind.get(kind, 0) >= SCREENS_OF_A_KIND:
            continue
        seen.add(address)
        of_kind[kind] = of_kind.get(kind, 0) + 1
        answer = client.get(address, follow=True)
        if "text/html" in answer.headers["Content-Type"]:
            screen = Screen(answer.text)
            yield address, screen
            waiting += [link.split("#")[0] for link in screen.links if is_screen(link)]


def is_screen(link):
    return link.startswith("/admin/") and not NO_SCREEN.search(link.split("?")[0])


@pytest.fixture
def filled_site(owner_client):
    """One of everything, all of it with Dutch words: a list in which nothing stands shows no headings."""
    image = create_image(title="Brug", alternative_text="Een brug")
    page = create_page(title="Aanbod", text="Woorden.", image=image)
    create_page(title="Dialoog", parent=page, status="draft")
    create_post(title="Nieuws", topics=[create_topic(name="Muziek")])
    create_testimonial(name="Vera Voorbeeld")
    create_document(title="Folder")
    Theme.objects.create(name="Luisteren", slug="luisteren")
    create_message(name="Vera Voorbeeld", body="Mag ik iets vragen?")
    create_job()
    Profile.objects.get_or_create()
    Redirect.objects.create(path="/vroeger/", target=page)
    NotFoundAddress.objects.create(path="/nergens/", last_asked=page.changed)
    to_bin(owner_client, create_page(title="Weg"))
    return page


def test_every_screen_speaks_dutch(owner_client, filled_site):
    assert [model.__name__ for model in admin.site._registry if not model._default_manager.exists()] == []
    screens = dict(walked(owner_client))
    assert len(screens) > 40
    assert {address: screen.english for address, screen in screens.items() if screen.english} == {}


@pytest.mark.parametrize("room", admin.site._registry.values(), ids=lambda room: room.model.__name__)
def test_every_column_and_every_field_that_is_only_shown_is_named_in_dutch(rf, owner, room):
    named = {language: labels(room, rf.get("/"), owner, language) for language in ("nl", "en")}
    assert set(named["nl"]) & set(named["en"]) - SAME_IN_BOTH == set()


def labels(room, request, user, language):
    """What the columns of a list are called, and the fields of its form that can't be changed."""
    request.user = user
    with translation.override(language):
        names = {*room.get_list_display(request), *room.get_readonly_fields(request)} - {"__str__"}
        return {str(label_for_field(name, room.model, room)) for name in names}


def test_every_refusal_speaks_dutch(owner_client, filled_site):
    forms = [address for address, _screen in walked(owner_client) if re.search(r"/(add|change|list)/$", address)]
    answers = {address: owner_client.post(address, {"_save": ""}) for address in forms}
    refused = {address: Screen(answer.text) for address, answer in answers.items() if answer.status_code == 200}
    assert len(refused) > 6
    assert {address: screen.english for address, screen in refused.items() if screen.english} == {}
