"""What may be loaded by what: checked on a fresh interpreter, because imports leave traces."""

import subprocess
import sys

import pytest

HEAVY = {"PIL", "cv2", "numba", "torch", "PySide6", "onnxruntime", "psd_tools"}


def loaded_by(statement: str) -> set[str]:
    script = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("room", ["edits", "history", "changes", "slots"])
def test_the_document_room_loads_nothing_heavy(room):
    assert not HEAVY & loaded_by(f"import engine.document.{room}")


def test_help_loads_nothing_heavy():
    statement = "from engine.cli.parser import build_parser; build_parser()"
    assert not (HEAVY | {"numpy"}) & loaded_by(statement)
