"""Plain makers of content for tests: keyword-only, each with what is usual."""

from itertools import count

from django.contrib.auth.models import Group, Permission, User

from pages.models import Page

_numbers = count(1)


def create_page(*, title="A page", status="published", **fields):
    """A page, public from now on unless told otherwise."""
    return Page.objects.create(title=title, status=status, **fields)


def create_user(*permissions, username=None, **fields):
    """A member of staff with these permissions (`pages.change_page`) and no others."""
    user = User.objects.create_user(
        username or f"person-{next(_numbers)}", password="a long password of a test", is_staff=True, **fields
    )
    for permission in permissions:
        app, codename = permission.split(".")
        user.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return user


def create_owner(**fields):
    """The consultant: in the group of owners, no superuser."""
    from consultancy.roles import OWNERS

    owner = create_user(**fields)
    owner.groups.add(Group.objects.get(name=OWNERS))
    return owner
