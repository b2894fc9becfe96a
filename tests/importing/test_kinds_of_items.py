"""Which kinds of item can be imported; a kind that nobody knows is refused."""

from blog.models import Post
from pages.models import Page
from tests.importing.documents import document


def test_each_file_becomes_an_item_of_its_kind(folder, run):
    run(folder({"a.md": document(title="A post", kind="post"), "b.md": document(title="A page")}))
    assert Post.objects.get().title == "A post"
    assert Page.objects.get(section="").title == "A page"


def test_an_unknown_kind_is_refused_with_its_line(folder, refusal):
    assert "a.md, line 3: “pgae” is no kind" in refusal(folder({"a.md": document(kind="pgae")}))
