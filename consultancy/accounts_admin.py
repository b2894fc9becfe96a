"""The admin of accounts: one that stands in the history, or left something typed, is made inactive and not deleted."""

from collections.abc import Iterable

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, ProtectedError, Q, QuerySet
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from publishing.models import Autosave


def with_traces(accounts: Iterable[User]) -> QuerySet[User]:
    """Those among these accounts with which entries of the history, or words that were never saved, would go."""
    done, typed = LogEntry.objects.filter(user=OuterRef("pk")), Autosave.objects.filter(by=OuterRef("pk"))
    return User.objects.filter(Exists(done) | Q(Exists(typed)), pk__in=[account.pk for account in accounts])


@receiver(pre_delete, sender=User)
def keep_traces(instance, **_signal):
    """Django's log goes with its account, whoever deletes that: raises ProtectedError, and nothing is deleted."""
    if with_traces([instance]).exists():
        raise ProtectedError(f"{instance} stands in the history: make this account inactive instead", {instance})


admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Django's own, which says why an account can't be deleted and what to do instead."""

    delete_confirmation_template = "admin/account_delete.html"
    delete_selected_confirmation_template = "admin/accounts_delete.html"

    def has_delete_permission(self, request, obj=None):
        # The entry about it would be her own, and go with her.
        return super().has_delete_permission(request, obj) and obj != request.user

    def get_deleted_objects(self, objs, request):
        goes, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return goes, counts, lacking, [*protected, *map(_instead, with_traces(objs))]


def _instead(account):
    told = _(
        "“%(account)s” stands in the history of the site, or typed something that was not saved: that would go too. "
        "Make the account inactive instead: take away the tick at “%(active)s” in its form. Nobody can sign in with "
        "it then, and everything is kept."
    )
    return told % {"account": account, "active": capfirst(User._meta.get_field("is_active").verbose_name)}
