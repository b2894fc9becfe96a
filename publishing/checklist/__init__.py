"""What is amiss with an item before visitors see it: one set of rules for the form, the command and the start page."""

from .item import blocking, findings, refuse
from .keeping import VERSION, follow, make_anew
from .rules import Subject, own_findings, register
from .site import Place, places

__all__ = [
    "VERSION",
    "Place",
    "Subject",
    "blocking",
    "findings",
    "follow",
    "make_anew",
    "own_findings",
    "places",
    "refuse",
    "register",
]
