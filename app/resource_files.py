"""Where the data files of the program lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "resources"


def resource(name: str) -> Path:
    """The path of a file in `resources/`, by its name with forward slashes."""
    return ROOT / name
