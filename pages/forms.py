"""The form of the profile: colours are chosen with the browser's own means, and can be taken back."""

from django import forms

from pages.brand import FIELDS, notes
from pages.colours import LIGHT
from pages.models import Profile


class ColourInput(forms.TextInput):
    """A native choice of colour, which can't be empty: the site's own stands for that, and a tick brings it back.

    So choosing one is enough, nothing has to be switched on first, and it works without script.
    """

    input_type = "color"
    template_name = "pages/colour_input.html"
    house = ""
    notes = ()

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value or self.house, attrs)
        return {**context, "is_own": bool(value), "back": self._back(name), "notes": self.notes}

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name) or ""
        return "" if self._back(name) in data or value.strip().lower() == self.house else value

    def _back(self, name):
        return f"{name}-back"


class ProfileForm(forms.ModelForm):
    """The profile, with what there is to say about each colour beside it."""

    class Meta:
        model = Profile
        fields = (*FIELDS.values(),)
        widgets = dict.fromkeys(FIELDS.values(), ColourInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        told = list(notes(self.instance.colours))
        for token, name in FIELDS.items():
            if name in self.fields:
                self._prepare(name, getattr(LIGHT, token), [note for note in told if note.field == name])

    def _prepare(self, name, house, told):
        widget = self.fields[name].widget
        widget.house, widget.notes = house, told
        described = [f"id_{name}_notes"] * bool(told) + [f"id_{name}_helptext"] * bool(self.fields[name].help_text)
        if described:
            widget.attrs["aria-describedby"] = " ".join(described)
