"""A desk for the tests in a browser, as for the rest of the admin."""

from tests.admin_look.conftest import consultant, desk, trouble

__all__ = ["consultant", "desk", "trouble"]
