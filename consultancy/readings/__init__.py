"""How often what is public is read: a number for each item and day, and nothing of whoever reads."""

from consultancy.readings.counting import count

__all__ = ["count"]
