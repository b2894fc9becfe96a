"""The groups of people who work in the admin, with what each may do."""

from django.contrib.auth.models import Group, Permission

OWNERS = "Eigenaar"
ROOMS = ("images", "publishing", "pages", "blog", "testimonials", "contact")


def grant_rooms_to_owners(app_config, using, **kwargs):
    """After a room's migrations: owners may do everything with its content, and nothing with logins and groups."""
    if app_config.label not in ROOMS:
        return
    owners, _ = Group.objects.using(using).get_or_create(name=OWNERS)
    owners.permissions.add(*Permission.objects.using(using).filter(content_type__app_label=app_config.label))
