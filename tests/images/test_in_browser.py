"""What only a browser can tell of pictures: which file it takes, that nothing shifts, what moves and what stands."""

import re

import pytest

from images.renditions.places import PLACES
from images.renditions.specs import set_key
from tests.factories import create_page
from tests.factories_images import create_image, photo_bytes
from tests.look import test_browser
from tests.look.content import fill_profile
from tests.testimonials.factories import create_testimonial

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
open_page = test_browser.open_page

SHIFT = """new Promise(done => {
    let sum = 0
    new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
        .observe({type: "layout-shift", buffered: true})
    setTimeout(() => done(sum), 100)
})"""
SHOWN = "[...document.images].filter(one => one.checkVisibility())"
THERE = f"{SHOWN}.every(one => one.complete)"
MOVING, STANDING = (f"{SHOWN}.every(one => one.currentSrc.endsWith('{end}'))" for end in (".webp", ".jpg"))


def ready(**fields):
    image = create_image(width=2560, height=1707, **fields)
    image.ready = [set_key(image, place) for place in PLACES]
    image.save()
    return image


class Media:
    """Answers for pictures, but not before `come`; keeps the names of those that were asked for."""

    def __init__(self):
        self.asked, self._waiting, self._is_late = set(), [], True

    def answer(self, route):
        self.asked.add("".join(re.search(r"/([a-z]+-\d+)-\w+(\.\w+)$", route.request.url).groups()))
        if self._is_late:
            self._waiting.append(route)
        else:
            route.fulfill(body=photo_bytes(30, 20), content_type="image/jpeg")

    def come(self):
        self._is_late = False
        while self._waiting:
            self.answer(self._waiting.pop())


@pytest.fixture
def visit(client, open_page):
    """A function that opens a page, painted before any of its pictures is there."""

    def visit(address, **options):
        page, media = open_page(b"<p>Nothing yet", **options), Media()
        document = client.get(address).content.decode()
        page.route(f"**{address}", lambda route: route.fulfill(body=document, content_type="text/html; charset=utf-8"))
        page.route("**/media/**", media.answer)
        page.goto(f"{test_browser.SITE}{address}", wait_until="domcontentloaded")
        page.evaluate(f"document.fonts.ready.then(() => {test_browser.PAINTED})")
        return page, media

    return visit


@pytest.fixture
def full_page():
    """The address of a page with a picture in each place that a page has."""
    fill_profile(portrait=ready(), logo=ready())
    image = ready(colour="#335577")
    create_testimonial(slug="vera", portrait=ready())
    text = f"[[image {image.slug}]]\n\n{'Words. ' * 60}\n\n[[image {image.slug} large]]\n\n[[testimonial vera]]"
    return create_page(image=image, lead="A lead.", text=text).get_absolute_url()


TAKEN = {
    (390, 2): {"head-720.avif", "text-720.avif", "wide-720.avif", "face-104.avif"},
    (390, 3): {"head-1104.avif", "text-1104.avif", "wide-1056.avif", "face-176.avif"},
    (768, 2): {"head-560.avif", "text-1104.avif", "wide-1056.avif", "face-104.avif"},
    (1280, 1): {"head-384.avif", "text-384.avif", "wide-1056.avif", "face-56.avif"},
}


@pytest.mark.parametrize("screen", TAKEN)
def test_each_screen_takes_the_files_that_fit_and_nothing_shifts_when_they_come(visit, full_page, screen):
    width, density = screen
    page, media = visit(full_page, width=width, device_scale_factor=density)
    media.come()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function(THERE)
    page.evaluate(test_browser.PAINTED)
    assert {name for name in media.asked if not name.startswith("logo")} == TAKEN[screen]
    assert page.evaluate(SHIFT) == 0


def test_its_colour_stands_where_a_picture_will_be(visit, full_page):
    page, _media = visit(full_page, width=390)
    there = "one => [getComputedStyle(one).backgroundColor, one.offsetHeight > 200]"
    assert page.eval_on_selector(".page-head .picture img", there) == ["rgb(51, 85, 119)", True]


@pytest.fixture
def moving_page():
    image = ready(animated=True, file=f"images/00/{'0' * 32}.webp")
    return create_page(text=f"[[image {image.slug}]]").get_absolute_url()


def test_what_moves_stops_at_a_key_and_goes_on_at_a_click(visit, moving_page):
    page, media = visit(moving_page, width=390)
    media.come()
    page.wait_for_function(MOVING)
    page.locator(".moving summary").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(STANDING)
    page.locator(".moving summary").click()
    page.wait_for_function(MOVING)


def test_nothing_moves_for_who_asked_for_less_of_it(visit, moving_page):
    page, media = visit(moving_page, width=390, reduced_motion="reduce")
    media.come()
    page.wait_for_function(STANDING)
    assert not page.locator(".moving summary").is_visible()
