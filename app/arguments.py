"""The window's command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.theme.theme import Scheme


@dataclass(frozen=True, slots=True)
class Arguments:
    """files: opened in turn, the last one stays. screenshot: where to write a picture, then quit.

    size: of the window in logical pixels.
    """

    files: tuple[Path, ...]
    decompose: bool
    screenshot: Path | None
    size: tuple[int, int] | None
    theme: Scheme | None


def parse_arguments(argv: Sequence[str]) -> Arguments:
    """Exits with status 2 and a usage line for what it does not know."""
    parser = argparse.ArgumentParser(prog="unflatten", description="Open the Unflatten window.")
    parser.add_argument("files", nargs="*", type=Path, help="picture or project to open")
    parser.add_argument("--decompose", action="store_true", help="take the picture apart at once")
    parser.add_argument(
        "--screenshot", type=Path, metavar="OUT.png", help="write a picture of the window and quit"
    )
    parser.add_argument("--size", type=_size, metavar="WIDTHxHEIGHT", help="size of the window")
    parser.add_argument("--theme", type=Scheme, choices=tuple(Scheme), help="dark or light")
    options = parser.parse_args(argv)
    return Arguments(
        tuple(options.files), options.decompose, options.screenshot, options.size, options.theme
    )


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    try:
        return int(width), int(height)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not like 1600x1000") from None
