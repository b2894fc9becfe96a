"""The forms of what stands around every page: colours are chosen with the browser's own means, places by number."""

from django import forms
from django.utils.translation import gettext_lazy as _

from pages.brand import FIELDS, notes
from pages.colours import LIGHT
from pages.models import Page, Profile


class ColourInput(forms.TextInput):
    """A native choice of colour, which can't be empty: the site's own stands for that, and a tick brings it back.

    So choosing one is enough, nothing has to be switched on first, and it works without script.
    """

    input_type = "color"
    template_name = "pages/colour_input.html"
    house = label = ""
    notes = ()

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value or self.house, attrs)
        return {**context, "is_own": bool(value), "back": self._back(name), "notes": self.notes, "label": self.label}

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
        widget.house, widget.notes, widget.label = house, told, self.fields[name].label
        described = [f"id_{name}_notes"] * bool(told) + [f"id_{name}_helptext"] * bool(self.fields[name].help_text)
        if described:
            widget.attrs["aria-describedby"] = " ".join(described)


class MenuForm(forms.Form):
    """The place of each page in the menu, as a number: the others make room."""

    def __init__(self, pages, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.pages = {f"page-{page.pk}": page for page in pages}
        for place, (name, page) in enumerate(self.pages.items(), 1):
            label = page.menu_title or page.title
            self.fields[name] = forms.IntegerField(
                label=label, initial=place, min_value=1, max_value=len(pages), widget=forms.NumberInput({"size": 3})
            )

    def rows(self):
        """Each field with its page."""
        return [(self[name], page) for name, page in self.pages.items()]

    def in_order(self):
        """The pages as they were asked for: those with another number stand there, the others around them in order.

        Of two with one number the first gets that place, the other the next.
        """
        places, stay = {}, []
        for name in self.pages:
            if name in self.changed_data:
                places[self._nearest(name, places)] = name
            else:
                stay.append(name)
        rest = iter(stay)
        return [self.pages[places.get(place) or next(rest)] for place in self._numbers()]

    def _nearest(self, name, taken):
        """The place that a page was given, else the first free one after it, else before it."""
        wanted = self.cleaned_data[name]
        free = (place for place in self._numbers() if place not in taken)
        return min(free, key=lambda place: (place < wanted, abs(place - wanted)))

    def _numbers(self):
        return range(1, len(self.pages) + 1)


class TreeChoiceField(forms.ModelChoiceField):
    """Pages to choose from, as they stand below each other."""

    def label_from_instance(self, page):
        return f"{'– ' * page.depth}{page}"


# Of so many neighbours the place among them is chosen by name; of more it is the first or the last.
MOST_NEIGHBOURS = 100


class PlaceForm(forms.Form):
    """Where a page is to stand: under which other, and behind which neighbour there. `place` is what stands in it."""

    under = TreeChoiceField(
        queryset=Page.objects.none(), required=False, label=_("stands under"), empty_label=_("nothing: at the top")
    )
    after = forms.ChoiceField(required=False, label=_("place among its neighbours"))

    def __init__(self, page, place, parent):
        super().__init__(initial={"under": place.parent, "after": place.after} if place else {"under": page.parent_id})
        self.fields["under"].queryset = page.possible_parents()
        self.fields["after"].choices = self._neighbours(page, parent, place)

    def _neighbours(self, page, parent, place):
        others = Page.objects.filter(parent=parent).exclude(pk=page.pk).order_by(*Page.SIBLING_ORDER)
        named = list(others.values_list("pk", "title")[: MOST_NEIGHBOURS + 1])
        if len(named) > MOST_NEIGHBOURS:
            named = list(others.filter(pk=place.after if place else None).values_list("pk", "title"))
        behind = [(key, _("behind “%(page)s”") % {"page": title}) for key, title in named]
        return [("", _("as the last")), (0, _("as the first")), *behind]
