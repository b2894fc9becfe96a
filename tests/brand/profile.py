"""Makers of a site with colours of its own."""

from pages.models import Profile

COLOURS = {
    "first_colour": "#ff00aa",
    "second_colour": "#00ffaa",
    "third_colour": "#aa00ff",
    "action_colour": "#7fbf7f",
}


def fill(**fields) -> Profile:
    """The profile of the site, stored with these fields."""
    profile = Profile.load()
    for name, value in fields.items():
        setattr(profile, name, value)
    profile.save()
    return profile
