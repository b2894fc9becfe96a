"""The places where pictures stand, and how wide each is there. Pure; the widths follow static/css/site.css."""

from dataclasses import dataclass

UPPER_MIDDLE = (50, 20)
CENTRE = (50, 50)
PHONE = "calc(94vw - 1.2rem)"  # the width of the page less its gutters


@dataclass(frozen=True)
class Place:
    """Where pictures stand, and what is made for it.

    `ratio` (width by height) cuts a picture around its focal point, `centre` (percent) where none was chosen; None
    shows all of it. `widths` are in pixels, smallest first. A place that is always `line_height` CSS pixels high has
    its widths from that: once, twice and three times. `sizes` is the attribute of that name. `fallback_only` leaves
    out the newer formats, for what only others than browsers read.
    """

    name: str
    widths: tuple[int, ...] = ()
    sizes: str = "100vw"
    ratio: tuple[int, int] | None = None
    centre: tuple[int, int] = CENTRE
    line_height: int | None = None
    fallback_only: bool = False


_ALL = (
    # In a text: the measure (27.5em), beside the text (24rem) from 78rem on.
    Place("text", (384, 560, 720, 1104), f"(min-width: 78rem) 24rem, (min-width: 37rem) 34rem, {PHONE}"),
    # In a text, over the margin as well.
    Place("wide", (384, 720, 1056, 1440, 2000), f"(min-width: 78rem) 63rem, (min-width: 37rem) 34rem, {PHONE}"),
    # Beside the title of a page.
    Place("head", (384, 560, 720, 1104), f"(min-width: 75rem) 24rem, (min-width: 44rem) 30vw, {PHONE}"),
    # Beside a post in a list.
    Place("card", (176, 264, 384, 720, 1152), "(min-width: 46rem) 11rem, 24vw", ratio=(3, 2)),
    # Beside a name.
    Place("face", (56, 104, 176, 264), "3.25rem", ratio=(1, 1), centre=UPPER_MIDDLE),
    # In the circles of the front page, and beside a text.
    Place(
        "portrait",
        (144, 288, 432, 624, 864),
        "(min-width: 78rem) 27rem, (min-width: 50rem) 33vw, min(78vw - 1rem, 22.2rem)",
        ratio=(1, 1),
        centre=UPPER_MIDDLE,
    ),
    # At the head of every page.
    Place("logo", line_height=44),
    # A logo in the tab of a browser and on the screen of a phone.
    Place("icon", (180,), fallback_only=True),
    # For sites that show a link to a page.
    Place("social", (1200,), ratio=(1200, 630), fallback_only=True),
    # In the library.
    Place("thumbnail", (160, 320, 480), "10rem"),
    # Made at the upload, and shown anywhere until the rest is there.
    Place("first", (320, 1024), fallback_only=True),
)
PLACES: dict[str, Place] = {place.name: place for place in _ALL}
# Where what is made for a place is shown at another width: the name of that place, and the `sizes` there.
USES: dict[str, tuple[str, str]] = {
    # The first post of a list.
    "leading": ("card", f"(min-width: 82rem) 34rem, (min-width: 44rem) 43vw, {PHONE}"),
    # A post in a row of three.
    "related": ("card", "(min-width: 82rem) 23rem, (min-width: 44rem) 28vw, 24vw"),
    # In the circles beside a text, which show on wide screens only.
    "beside": ("portrait", "9rem"),
    # Whose words fill a page.
    "speaker": ("face", "5.5rem"),
}
