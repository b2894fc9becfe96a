from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.core import checks
from django.db.models.signals import post_migrate


class ConsultancyConfig(AppConfig):
    name = "consultancy"

    def ready(self):
        # After the admins of Django and of the library of jobs, in whose place these come.
        from consultancy import accounts_admin, jobs_admin  # noqa: F401
        from consultancy.checks import check_operation
        from consultancy.history import bin, labels  # noqa: F401  (connect their receivers)
        from consultancy.readings import counting
        from consultancy.roles import grant_rooms_to_owners
        from consultancy.search import keeping

        checks.register(check_operation, checks.Tags.security, deploy=True)
        post_migrate.connect(grant_rooms_to_owners)
        keeping.follow()
        counting.begin()


class SiteAdminConfig(admin_apps.AdminConfig):
    """Django's admin, with the site of this house as the default."""

    default = False
    default_site = "consultancy.admin.SiteAdmin"
