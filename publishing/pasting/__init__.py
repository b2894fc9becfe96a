"""The HTML of a clipboard becomes Markdown: that of Word, Google Docs, LibreOffice, a mail or a page.

It knows no model, and takes anything: what is too tangled to be read in time gives its bare words.
"""

from .reading import as_markdown

__all__ = ["as_markdown"]
