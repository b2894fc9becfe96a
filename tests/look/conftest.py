"""A site of what pages may hold at worst, and the addresses that show it."""

import pytest

from pages.models import Section
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic, grow
from tests.look.content import LONG_TITLE, LONG_WORD, TEXT, deep_page, fill_profile, section


@pytest.fixture
def edge_addresses(db) -> dict[str, str]:
    """Pages at their worst, by what is extreme about them."""
    fill_profile(street="A Street 1", telephone="030 000 00 00", name=f"A Name {LONG_WORD}")
    section(Section.HOME, title="A promise", lead="A lead", text=TEXT)
    full = create_page(
        title="Full", lead=LONG_WORD, quotation=LONG_WORD, quotation_author=LONG_WORD, text=TEXT, menu="main"
    )
    for number in range(4):
        create_page(title=f"Child {number} {LONG_WORD}", slug=f"child-{number}", parent=full, on_home=True, text=TEXT)
    for number in range(60):
        create_page(title=f"Menu {number}", slug=f"menu-{number}", menu="main", menu_title=f"Menu page {number}")
    topic = create_topic(name=LONG_WORD, description=LONG_WORD)
    grow(21, title=LONG_TITLE, lead=LONG_WORD, language="en", topics=[topic])
    post = create_post(title=LONG_WORD, slug="a-post", lead=LONG_WORD, text=f"{TEXT}\n\n[[blog]]", topics=[topic])
    return {
        "home": "/",
        "contact": "/contact/",
        "full": full.get_absolute_url(),
        "bare": create_page(title="X", slug="bare").get_absolute_url(),
        "long title": create_page(title=LONG_TITLE, slug="long-title").get_absolute_url(),
        "long word": create_page(title=LONG_WORD, slug="long-word").get_absolute_url(),
        "deep": deep_page(12).get_absolute_url(),
        "English": create_page(title="English", slug="english", language="en", text=TEXT).get_absolute_url(),
        "post": post.get_absolute_url(),
        "posts": "/blog/",
        "posts, further": "/blog/?pagina=2",
        "topic": topic.get_absolute_url(),
        "missing": "/nowhere/",
    }
