"""The sentences of the profile in another language: asked for once that has a home page, public or not."""

from django.contrib import admin

from pages.languages import other_languages
from pages.models import ProfileWords


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
