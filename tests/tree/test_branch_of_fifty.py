"""A branch of fifty pages is moved in the admin; afterwards every link of the site is followed as a visitor would."""

import re

import pytest

from tests.factories import create_page
from tests.factories_blog import create_post
from tests.tree.trees import move

pytestmark = pytest.mark.django_db

WAYS = (
    "[plain]({0})",
    "[with a part]({0}#part)",
    "A note[^1].\n\n[^1]: [in a note]({0})",
    "| a |\n|---|\n| [in a cell]({0}) |",
    "[by name][it]\n\n[it]: {0}",
)


@pytest.fixture
def site():
    """(the top of a branch of fifty, another page, all fifty, texts that link to each of them in several ways)."""
    top, other = create_page(title="Top", slug="top"), create_page(title="Other", slug="other")
    chapters = [create_page(title=f"C{n}", slug=f"c{n}", parent=top) for n in range(7)]
    leaves = [create_page(title=f"L{n}", slug=f"l{n}", parent=chapters[n % 7]) for n in range(42)]
    branch = [top, *chapters, *leaves]
    sources = [
        create_post(title=f"S{n}", slug=f"s{n}", text=WAYS[n % len(WAYS)].format(page.get_absolute_url()))
        for n, page in enumerate(branch)
    ]
    sources.append(create_page(slug="all", text="\n".join(f"[x]({page.get_absolute_url()})" for page in branch)))
    return top, other, branch, sources


def links_in(client, source):
    main = client.get(source.get_absolute_url()).content.decode().split("<main")[1].split("</main>")[0]
    return {link.split("#")[0] for link in re.findall(r'href="(/(?:top|other)/[^"]*)"', main)}


def test_every_link_leads_straight_to_its_page_after_each_of_two_moves(owner_client, client, site):
    top, other, branch, sources = site
    former = [page.get_absolute_url() for page in branch]
    for under, start in ((other, "/other/top/"), (None, "/top/")):
        assert move(owner_client, top, under).status_code == 302
        followed = set()
        for source in sources:
            links = links_in(client, source)
            assert links and all(link.startswith(start) for link in links), source
            followed |= links
        assert len(followed) >= 50
        assert all(client.get(link).status_code == 200 for link in followed)
    for page, address in zip(branch, former, strict=True):
        page.refresh_from_db()
        assert page.get_absolute_url() == address
        answer = client.get(f"/other{address}")
        # Of a page that came back within the hour, past the redirect that browsers remember.
        assert (answer.status_code, answer["Location"]) == (302, f"{address}?back")
