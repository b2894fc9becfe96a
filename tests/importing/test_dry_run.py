"""A rehearsal says what would be done, and does nothing."""

from pages.models import Page
from publishing.models import ChangeStamp, Origin
from tests.importing.documents import document


def test_a_rehearsal_says_the_same_and_writes_nothing(folder, run):
    source = folder(
        {"a.md": document(slug="page", kleur="groen"), "b.md": document(slug="page"), "c.txt": "T\n\nText.\n"}
    )
    before = [list(model.objects.values()) for model in (Page, Origin, ChangeStamp)]
    rehearsed = run(source, "--dry-run")
    assert [list(model.objects.values()) for model in (Page, Origin, ChangeStamp)] == before
    told = rehearsed.splitlines()
    assert told[:-1] == run(source).splitlines()
    assert told[-1] == "This was a rehearsal: nothing was changed."
