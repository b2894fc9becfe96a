"""The field in which a text is written."""

from django import forms
from markdownx.widgets import AdminMarkdownxWidget

from images.processing import MAX_BYTES
from publishing.markdown import MAX_LENGTH


class EditorWidget(AdminMarkdownxWidget):
    """A Markdown text beside its preview.

    The script of django-markdownx is left out: it keeps the keyboard in the field (WCAG 2.2, 2.1.2), writes errors
    into the text and shows the page of an error as if it were the preview.
    """

    template_name = "publishing/editor.html"

    class Media:
        extend = False
        css = {"all": ["css/editor.css"]}
        js = [
            forms.Script(f"js/{name}.js", type="module")
            for name in ("editor", "admin/pictures", "admin/length", "admin/session", "admin/unsaved")
        ]

    def get_context(self, name, value, attrs=None):
        context = super().get_context(name, value, attrs)
        return {**context, "longest": MAX_LENGTH, "megabytes": MAX_BYTES // 2**20}
