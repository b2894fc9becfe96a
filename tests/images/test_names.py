import pytest

from images import names

HASH = "ab" * 16


@pytest.mark.parametrize(
    ("filename", "title"),
    [
        ("De_brug bij nacht.jpg", "De brug bij nacht"),
        ("../../x.png", "x"),
        ("..\\..\\x.png", "x"),
        ("a\tb\x00c\u202egnp.png", "a b c gnp"),
        ("e\u0301e\u0301n.png", "één"),
        ("x" * 300 + ".png", "x" * 200),
        ("", ""),
    ],
)
def test_a_title_is_made_from_a_file_name(filename, title):
    assert names.title_from(filename) == title


def test_the_names_made_are_the_names_recognised():
    image = names.recognise(names.image_name(b"content", "png"))
    document = names.recognise(names.document_name(HASH * 2, "Plan & zo.pdf", "pdf"))
    assert (image.content_type, image.is_document) == ("image/png", False)
    assert document == names.Name(HASH, "application/pdf", True)
    assert names.image_name(b"content", "png").startswith(f"images/{image.digest[:2]}/{image.digest}.")


@pytest.mark.parametrize(
    "name",
    [
        f"images/cd/{HASH}.jpg",
        f"images/ab/{HASH}.jpg\n",
        f"images/ab/{HASH}.jpg.html",
        f"images/ab/{HASH}.svg",
        f"images/ab/{HASH.upper()}.jpg",
        f"/images/ab/{HASH}.jpg",
        f"documents/{HASH}/plan.html",
        f"documents/{HASH}/../plan.pdf",
        f"documents/{HASH}/.pdf",
        f"documents/{HASH}/{'x' * 81}.pdf",
    ],
)
def test_no_other_name_is_recognised(name):
    assert names.recognise(name) is None
