"""What of a form takes effect at once, such as a place in the menu: only what this person changed is taken over.

It is no part of a revision, so that no conflict between two versions tells of it. The form carries what each such
field showed when it was opened (Django's hidden initial), and a field that still shows that is as the row has it now.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.formats import localize
from django.utils.translation import gettext as _


class AtOnceForm(forms.ModelForm):
    """The form of an item that may get another place while it is open; see its `at_once`."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.overtaken: list[str] = []
        if self.instance._state.adding:
            return
        for name in self._at_once:
            self.fields[name].show_hidden_initial = True
        if self.is_bound:
            self.overtaken = self._overtaken_in(self.data)
            # Whoever sends it once more has seen what the row has now.
            self.data = self._rebased(self.data, seen=self._at_once)

    def clean(self):
        super().clean()
        for name in self.overtaken:
            said = _("This became “%(now)s” while you were writing. Save once more to have it as you chose.")
            self.add_error(name, ValidationError(said, code="conflict", params={"now": _in_words(self.instance, name)}))

    @property
    def took_effect(self) -> list[str]:
        """The names of the fields of a valid form that this person changed at once."""
        return [name for name in self._at_once if name in self.changed_data]

    def reopen(self, typed: QueryDict) -> QueryDict:
        """What was typed in this form, which is not bound, before: with what of it was left as the row has it now."""
        if self.instance._state.adding:
            return typed
        overtaken = self._overtaken_in(typed)
        rebased = self._rebased(typed, seen=[name for name in self._at_once if name not in overtaken])
        # A form that is not bound shows no field of its data, but each hidden initial.
        self.data = rebased
        return rebased

    @property
    def _at_once(self):
        return [name for name in self.instance.at_once if name in self.fields]

    def _rebased(self, data, seen):
        """The same data where what was left as it was found is as the row has it, and what was `seen` is so."""
        rebased = data.copy()
        for name in self._at_once:
            if self._typed(data, name) == self._opened_with(data, name):
                rebased[self.add_prefix(name)] = self._now(name)
            if name in seen:
                rebased[self.add_initial_prefix(name)] = self._now(name)
        return rebased

    def _overtaken_in(self, data):
        """Of what was changed: what was changed to something else meanwhile."""
        return [
            name
            for name in self._at_once
            if self._now(name) not in (opened := self._opened_with(data, name), typed := self._typed(data, name))
            and typed != opened
        ]

    def _typed(self, data, name):
        value = self.fields[name].widget.value_from_datadict(data, {}, self.add_prefix(name))
        return "" if value is None else str(value)

    def _opened_with(self, data, name):
        """What a field showed when the form was opened; where that is not told, what the row has."""
        return data.get(self.add_initial_prefix(name), self._now(name))

    def _now(self, name):
        """What the row has, as a hidden initial is sent."""
        field = self.fields[name]
        value = field.prepare_value(self.instance._meta.get_field(name).value_from_object(self.instance))
        return field.hidden_widget().format_value(value) or ""


def _in_words(item, name):
    value = getattr(item, f"get_{name}_display", lambda: getattr(item, name))()
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "–" if value in (None, "") else str(localize(value))
