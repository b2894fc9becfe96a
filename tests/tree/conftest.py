"""The consultant's browser, as in the tests of the admin's look."""

from tests.admin_look.conftest import consultant, desk, trouble

__all__ = ["consultant", "desk", "trouble"]
