"""Rasters moved, flipped, turned, scaled, and mapped in perspective.

A map that sends pixels exactly onto pixels (whole-pixel moves, flips, quarter turns and what they
make together) moves their bits and computes nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import suppress

import numpy as np
import numpy.typing as npt

from engine.document.geometry import Rect
from engine.document.raster import (
    Pixels,
    Raster,
    TileKey,
    content_bounds,
    cropped,
    empty_raster,
    pixels_of,
    tile_rect,
    tiles_over,
    translated,
    with_pixels,
)
from engine.painting.fill import cleared
from engine.painting.pixels import frozen, stacked
from engine.painting.resample import (
    SUPPORT,
    Line,
    Matrix,
    Resampling,
    sample_tile,
    scaled_pixels,
)
from engine.painting.selection import Selection, limited
from engine.painting.tiles import SILENT, mapped, mapped_tiles, with_tiles
from engine.progress import Progress

Point = tuple[float, float]

WHOLE = 1e-9
"""Numbers this close to a whole one count as whole in a map."""
MOST_PIXELS = 1 << 30
"""A transform makes at most as many as a square of 32768."""
FLAT = 1e-12
"""A map whose determinant is smaller squeezes everything to a line."""


def move(dx: float, dy: float) -> Matrix:
    """The map that shifts by (dx, dy) pixels."""
    return np.array([[1, 0, dx], [0, 1, dy], [0, 0, 1]], np.float64)


def scale(across: float, down: float, center: Point = (0.0, 0.0)) -> Matrix:
    """The map that scales round `center`; negative factors flip."""
    return _about(np.diag([across, down, 1.0]), center)


def rotation(degrees: float, center: Point = (0.0, 0.0)) -> Matrix:
    """The map that turns clockwise on the screen; multiples of 90 degrees are exact."""
    turns, rest = divmod(degrees, 90.0)
    if rest == 0.0:
        cosine, sine = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[int(turns) % 4]
    else:
        cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return _about(np.array([[cosine, -sine, 0], [sine, cosine, 0], [0, 0, 1]]), center)


def skew(across: float, down: float, center: Point = (0.0, 0.0)) -> Matrix:
    """The map that slants: x grows by across × y, y by down × x."""
    return _about(np.array([[1, across, 0], [down, 1, 0], [0, 0, 1]], np.float64), center)


def perspective(source: Rect, corners: Sequence[Point]) -> Matrix:
    """The map of a rectangle onto four corners (top left, top right, bottom right, bottom left).

    ValueError when the corners make no proper quadrilateral (three in a line, or crossed).
    """
    places = _corners(source)
    equations, values = [], []
    for (x, y), (u, v) in zip(places, corners, strict=True):
        equations.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        equations.append([0, 0, 0, x, y, 1, -v * x, -v * y])
        values += [u, v]
    try:
        solved = np.linalg.solve(np.array(equations, np.float64), np.array(values, np.float64))
    except np.linalg.LinAlgError as error:
        raise ValueError("the four corners make no quadrilateral") from error
    matrix = np.append(solved, 1.0).reshape(3, 3)
    if not np.isfinite(matrix).all() or abs(np.linalg.det(matrix)) < FLAT:
        raise ValueError("the four corners make no quadrilateral")
    depths = _depths(matrix, places)
    if depths.max() < 0:  # the same map with the opposite sign
        matrix, depths = -matrix, -depths
    if depths.min() <= WHOLE:
        raise ValueError("the four corners make no quadrilateral")
    return matrix


def transformed(
    raster: Raster,
    matrix: Matrix,
    *,
    resampling: Resampling = Resampling.SMOOTH,
    within: Rect | None = None,
    progress: Progress = SILENT,
) -> Raster:
    """The raster mapped by `matrix` (3×3, source to target, continuous coordinates).

    Works for pixels, for masks (beyond the stored tiles lies `fill`) and, with NEAREST, for slot
    numbers. within: only this part of the target is made (a preview, the canvas). ValueError when
    the matrix cannot be inverted, part of the picture would lie behind the horizon, or the result
    would be beyond all measure.
    """
    matrix = np.asarray(matrix, np.float64)
    if not np.isfinite(matrix).all() or abs(np.linalg.det(matrix)) < FLAT:
        raise ValueError("the map squeezes the picture to nothing")
    result = _exact(raster, matrix)
    if result is None and _scales_only(matrix):
        return _scaled(raster, matrix, resampling, None, within, progress)
    if result is None:
        return _sampled(raster, matrix, resampling, within, progress)
    return result if within is None else cropped(result, within)


def transformed_part(
    raster: Raster,
    selection: Selection,
    matrix: Matrix,
    *,
    resampling: Resampling = Resampling.SMOOTH,
    within: Rect | None = None,
    progress: Progress = SILENT,
) -> Raster:
    """The selected part of an RGBA raster cut out, mapped, and laid over what is left of it.

    The identity changes nothing, not even along a soft edge. within: what is made of the mapped
    part; see `transformed`.
    """
    if np.array_equal(matrix, np.eye(3)):
        return raster
    piece = transformed(
        limited(raster, selection),
        matrix,
        resampling=resampling,
        within=within,
        progress=progress,
    )
    return laid_over(cleared(raster, selection), piece)


def laid_over(raster: Raster, piece: Raster) -> Raster:
    """A piece of RGBA laid over a raster, normal mode; where it is transparent nothing changes."""
    return mapped_tiles(raster, piece.tiles, lambda key, old: stacked(piece.tiles[key], old))


def transformed_selection(
    selection: Selection, matrix: Matrix, *, resampling: Resampling = Resampling.SMOOTH
) -> Selection:
    """The selection mapped like the pixels, cut at the canvas."""
    canvas = selection.canvas
    coverage = transformed(selection.coverage, matrix, resampling=resampling, within=canvas.rect)
    return Selection(canvas, coverage)


def resized(
    raster: Raster,
    across: float,
    down: float,
    *,
    canvas: Rect,
    resampling: Resampling = Resampling.SMOOTH,
    progress: Progress = SILENT,
) -> Raster:
    """The raster scaled from the origin together with its canvas; factors > 0.

    Pixels on the edges of the canvas count as going on beyond it: a layer that filled the canvas
    fills it afterwards.
    """
    if across == 1.0 and down == 1.0:
        return raster
    return _scaled(raster, scale(across, down), resampling, canvas, None, progress)


def flipped_across(raster: Raster, within: Rect) -> Raster:
    """Mirrored left to right: the left column of `within` changes places with its right one."""
    return _exactly(raster, move(within.left + within.right, 0) @ scale(-1, 1))


def flipped_down(raster: Raster, within: Rect) -> Raster:
    """Mirrored top to bottom: the top row of `within` changes places with its bottom one."""
    return _exactly(raster, move(0, within.top + within.bottom) @ scale(1, -1))


def quarter_turned(raster: Raster, turns: int, canvas: Rect) -> Raster:
    """Turned clockwise by `turns` × 90 degrees together with its canvas.

    The canvas keeps its top left corner, so four turns by one are no turn at all.
    """
    return _exactly(raster, quarter_turn(turns, canvas))


def quarter_turn(turns: int, canvas: Rect) -> Matrix:
    """The map of `quarter_turned`."""
    turn = rotation(90.0 * turns)
    target = _target(turn, canvas)
    return move(canvas.left - target.left, canvas.top - target.top) @ turn


def _about(matrix: npt.NDArray[np.float64], center: Point) -> Matrix:
    if center == (0.0, 0.0):
        return matrix
    return np.asarray(move(*center) @ matrix @ move(-center[0], -center[1]))


def _corners(rect: Rect) -> list[Point]:
    return [
        (rect.left, rect.top),
        (rect.right, rect.top),
        (rect.right, rect.bottom),
        (rect.left, rect.bottom),
    ]


def _depths(matrix: Matrix, points: Sequence[Point]) -> npt.NDArray[np.float64]:
    return np.array([matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2] for x, y in points])


def _target(matrix: Matrix, source: Rect) -> Rect:
    """The smallest rectangle round the mapped one. ValueError behind the horizon."""
    corners = _corners(source)
    depths = _depths(matrix, corners)
    if depths.min() <= WHOLE:
        raise ValueError("part of the picture lies behind the horizon of the map")
    places = np.array([matrix[:2] @ (x, y, 1.0) for x, y in corners]) / depths[:, None]
    low = np.floor(places.min(0) + WHOLE).astype(int)
    high = np.ceil(places.max(0) - WHOLE).astype(int)
    return Rect(int(low[0]), int(low[1]), int(high[0]), int(high[1]))


def _check_size(area: Rect) -> None:
    """ValueError when nobody can have meant to make so many pixels."""
    if area.width * area.height > MOST_PIXELS:
        raise ValueError(f"the result would have {area.width} × {area.height} pixels")


def _blank(raster: Raster) -> Raster:
    return empty_raster(raster.dtype, channels=raster.channels, fill=raster.fill)


def _exactly(raster: Raster, matrix: Matrix) -> Raster:
    result = _exact(raster, matrix)
    assert result is not None, "the map does not send pixels onto pixels"
    return result


def _exact(raster: Raster, matrix: Matrix) -> Raster | None:
    """The raster with its pixels moved as they are, or None when the map needs new ones."""
    whole = np.rint(matrix)
    if np.abs(matrix - whole).max() > WHOLE or (whole[2] != (0, 0, 1)).any():
        return None
    linear = whole[:2, :2].astype(int)
    if (np.abs(linear).sum(0) != 1).any() or (np.abs(linear).sum(1) != 1).any():
        return None
    if (linear == np.eye(2)).all():
        return translated(raster, int(whole[0, 2]), int(whole[1, 2]))
    source = raster.tile_bounds
    if source.is_empty:
        return raster
    pixels = pixels_of(raster, source)
    if linear[0, 0] == 0:
        pixels = np.swapaxes(pixels, 0, 1)
    pixels = pixels[:: int(linear[1].sum()), :: int(linear[0].sum())]
    target = _target(whole, source)
    return with_pixels(
        _blank(raster), np.ascontiguousarray(pixels), left=target.left, top=target.top
    )


def _scales_only(matrix: Matrix) -> bool:
    return bool(
        (np.abs(matrix[2] - (0, 0, 1)) <= FLAT).all()
        and matrix[0, 1] == 0
        and matrix[1, 0] == 0
        and matrix[0, 0] > 0
        and matrix[1, 1] > 0
    )


def _scaled(
    raster: Raster,
    matrix: Matrix,
    resampling: Resampling,
    canvas: Rect | None,
    within: Rect | None,
    progress: Progress,
) -> Raster:
    """Rows and columns apart, which is faster than `_sampled` and filters better."""
    content = content_bounds(raster)
    if content.is_empty:
        return _blank(raster)
    factors = (float(matrix[0, 0]), float(matrix[1, 1]))
    reach = [
        0 if resampling is Resampling.NEAREST else math.ceil(4 * max(1 / f, 1)) for f in factors
    ]
    source = Rect(
        content.left - reach[0],
        content.top - reach[1],
        content.right + reach[0],
        content.bottom + reach[1],
    )
    if canvas is not None:
        source = source.intersected(content.united(canvas))
    target = _target(matrix, source)
    if canvas is not None:
        # A target pixel on the edge of the canvas belongs to it, even if only in part.
        target = target.intersected(_target(matrix, content.united(canvas)))
    if within is not None:
        target = target.intersected(within)
    if target.is_empty:
        return _blank(raster)
    _check_size(target)
    across = Line(
        factors[0], float(matrix[0, 2]), source.left, source.width, target.left, target.width
    )
    down = Line(
        factors[1], float(matrix[1, 2]), source.top, source.height, target.top, target.height
    )
    pixels = scaled_pixels(pixels_of(raster, source), across, down, resampling, progress)
    return with_pixels(_blank(raster), pixels, left=target.left, top=target.top)


def _sampled(
    raster: Raster,
    matrix: Matrix,
    resampling: Resampling,
    within: Rect | None,
    progress: Progress,
) -> Raster:
    """Every target pixel looked up in the source."""
    source = content_bounds(raster)
    if source.is_empty:
        return _blank(raster)
    if _depths(matrix, _corners(source)).max() < 0:
        matrix = -matrix
    support = {**SUPPORT, Resampling.NEAREST: 0, Resampling.SMOOTH: 2}[resampling]
    area = _target(matrix, source)
    # Softened edges reach beyond the mapped rectangle: by the kernel, and by one target pixel.
    with suppress(ValueError):  # so near to the horizon that the kernel would reach beyond it
        area = area.united(_target(matrix, _widened(source, support)))
    area = _widened(area, 1)
    if within is not None:
        area = area.intersected(within)
    _check_size(area)
    pixels = pixels_of(raster, source)
    flat = frozen(pixels[..., None] if pixels.ndim == 2 else pixels)
    inverse = np.ascontiguousarray(move(-source.left, -source.top) @ np.linalg.inv(matrix))

    def one(key: TileKey) -> Pixels:
        place = tile_rect(key)
        tile = sample_tile(flat, inverse, place.left, place.top, support=support, blank=raster.fill)
        return tile[..., 0] if pixels.ndim == 2 else tile

    keys = list(tiles_over(area))
    made = with_tiles(_blank(raster), dict(zip(keys, mapped(one, keys, progress), strict=True)))
    return made if within is None else cropped(made, within)


def _widened(rect: Rect, by: int) -> Rect:
    return Rect(rect.left - by, rect.top - by, rect.right + by, rect.bottom + by)
