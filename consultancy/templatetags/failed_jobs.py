"""The tag of the start page that tells of background jobs that failed."""

from django import template
from django_tasks_db.models import DBTaskResult

register = template.Library()


@register.inclusion_tag("admin/failed_jobs.html", takes_context=True)
def failed_jobs(context):
    """`{% failed_jobs %}`: how many failed and are still in the list, for whoever may read it; one query."""
    if not context["request"].user.has_perm("django_tasks_database.view_dbtaskresult"):
        return {}
    return {"failed": DBTaskResult.objects.failed().count()}
