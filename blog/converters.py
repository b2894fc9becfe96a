"""The form of a year in an address."""

from datetime import MAXYEAR, MINYEAR


class YearConverter:
    """A year without leading zeros that has a beginning and an end in every time zone."""

    regex = "[1-9][0-9]{0,3}"

    def to_python(self, value):
        year = int(value)
        if not MINYEAR < year < MAXYEAR:
            raise ValueError(value)
        return year

    def to_url(self, value):
        return str(value)
