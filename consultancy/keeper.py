"""Keeps the worker for background jobs alive beside gunicorn, for `manage.py start`; knows nothing of Django."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

MANAGE = Path(__file__).resolve().parent.parent / "manage.py"
PAUSE = 1  # seconds before a worker that died is started again
PATIENCE = 5  # seconds that a job gets to finish when the site ends; what does not is taken up again later


class Keeper:
    """One worker process, started again whenever it ends, until `stop`. It ends by itself when this process dies."""

    def __init__(self):
        self._stopping = Event()
        self._process = self._launch()
        self._thread = Thread(target=self._keep, daemon=True)
        self._thread.start()

    def restart(self):
        """The next worker runs the code as it is now."""
        self._process.terminate()

    def stop(self):
        """End the worker; waits a few seconds for the job that it runs."""
        self._stopping.set()
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._thread.join(PATIENCE)

    def _keep(self):
        self._process.wait()
        while not self._stopping.wait(PAUSE):
            self._process = self._launch()
            self._process.wait()

    def _launch(self):
        command = [sys.executable, str(MANAGE), "worker", "--beside", str(os.getpid())]
        # In a group of its own: Ctrl-C is for gunicorn, which ends the worker in its own time.
        return subprocess.Popen(command, process_group=0)  # noqa: S603
