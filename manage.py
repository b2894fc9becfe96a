#!/usr/bin/env python
"""Django's command line for this site."""

import os
import sys

from django.core.management import execute_from_command_line

from consultancy.environment import Refused

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "consultancy.settings")
    try:
        execute_from_command_line(sys.argv)
    except Refused as error:
        sys.exit(str(error))
