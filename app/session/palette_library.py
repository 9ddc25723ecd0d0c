"""The studio palette library: named palettes in a folder of the artist's, as files that travel.

Every palette is one .gpl file, so that other programs read the folder as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from app.session.swatches import Swatch
from engine.errors import BadFileError
from engine.recolor.palette_files import (
    MOST_BYTES,
    Palette,
    in_depth,
    read_palette,
    written,
)
from engine.recolor.palette_files import Swatch as FileSwatch

ENDING = ".gpl"
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


class PaletteLibrary:
    """folder: made when the first palette is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def names(self) -> tuple[str, ...]:
        """Palettes that are there, in order of their names."""
        if not self._folder.is_dir():
            return ()
        found = (path.stem for path in self._folder.glob(f"*{ENDING}") if path.is_file())
        return tuple(sorted(found, key=str.casefold))

    def palette(self, name: str) -> tuple[Swatch, ...]:
        """FileError when its file is no palette."""
        return read(self._folder / f"{name}{ENDING}")

    def keep(self, name: str, swatches: Sequence[Swatch]) -> str:
        """Write a palette, over one of the same name; returns the name it got. OSError."""
        safe = _UNSAFE.sub("-", name).strip(" .") or "Palette"
        self._folder.mkdir(parents=True, exist_ok=True)
        write(self._folder / f"{safe}{ENDING}", safe, swatches)
        return safe

    def remove(self, name: str) -> None:
        (self._folder / f"{name}{ENDING}").unlink(missing_ok=True)


def read(path: Path) -> tuple[Swatch, ...]:
    """The colours of a palette file of any kind. UnflattenError when it is none, OSError."""
    if path.stat().st_size > MOST_BYTES:
        raise BadFileError(f"“{path.name}” is too large for a palette.")
    palette = read_palette(path.read_bytes(), path.name)
    return tuple(Swatch(in_depth(one.color, 8), one.name) for one in palette.swatches)


def write(path: Path, name: str, swatches: Sequence[Swatch]) -> None:
    """A palette file of the kind that its ending says. UnflattenError for an unknown one, OSError.

    What was there stays until the new file is whole.
    """
    scale = 257
    stored = tuple(
        FileSwatch(one.name, (red * scale, green * scale, blue * scale))
        for one in swatches
        for red, green, blue in (one.color,)
    )
    data = written(Palette(name, stored), path.suffix)
    temporary = path.with_name(f".{path.name}.part")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
