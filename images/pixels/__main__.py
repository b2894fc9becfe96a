import json
import sys
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from images.pixels import limits
from images.pixels.refusals import Failed, Refused

OPERATIONS = {"prepare": "images.pixels.preparing", "render": "images.pixels.rendering", "pdf": "images.pixels.pdf"}


def main(operation: str, options: str, folder: str) -> None:
    limits.apply(operation)
    json.dump(answer(operation, json.loads(options), Path(folder)), sys.stdout)


def answer(operation: str, options: dict, folder: Path) -> dict:
    """What the operation found out, or `refused` with `params`, or `failed` with its reason."""
    try:
        # Only now: Pillow itself is loaded within the limits.
        return import_module(OPERATIONS[operation]).run(source(), options, folder)
    except Refused as refusal:
        return {"refused": refusal.code, "params": refusal.params}
    except Failed as failure:
        return {"failed": failure.reason}
    except MemoryError:
        return {"failed": "memory"}


def source() -> BinaryIO:
    """Standard input as a file that can be read from any place."""
    stream = sys.stdin.buffer
    return stream if stream.seekable() else BytesIO(stream.read())


if __name__ == "__main__":
    main(*sys.argv[1:])
