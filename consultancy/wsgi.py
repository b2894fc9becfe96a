"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "consultancy.settings")

application = get_wsgi_application()

# Only here, where Django is set up: what serves has jobs to ask for after its answers, and many who ask it for files
# at once; a command has not.
from images.renditions import asking  # noqa: E402
from images.storage import media_storage  # noqa: E402

asking.begin()
media_storage.get_ready()
