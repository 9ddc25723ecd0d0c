"""Selecting by colour: the wand and "everything of this colour".

Two colours are as far apart as the channel in which they differ most, counted in 8-bit levels after
multiplying by alpha, alpha itself included: so all transparent pixels are alike.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
from numba import njit

from engine.document.geometry import Rect, Size
from engine.document.raster import Pixels, Raster, TileKey, pixels_of, tile_rect, tiles_over
from engine.painting.pixels import frozen
from engine.painting.selection import FULL, Selection, nothing, selection_from_array
from engine.painting.tiles import full_value, mapped, tile_of

Region = npt.NDArray[np.uint8]
"""H×W, 1 = chosen."""

REGROWTH = 3
"""How many times the gap radius a filled area grows back into its corners: enough for corners of
40 degrees and more."""


def by_color(
    pixels: Raster,
    canvas: Size,
    point: tuple[int, int],
    *,
    tolerance: float = 32.0,
    contiguous: bool = True,
    gap: int = 0,
    antialias: bool = True,
) -> Selection:
    """All pixels of the canvas whose colour is like that at `point`.

    pixels: RGBA, one layer or a picture of all of them. tolerance: 0..255, the largest difference
    that still counts as the same colour. contiguous: only what hangs together with the point
    (by edges, not corners). gap: openings up to about this many pixels wide count as closed; the
    border of the canvas is a wall then. antialias: pixels along the edge that are a blend of the
    colours on both sides are selected in proportion. A point outside the canvas selects nothing.
    """
    x, y = point
    if not (0 <= x < canvas.width and 0 <= y < canvas.height):
        return nothing(canvas)
    region = _similar(pixels, canvas, x, y, tolerance)
    if contiguous:
        region = _closed_off(region, x, y, gap // 2 + gap % 2) if gap > 0 else flooded(region, x, y)
    if not antialias:
        return selection_from_array(canvas, region * np.uint8(FULL))
    return selection_from_array(canvas, _softened(region, pixels))


def flooded(passable: Region, x: int, y: int) -> Region:
    """The pixels that hang together with (x, y) by edges; nothing when that one is no part."""
    out = np.zeros_like(passable)
    if passable[y, x]:
        _flood(passable, out, x, y)
    return out


def _similar(pixels: Raster, canvas: Size, x: int, y: int, tolerance: float) -> Region:
    """1 wherever the colour is within `tolerance` of that at (x, y)."""
    out = np.zeros((canvas.height, canvas.width), np.uint8)
    full = full_value(pixels.dtype)
    sample = pixels_of(pixels, Rect(x, y, x + 1, y + 1))[0, 0].astype(np.int64)
    sample[:3] *= sample[3]
    # Premultiplied numbers are full × full at most; the tolerance is brought to that scale.
    limit = int(np.floor(tolerance * full / 255.0 * full + 1e-6))
    blank = np.int64(max(sample[:3].max(), sample[3] * full))
    blank_alike = np.uint8(blank <= limit)

    def one(key: TileKey) -> None:
        area = tile_rect(key).intersected(canvas.rect)
        target = out[area.top : area.bottom, area.left : area.right]
        tile = pixels.tiles.get(key)
        if tile is None and pixels.fill == 0:
            target[:] = blank_alike
            return
        part = tile_of(pixels, key)[: area.height, : area.width]
        _compare(part, sample, limit, full, target)

    mapped(one, tiles_over(canvas.rect))
    return out


@njit(nogil=True, cache=True)
def _compare(tile, sample, limit, full, out):  # type: ignore[no-untyped-def]
    height, width = out.shape
    for y in range(height):
        for x in range(width):
            alpha = np.int64(tile[y, x, 3])
            apart = abs(alpha - sample[3]) * full
            for c in range(3):
                apart = max(apart, abs(np.int64(tile[y, x, c]) * alpha - sample[c]))
            out[y, x] = 1 if apart <= limit else 0


@njit(nogil=True, cache=True)
def _flood(passable, out, x, y):  # type: ignore[no-untyped-def]
    """Run by run: every stack entry is a pixel from which its whole row run is filled."""
    height, width = passable.shape
    stack = np.empty((4096, 2), np.int32)
    stack[0, 0] = x
    stack[0, 1] = y
    count = 1
    while count > 0:
        count -= 1
        x = stack[count, 0]
        y = stack[count, 1]
        if out[y, x] == 1:
            continue
        left = x
        while left > 0 and passable[y, left - 1] == 1:
            left -= 1
        right = x
        while right + 1 < width and passable[y, right + 1] == 1:
            right += 1
        for i in range(left, right + 1):
            out[y, i] = 1
        for step in (-1, 1):
            row = y + step
            if row < 0 or row >= height:
                continue
            inside = False
            for i in range(left, right + 1):
                wanted = passable[row, i] == 1 and out[row, i] == 0
                if wanted and not inside:
                    if count == len(stack):
                        longer = np.empty((2 * count, 2), np.int32)
                        longer[:count] = stack
                        stack = longer
                    stack[count, 0] = i
                    stack[count, 1] = row
                    count += 1
                inside = wanted


def _closed_off(passable: Region, x: int, y: int, radius: int) -> Region:
    """Flood fill that does not go through openings narrower than 2 × radius.

    1. What is more than `radius` from every wall is core; openings have none.
    2. All cores grow back to the walls in step, so that an opening is shared by both sides and
       never crossed. The area of the core that reaches the point is the answer.
    Clicked inside a passage without any core near by, the radius is halved until there is one.
    """
    walled = np.pad(passable, 1)
    # Half a pixel of the distance to the centre of a wall pixel is inside the wall.
    room = cv2.distanceTransform(walled, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)[1:-1, 1:-1]
    while radius > 0:
        core = (room > radius + 0.5).astype(np.uint8)
        _, numbers = cv2.connectedComponents(core, connectivity=4, ltype=cv2.CV_32S)
        _regrow(passable, numbers, REGROWTH * radius)
        if numbers[y, x] != 0:
            return np.asarray(numbers == numbers[y, x]).astype(np.uint8)
        radius //= 2
    return flooded(passable, x, y)


@njit(nogil=True, cache=True)
def _regrow(passable, sides, steps):  # type: ignore[no-untyped-def]
    """Grows the numbered areas in `sides` (0 = free) by `steps` rings, all at the same pace.

    Rings use four neighbours and eight by turns, which makes them nearly round.
    """
    height, width = passable.shape
    count = 0
    for y in range(height):
        for x in range(width):
            if sides[y, x] != 0 and _has_free_neighbour(passable, sides, x, y):
                count += 1
    ring = np.empty((count, 2), np.int32)
    count = 0
    for y in range(height):
        for x in range(width):
            if sides[y, x] != 0 and _has_free_neighbour(passable, sides, x, y):
                ring[count, 0] = x
                ring[count, 1] = y
                count += 1
    for step in range(steps):
        if count == 0:
            break
        reach = 1 if step % 2 == 0 else 2
        following = np.empty((count * 9, 2), np.int32)
        more = 0
        for i in range(count):
            x = ring[i, 0]
            y = ring[i, 1]
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    if abs(dx) + abs(dy) > reach:
                        continue
                    nx = x + dx
                    ny = y + dy
                    if nx < 0 or ny < 0 or nx >= width or ny >= height:
                        continue
                    if passable[ny, nx] == 0 or sides[ny, nx] != 0:
                        continue
                    if dx != 0 and dy != 0 and passable[y, nx] == 0 and passable[ny, x] == 0:
                        continue  # never through the corner between two walls
                    sides[ny, nx] = sides[y, x]
                    following[more, 0] = nx
                    following[more, 1] = ny
                    more += 1
            if _has_free_neighbour(passable, sides, x, y):
                following[more, 0] = x
                following[more, 1] = y
                more += 1
        ring = following[:more].copy()
        count = more


@njit(nogil=True, cache=True)
def _has_free_neighbour(passable, sides, x, y):  # type: ignore[no-untyped-def]
    height, width = passable.shape
    for dy in range(-1, 2):
        for dx in range(-1, 2):
            nx = x + dx
            ny = y + dy
            if nx < 0 or ny < 0 or nx >= width or ny >= height:
                continue
            if passable[ny, nx] == 1 and sides[ny, nx] == 0:
                return True
    return False


def _softened(region: Region, pixels: Raster) -> Pixels:
    """Coverage 0..255: the region in full, and its neighbours as far as they are blends of it.

    A pixel next to the region lies between the colour of the region beside it and the colour two
    pixels further out; how far along that line is its coverage. A hard edge stays hard.
    """
    coverage: Pixels = region * np.uint8(FULL)
    ys, xs = _edge_pixels(region)
    if not len(ys):
        return coverage
    # Only the rows and columns round the edge are needed.
    area = Rect(int(xs.min()) - 2, int(ys.min()) - 2, int(xs.max()) + 3, int(ys.max()) + 3)
    near = pixels_of(pixels, area.intersected(Rect(0, 0, region.shape[1], region.shape[0])))
    _soften(
        region,
        frozen(near),
        max(area.left, 0),
        max(area.top, 0),
        full_value(pixels.dtype),
        ys,
        xs,
        coverage,
    )
    return coverage


@njit(nogil=True, cache=True)
def _touches(region, x, y):  # type: ignore[no-untyped-def]
    height, width = region.shape
    for dy in range(-1, 2):
        for dx in range(-1, 2):
            if 0 <= x + dx < width and 0 <= y + dy < height and region[y + dy, x + dx] == 1:
                return True
    return False


@njit(nogil=True, cache=True)
def _edge_pixels(region):  # type: ignore[no-untyped-def]
    """Rows and columns of all pixels outside that touch the region."""
    height, width = region.shape
    count = 0
    ys = np.empty(1024, np.int32)
    xs = np.empty(1024, np.int32)
    for y in range(height):
        for x in range(width):
            if region[y, x] == 1 or not _touches(region, x, y):
                continue
            if count == len(ys):
                more_ys = np.empty(2 * count, np.int32)
                more_xs = np.empty(2 * count, np.int32)
                more_ys[:count] = ys
                more_xs[:count] = xs
                ys = more_ys
                xs = more_xs
            ys[count] = y
            xs[count] = x
            count += 1
    return ys[:count].copy(), xs[:count].copy()


@njit(nogil=True, cache=True)
def _soften(region, pixels, left, top, full, ys, xs, coverage):  # type: ignore[no-untyped-def]
    height, width = region.shape
    inner = np.empty(4)
    for i in range(len(ys)):
        x = xs[i]
        y = ys[i]
        # 1. The colour inside: mean of the chosen neighbours. The way out: away from them.
        inner[:] = 0.0
        count = 0
        away_x = 0
        away_y = 0
        for dy in range(-1, 2):
            for dx in range(-1, 2):
                if not (0 <= x + dx < width and 0 <= y + dy < height):
                    continue
                if region[y + dy, x + dx] == 0:
                    continue
                count += 1
                away_x -= dx
                away_y -= dy
                alpha = float(pixels[y + dy - top, x + dx - left, 3]) / full
                for c in range(3):
                    inner[c] += float(pixels[y + dy - top, x + dx - left, c]) * alpha
                inner[3] += alpha * full
        if count == 0 or (away_x == 0 and away_y == 0):
            continue
        # 2. The colour outside: one or two steps further that way.
        step_x = (1 if away_x > 0 else -1) if 2 * abs(away_x) >= abs(away_y) and away_x else 0
        step_y = (1 if away_y > 0 else -1) if 2 * abs(away_y) >= abs(away_x) and away_y else 0
        ox = min(max(x + step_x, 0), width - 1)
        oy = min(max(y + step_y, 0), height - 1)
        if region[oy, ox] == 1 or (ox == x and oy == y):
            continue
        own_alpha = float(pixels[y - top, x - left, 3]) / full
        outer_alpha = float(pixels[oy - top, ox - left, 3]) / full
        # 3. Where this pixel lies between the two.
        along = 0.0
        length = 0.0
        for c in range(4):
            if c < 3:
                own = float(pixels[y - top, x - left, c]) * own_alpha
                outer = float(pixels[oy - top, ox - left, c]) * outer_alpha
            else:
                own = own_alpha * full
                outer = outer_alpha * full
            axis = inner[c] / count - outer
            along += (own - outer) * axis
            length += axis * axis
        if length > 0.0:
            share = min(max(along / length, 0.0), 1.0)
            coverage[y, x] = int(share * 254.0 + 0.5)
