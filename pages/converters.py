"""The form of a page's address."""


class PagePathConverter:
    """Slugs with slashes between them (`aanbod/dialoog`); what could not be a page's address never reaches a view."""

    regex = r"[a-zA-Z0-9_-]+(?:/[a-zA-Z0-9_-]+)*"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value
