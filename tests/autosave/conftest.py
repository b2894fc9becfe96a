"""A desk for the tests in a browser, as for the rest of the admin."""

from tests.admin_look.conftest import consultant, desk, trouble
from tests.operations.conftest import data_dir, prepared

__all__ = ["consultant", "data_dir", "desk", "prepared", "trouble"]
