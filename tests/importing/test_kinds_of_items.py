"""A kind that has no room on this site yet is said; a kind that nobody knows is refused."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from pages.models import Page
from tests.importing.documents import document


def test_what_has_no_room_yet_is_said_and_the_rest_is_imported(folder):
    said = StringIO()
    files = {"a.md": document(title="A post", kind="post"), "b.md": document(title="A page")}
    with pytest.raises(CommandError) as ended:
        call_command("import_content", str(folder(files)), stdout=said)
    assert ended.value.returncode == 2
    assert "a.md: not imported, this site has no room yet for the kind “post”" in said.getvalue()
    assert Page.objects.filter(title="A page").exists()
    assert not Page.objects.filter(title="A post").exists()


def test_an_unknown_kind_is_refused_with_its_line(folder, refusal):
    assert "a.md, line 3: “pgae” is no kind" in refusal(folder({"a.md": document(kind="pgae")}))
