"""Whether the site can serve, for monitors and proxies."""

import logging

from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)


@never_cache
@require_safe
def healthz(request):
    """200 `ok` when the database answers; 503 with no more than the class of the error otherwise."""
    try:
        with connection.cursor() as cursor:
            # A bare SELECT 1 would succeed on the empty file that SQLite makes where the database is gone.
            cursor.execute("SELECT 1 FROM django_migrations LIMIT 1")
    except DatabaseError as error:
        logger.warning("The database does not answer: %s", error)
        return HttpResponse(type(error).__name__, status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")
