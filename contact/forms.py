"""The form of visitors."""

import re

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from contact import spam
from contact.models import BODY_LENGTH, Message

# Of control characters only the end of a line and the tab mean something in a text.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class TextField(forms.CharField):
    """Text of several lines, its line ends all alike and without other control characters."""

    widget = forms.Textarea

    def to_python(self, value):
        return super().to_python(_CONTROL.sub("", (value or "").replace("\r\n", "\n").replace("\r", "\n")))


class MessageForm(forms.ModelForm):
    """What a visitor fills in; works without a cookie and without script."""

    body = TextField(
        label=_("Your message"), max_length=BODY_LENGTH, widget=forms.Textarea(attrs={"rows": 8, "cols": 40})
    )
    # Whoever reads the page doesn't meet this field; a robot fills in what it finds.
    homepage = forms.CharField(required=False, label=_("Leave this empty"))
    stamp = forms.CharField(required=False, initial=spam.stamp, widget=forms.HiddenInput)
    source = forms.CharField(required=False, widget=forms.HiddenInput)
    # The page that the form is filled in on may be a translation of the one that takes it.
    language = forms.CharField(required=False, initial=get_language, widget=forms.HiddenInput)

    class Meta:
        model = Message
        fields = ["name", "email", "telephone", "body"]
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "telephone": forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
        }
        labels = {"name": _("Your name"), "email": _("Your mail address"), "telephone": _("Your telephone number")}
        help_texts = {"email": _("The answer goes there."), "telephone": _("If you would rather be called.")}
        error_messages = {
            "name": {"required": _("Fill in your name.")},
            "email": {
                "required": _("Fill in your mail address: the answer goes there."),
                "invalid": _("This is not a mail address. Is there something before and after the @?"),
            },
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["homepage"].widget.attrs.update({"autocomplete": "off", "tabindex": "-1"})
        self.fields["body"].error_messages["required"] = _("Write your message.")

    def message(self, *, busyness: int) -> Message:
        """The message of a valid form, judged and not yet stored; the judgement is in the active language."""
        data = self.cleaned_data
        message = self.save(commit=False)
        message.source = source_path(data["source"])
        message.spam_score, message.spam_reason = spam.judge(
            body=message.body,
            name=message.name,
            honeypot=data["homepage"],
            stamp=data["stamp"],
            busyness=busyness,
        )
        return message


def source_path(claimed: str) -> str:
    """A path on this site that a browser claims to come from; empty for anything else."""
    return claimed[:300] if claimed.startswith("/") and not claimed.startswith("//") else ""
