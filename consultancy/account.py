"""The own details of whoever is signed in, and the way back for who forgot the password."""

from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth import get_user_model, views
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _


class AccountForm(forms.ModelForm):
    """Name and mail address, confirmed by the present password (ASVS 5.0, 6.2.3 and 6.3.7)."""

    present_password = forms.CharField(
        label=_("your present password"),
        help_text=_("So that nobody else changes this while you are away from your desk."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    class Meta:
        model = get_user_model()
        fields = ["first_name", "last_name", "email"]
        help_texts = {"email": _("If you forget your password, a link to set a new one is sent here.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].required = True

    def clean_present_password(self):
        if not self.instance.check_password(self.cleaned_data["present_password"]):
            raise forms.ValidationError(_("That is not your present password. Nothing was changed; try again."))


def account(request):
    """Show and store the own details; called through the admin, which has asked for a login."""
    # Not the user of the request, whom a refused form would leave changed for the rest of the page.
    user = get_user_model().objects.get(pk=request.user.pk)
    form = AccountForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your details are stored."))
        return redirect("admin:index")
    context = {**admin.site.each_context(request), "title": _("Your details"), "form": form}
    return TemplateResponse(request, "admin/account.html", context)


# The link in the mail leads to the site's own address, whatever host the request claimed to be for.
_site = urlsplit(settings.SITE_URL)
_days = settings.PASSWORD_RESET_TIMEOUT // (24 * 3600)
_reset = views.PasswordResetView.as_view(
    subject_template_name="registration/reset_mail_subject.txt",
    email_template_name="registration/reset_mail.txt",
    extra_email_context={"domain": _site.netloc, "site_name": _site.netloc, "protocol": _site.scheme, "days": _days},
)

password_reset_urls = [
    path("", _reset, name="admin_password_reset"),
    path("done/", views.PasswordResetDoneView.as_view(), name="password_reset_done"),
    path("<uidb64>/<token>/", views.PasswordResetConfirmView.as_view(), name="password_reset_confirm"),
    path("complete/", views.PasswordResetCompleteView.as_view(), name="password_reset_complete"),
]
