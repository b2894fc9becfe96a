"""What a file does to its decoder stays in a process of its own, and is told in words."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from django.utils.html import escape

from images import processing, sandbox
from images.pixels.limits import MEGABYTE, MEMORY, Limit
from tests.factories_images import jpeg_bytes, upload
from tests.factories_photos import png_of_size

ROOT = Path(__file__).resolve().parent.parent.parent

# What a decoder may do when a file leads it astray. The limits are those of every operation.
ASTRAY = "import os, signal; from images.pixels import limits; limits.apply('prepare');"
SEGFAULT = ASTRAY + "os.kill(os.getpid(), signal.SIGSEGV)"
ENDLESS = ASTRAY + "\nwhile True: pass"
GREEDY = ASTRAY + "bytearray(limits.MEMORY)"


@pytest.fixture
def decoder(monkeypatch, tmp_path):
    """Puts a program in the place of `images.pixels` and runs it."""

    def run(program):
        monkeypatch.setattr(sandbox, "COMMAND", [sys.executable, "-c", program])
        return sandbox.run("prepare", b"", {}, tmp_path)

    return run


@pytest.fixture
def bounded(monkeypatch):
    """Gives `prepare` other limits, here and in the process that is started."""

    def apply(**limit):
        monkeypatch.setitem(sandbox.LIMITS, "prepare", Limit(**limit))

    return apply


def reason_of(failure):
    return failure.value.reason


def test_a_decoder_that_crashes_is_a_failure_and_no_crash_of_the_site(decoder):
    with pytest.raises(sandbox.Failed) as failure:
        decoder(SEGFAULT)
    assert reason_of(failure) == "crash"


def test_a_decoder_that_never_ends_is_ended_by_the_clock(decoder, bounded):
    bounded(computing=20, clock=0.3)
    with pytest.raises(sandbox.Failed) as failure:
        decoder(ENDLESS)
    assert reason_of(failure) == "time"


def test_a_decoder_that_computes_too_long_is_ended_by_the_kernel(decoder):
    program = ENDLESS.replace("limits.apply", "limits.LIMITS['prepare'] = limits.Limit(1, 40); limits.apply")
    with pytest.raises(sandbox.Failed) as failure:
        decoder(program)
    assert reason_of(failure) == "time"


def test_more_memory_than_the_limit_is_not_given(decoder):
    with pytest.raises(sandbox.Failed) as failure:
        decoder(GREEDY)
    assert reason_of(failure) == "crash"


def test_the_process_knows_nothing_of_the_site(decoder, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "told to nobody")
    answer = decoder("import json, os, sys; print(json.dumps({'known': [*os.environ, *sys.modules]}))")
    assert "SECRET_KEY" not in answer["known"]
    assert not [name for name in answer["known"] if name.startswith("django")]


def test_no_core_file_is_written_and_no_large_one(decoder):
    answer = decoder(
        ASTRAY + "import json, resource as r; print(json.dumps({'core': r.getrlimit(r.RLIMIT_CORE),"
        " 'file': r.getrlimit(r.RLIMIT_FSIZE), 'data': r.getrlimit(r.RLIMIT_DATA)}))"
    )
    assert answer == {"core": [0, 0], "file": [64 * MEGABYTE] * 2, "data": [MEMORY] * 2}


def test_a_full_disk_is_told_from_a_bad_picture(tmp_path):
    (tmp_path / "kept.jpg").symlink_to("/dev/full")
    with pytest.raises(sandbox.Failed) as failure:
        sandbox.run("prepare", jpeg_bytes(), {}, tmp_path)
    assert reason_of(failure) == "disk"


def test_a_bomb_that_reaches_the_decoder_gets_no_more_memory_than_the_limit(tmp_path):
    """As if nobody looked at the size that it claims: 2,500 million pixels."""
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(png_of_size(50_000, 50_000, rows=50_000))
    program = (
        "from images.pixels import reading; reading.MAX_MEGAPIXELS['PNG'] = (9_999, 9_999);"
        f"from images.pixels.__main__ import main; main('prepare', '{{}}', {str(tmp_path)!r})"
    )
    answer, used = measured(program, bomb)
    assert answer == {"failed": "memory"}
    assert used < MEMORY


def test_a_photograph_of_a_telephone_takes_a_part_of_it(tmp_path):
    photograph = tmp_path / "photograph.jpg"
    photograph.write_bytes(jpeg_bytes(4032, 3024, colour=(90, 120, 60)))
    program = f"from images.pixels.__main__ import main; main('prepare', '{{}}', {str(tmp_path)!r})"
    answer, used = measured(program, photograph)
    assert (answer["width"], answer["height"]) == (2560, 1920)
    assert used < 180 * MEGABYTE


def measured(program, source):
    """The answer of a process, and the most memory that it had, in bytes."""
    told = "; import sys; sys.stderr.write(open('/proc/self/status').read())"
    with source.open("rb") as file:
        ended = subprocess.run([sys.executable, "-c", program + told], cwd=ROOT, stdin=file, capture_output=True)
    (kilobytes,) = re.findall(r"VmHWM:\s+(\d+) kB", ended.stderr.decode())
    return json.loads(ended.stdout), int(kilobytes) * 1024


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("program", "reason"),
    [(SEGFAULT, "crash"), ('print(\'{"failed": "memory"}\')', "memory")],
)
def test_whoever_uploads_it_reads_what_to_do_and_nothing_is_left_behind(
    owner_client, monkeypatch, files_on_disk, tmp_path, program, reason
):
    monkeypatch.setattr(sandbox, "COMMAND", [sys.executable, "-c", program])
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    data = {"upload": upload(jpeg_bytes())}
    answer = owner_client.post("/admin/images/image/add/", data)
    assert answer.status_code == 200
    assert escape(str(processing.FAILURES[reason])) in answer.content.decode()
    assert files_on_disk() == []
    assert list(tmp_path.iterdir()) == []
