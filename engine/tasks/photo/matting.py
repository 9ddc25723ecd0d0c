"""Soft edges: how much of each pixel is object, and the colour of the object alone.

Closed-form matting (Levin, Lischinski and Weiss, "A Closed-Form Solution to Natural Image Matting",
2008) and foreground estimation by multi-level blurring (Germer et al., 2020), both from PyMatting.
Only the surroundings of the border are solved, in tiles, from a small copy of the picture up to its
own size: every size starts from the answer of the one below, so that tiles agree with each other.
Memory beside the picture: 24 bytes for each pixel of the box round the object.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
import numpy.typing as npt

from engine.document.geometry import EMPTY, Rect
from engine.progress import Progress

Flags = npt.NDArray[np.bool_]
Soft = npt.NDArray[np.float32]
Wide = npt.NDArray[np.float64]

_REACH = 0.016
"""Of the object's size: how far from its rough border the real one may lie; hair is that long."""
_REACH_EXACT = 0.012
"""The same for a mask that may hardly be exceeded."""
_TILE, _OVERLAP = 192, 24
"""Pixels: a tile is solved in 0.2 s, together with so many pixels of its neighbours."""
_TRUST = 1e-3
"""Weight of the answer of the size below against the smoothness of this one."""
_SLACK = 1e-5
"""Of the colour line model; more is smoother, faster and less sharp."""


def matte(
    picture: Wide,
    mask: Flags,
    progress: Progress,
    *,
    reach: int = 0,
    outside: int | None = None,
) -> tuple[Soft, Soft]:
    """Alpha H×W and colours H×W×3 of the object, 0..1.

    picture: H×W×3 sRGB 0..1. mask: H×W, roughly the object. reach: pixels on either side of its
    border that may be part object, 0: by the object's size. outside: farther than this many pixels
    from the mask alpha is 0 whatever the reach; None: as far as the reach. Where alpha is 0 or 1
    the colours are the picture's.
    """
    progress.at(0.0, "Refining the edges")
    share = _REACH if outside is None else _REACH_EXACT
    radius = reach or max(2, round(share * float(np.sqrt(np.count_nonzero(mask)))))
    alpha = mask.astype(np.float32)
    colors = picture.astype(np.float32)
    place = _surroundings(mask, radius + _OVERLAP)
    if place.is_empty:
        return alpha, colors
    part = np.s_[place.top : place.bottom, place.left : place.right]
    beyond = radius if outside is None else min(radius, outside)
    trimap = trimap_of(mask[part], radius, beyond)
    progress.check()
    alpha[part] = _solved(colors[part], trimap, progress.part(0.05, 0.8))
    colors[part] = _unmixed(colors[part], alpha[part], progress.part(0.8, 1.0))
    return alpha, colors


def trimap_of(mask: Flags, inside: int, outside: int) -> Soft:
    """1 in the object, 0 away from it, 0.5 where its border may lie.

    inside, outside: pixels, centre to centre, from the nearest pixel on the other side of the
    mask's border, up to which a pixel is unknown.
    """
    found = np.full(mask.shape, 0.5, np.float32)
    found[_distance(mask) > inside] = 1
    found[_distance(~mask) > outside] = 0
    return found


