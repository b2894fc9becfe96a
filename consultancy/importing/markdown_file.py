"""Reads a Markdown file with YAML front matter."""

import re

import yaml
from django.utils.translation import gettext as _

from consultancy.importing.entries import Entry, SourceError, Value

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|\Z)")
_NULL = "tag:yaml.org,2002:null"


def read(text: str, source: str, notes=()) -> Entry:
    """An entry of the file `source`, whose kind is `page` unless it says so; without a title the first heading is it.

    Raises SourceError for front matter that is no mapping of names to values, and for a file without any title.
    """
    fields, lines, body = {}, {}, text
    if text.startswith("---"):
        fields, lines, body = _split(text, source)
    if fields.get("kind") == "testimonial" and not fields.get("title"):
        # Who says something is what it is called by.
        fields = fields | {"title": fields.get("name", "")}
    if not fields.get("title"):
        heading = _HEADING.match(body)
        if heading is None:
            raise SourceError.at(source, _("has no title: write “title: …” in its front matter."), lines.get("title"))
        fields, body = fields | {"title": heading[1]}, body[heading.end() :]
    kind = fields.pop("kind", "") or "page"
    return Entry(source, str(kind), fields, body.strip(), lines, tuple(notes))


def _split(text, source):
    front = _FRONT_MATTER.match(text)
    if front is None:
        raise SourceError.at(source, _("the front matter is not closed by a line “---”."), 1)
    fields, lines = {}, {}
    for key, value in _pairs(front[1], source):
        name, line = _plain(key, source), key.start_mark.line + 2
        if name in fields:
            raise SourceError.at(source, _("“%(field)s” stands here a second time.") % {"field": name}, line)
        fields[name], lines[name] = _value(value, source), line
    return fields, lines, text[front.end() :]


def _pairs(front_matter, source):
    """The pairs of nodes of the mapping. They are only composed, never constructed: `no` and `007` stay as typed."""
    try:
        node = yaml.compose(front_matter, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark or error.context_mark).line + 2
        message = _("the front matter is no valid YAML: %(reason)s") % {"reason": error.problem}
        raise SourceError.at(source, message, line) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise SourceError.at(source, _("the front matter is no valid YAML."), 1) from error
    if node is not None and not isinstance(node, yaml.MappingNode):
        raise SourceError.at(source, _("the front matter is no list of “name: value”."), 2)
    return node.value if node else []


def _value(node, source) -> Value:
    if isinstance(node, yaml.SequenceNode):
        return tuple(_plain(item, source) for item in node.value)
    return _plain(node, source)


def _plain(node, source) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise SourceError.at(source, _("a value is text or a list of texts."), node.start_mark.line + 2)
    return "" if node.tag == _NULL else node.value
