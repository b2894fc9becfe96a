"""Reads a page that was saved from a website as plain text.

Above the heading of the page stand the site's name and words of its navigation; below it paragraphs with empty lines
between them. What a line is, shows in its form alone; what became of each is told in the entry's notes.
"""

from itertools import groupby, pairwise, zip_longest

from django.utils.translation import gettext as _

from consultancy.importing import plain_forms as forms
from consultancy.importing.entries import Entry, Note, SourceError, Voice
from consultancy.importing.plain_forms import Line


def read(text: str, source: str, notes=()) -> Entry:
    """An entry for a page that is a draft. Raises SourceError where no heading is found."""
    page = _PlainPage(source, list(notes))
    page.read([Line(number, " ".join(line.split())) for number, line in enumerate(text.split("\n"), 1)])
    return Entry(
        source=source,
        kind="page",
        fields=page.fields,
        text="\n\n".join(page.parts),
        notes=tuple(sorted(page.notes, key=lambda note: note.first)),
        voices=tuple(page.voices),
    )


class _PlainPage:
    def __init__(self, source: str, notes: list[Note]):
        self.source = source
        self.notes = notes
        self.fields = {"status": "draft"}
        self.parts: list[str] = []
        self.voices: list[Voice] = []

    def read(self, lines: list[Line]) -> None:
        written = [line for line in lines if line.text]
        title = self._find_title(written)
        self._leave_out(written[:title])
        self._take_title(written[title])
        end = self._end(written, title)
        self._leave_out(written[end:])
        body = {line.number for line in written[title + 1 : end]}
        blocks = [list(block) for inside, block in groupby(lines, lambda line: line.number in body) if inside]
        if blocks and self._take_opening(blocks[0]):
            del blocks[0]
        for part in _parts(blocks):
            self._take(part)

    def note(self, lines: list[Line], text: str, left_out: str = "") -> None:
        self.notes.append(Note(lines[0].number, lines[-1].number, text, left_out))

    def _find_title(self, lines):
        for place, line in enumerate(lines[:6]):
            if not forms.is_short(line.text):
                break
            if forms.MARKER.match(line.text):
                return place
        place = _first_beyond_navigation(lines)
        if not forms.is_short(lines[place].text):
            message = _("no heading found: let the page begin with its title on a line of its own.")
            raise SourceError.at(self.source, message, lines[place].number)
        return place

    def _end(self, lines, title):
        end = len(lines)
        while end > title + 1 and forms.is_closing(lines[end - 1].text):
            end -= 1
        return end

    def _leave_out(self, lines):
        for line in lines:
            self.note([line], _("left out, it belongs to the site around the page"), line.text)

    def _take_title(self, line):
        marker = forms.MARKER.match(line.text)
        self.fields["title"] = line.text[marker.end() :] if marker else line.text
        if marker:
            self.note([line], _("title; left out, the name of a picture"), marker[0].strip())
        else:
            self.note([line], _("title"))

    def _take_opening(self, block):
        opening = forms.SAID_BY.fullmatch(" ".join(line.text for line in block))
        if opening:
            self.fields["quotation"], self.fields["quotation_author"] = opening["words"], opening["author"]
            note = _("opening quotation, with who said it; left out, for the page shows it otherwise")
            self.note(block, note, opening["link"].strip())
        return bool(opening)

    def _take(self, lines: list[Line]) -> None:
        text = "\n".join(line.text for line in lines)
        if voice := forms.voice_in([line.text for line in lines]):
            self.voices.append(voice)
            self.parts.append(forms.as_quotation(voice))
            self.note(lines, _("what %(name)s says, as a testimonial in the text") % {"name": voice.name})
        elif len(lines) == 1 and lines[0].heading:
            self.parts.append(f"## {forms.escape(text)}")
            self.note(lines, _("heading"))
        else:
            self.parts.append("\n".join(forms.as_markdown(line.text) for line in lines))
            self._note_paragraph(lines, text)

    def _note_paragraph(self, lines, text):
        if link := forms.lost_link(text.replace("\n", " ")):
            note = _("paragraph; the link at “%(words)s” is not in the text: its address is not in the source")
            self.note(lines, note % {"words": link})
        else:
            self.note(lines, _("paragraph"))


def _first_beyond_navigation(lines):
    """The place of the first line that is no navigation. A page may be called “Contact”: then its text comes next."""
    for place, (line, following) in enumerate(pairwise(lines)):
        if not (forms.is_navigation(line.text) and forms.is_short(following.text)):
            return place
    return len(lines) - 1


def _parts(blocks: list[list[Line]]) -> list[list[Line]]:
    """The blocks, cut at headings; an attribution in a block of its own joins the quotation before it."""
    parts: list[list[Line]] = []
    for block, next_block in zip_longest(blocks, blocks[1:]):
        if parts and forms.voice_in([line.text for line in [*parts[-1], *block]]):
            parts[-1] += block
        else:
            parts += _cut(block, next_block[0] if next_block and len(block) == 1 else None)
    return parts


def _cut(block, below):
    """The parts of a block, before each heading and after it; `below` is the line that a block of one line precedes."""
    parts, fresh = [], True
    for previous, line, following in zip([None, *block], block, [*block[1:], below], strict=False):
        begins = previous is None or forms.ends_sentence(previous.text)
        line.heading = begins and following is not None and forms.is_heading(line.text, following.text)
        if fresh or line.heading:
            parts.append([])
        parts[-1].append(line)
        fresh = line.heading
    return parts
