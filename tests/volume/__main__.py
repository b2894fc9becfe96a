"""Makes a volume site in DATA_DIR: `python -m tests.volume [NUMBER OF MENU PAGES]`."""

import os
import sys

import django
from django.core.management import call_command

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.volume.settings")
    django.setup()
    from django.db import transaction

    from tests.volume.site import create_site

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    with transaction.atomic():
        create_site(menu_pages=int(sys.argv[1]) if len(sys.argv) > 1 else 0)
