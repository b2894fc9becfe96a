"""What a person fills in."""

import time
from unittest import mock

from contact import spam


def stamp_of(seconds_ago):
    """The time stamp of a form that was shown that long ago."""
    with mock.patch("contact.spam.time.time", return_value=time.time() - seconds_ago):
        return spam.stamp()


def filled_in(**fields):
    usual = {"name": "A Visitor", "email": "visitor@example.org", "body": "May I ask something?"}
    return {**usual, "stamp": stamp_of(60), **fields}
