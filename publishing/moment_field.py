"""The field of a form in which a moment is typed."""

from datetime import datetime, time

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import ValidationError

from publishing.moments import trouble_with_clock


class DayInput(forms.DateInput):
    """A day, chosen and written by the browser's own means."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__({"class": "vDateField", **(attrs or {})}, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """A time likewise, to the minute where it is a whole one."""

    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__({"class": "vTimeField", **(attrs or {})}, format="%H:%M:%S")

    def format_value(self, value):
        shown = super().format_value(value)
        return shown.removesuffix(":00") if isinstance(value, time) else shown


class MomentWidget(AdminSplitDateTime):
    """A day and a time; below it stands in words what is stored, and by a script what is typed."""

    template_name = "publishing/moment.html"

    class Media:
        js = (forms.Script("js/admin/moments.js", type="module"),)

    def __init__(self, attrs=None):
        forms.MultiWidget.__init__(self, [DayInput, TimeInput], attrs)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        # What was refused comes as it was typed: no moment.
        return {**context, "moment": value if isinstance(value, datetime) else None}


class MomentField(forms.SplitDateTimeField):
    """A moment in the site's time zone; one in the hour that the clock skips or repeats is refused."""

    def compress(self, data_list):
        if data_list and all(data_list) and (trouble := trouble_with_clock(datetime.combine(*data_list))):
            raise ValidationError(trouble, code="clock")
        return super().compress(data_list)
