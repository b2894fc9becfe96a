"""How the history is narrowed."""

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from consultancy.history.entries import done, since, who_did_something
from consultancy.history.verbs import DEEDS
from consultancy.history.words import name_of

PERIODS = {"1": _("today"), "7": _("the last 7 days"), "30": _("the last 30 days"), "365": _("the last year")}


class HistoryFilter(forms.Form):
    """Who, what kind, what was done, when, and words of the title; what is empty or nonsense narrows nothing."""

    who = forms.ChoiceField(label=_("Who"), required=False)
    kind = forms.ChoiceField(label=_("What"), required=False)
    deed = forms.ChoiceField(label=_("What was done"), required=False, choices=[("", _("everything")), *DEEDS.items()])
    period = forms.ChoiceField(label=_("When"), required=False, choices=[("", _("always")), *PERIODS.items()])
    title = forms.CharField(label=_("Words of the title"), required=False, max_length=100, strip=True)

    def __init__(self, data, kinds):
        super().__init__(data, auto_id="history_%s", label_suffix="")
        types = ContentType.objects.get_for_models(*kinds, for_concrete_models=False)
        named = sorted((capfirst(str(model._meta.verbose_name_plural)), type_.pk) for model, type_ in types.items())
        self.fields["kind"].choices = [("", _("everything")), *((pk, name) for name, pk in named)]
        self.fields["who"].choices = [("", _("everybody")), *((user.pk, name_of(user)) for user in who_did_something())]

    def narrow(self, entries):
        """The entries among these that are asked for."""
        self.is_valid()
        wanted = {name: value for name, value in self.cleaned_data.items() if value}
        conditions = {
            "who": lambda who: {"user": who},
            "kind": lambda kind: {"content_type": kind},
            "title": lambda title: {"object_repr__icontains": title},
        }
        for name, condition in conditions.items():
            if name in wanted:
                entries = entries.filter(**condition(wanted[name]))
        if "deed" in wanted:
            entries = entries.filter(done(wanted["deed"]))
        return entries.filter(since(int(wanted["period"]))) if "period" in wanted else entries
