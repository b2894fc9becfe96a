"""The groups of people who work in the admin, with what each may do."""

from django.contrib.auth.models import Group, Permission

OWNERS = "Eigenaar"
ROOMS = ("images", "publishing", "pages", "blog", "testimonials", "contact")

# What became of background jobs can be seen, and no more.
JOBS = "django_tasks_database"


def grant_rooms_to_owners(app_config, using, **kwargs):
    """After a room's migrations: owners may do everything with its content, and nothing with logins and groups."""
    permissions = Permission.objects.using(using).filter(content_type__app_label=app_config.label)
    if app_config.label == JOBS:
        permissions = permissions.filter(codename__startswith="view_")
    elif app_config.label not in ROOMS:
        return
    owners, _ = Group.objects.using(using).get_or_create(name=OWNERS)
    owners.permissions.add(*permissions)