def _solved(picture: Soft, trimap: Soft, progress: Progress) -> Soft:
    """Alpha from a trimap, size by size; each at most twice as large as the one before."""
    sizes = [(trimap.shape[1], trimap.shape[0])]
    while max(sizes[-1]) > _TILE:
        sizes.append(((sizes[-1][0] + 1) // 2, (sizes[-1][1] + 1) // 2))
    alpha = _resized(trimap, sizes[-1])
    trust = _TRUST / 100  # nothing is known yet
    for number, size in enumerate(reversed(sizes)):
        # The last sizes are nearly all of the work: each has four times the pixels.
        start, stop = 4.0 ** (number - len(sizes)), 4.0 ** (number + 1 - len(sizes))
        small, marks = _resized(picture, size), _resized(trimap, size)
        guess = _resized(alpha, size)
        alpha = _tiled_alpha(small, marks, guess, trust, progress.part(start, stop))
        trust = _TRUST
    return alpha


def _resized(values: Soft, size: tuple[int, int]) -> Soft:
    """size: (width, height). Smaller by means over areas, larger by lines between pixels."""
    grows = size[0] > values.shape[1] or size[1] > values.shape[0]
    how = cv2.INTER_LINEAR if grows else cv2.INTER_AREA
    return np.asarray(cv2.resize(values, size, interpolation=how), np.float32)


def _tiled_alpha(
    picture: Soft, trimap: Soft, guess: Soft, trust: float, progress: Progress
) -> Soft:
    """Alpha at one size: every tile with an unknown pixel is solved, overlaps are blended."""
    unknown = (trimap > 0) & (trimap < 1)
    total, weights = np.zeros_like(trimap), np.zeros_like(trimap)
    for tile, weight in _tiles(unknown, progress):
        here = _slices(tile)
        total[here] += weight * _tile_alpha(
            picture[here], trimap[here], guess[here], trust, progress
        )
        weights[here] += weight
    return np.where(unknown, total / np.maximum(weights, 1e-6), trimap).astype(np.float32)


def _tile_alpha(picture: Soft, trimap: Soft, guess: Soft, trust: float, progress: Progress) -> Soft:
    """Closed-form matting of one tile with `guess` as a weak pull on every unknown pixel."""
    from pymatting import cf_laplacian, cg, ichol

    def watch(*_: object) -> None:
        progress.check()

    known = ((trimap <= 0) | (trimap >= 1)).ravel()
    if trimap.shape[0] < 3 or trimap.shape[1] < 3:
        return guess  # the model compares windows of 3×3 pixels
    laplacian = cf_laplacian(picture.astype(np.float64), epsilon=_SLACK, is_known=known)
    progress.check()
    rows = laplacian[~known]
    system = rows[:, ~known].tocsc()
    system.setdiag(system.diagonal() + trust)
    pull = trust * guess.ravel()[~known] - rows[:, known] @ trimap.ravel()[known]
    progress.check()
    found = trimap.astype(np.float64).ravel()
    first = guess.ravel()[~known].astype(np.float64)
    found[~known] = cg(
        system, np.asarray(pull, np.float64), x0=first, M=ichol(system), rtol=1e-5, callback=watch
    )
    return np.asarray(np.clip(found, 0, 1).reshape(trimap.shape), np.float32)


def _unmixed(picture: Soft, alpha: Soft, progress: Progress) -> Soft:
    """The object's own colours where it covers a pixel in part; the picture elsewhere."""
    from pymatting import estimate_foreground_ml

    mixed = (alpha > 0) & (alpha < 1)
    total, weights = np.zeros_like(picture), np.zeros_like(alpha)
    for tile, weight in _tiles(mixed, progress):
        here = _slices(tile)
        found = estimate_foreground_ml(picture[here], alpha[here])
        total[here] += weight[..., None] * np.clip(found, 0, 1)
        weights[here] += weight
    total[mixed] /= weights[mixed][:, None]
    total[~mixed] = picture[~mixed]
    return total


def _tiles(flags: Flags, progress: Progress) -> Iterator[tuple[Rect, Soft]]:
    """Tiles that hold a flagged pixel, grown by the overlap, with weights that fade at its rims."""
    height, width = flags.shape
    corners = [
        (top, left)
        for top in range(0, height, _TILE)
        for left in range(0, width, _TILE)
        if flags[top : top + _TILE, left : left + _TILE].any()
    ]
    canvas = Rect(0, 0, width, height)
    for number, (top, left) in enumerate(corners):
        progress.at(number / len(corners))
        tile = Rect(
            left - _OVERLAP, top - _OVERLAP, left + _TILE + _OVERLAP, top + _TILE + _OVERLAP
        ).intersected(canvas)
        down = _fade(np.arange(tile.top, tile.bottom), top, height)
        across = _fade(np.arange(tile.left, tile.right), left, width)
        yield tile, down[:, None] * across[None]
    progress.at(1.0)


def _fade(at: npt.NDArray[np.int_], start: int, size: int) -> Soft:
    """1 inside the tile at `start`, falling to 0 over the overlap on both sides of its rims."""
    stop = start + _TILE
    before = np.ones(at.shape) if start == 0 else (at - start + _OVERLAP + 0.5) / (2 * _OVERLAP)
    after = np.ones(at.shape) if stop >= size else (stop + _OVERLAP - 0.5 - at) / (2 * _OVERLAP)
    return np.clip(np.minimum(before, after), 0, 1).astype(np.float32)


def _surroundings(mask: Flags, margin: int) -> Rect:
    """The box round the border of a mask; empty when it has none."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if not len(rows) or mask.all():
        return EMPTY
    box = Rect(
        int(columns[0]) - margin, int(rows[0]) - margin,
        int(columns[-1]) + 1 + margin, int(rows[-1]) + 1 + margin,
    )  # fmt: skip
    return box.intersected(Rect(0, 0, mask.shape[1], mask.shape[0]))


def _distance(flags: Flags) -> Soft:
    """How far each pixel is from the nearest one that is not flagged; far when all are."""
    if flags.all():
        return np.full(flags.shape, np.inf, np.float32)
    found = cv2.distanceTransform(flags.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(found, np.float32)


def _slices(rect: Rect) -> tuple[slice, slice]:
    return slice(rect.top, rect.bottom), slice(rect.left, rect.right)
