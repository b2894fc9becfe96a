"""No title, introduction or trail of a page stands on a bright circle: axe does not see what lies behind a text."""

import pytest

from tests.every_kind.visiting import opened
from tests.volume.kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("every-kind")]

# A line counts as on a circle where a corner of it, or a point of its upper or lower edge, lies within.
ON_CIRCLES = """[...document.querySelectorAll(".page-head :is(h1, .lead, .crumbs a)")].flatMap(item => {
    const range = document.createRange();
    range.selectNodeContents(item);
    const points = [...range.getClientRects()].flatMap(({left, right, top, bottom}) => {
        const steps = Array.from({length: 21}, (_, step) => left + (right - left) * step / 20);
        return steps.flatMap(x => [[x, top + 6], [x, bottom - 6]]);
    });
    return [...document.querySelectorAll(".page-head > svg circle")].map(circle => circle.getBoundingClientRect())
        .filter(box => points.some(([x, y]) =>
            Math.hypot(x - box.left - box.width / 2, y - box.top - box.height / 2) < box.width / 2))
        .slice(0, 1).map(() => item.textContent.trim().slice(0, 40));
})"""


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_no_text_stands_on_a_circle(chromium, address_of, width):
    found = {}
    with opened(chromium, address_of(KINDS[0]), width=width) as page:
        for kind in KINDS:
            if kind.markup == "html" and not kind.crowded:
                page.goto(address_of(kind))
                found[kind.name] = page.evaluate(ON_CIRCLES)
    lines = [f"{name}: {texts}" for name, texts in found.items() if texts]
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)
