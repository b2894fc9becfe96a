"""The own details of whoever is signed in: the mail address is where a forgotten password is sent."""

from django import forms
from django.contrib import admin, messages
from django.contrib.auth import get_user_model
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _


class AccountForm(forms.ModelForm):
    """Name and mail address, confirmed by the present password (ASVS 5.0, 6.2.3 and 6.3.7)."""

    present_password = forms.CharField(
        label=_("your present password"), widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )

    class Meta:
        model = get_user_model()
        fields = ["first_name", "last_name", "email"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].required = True

    def clean_present_password(self):
        if not self.instance.check_password(self.cleaned_data["present_password"]):
            raise forms.ValidationError(_("That is not your present password. Nothing was changed; try again."))


def account(request):
    """Show and store the own details; called through the admin, which has asked for a login."""
    form = AccountForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your details are stored."))
        return redirect("admin:index")
    context = {**admin.site.each_context(request), "title": _("Your details"), "form": form}
    return TemplateResponse(request, "admin/account.html", context)
