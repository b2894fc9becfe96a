"""The list of background jobs: what waits, what was done and what failed."""

from django.apps import apps
from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

# Read by the admin only, so the database knows nothing of these words.
apps.get_app_config("django_tasks_database").verbose_name = _("Behind the scenes")
DBTaskResult._meta.verbose_name = _("background job")
DBTaskResult._meta.verbose_name_plural = _("background jobs")

STATES = {
    TaskResultStatus.READY: _("waiting"),
    TaskResultStatus.RUNNING: _("running"),
    TaskResultStatus.SUCCESSFUL: _("done"),
    TaskResultStatus.FAILED: _("failed"),
}
JOBS = {
    "contact.tasks.mail_message": _("Mail a message"),
    "contact.tasks.delete_old_spam": _("Delete old spam"),
    "consultancy.jobs.delete_old_results": _("Delete what became of old jobs"),
    "consultancy.jobs.delete_old_social_cards": _("Delete pictures of links that are no more"),
    "consultancy.jobs.delete_old_history": _("Delete what was done long ago from the history"),
    "consultancy.jobs.delete_old_counts": _("Delete how often was read long ago"),
    "consultancy.jobs.delete_old_revisions": _("Delete versions that were saved long ago"),
    "consultancy.jobs.delete_old_concept_links": _("Delete links to concepts whose time is over"),
    "trash.tasks.empty_bin": _("Empty the bin of what has lain there for 60 days"),
    "consultancy.jobs.nightly_round": _("The nightly round"),
}


class StateFilter(admin.SimpleListFilter):
    title = _("status")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [(str(status), words) for status, words in STATES.items()]

    def queryset(self, request, queryset):
        return queryset.filter(status=self.value()) if self.value() else queryset


admin.site.unregister(DBTaskResult)


@admin.register(DBTaskResult)
class JobAdmin(admin.ModelAdmin):
    """Jobs are made by the site and run by its worker; here they can only be seen."""

    explanation = _(
        "What the site does by itself, such as sending mail and tidying up at night. You need to look here only where "
        "something failed: show that to whoever looks after your site."
    )
    list_display = ("job", "state", "asked", "done")
    list_filter = (StateFilter,)
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    ordering = ("-enqueued_at",)
    fields = ("job", "state", "asked", "begun", "done", "arguments", "problem")
    readonly_fields = fields

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("job"))
    def job(self, job):
        return JOBS.get(job.task_path, job.task_path)

    @admin.display(description=_("status"), ordering="status")
    def state(self, job):
        return format_html('<span class="state state-{}">{}</span>', job.status.lower(), STATES[job.status])

    # The package has no Dutch words for its moments.

    @admin.display(description=_("put in line"), ordering="enqueued_at")
    def asked(self, job):
        return job.enqueued_at

    @admin.display(description=_("begun"), ordering="started_at")
    def begun(self, job):
        return job.started_at

    @admin.display(description=_("ready"), ordering="finished_at")
    def done(self, job):
        return job.finished_at

    @admin.display(description=_("given to it"))
    def arguments(self, job):
        return ", ".join(map(str, [*job.args_kwargs["args"], *job.args_kwargs["kwargs"].values()]))

    @admin.display(description=_("what went wrong"))
    def problem(self, job):
        return format_html("<pre>{}</pre>", job.traceback) if job.traceback else self.get_empty_value_display()
