"""Adjustments applied to the pixels of a layer. Alpha never changes, transparent pixels keep every
bit. What an adjustment does is known in engine.compositor.adjust alone.
"""

from __future__ import annotations

from engine.compositor.adjust import adjusted_pixels
from engine.document.adjustments import Adjustment
from engine.document.raster import Pixels, Raster, TileKey
from engine.painting.pixels import mixed
from engine.painting.selection import Selection, selected_area
from engine.painting.tiles import SILENT, mapped_tiles
from engine.progress import Progress


def adjusted(
    raster: Raster,
    adjustment: Adjustment,
    selection: Selection | None = None,
    *,
    progress: Progress = SILENT,
) -> Raster:
    """The RGBA raster adjusted, only where selected; partly selected pixels change in part."""

    def one(key: TileKey, old: Pixels) -> Pixels:
        new = adjusted_pixels(old, adjustment)
        if selection is None:
            return new
        return mixed(old, new, selection.coverage.tiles[key])

    return mapped_tiles(raster, selected_area(selection, raster), one, progress)
