"""The consultant at work in a real browser, as in the tests of the admin's look."""

from tests.admin_look.conftest import consultant, desk, trouble

__all__ = ["consultant", "desk", "trouble"]
