"""The sentences of the profile in another language: asked for once something is in that, public or not."""

from django.contrib import admin

from pages.languages import other_languages
from pages.models import ProfileWords
from publishing.models import publishables


def are_asked_for() -> bool:
    """Whether anything is in another language than the site's own, or the profile speaks one already."""
    others = other_languages()
    return any(model.objects.filter(language__in=others).exists() for model in (ProfileWords, *publishables()))


class ProfileWordsInline(admin.StackedInline):
    """One block for each other language."""

    model = ProfileWords
    extra = 1

    def get_max_num(self, request, obj=None, **kwargs):
        return len(other_languages())

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        field = super().formfield_for_choice_field(db_field, request, **kwargs)
        field.choices = [choice for choice in field.choices if choice[0] in other_languages()]
        return field
