"""`python -m bench.one_picture PK`: makes all renditions of a picture and prints what that took, as JSON."""

import json
import resource
import sys

import django

BOTH = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def seconds() -> float:
    """Of the processor, so far, of this process and of those that it waited for."""
    used = [resource.getrusage(who) for who in BOTH]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    django.setup()

    from images.models import Image
    from images.renditions import files
    from images.renditions.making import make
    from images.renditions.places import PLACES

    pk = int(sys.argv[1])
    began = seconds()
    if not make(pk, list(PLACES)):
        sys.exit("It failed, see above.")
    took = seconds() - began
    # Kilobytes on Linux.
    most = sum(resource.getrusage(who).ru_maxrss for who in BOTH)
    made = len(files.found(Image.objects.get(pk=pk)))
    print(json.dumps({"seconds": took, "megabytes": most / 1024, "files": made}))  # noqa: T201
