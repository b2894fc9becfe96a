"""A whole site that looks real and is the same at every run: `create_site()` on a database without content."""

from datetime import UTC, datetime, timedelta

from blog.models import Post, Topic
from pages.models import Page, Section, SocialLink
from testimonials.models import Testimonial, Theme
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic
from tests.look.content import fill_profile, section
from tests.testimonials.factories import create_testimonial
from tests.volume.extremes import LONG_WORD, create_extremes
from tests.volume.media import create_download, create_picture
from tests.volume.texts import everything
from tests.volume.words import Words

LATEST = datetime(2026, 9, 30, 8, 0, tzinfo=UTC)
NAME = "Vera Voorbeeld"
# Family names that nobody bears.
FIRST = ("Noor", "Bram", "Sanne", "Joost", "Lotte", "Pim", "Fleur", "Daan")
LAST = ("Denkbeeld", "Proefstuk", "Verzinsel", "Papierwerk", "Nergens", "Schijnbaar")
OFFERS = ("Samenwerking tussen partijen", "Coaching", "Dialoog", "Procesbegeleiding")
TOPICS = ("Leiderschap", "Samenwerken", "Dialoog", "Muziek", "Verandering")
THEMES = ("Coaching", "Dialoog", "Samenwerking")


def create_site(*, posts: int = 45, menu_pages: int = 0) -> None:
    """Content of every kind, with that many posts.

    With `menu_pages` it is a crowded one: so many more pages in the menu, and a name of eighty letters.
    """
    _create_profile(name=LONG_WORD if menu_pages else NAME)
    pages = _create_pages()
    _create_testimonials()
    _create_posts(posts)
    _fill_full_page(pages[0])
    _create_english()
    create_extremes()
    _leave_what_is_gone()
    for number in range(menu_pages):
        create_page(title=f"{Words('nl', number).title()} {number}", slug=f"menu-{number}", menu="main")


def _create_profile(*, name):
    portrait = create_picture("Portret", width=900, height=1100, alternative="Drie heuvels onder een lichte lucht")
    profile = fill_profile(
        name=name,
        tagline="Mensen die elkaar nodig hebben",
        portrait=portrait,
        street="Voorbeeldstraat 0",
        postal_code="0000 AA",
        city="Nergenshuizen",
        telephone="030-000 00 00",
        chamber_of_commerce="00000000",
        vat_number="NL000000000B00",
        invitation_title="Zullen we kennismaken?",
        invitation_text="Een eerste gesprek kost niets en verplicht tot niets.",
        invitation_label="Neem contact op",
    )
    SocialLink.objects.create(profile=profile, label="Een netwerk", url="https://network.example/vera")
    SocialLink.objects.create(profile=profile, label="Een videokanaal", url="https://video.example/vera")


def _create_pages() -> list[Page]:
    words = Words("nl", "pages")
    contact = section(Section.CONTACT, title="Contact", lead=words.sentence(), position=90)
    section(
        Section.HOME,
        title="Mensen die elkaar nodig hebben",
        lead=words.sentences(2),
        text=words.paragraphs(2),
        action_kind="contact",
        action_label="Maak kennis",
    )
    section(Section.BLOG, title="Blog", lead=words.sentence(), menu="main", position=70)
    section(Section.TESTIMONIALS, title="Ervaringen", lead=words.sentence(), menu="main", position=60)
    section(Section.SEARCH, title="Zoeken", status="published")
    offer = create_page(title="Aanbod", slug="aanbod", lead=words.sentences(2), text=words.paragraphs(2), menu="main")
    pages = [_create_offer(words, title, offer, contact) for title in OFFERS]
    create_page(title="Over Vera", slug="over", lead=words.sentences(2), text=words.article(headings=3), menu="main")
    create_page(title="Privacy", slug="privacy", text=words.article(headings=5), menu="footer", noindex=True)
    return pages


def _create_offer(words, title, parent, contact) -> Page:
    return create_page(
        title=title,
        parent=parent,
        lead=words.sentences(2),
        quotation=words.sentence(),
        quotation_author=f"{NAME}, in een voorbeeld",
        text=words.article(headings=3),
        on_home=True,
        action_kind="page",
        action_label="Maak een afspraak",
        action_page=contact,
        image=create_picture(title, alternative="Heuvels achter elkaar") if title == "Dialoog" else None,
    )


def _create_testimonials() -> list[Testimonial]:
    themes = [Theme.objects.create(name=name) for name in THEMES]
    people = [f"{first} {last}" for last in LAST[:3] for first in FIRST]
    return [_create_voice(name, number, themes) for number, name in enumerate(people)]


def _create_voice(name, number, themes):
    language = "en" if number % 6 == 4 else "nl"
    words = Words(language, name)
    portrait = create_picture(f"Portret van {name}", width=600, height=600, alternative="", decorative=True)
    return create_testimonial(
        name=name,
        slug=f"stem-{number + 1}",
        language=language,
        text=words.sentences(1 + number % 5),
        role=("Projectleider", "", "Directeur", "Onderwijzer")[number % 4],
        organisation=("Stichting Voorbeeld", "Gemeente Nergenshuizen", "")[number % 3],
        portrait=portrait if number % 4 == 0 else None,
        themes=[themes[number % 3]],
        on_home=number == 2,
    )


def _create_posts(number: int) -> list[Post]:
    topics = [create_topic(name=name, description=Words("nl", name).sentence()) for name in TOPICS]
    return [_create_post(key, topics) for key in range(number)]


def _create_post(key: int, topics: list[Topic]) -> Post:
    language = "en" if key % 7 == 3 else "nl"
    words = Words(language, key)
    picture = create_picture(f"Beeld {key}", alternative="Heuvels achter elkaar") if key % 9 == 1 else None
    return create_post(
        title=words.title(),
        slug=f"bericht-{key + 1}",
        language=language,
        lead=words.sentences(1 + key % 2),
        text=words.article(headings=key % 5),
        published_at=LATEST - timedelta(days=23 * key),
        image=picture,
        topics=[topics[key % 5], *([topics[(key + 2) % 5]] if key % 3 == 0 else [])],
    )


def _fill_full_page(page: Page) -> None:
    picture = create_picture(
        "Een landschap", alternative="Heuvels achter elkaar", caption="Heuvels in de ochtend.", credit="Getekend"
    )
    document, office = create_download("Werkwijze"), create_download("Vragenlijst", extension="docx")
    page.text = everything(
        picture=picture.slug, document=document.slug, office=office.slug, voices=("stem-1", "stem-4")
    )
    page.slug = "alles"
    page.save()


def _create_english() -> None:
    words = Words("en", "english")
    home = create_page(
        title="People who need each other",
        slug="en",
        language="en",
        lead=words.sentences(2),
        text=words.article(headings=2),
    )
    create_page(
        title="What I do", slug="offer", parent=home, language="en", lead=words.sentence(), text=words.paragraphs(4)
    )


def _leave_what_is_gone() -> None:
    create_page(title="Voorbij", slug="voorbij").delete()
