"""Texts of files for these tests."""


def document(text="A text.", **fields):
    """A Markdown file with front matter; a page with a title unless told otherwise."""
    front = {"title": "A page"} | fields
    return "\n".join(["---", *(f"{name}: {value}" for name, value in front.items()), "---", "", text, ""])
