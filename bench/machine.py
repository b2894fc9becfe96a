"""The machine on which the figures were measured: they hold for it alone, ratios hold for most."""

import os
import platform
from pathlib import Path


def described() -> dict[str, str]:
    import django
    import PIL

    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "load": f"{os.getloadavg()[0]:.1f}",
        "python": platform.python_version(),
        "django": django.__version__,
        "pillow": PIL.__version__,
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
