"""A hole painted with pieces of what is around it, so that texture and structure go on.

From coarse to fine, every patch of the hole looks for the known patch most like it and the patches
vote for the pixels (Wexler, Shechtman and Irani 2007; PatchMatch: Barnes et al. 2009; texture
features: Newson et al. 2014). A smooth membrane over the hole says how bright, how coloured and how
textured a place should be, so that large holes do not fill up with whatever is flattest.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import cv2
import numpy as np
import numpy.typing as npt

from engine.progress import Progress
from engine.tasks.photo.membrane import membrane
from engine.tasks.photo.patches import GUIDES, HALF, improve, vote

Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

COARSEST = 32  # pixels of the shorter side at the coarsest level, or fewer sources than FEWEST
FEWEST = 80
ROUNDS = (10, 6, 4, 2)  # at the coarsest level, the next, …; the last one goes on
COLOR_PULL = 15.0
TEXTURE_PULL = 300.0
DISTANCE_PULL = (1500.0, 300.0)  # for the whole level's height, down and across
LOOK = 2.0  # sigma of what counts as "from afar", in pixels of the level
TRUST_DECAY = 0.85  # each pixel deeper in the hole
SOFTNESS = 0.16  # of the usual cost of a patch: one that much worse has e⁻¹ of a vote
SOFTNESS_AT_LAST = 0.02  # the last vote hardly mixes, or the texture would be blurred
FAR_LEVELS = 2  # so many levels look everywhere, the finer ones only NEAR pixels around
NEAR = 16
SEARCHES = 2  # before each vote
BLOCK = 1 << 13
MOST_PIXELS = 1 << 21  # larger surroundings are worked on at a reduced size
MOST_THREADS = 4


@dataclass(frozen=True, slots=True)
class _Level:
    """One size of the picture: colours H×W×3, 0..255, wanted H×W×GUIDES, hole H×W."""

    colors: Floats
    hole: Flags
    looks: Floats
    wanted: Floats
    usable: Flags


def exemplar_filled(colors: Floats, hole: Flags, progress: Progress) -> Floats:
    """The colours with the hole painted; outside it they stay.

    colors: H×W×3, 0..255, anything in the hole; hole: H×W, neither empty nor everything. Beyond
    MOST_PIXELS the patches are chosen at a reduced size and copied at full size.
    """
    scale = 1
    while colors.shape[0] * colors.shape[1] > MOST_PIXELS * scale**2:
        scale *= 2
    levels = _levels(colors, hole, scale)
    if not levels:
        return membrane(colors, (~hole).astype(np.float32))
    works = [float(level.hole.sum()) * _rounds(number) for number, level in enumerate(levels)]
    done = 0.0
    image = np.where(levels[0].hole[..., None], levels[0].wanted[..., :3], levels[0].colors)
    sources: Ints | None = None
    for number, level in enumerate(levels):
        part = progress.part(done / sum(works), (done + works[number]) / sum(works))
        done += works[number]
        if sources is not None:
            image, sources = _enlarged(image, sources, level)
        image, sources = _optimized(image, sources, level, number, number == len(levels) - 1, part)
    if scale == 1 or sources is None:
        return image
    return _copied(colors, hole, image, sources, levels[-1], scale)


def _copied(
    colors: Floats, hole: Flags, image: Floats, sources: Ints, level: _Level, scale: int
) -> Floats:
    """The hole filled with full-size pixels from where the reduced ones came from.

    What votes and copies differ by at the reduced size is added, smoothly: seams are evened out.
    """
    height, width = hole.shape
    rows, columns = np.nonzero(hole)
    at = (
        np.minimum(rows // scale, sources.shape[0] - 1),
        np.minimum(columns // scale, sources.shape[1] - 1),
    )
    chosen = sources[at]
    is_found = chosen[:, 0] >= 0
    from_rows = np.minimum(chosen[:, 0] * scale + rows % scale, height - 1)
    from_columns = np.minimum(chosen[:, 1] * scale + columns % scale, width - 1)
    is_found &= ~hole[from_rows, from_columns]
    places = np.maximum(sources, 0)
    change = np.where(
        level.hole[..., None], image - level.colors[places[..., 0], places[..., 1]], 0
    ).astype(np.float32)
    soft = cv2.resize(change, (width, height), interpolation=cv2.INTER_LINEAR)
    result = colors.copy()
    copied = colors[from_rows, from_columns] + soft[rows, columns]
    large = cv2.resize(image, (width, height), interpolation=cv2.INTER_CUBIC)[rows, columns]
    result[rows, columns] = np.where(is_found[:, None], copied, large)
    return result


def _rounds(number: int) -> int:
    return ROUNDS[min(number, len(ROUNDS) - 1)]


def _levels(colors: Floats, hole: Flags, scale: int) -> list[_Level]:
    """From coarse to fine; none when nowhere a whole patch is known."""
    levels: list[_Level] = []
    height, width = hole.shape
    known = (~hole).astype(np.float32)
    texture = membrane(_texture(colors, hole), _eroded(~hole, 1).astype(np.float32))
    weighted = colors * known[..., None]
    size = (-(-width // scale), -(-height // scale))
    while True:
        if size == (width, height):
            level = _level(colors, hole, texture)
        else:
            part = cv2.resize(known, size, interpolation=cv2.INTER_AREA)
            mean = cv2.resize(weighted, size, interpolation=cv2.INTER_AREA)
            rough = cv2.resize(texture, size, interpolation=cv2.INTER_AREA)
            whole = np.asarray(mean / np.maximum(part, 1e-3)[..., None], np.float32)
            level = _level(whole, np.asarray(part < 0.5), np.asarray(rough, np.float32))
        if level.usable.sum() < FEWEST:
            break
        levels.append(level)
        if min(size) <= COARSEST:
            break
        size = ((size[0] + 1) // 2, (size[1] + 1) // 2)
    return [level for level in levels[::-1] if level.hole.any()]


def _level(colors: Floats, hole: Flags, texture: Floats) -> _Level:
    known = (~hole).astype(np.float32)
    base = membrane(colors, known)
    wanted = np.dstack([base, texture]).astype(np.float32)
    soft = cv2.GaussianBlur(np.where(hole[..., None], base, colors), (0, 0), LOOK)
    looks = np.dstack([soft, texture]).astype(np.float32)
    wanted[..., :3] = cv2.GaussianBlur(base, (0, 0), LOOK)
    return _Level(colors, hole, looks, wanted, _eroded(~hole, HALF))


def _texture(colors: Floats, hole: Flags) -> Floats:
    """H×W×2: how much the picture changes across and down around each pixel."""
    gray = colors.mean(2)
    across = np.abs(cv2.Sobel(gray, cv2.CV_32F, 1, 0, scale=0.25))
    down = np.abs(cv2.Sobel(gray, cv2.CV_32F, 0, 1, scale=0.25))
    known = _eroded(~hole, 1).astype(np.float32)
    share = cv2.GaussianBlur(known, (0, 0), 3)
    both = [cv2.GaussianBlur(part * known, (0, 0), 3) for part in (across, down)]
    return np.asarray(np.dstack(both) / np.maximum(share, 1e-3)[..., None], np.float32)


def _eroded(flags: Flags, radius: int) -> Flags:
    kernel = np.ones((2 * radius + 1, 2 * radius + 1), np.uint8)
    padded = cv2.copyMakeBorder(
        flags.astype(np.uint8), radius, radius, radius, radius, cv2.BORDER_REFLECT
    )
    eroded = cv2.erode(padded, kernel)
    return np.asarray(eroded[radius:-radius, radius:-radius] > 0)


def _enlarged(image: Floats, sources: Ints | None, level: _Level) -> tuple[Floats, Ints]:
    """The coarser result at this level's size: the sources twice as far, the picture soft."""
    height, width = level.hole.shape
    large = cv2.resize(image, (width, height), interpolation=cv2.INTER_CUBIC)
    assert sources is not None
    rows, columns = np.mgrid[:height, :width]
    coarse = sources[
        np.minimum(rows // 2, sources.shape[0] - 1), np.minimum(columns // 2, sources.shape[1] - 1)
    ]
    fine = np.stack([2 * coarse[..., 0] + rows % 2, 2 * coarse[..., 1] + columns % 2], -1)
    fine = np.minimum(fine, (height - 1, width - 1)).astype(np.int32)
    fine[coarse[..., 0] < 0] = -1
    is_lost = (fine[..., 0] >= 0) & ~level.usable[fine[..., 0], fine[..., 1]]
    fine[is_lost] = -1
    return np.where(level.hole[..., None], large, level.colors).astype(np.float32), fine


def _optimized(
    image: Floats,
    sources: Ints | None,
    level: _Level,
    number: int,
    is_last: bool,
    progress: Progress,
) -> tuple[Floats, Ints]:
    """The image and where its patches come from after some rounds of searching and voting."""
    height, width = level.hole.shape
    kernel = np.ones((2 * HALF + 1, 2 * HALF + 1), np.uint8)
    is_target = cv2.dilate(level.hole.astype(np.uint8), kernel) > 0
    targets = np.argwhere(is_target).astype(np.int32)
    holes = np.argwhere(level.hole).astype(np.int32)
    depth = cv2.distanceTransform(
        np.pad(level.hole.astype(np.uint8), 1, mode="edge"), cv2.DIST_L2, 3
    )[1:-1, 1:-1]
    trust = np.maximum(TRUST_DECAY**depth, 0.02).astype(np.float32)
    sources = _started(sources, level, is_target)
    costs = np.full((height, width), 1e30, np.float32)
    reach = max(height, width) if number < FAR_LEVELS else NEAR
    rounds = _rounds(number)
    for turn in range(rounds):
        bordered = cv2.copyMakeBorder(image, HALF, HALF, HALF, HALF, cv2.BORDER_REFLECT)
        padded = np.asarray(bordered, np.float32)
        found = sources.copy()
        for again in range(SEARCHES):
            old = found.copy()
            seed = 7919 * number + 31 * turn + again
            search = partial(
                _search, level, padded, old=old, new=found, costs=costs, reach=reach, seed=seed
            )
            _in_blocks(search, targets, progress.part(turn / rounds, (turn + 0.9) / rounds))
        sources = found
        usual = float(np.percentile(costs[is_target], 75)) + 1.0
        softness = usual * (SOFTNESS_AT_LAST if is_last and turn == rounds - 1 else SOFTNESS)
        voted = image.copy()
        count = partial(_count, padded, sources, costs, trust, softness, voted)
        _in_blocks(count, holes, progress.part((turn + 0.9) / rounds, (turn + 1) / rounds))
        image = voted
    return image, sources


def _started(sources: Ints | None, level: _Level, is_target: Flags) -> Ints:
    """A source for every target: the one it had, or any."""
    result = np.full((*level.hole.shape, 2), -1, np.int32)
    if sources is not None:
        result[is_target] = sources[is_target]
    lost = is_target & (result[..., 0] < 0)
    places = np.argwhere(level.usable)
    chosen = np.random.default_rng(1).integers(len(places), size=int(lost.sum()))
    result[lost] = places[chosen]
    return result


def _search(
    level: _Level,
    padded: Floats,
    block: Ints,
    *,
    old: Ints,
    new: Ints,
    costs: Floats,
    reach: int,
    seed: int,
) -> None:
    height, width = level.hole.shape
    pixels = (2 * HALF + 1) ** 2
    weights = [COLOR_PULL] * 3 + [TEXTURE_PULL] * (GUIDES - 3)
    weights += [DISTANCE_PULL[0] * pixels / height**2, DISTANCE_PULL[1] * pixels / width**2]
    pull = np.array(weights, np.float32)
    improve(
        padded, level.looks, level.wanted, level.usable, block, old, new, costs, pull, reach, seed
    )


def _count(
    padded: Floats,
    sources: Ints,
    costs: Floats,
    trust: Floats,
    softness: float,
    voted: Floats,
    block: Ints,
) -> None:
    vote(padded, sources, costs, trust, softness, block, voted)


def _in_blocks(work: Callable[[Ints], None], places: Ints, progress: Progress) -> None:
    """Work on blocks of places on a few threads; they must not share what they write."""
    blocks = [places[start : start + BLOCK] for start in range(0, len(places), BLOCK)]
    with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1), "fill") as pool:
        waiting = [pool.submit(work, block) for block in blocks]
        try:
            for number, job in enumerate(waiting):
                progress.at(number / len(waiting))
                job.result()
        except BaseException:
            for job in waiting:
                job.cancel()
            raise
