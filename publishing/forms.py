"""The form of an item, and those of old addresses that are led on by hand: one at a time, or from a list."""

import re
from typing import Any, ClassVar
from urllib.parse import quote, unquote, urlsplit
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from publishing import checklist
from publishing.addresses.elsewhere import is_elsewhere
from publishing.models import NotFoundAddress, Redirect, Status
from publishing.references import items_at, own_path
from publishing.versions import drafts, revisions
from publishing.versions.at_once import AtOnceForm

MOST_LINES = 2000
_BETWEEN = re.compile(r"\s*[;,\t]\s*|\s+")


def as_path(address: str) -> str:
    """What a redirect is stored under for an address as people write it: its path, and its question if it has one.

    Raises ValidationError for what is no address.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError as error:
        raise ValidationError(_("This is no address.")) from error
    return "/" + unquote(parts.path).lstrip("/") + (f"?{_as_asked(parts.query)}" if parts.query else "")


def _as_asked(query):
    """A question as browsers write it."""
    return quote(query, safe="=&%+;/:?@!$'()*,~-._")


class PublishableForm(AtOnceForm):
    """The fields of an item as they were written, and what is to be done with it.

    Refuses to publish what would be broken; to keep it is never refused for that.
    """

    # The status that the button gives it; empty: it is kept and stays what it is.
    status_asked: ClassVar[str] = ""
    # Why nothing may be saved now, whatever its fields say.
    refusal: ClassVar[str] = ""
    # What was typed in it before and not saved, which it opens with; and that by which a new item is found again.
    typed: ClassVar[Any] = None
    uuid: ClassVar[UUID | None] = None

    class Media:
        js = (forms.Script("js/admin/autosave.js", type="module"),)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance._state.adding and self.uuid:
            self.instance.uuid = self.uuid
        if self.typed is not None:
            self._show_typed()

    def _show_typed(self):
        """As it was typed, also where it is refused."""
        typed = self.reopen(self.typed)
        for name, field in self.fields.items():
            if not field.widget.value_omitted_from_data(typed, {}, self.add_prefix(name)):
                self.initial[name] = field.widget.value_from_datadict(typed, {}, self.add_prefix(name))

    def _post_clean(self):
        former = self.instance.status
        self.instance.status = self.status_asked or former
        super()._post_clean()
        self._check_row()
        if not self.errors and self.status_asked == Status.PUBLISHED:
            self._check_publication()
        if self.errors:
            self.instance.status = former

    def _save_m2m(self):
        """Nothing: what is chosen among other items waits with the text."""

    def clean(self):
        super().clean()
        if self.refusal:
            self.add_error(None, ValidationError(self.refusal, code="conflict"))
        self._keep_whole_moments()
        for field in self._meta.model._meta.many_to_many:
            if field.name in self.cleaned_data:
                revisions.take_related(self.instance, field.name, self.cleaned_data[field.name])

    def _keep_whole_moments(self):
        """A moment that was left as it stood is kept to its microsecond, which no field shows."""
        for name, field in self.fields.items():
            if isinstance(field, forms.DateTimeField | forms.SplitDateTimeField) and name not in self.changed_data:
                self.cleaned_data[name] = self.initial.get(name)

    def _check_row(self):
        """What takes effect at once must fit what visitors see, too."""
        stored = self.instance.stored()
        if self.errors or self.status_asked or not drafts.is_live(stored):
            return
        try:
            if row := drafts.row_after(self.instance, stored):
                row.clean()
        except ValidationError as refusal:
            self.add_error(None, refusal.messages)

    def _check_publication(self):
        try:
            checklist.refuse(self.instance)
        except ValidationError as refusal:
            self.add_error(None, refusal)


class RedirectForm(forms.ModelForm):
    """An address of an older site, and where whoever follows it is led."""

    path = forms.CharField(
        label=_("old address"),
        max_length=2100,
        help_text=_("As it stood in the browser: the whole address, or what comes after the name of the site."),
    )
    leads_to = forms.CharField(
        label=_("leads to"),
        max_length=2000,
        help_text=_("The address of a page of this site, such as /contact/, or one elsewhere, with https:// in front."),
    )

    class Meta:
        model = Redirect
        fields = ["path"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "leads_to" not in self.initial:
            self.initial["leads_to"] = self.instance.destination or ""

    def clean_path(self):
        path = as_path(self.cleaned_data["path"])
        standing = items_at([path]).get(path)
        if standing is not None and standing.is_published and standing.get_absolute_url() == path:
            message = _("“%(item)s” stands at this address, and visitors see it: nothing needs to be led on.")
            raise ValidationError(message % {"item": standing})
        return path

    def clean_leads_to(self):
        address = self.cleaned_data["leads_to"].strip()
        own = own_path(address)
        item = items_at([own]).get(own) if own else None
        if item is not None:
            self.instance.target, self.instance.location = item, ""
        elif is_elsewhere(address) or (own and _is_answered(address)):
            self.instance.target, self.instance.location = None, address
        else:
            raise ValidationError(_("There is nothing at this address. Choose one that exists, or begin with https://"))
        return address

    def save(self, commit=True):
        NotFoundAddress.objects.filter(path=self.cleaned_data["path"]).delete()
        return super().save(commit)


def _is_answered(address):
    """Whether the site itself answers at an address such as `/feed.xml`; where an item could be, there is none."""
    try:
        return not resolve(urlsplit(address).path).captured_kwargs
    except Resolver404:
        return False


class RedirectListForm(forms.Form):
    """A list of old addresses: on each line one, and behind it where it leads. All of it is stored, or nothing."""

    lines = forms.CharField(
        label=_("old addresses"),
        widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "false"}),
        help_text=_("On each line an old address, and behind it, after a space or a semicolon, where it leads."),
    )

    def clean_lines(self):
        lines = [line.strip() for line in self.cleaned_data["lines"].splitlines()]
        numbered = [(number, line) for number, line in enumerate(lines, start=1) if line]
        if len(numbered) > MOST_LINES:
            raise ValidationError(_("At most %(most)d lines at a time.") % {"most": MOST_LINES})
        self.redirects = [_redirect_of(line) for _number, line in numbered]
        faults = [
            _("Line %(number)d: %(fault)s") % {"number": number, "fault": fault}
            for (number, _line), form in zip(numbered, self.redirects, strict=True)
            for fault in _faults(form)
        ]
        if faults:
            raise ValidationError(faults)
        # Of an address that stands twice in the list the last line holds.
        self.redirects = list({form.cleaned_data["path"]: form for form in self.redirects}.values())
        return self.cleaned_data["lines"]

    @transaction.atomic
    def save(self) -> int:
        """Store them; gives how many. One that was there already now leads where the list says."""
        for form in self.redirects:
            form.save()
        return len(self.redirects)


def _redirect_of(line):
    old, new = (*_BETWEEN.split(line, maxsplit=1), "")[:2]
    try:
        known = Redirect.objects.filter(path=as_path(old)).first()
    except ValidationError:
        known = None  # the form says what is wrong with it
    return RedirectForm({"path": old, "leads_to": new}, instance=known)


def _faults(form):
    return [message for messages in form.errors.values() for message in messages]
