"""What she does most, and the first steps on a site of which nothing is hers yet."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from blog.models import Post
from consultancy.start.rights import may
from images.models import Image
from pages.models import Page, Profile
from testimonials.models import Testimonial


@dataclass(frozen=True)
class Task:
    """A form to go to, in words that say what is done there, and for a first step why."""

    words: Promise | str
    url: str
    why: Promise | str = ""


_TASKS = (
    (Post, _("Write a blog post")),
    (Page, _("Write a page")),
    (Testimonial, _("Add a testimonial")),
    (Image, _("Upload a picture")),
)
_STEPS = (
    (Profile, "change", _("Fill in your profile"), _("Your name, your portrait and how you can be reached.")),
    (Page, "add", _("Write a page about your work"), _("What you do, and for whom. You choose when visitors see it.")),
    (Testimonial, "add", _("Add what a client says of you"), _("Nothing convinces like the words of somebody else.")),
    (Post, "add", _("Write your first blog post"), _("Something short will do.")),
)  # fmt: skip


def tasks_for(user: Any) -> list[Task]:
    """The buttons of what is done most, as far as a user may."""
    return [Task(words, _form(model)) for model, words in _TASKS if may(user, "add", model)]


def steps_for(user: Any) -> list[Task]:
    """What to begin with, in this order."""
    return [
        Task(words, _form(model) if verb == "add" else _list(model), why)
        for model, verb, words, why in _STEPS
        if may(user, verb, model)
    ]


def _form(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")


def _list(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
