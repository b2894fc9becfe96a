"""The field in which a text is written."""

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminTextareaWidget
from markdownx.widgets import AdminMarkdownxWidget

from images.processing import MAX_BYTES
from publishing.fields import one_line_end
from publishing.insertables import word_for
from publishing.markdown import MAX_LENGTH

# What an image may be in a text, per language.
_OPTIONS = {
    "decorative": {"nl": "decoratief", "en": "decorative"},
    "large": {"nl": "groot", "en": "large"},
}


class LineEndsMixin:
    """Gives a text with the line ends that it is kept with: browsers send others (RFC 7578, 4.6), and a field that
    nobody touched would count as changed.
    """

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return one_line_end(value) if isinstance(value, str) else value


class TextWidget(LineEndsMixin, AdminTextareaWidget):
    """A text without a format of its own."""


class EditorWidget(LineEndsMixin, AdminMarkdownxWidget):
    """A Markdown text shown formatted in place; without script the field itself.

    The script of django-markdownx is left out: it keeps the keyboard in the field (WCAG 2.2, 2.1.2), writes errors
    into the text and shows the page of an error as if it were the preview.
    """

    template_name = "publishing/editor.html"

    class Media:
        extend = False
        css = {"all": ["css/editor.css"]}
        js = [forms.Script(f"js/{name}.js", type="module") for name in ("editor", "admin/length")]

    def get_context(self, name, value, attrs=None):
        context = super().get_context(name, value, attrs)
        return {**context, "longest": MAX_LENGTH, "megabytes": MAX_BYTES // 2**20, "words": _words()}


def _words():
    """The words that a text may use, that of the site's language first."""
    language = settings.LANGUAGE_CODE.split("-")[0]
    words = {"image": {code: word_for("image", code) for code in ("nl", "en")}, **_OPTIONS}
    return {
        name: " ".join(sorted(of.values(), key=lambda word: word != of.get(language))) for name, of in words.items()
    }
