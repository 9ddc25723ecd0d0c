"""Composited pixels of documents: whole, by rectangle, by tile, and stacks to build on.

All ways draw the same plan tile by tile, so a pixel's bytes do not depend on which part was asked
for, on the number of threads, or on whether the kernels are compiled yet.

Pictures come out as straight RGBA in the document's depth. Outside the canvas all is transparent,
whatever the layers hold there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import numpy as np
import numpy.typing as npt

from engine.compositor.buffers import empty_arrays
from engine.compositor.compile import kernels
from engine.compositor.job import WHOLE, Planes, TileJob, part_of
from engine.compositor.plan import Plan, planned
from engine.compositor.portable import straight_pixels, tile_planes
from engine.compositor.tables import Tables, plan_tables
from engine.compositor.threads import run_chunks
from engine.document.geometry import Rect, Size
from engine.document.model import Document, Layer
from engine.document.raster import TILE, Pixels, TileKey, tiles_over

CHUNK = 8
"""Tiles per piece of work: long enough to hide the call, short enough to keep threads busy."""


def flatten(document: Document, *, threads: int | None = None) -> Pixels:
    """The whole canvas as H×W×4 straight RGBA in the document's depth.

    threads: at most this many; None = as many as help.
    """
    return composite(document, document.size.rect, threads=threads)


def composite(
    document: Document,
    rect: Rect,
    *,
    layers: tuple[Layer, ...] | None = None,
    threads: int | None = None,
) -> Pixels:
    """The pixels of `rect`, rect.height × rect.width × 4 straight RGBA in the document's depth.

    layers: drawn instead of the document's own (a stack of the same canvas, bottom to top).
    """
    out: Pixels = np.zeros((rect.height, rect.width, 4), document.dtype)
    inside = rect.intersected(document.size.rect)
    jobs = []
    for key in tiles_over(inside):
        part = left, top, right, bottom = part_of(key, inside)
        y, x = key[0] * TILE - rect.top, key[1] * TILE - rect.left
        jobs.append(TileJob(key, part, out[y + top : y + bottom, x + left : x + right]))
    draw(
        planned(document.layers if layers is None else layers, document.depth),
        jobs,
        threads=threads,
    )
    return out


def composite_tiles(
    document: Document,
    keys: Iterable[TileKey],
    *,
    layers: tuple[Layer, ...] | None = None,
    backdrops: Mapping[TileKey, Planes] | None = None,
    threads: int | None = None,
) -> dict[TileKey, Pixels]:
    """These tiles as 128×128×4 straight RGBA in the document's depth, read-only.

    layers: drawn instead of the document's own. backdrops: what `composite_planes` gave for the
    layers below; the result is then the same, bit for bit, as if all had been drawn at once.
    """
    return composite_plan(
        planned(document.layers if layers is None else layers, document.depth),
        keys,
        canvas=document.size,
        dtype=document.dtype,
        backdrops=backdrops,
        threads=threads,
    )


def composite_plan(
    plan: Plan,
    keys: Iterable[TileKey],
    *,
    canvas: Size,
    dtype: npt.DTypeLike,
    backdrops: Mapping[TileKey, Planes] | None = None,
    threads: int | None = None,
) -> dict[TileKey, Pixels]:
    """What a plan draws, as `composite_tiles` gives it; dtype: uint8 or uint16."""
    keys = list(keys)
    tiles = dict(zip(keys, empty_arrays(len(keys), (TILE, TILE, 4), dtype), strict=True))
    jobs = []
    for key, tile in tiles.items():
        part = left, top, right, bottom = part_of(key, canvas.rect)
        if part != WHOLE:
            tile[:] = 0
        if left < right and top < bottom:
            target = tile[top:bottom, left:right]
            jobs.append(TileJob(key, part, target, backdrop=(backdrops or {}).get(key)))
    draw(plan, jobs, threads=threads)
    for tile in tiles.values():
        tile.flags.writeable = False
    return tiles


def composite_planes(
    layers: Sequence[Layer],
    keys: Iterable[TileKey],
    *,
    depth: int,
    backdrops: Mapping[TileKey, Planes] | None = None,
    threads: int | None = None,
) -> dict[TileKey, Planes]:
    """These layers as 4×128×128 float32 planes (premultiplied red, green, blue, then alpha).

    Not rounded, so that more layers can be drawn on top; not cut at any canvas. depth: the
    document's, which adjustments work at.
    """
    keys = list(keys)
    planes = dict(zip(keys, empty_arrays(len(keys), (4, TILE, TILE), np.float32), strict=True))
    jobs = [
        TileJob(key, WHOLE, planes=target, backdrop=(backdrops or {}).get(key))
        for key, target in planes.items()
    ]
    draw(planned(layers, depth), jobs, threads=threads)
    return planes


def draw(plan: Plan, jobs: Sequence[TileJob], *, threads: int | None = None) -> None:
    """Do all jobs, with the kernels as soon as they are there, on up to `threads` threads."""
    run_chunks(partial(_draw_chunk, plan, plan_tables(plan)), jobs, size=CHUNK, threads=threads)


def _draw_chunk(plan: Plan, tables: Tables, jobs: Sequence[TileJob]) -> None:
    compiled = kernels()
    if compiled is not None:
        compiled.draw(plan, tables, jobs)
        return
    for job in jobs:
        planes = tile_planes(plan, job.key, job.backdrop)
        if job.planes is not None:
            job.planes[:] = planes
        if job.target is not None:
            left, top, right, bottom = job.part
            shown = planes[:, top:bottom, left:right]
            job.target[:] = straight_pixels(shown, job.target.dtype)
