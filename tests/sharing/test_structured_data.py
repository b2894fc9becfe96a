"""What search engines are told of each page: as they demand it, and of nothing that is not there."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from images.models import Image
from pages.models import Profile, Section
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic
from tests.factories_images import create_image
from tests.look.content import fill_profile, section
from tests.sharing.documents import head, nodes
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

SITE = "https://www.example.nl"
MOMENT = datetime(2026, 11, 3, 8, 30, tzinfo=UTC)
# Google Search Central, "Structured data general guidelines" and the page of each type: what is required there, and
# what is recommended and known here.
DEMANDED = {
    "Person": {"name", "url"},
    "ProfessionalService": {"name", "address", "url", "telephone"},
    "WebSite": {"name", "url"},
    "BlogPosting": {"headline", "image", "datePublished", "dateModified", "author"},
    "BreadcrumbList": {"itemListElement"},
    "WebPage": {"name", "url"},
    "AboutPage": {"name", "url", "mainEntity"},
    "ContactPage": {"name", "url"},
    "CollectionPage": {"name", "url"},
}
ADDRESS = {"street": "A Street 1", "postal_code": "1234 AB", "city": "Town", "country": "Nederland"}


@pytest.fixture(autouse=True)
def own_address(settings):
    settings.SITE_URL = SITE


@pytest.fixture
def full():
    """A site with all that can be told; the addresses of its kinds of page."""
    profile = fill_profile(**ADDRESS, telephone="030 000 00 00", portrait=create_image())
    profile.links.create(label="LinkedIn", url="https://www.linkedin.com/in/a-name/")
    topic = create_topic(name="Music")
    create_post(title="A post", lead="Lead.", topics=[topic], image=create_image(), published_at=MOMENT)
    create_testimonial(slug="vera")
    create_page(title="About", slug="over-mij")
    create_page(title="Below", slug="below", parent=create_page(title="A page"))
    lists = ["/blog/", "/blog/2026/", "/blog/onderwerp/music/", "/ervaringen/"]
    return ["/", "/over-mij/", "/contact/", "/a-page/", "/a-page/below/", "/blog/a-post/", "/ervaringen/vera/", *lists]


def test_every_kind_of_page_has_what_search_engines_demand(client, full):
    found = set()
    for address in full:
        for kind, node in nodes(client, address).items():
            found.add(kind)
            assert DEMANDED[kind] <= node.keys(), (address, kind)
            assert "" not in node.values() and None not in node.values()
    assert found == DEMANDED.keys()


def test_each_page_says_what_it_is(client, full):
    first = [next(iter(nodes(client, address))) for address in full]
    assert first[:7] == ["WebPage", "AboutPage", "ContactPage", "WebPage", "WebPage", "BlogPosting", "WebPage"]
    assert set(first[7:]) == {"CollectionPage"}


def test_whose_site_it_is_stands_on_the_pages_about_that(client, full):
    with_person = [address for address in full if "Person" in nodes(client, address)]
    assert with_person == ["/", "/over-mij/", "/contact/"]
    person = nodes(client, "/")["Person"]
    assert person["name"] == "A Name"
    assert person["description"] == "What she does"
    assert (person["telephone"], person["email"]) == ("030 000 00 00", "post@example.org")
    assert person["sameAs"] == ["https://www.linkedin.com/in/a-name/"]
    assert person["image"] == SITE + Profile.load().portrait.file.url
    assert person["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "A Street 1",
        "postalCode": "1234 AB",
        "addressLocality": "Town",
        "addressCountry": "Nederland",
    }
    assert nodes(client, "/over-mij/")["AboutPage"]["mainEntity"] == {"@id": person["@id"]}


def test_an_empty_profile_is_told_nothing_of(client):
    assert nodes(client, "/").keys() == {"WebPage"}
    assert "isPartOf" not in nodes(client, "/")["WebPage"]
    create_post()
    assert "author" not in nodes(client, "/blog/a-post/")["BlogPosting"]


def test_without_an_address_there_is_a_person_and_no_business(client):
    fill_profile(city="", country="Nederland")
    found = nodes(client, "/")
    assert found.keys() == {"WebPage", "Person", "WebSite"}
    assert found["Person"].keys() == {"@type", "@id", "name", "description", "url", "email"}


def test_a_post_is_dated_with_the_offset_of_the_site(client):
    fill_profile()
    post = create_post(lead="Lead.", published_at=MOMENT, language="en", image=create_image())
    told = nodes(client, "/blog/a-post/")["BlogPosting"]
    assert told["datePublished"] == "2026-11-03T09:30:00+01:00"
    assert datetime.fromisoformat(told["dateModified"]) == post.last_changed.replace(microsecond=0)
    assert told["inLanguage"] == "en"
    assert told["description"] == "Lead."
    assert told["author"] == {"@type": "Person", "@id": f"{SITE}/#person", "name": "A Name", "url": f"{SITE}/"}
    assert told["mainEntityOfPage"] == f"{SITE}/blog/a-post/"
    assert told["image"] == SITE + Image.objects.get().file.url


def test_a_headline_is_cut_where_search_engines_cut_it(client):
    create_post(title="word " * 60, slug="long")
    headline = nodes(client, "/blog/long/")["BlogPosting"]["headline"]
    assert len(headline) == 110 and headline.endswith("…")


def test_breadcrumbs_lead_from_home_to_the_page_itself(client):
    create_page(title="Below", slug="below", parent=create_page(title="Offer"))
    create_post()
    steps = nodes(client, "/offer/below/")["BreadcrumbList"]["itemListElement"]
    assert [(step["position"], step["name"], step["item"]) for step in steps[1:]] == [
        (2, "Offer", f"{SITE}/offer/"),
        (3, "Below", f"{SITE}/offer/below/"),
    ]
    assert steps[0]["item"] == f"{SITE}/"
    steps = nodes(client, "/blog/a-post/")["BreadcrumbList"]["itemListElement"]
    assert [step["item"] for step in steps] == [f"{SITE}/", f"{SITE}/blog/", f"{SITE}/blog/a-post/"]


def test_words_of_clients_are_no_reviews(client, full):
    for address in ("/", "/ervaringen/", "/ervaringen/vera/"):
        assert "review" not in head(client, address).blocks[0].lower()
        assert "rating" not in head(client, address).blocks[0].lower()


@pytest.mark.parametrize("odd", ["</script><b>", "<!--<script>", "a & b", '"\\', "\u2028\u2029", "‮right", "🎼 é"])
def test_no_text_ends_the_block_or_is_changed_by_it(client, odd):
    profile = fill_profile(name=f"N {odd} N")
    home = section(Section.HOME, title=f"T {odd} T", lead=f"L {odd} L")
    answer = client.get("/").content.decode()
    assert answer.count("<script") == answer.count("</script>") == 1
    block = head(client, "/").blocks[0]
    assert not set(block) & set("<>&\u2028\u2029")
    found = nodes(client, "/")
    assert (found["WebPage"]["name"], found["WebPage"]["description"]) == (home.title, home.lead)
    assert found["Person"]["name"] == profile.name


def test_what_search_engines_may_not_list_tells_them_nothing(client):
    create_page(noindex=True)
    for address in ("/a-page/", "/contact/bedankt/"):
        assert head(client, address).blocks == []
        assert head(client, address).meta["robots"] == "noindex"


def test_addresses_are_those_of_the_site_whatever_host_was_asked(client, full):
    for address in full:
        for node in nodes(client, address).values():
            assert urlsplit(node.get("url", SITE)).netloc == "www.example.nl"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_policy_of_the_site_has_nothing_against_it(chromium, live_server):
    fill_profile(name="A Name")
    page = chromium.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.add_init_script("document.addEventListener('securitypolicyviolation', e => console.log(e.violatedDirective))")
    answer = page.goto(live_server.url)
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert page.evaluate("JSON.parse(document.querySelector('script').text)['@graph'].length") > 1
    assert said == []
    page.close()
