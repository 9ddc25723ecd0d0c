"""The compiled driver: runs a plan over tiles with the loops of kernels.py.

`Kernels.draw` turns a plan and jobs into tables of numbers and memory addresses; the compiled
function behind it needs nothing of Python, so any number of threads can be inside it at once.

Only this one function is cached on disk; everything it calls is compiled into it. Imports numba,
hence imported by compile.py only.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from numba import carray, njit, types  # type: ignore[attr-defined]

from engine.compositor import blend, halving, kernels
from engine.compositor.halving import halve_tile
from engine.compositor.job import Planes, TileJob
from engine.compositor.kernels import (
    DIRECT,
    FILLED,
    LOOP,
    MATHS,
    PLANAR,
    ROWS,
    SEGMENT,
    UNIT8,
    alpha_summary,
    alpha_summary_wide,
    bytes_at,
    clear,
    copy,
    decode,
    decode_wide,
    direct_first,
    direct_normal,
    dissolve,
    filled_hard_mix,
    floats_at,
    lerp,
    mask_by,
    pack,
    pack_wide,
    pixels_at,
    planar_normal,
    scale,
    straighten,
    wide_pixels_at,
    words_at,
)
from engine.compositor.plan import Code, Operation, Plan
from engine.document.model import BlendMode, Mask
from engine.document.raster import TILE, Pixels, Raster, TileKey, tile_rect

Table: TypeAlias = npt.NDArray[np.int64]
Numbers: TypeAlias = npt.NDArray[np.float32]

SEGMENTS = TILE // ROWS

# Columns of the table of operations (int64).
CODE, MODE, FILL_MODE, WIDE, MASKED, LENGTH, HIDES, SEED = range(8)
# Columns of their parameters (float32).
STRENGTH, OPACITY, FILL, DENSITY, MASK_UNIT, MASK_OUTSIDE = range(6)
# Columns of the addresses of an operation in a tile; 0 = nothing stored there.
PIXELS, MASK = range(2)
# Columns of the table of jobs: addresses, then document pixels, then pixels of the tile.
TARGET, STRIDE, WIDE_TARGET, PLANES, BACKDROP, LEFT, TOP = range(7)
X_START, Y_START, X_STOP, Y_STOP = range(7, 11)

DRAW = int(Code.DRAW)
GROUP_BEGIN = int(Code.GROUP_BEGIN)
GROUP_END = int(Code.GROUP_END)
THROUGH_BEGIN = int(Code.THROUGH_BEGIN)
THROUGH_END = int(Code.THROUGH_END)
CLIP_PIXELS = int(Code.CLIP_PIXELS)
CLIP_GROUP = int(Code.CLIP_GROUP)

NORMAL = -1
DISSOLVE = -2
MODES = tuple(DIRECT)
FILL_MODES = (*FILLED, BlendMode.HARD_MIX)
UNFILLED = -1

# What a mask column says.
NO_MASK, NARROW_MASK, WIDE_MASK = range(3)
# What is known about a frame: EMPTY ones hold garbage that counts as transparent.
EMPTY, PAINTED = range(2)
# What alpha_summary says.
TRANSPARENT, MIXED, OPAQUE = range(3)
# Planes of a frame; COVER keeps the alpha of a clipping base.
RED, GREEN, BLUE, ALPHA, COVER = range(5)


def _dispatcher(loops: Sequence[Callable[..., None]], arguments: str) -> Any:
    """A compiled function (number, *arguments) that runs the loop with that number.

    Written as text because numba has no table of functions that survives its cache.
    """
    lines = [f"def dispatch(number, {arguments}):"]
    for number in range(len(loops)):
        lines.append(f"    {'elif' if number else 'if'} number == {number}:")
        lines.append(f"        loop_{number}({arguments})")
    names: dict[str, Any] = {f"loop_{number}": loop for number, loop in enumerate(loops)}
    exec("\n".join(lines), names)
    return njit(**LOOP)(names["dispatch"])


direct = _dispatcher([DIRECT[mode] for mode in MODES], "pixels, k, r, g, b, a")
planar = _dispatcher([PLANAR[mode] for mode in MODES], "sr, sg, sb, sa, r, g, b, a")
filled = _dispatcher([*FILLED.values(), filled_hard_mix], "sr, sg, sb, sa, fill, r, g, b, a")


@njit(**LOOP)
def clear_frame(frame):  # type: ignore[no-untyped-def]
    for plane in range(COVER):
        clear(blend.ZERO, frame[plane])


@njit(**LOOP)
def blend_planes(operation, numbers, left, top, source, coverage, frame, state):  # type: ignore[no-untyped-def]
    """Straight colours in `source` with `coverage` onto a frame (EMPTY ones are cleared first)."""
    if state == EMPTY:
        clear_frame(frame)
    mode = operation[MODE]
    sr, sg, sb = source[RED], source[GREEN], source[BLUE]
    r, g, b, a = frame[RED], frame[GREEN], frame[BLUE], frame[ALPHA]
    if operation[FILL_MODE] != UNFILLED:
        filled(operation[FILL_MODE], sr, sg, sb, coverage, numbers[FILL], r, g, b, a)
    elif mode >= 0:
        planar(mode, sr, sg, sb, coverage, r, g, b, a)
    else:
        if mode == DISSOLVE:
            dissolve(np.int32(left), np.int32(top), np.uint32(operation[SEED]), coverage)
        planar_normal(sr, sg, sb, coverage, r, g, b, a)


@njit(**LOOP)
def apply_mask(operation, numbers, address, segment, coverage):  # type: ignore[no-untyped-def]
    """Multiply `coverage` by what the operation's mask lets through."""
    if operation[MASKED] == NO_MASK:
        return
    if address == 0:
        scale(numbers[MASK_OUTSIDE], coverage)
    elif operation[MASKED] == NARROW_MASK:
        values = carray(bytes_at(address + segment * SEGMENT), SEGMENT)
        mask_by(values, numbers[MASK_UNIT], numbers[DENSITY], coverage)
    else:
        wide_values = carray(words_at(address + segment * SEGMENT * 2), SEGMENT)
        mask_by(wide_values, numbers[MASK_UNIT], numbers[DENSITY], coverage)


@njit(**LOOP)
def load_pixels(operation, numbers, address, mask_address, segment, target, coverage):  # type: ignore[no-untyped-def]
    """Decode a layer's segment with its mask; False when all of it is transparent."""
    r, g, b = target[RED], target[GREEN], target[BLUE]
    if operation[WIDE]:
        wide = carray(wide_pixels_at(address + segment * SEGMENT * 8), SEGMENT)
        if alpha_summary_wide(wide) == TRANSPARENT:
            return False
        decode_wide(wide, numbers[STRENGTH], r, g, b, coverage)
    else:
        pixels = carray(pixels_at(address + segment * SEGMENT * 4), SEGMENT)
        if alpha_summary(pixels) == TRANSPARENT:
            return False
        decode(pixels, numbers[STRENGTH], r, g, b, coverage)
    apply_mask(operation, numbers, mask_address, segment, coverage)
    return True


@njit(**LOOP)
def draw_pixels(operation, numbers, addresses, segment, left, top, source, frame, state):  # type: ignore[no-untyped-def]
    """A layer's segment onto a frame. Returns the frame's new state."""
    address, mask_address = addresses[PIXELS], addresses[MASK]
    if operation[MASKED] != NO_MASK and mask_address == 0 and numbers[MASK_OUTSIDE] == 0.0:
        return state
    mode = operation[MODE]
    plain = operation[FILL_MODE] == UNFILLED and mode != DISSOLVE
    masked = operation[MASKED] != NO_MASK and (mask_address != 0 or numbers[MASK_OUTSIDE] != 1.0)
    if plain and not masked and not operation[WIDE]:
        pixels = carray(pixels_at(address + segment * SEGMENT * 4), SEGMENT)
        summary = alpha_summary(pixels)
        if summary == TRANSPARENT:
            return state
        k = numbers[STRENGTH]
        r, g, b, a = frame[RED], frame[GREEN], frame[BLUE], frame[ALPHA]
        if state == EMPTY or (mode == NORMAL and summary == OPAQUE and k == UNIT8):
            direct_first(pixels, k, r, g, b, a)
        elif mode == NORMAL:
            direct_normal(pixels, k, r, g, b, a)
        else:
            direct(mode, pixels, k, r, g, b, a)
        return PAINTED
    coverage = source[ALPHA]
    if not load_pixels(operation, numbers, address, mask_address, segment, source, coverage):
        return state
    blend_planes(operation, numbers, left, top, source, coverage, frame, state)
    return PAINTED


@njit(**LOOP)
def first_seen(operations, addresses, segment):  # type: ignore[no-untyped-def]
    """The topmost operation that hides, in this segment, all below it; else 0."""
    for position in range(operations.shape[0] - 1, 0, -1):
        address = addresses[position, PIXELS]
        if address == 0 or not operations[position, HIDES]:
            continue
        if operations[position, WIDE]:
            wide = carray(wide_pixels_at(address + segment * SEGMENT * 8), SEGMENT)
            if wide[0] >= np.uint64(0xFFFF000000000000) and alpha_summary_wide(wide) == OPAQUE:
                return position
        else:
            pixels = carray(pixels_at(address + segment * SEGMENT * 4), SEGMENT)
            if pixels[0] >= np.uint32(0xFF000000) and alpha_summary(pixels) == OPAQUE:
                return position
    return 0


@njit(**LOOP)
def draw_segment(  # type: ignore[no-untyped-def]
    operations, parameters, addresses, segment, left, top, frames, states, source
):
    """All operations for one segment; frame 0 holds the backdrop and receives the result.

    left, top: document pixel of the segment's first pixel.
    """
    level = 0
    position = first_seen(operations, addresses, segment)
    while position < operations.shape[0]:
        operation = operations[position]
        numbers = parameters[position]
        code = operation[CODE]
        frame = frames[level]
        mask_address = addresses[position, MASK]
        if code == DRAW:
            if addresses[position, PIXELS] != 0:
                states[level] = draw_pixels(
                    operation,
                    numbers,
                    addresses[position],
                    segment,
                    left,
                    top,
                    source,
                    frame,
                    states[level],
                )
        elif code == GROUP_BEGIN:
            level += 1
            states[level] = EMPTY
        elif code == GROUP_END:
            level -= 1
            if states[level + 1] != EMPTY:
                straighten(frame[RED], frame[GREEN], frame[BLUE], frame[ALPHA])
                scale(numbers[OPACITY], frame[ALPHA])
                apply_mask(operation, numbers, mask_address, segment, frame[ALPHA])
                blend_planes(
                    operation,
                    numbers,
                    left,
                    top,
                    frame,
                    frame[ALPHA],
                    frames[level],
                    states[level],
                )
                states[level] = PAINTED
        elif code == THROUGH_BEGIN:
            level += 1
            states[level] = states[level - 1]
            if states[level] != EMPTY:
                for plane in range(COVER):
                    copy(frame[plane], frames[level, plane])
        elif code == THROUGH_END:
            level -= 1
            if states[level + 1] != EMPTY:
                k = source[ALPHA]
                clear(numbers[OPACITY], k)
                apply_mask(operation, numbers, mask_address, segment, k)
                if states[level] == EMPTY:
                    clear_frame(frames[level])
                for plane in range(COVER):
                    lerp(frames[level, plane], frame[plane], k)
                states[level] = PAINTED
        elif code == CLIP_PIXELS:
            address = addresses[position, PIXELS]
            level += 1
            base = frames[level]
            states[level] = PAINTED
            if address == 0 or not load_pixels(
                operation, numbers, address, mask_address, segment, base, base[COVER]
            ):
                level -= 1
                position += operation[LENGTH]
            else:
                clear(blend.ONE, base[ALPHA])
        elif code == CLIP_GROUP:
            if states[level] == EMPTY:
                level -= 1
                position += operation[LENGTH]
            else:
                straighten(frame[RED], frame[GREEN], frame[BLUE], frame[ALPHA])
                copy(frame[ALPHA], frame[COVER])
                apply_mask(operation, numbers, mask_address, segment, frame[COVER])
                clear(blend.ONE, frame[ALPHA])
        else:
            level -= 1
            scale(numbers[OPACITY], frame[COVER])
            blend_planes(
                operation, numbers, left, top, frame, frame[COVER], frames[level], states[level]
            )
            states[level] = PAINTED
        position += 1


@njit(**LOOP)
def store_pixels(job, segment, frame):  # type: ignore[no-untyped-def]
    """The rows of a finished segment that the job asks for, as straight pixels."""
    start, stop = job[X_START], job[X_STOP]
    for row in range(ROWS):
        y = segment * ROWS + row
        if y < job[Y_START] or y >= job[Y_STOP]:
            continue
        address = job[TARGET] + (y - job[Y_START]) * job[STRIDE]
        first, last = row * TILE + start, row * TILE + stop
        r, g = frame[RED, first:last], frame[GREEN, first:last]
        b, a = frame[BLUE, first:last], frame[ALPHA, first:last]
        if job[WIDE_TARGET]:
            pack_wide(r, g, b, a, carray(wide_pixels_at(address), last - first))
        else:
            pack(r, g, b, a, carray(pixels_at(address), last - first))


@njit(**LOOP)
def load_backdrop(job, segment, frame):  # type: ignore[no-untyped-def]
    for plane in range(COVER):
        address = job[BACKDROP] + (plane * TILE * TILE + segment * SEGMENT) * 4
        copy(carray(floats_at(address), SEGMENT), frame[plane])


@njit(**LOOP)
def store_planes(job, segment, frame):  # type: ignore[no-untyped-def]
    for plane in range(COVER):
        address = job[PLANES] + (plane * TILE * TILE + segment * SEGMENT) * 4
        copy(frame[plane], carray(floats_at(address), SEGMENT))


def _compilable(version: int) -> tuple[Any, Any]:
    """The two entries; numba finds them in its cache by their code and by `version`."""

    @njit(cache=True, nogil=True, boundscheck=False, **MATHS)
    def draw_tiles(operations, parameters, addresses, jobs, depth):  # type: ignore[no-untyped-def]
        frames = np.empty((depth, COVER + 1, SEGMENT), np.float32)
        source = np.empty((COVER, SEGMENT), np.float32)
        states = np.zeros(depth, np.int64)
        for j in range(jobs.shape[0]):
            job = jobs[j]
            for segment in range(SEGMENTS):
                y = segment * ROWS
                if y + ROWS <= job[Y_START] or y >= job[Y_STOP]:
                    continue
                states[0] = EMPTY
                if job[BACKDROP] != 0:
                    load_backdrop(job, segment, frames[0])
                    states[0] = PAINTED
                draw_segment(
                    operations,
                    parameters,
                    addresses[j],
                    segment,
                    job[LEFT],
                    job[TOP] + y,
                    frames,
                    states,
                    source,
                )
                if states[0] == EMPTY:
                    clear_frame(frames[0])
                if job[PLANES] != 0:
                    store_planes(job, segment, frames[0])
                else:
                    store_pixels(job, segment, frames[0])
        return version

    @njit(cache=True, nogil=True, boundscheck=False, **MATHS)
    def halve_tiles(jobs):  # type: ignore[no-untyped-def]
        for j in range(jobs.shape[0]):
            halve_tile(jobs[j, 0], jobs[j, 1], jobs[j, 2], jobs[j, 3] != 0)
        return version

    return draw_tiles, halve_tiles


TABLE = types.Array(types.int64, 2, "C")
DRAW_SIGNATURE = (
    TABLE,
    types.Array(types.float32, 2, "C"),
    types.Array(types.int64, 3, "C"),
    TABLE,
    types.int64,
)
HALVE_SIGNATURE = (TABLE,)


@dataclass(frozen=True, slots=True)
class Tables:
    """A plan as numbers: operations n×8 int64, parameters n×6 float32."""

    operations: Table
    parameters: Numbers


@dataclass(frozen=True, slots=True)
class Kernels:
    """The compiled entries."""

    draw_tiles: Callable[[Table, Numbers, Table, Table, int], int]
    halve_tiles: Callable[[Table], int]

    def tables(self, plan: Plan) -> Tables:
        """What `draw` needs to know of a plan; serves any number of calls."""
        count = len(plan.operations)
        operations = np.zeros((count, 8), np.int64)
        parameters = np.zeros((count, 6), np.float32)
        level = 0
        for position, operation in enumerate(plan.operations):
            operations[position] = _numbers_of(operation, level)
            parameters[position] = _parameters_of(operation)
            level += _LEVEL_CHANGE.get(operation.code, 0)
        return Tables(operations, parameters)

    def draw(self, plan: Plan, tables: Tables, jobs: Sequence[TileJob]) -> None:
        """Do the jobs; only the pixels that they ask for are written."""
        keys = [job.key for job in jobs]
        count = len(plan.operations)
        addresses = np.zeros((len(jobs), count, 2), np.int64)
        for position, operation in enumerate(plan.operations):
            if operation.raster is not None:
                _find_tiles(operation.raster, keys, addresses[:, position, PIXELS])
            if operation.mask is not None:
                _find_tiles(operation.mask.raster, keys, addresses[:, position, MASK])
        table = np.array([_job_row(job) for job in jobs], np.int64).reshape(len(jobs), 11)
        self.draw_tiles(tables.operations, tables.parameters, addresses, table, plan.depth)

    def halve(self, quadrants: Sequence[tuple[Pixels, Pixels]]) -> None:
        """Write tiles (128×128×4) at half size into 64×64×4 views with contiguous rows."""
        rows = [
            (_address(tile, TILE * TILE * 4 * tile.itemsize), *_rows_of(quadrant))
            for tile, quadrant in quadrants
        ]
        self.halve_tiles(np.array(rows, np.int64).reshape(len(rows), 4))


_LEVEL_CHANGE = {
    Code.GROUP_BEGIN: 1,
    Code.THROUGH_BEGIN: 1,
    Code.CLIP_PIXELS: 1,
    Code.GROUP_END: -1,
    Code.THROUGH_END: -1,
    Code.CLIP_END: -1,
}


def _entries() -> tuple[Any, Any]:
    """The entries, not compiled, bound to the version of the sources that they are made from.

    Numba notices by itself only when this file changes.
    """
    text = "".join(inspect.getsource(module) for module in (blend, halving, kernels))
    return _compilable(int.from_bytes(hashlib.sha256(text.encode()).digest()[:7], "big"))


def compiled() -> Kernels:
    """Compile the entries, or load them from numba's cache on disk: half a minute or 0.5 s."""
    draw_tiles, halve_tiles = _entries()
    draw_tiles.compile(DRAW_SIGNATURE)
    halve_tiles.compile(HALVE_SIGNATURE)
    return Kernels(draw_tiles, halve_tiles)


def cached_on_disk() -> bool:
    """Whether numba's cache holds the driver for these sources and this processor."""
    draw_tiles, _ = _entries()
    return draw_tiles._cache.load_overload(DRAW_SIGNATURE, draw_tiles.targetctx) is not None


def _numbers_of(operation: Operation, level: int) -> list[int]:
    mode = {BlendMode.NORMAL: NORMAL, BlendMode.DISSOLVE: DISSOLVE}.get(operation.mode)
    mask, raster = operation.mask, operation.raster
    hides = (
        level == 0
        and operation.code is Code.DRAW
        and mode == NORMAL
        and operation.opacity == 1.0
        and mask is None
    )
    masked = NO_MASK
    if mask is not None:
        masked = NARROW_MASK if mask.raster.dtype.itemsize == 1 else WIDE_MASK
    return [
        int(operation.code),
        MODES.index(operation.mode) if mode is None else mode,
        FILL_MODES.index(operation.mode) if operation.fill < 1.0 else UNFILLED,
        int(raster is not None and raster.dtype.itemsize == 2),
        masked,
        operation.length,
        int(hides),
        operation.seed * 0xC2B2AE3D & 0xFFFFFFFF,
    ]


def _parameters_of(operation: Operation) -> list[np.float32]:
    top = 1.0 if operation.raster is None else float(np.iinfo(operation.raster.dtype).max)
    strength = operation.opacity if operation.code is Code.DRAW else 1.0
    return [
        np.float32(strength / top),
        np.float32(operation.opacity),
        np.float32(operation.fill),
        *_mask_numbers(operation.mask),
    ]


def _mask_numbers(mask: Mask | None) -> tuple[np.float32, np.float32, np.float32]:
    """Density, unit of the values, what is let through where no tile is stored."""
    if mask is None:
        return blend.ONE, blend.ONE, blend.ONE
    unit = np.float32(1.0 / np.iinfo(mask.raster.dtype).max)
    density = np.float32(mask.density)
    outside = blend.ONE - density * (blend.ONE - np.float32(mask.raster.fill) * unit)
    return density, unit, outside


def _find_tiles(raster: Raster, keys: Sequence[TileKey], column: Table) -> None:
    """Write the addresses of the raster's tiles; the raster keeps them alive."""
    tiles = raster.tiles
    if not tiles:
        return
    nbytes = TILE * TILE * raster.channels * raster.dtype.itemsize
    for row, key in enumerate(keys):
        tile = tiles.get(key)
        if tile is not None:
            column[row] = _address(tile, nbytes)


def _address(tile: Pixels | Planes, nbytes: int) -> int:
    """Where a tile lies in memory, after making sure that as much lies there as will be read."""
    if tile.nbytes != nbytes or not tile.flags.c_contiguous:
        raise ValueError(f"an array {tile.shape} {tile.dtype} is not a stored tile")
    return int(tile.__array_interface__["data"][0])


def _rows_of(view: Pixels) -> tuple[int, int, int]:
    """Address, bytes from row to row, and whether the view is 16-bit."""
    return view.__array_interface__["data"][0], view.strides[0], int(view.itemsize == 2)


def _job_row(job: TileJob) -> list[int]:
    place = tile_rect(job.key)
    area = job.area.translated(-place.left, -place.top)
    planes, backdrop = job.planes, job.backdrop
    return [
        *((0, 0, 0) if job.target is None else _rows_of(job.target)),
        0 if planes is None else _address(planes, COVER * TILE * TILE * 4),
        0 if backdrop is None else _address(backdrop, COVER * TILE * TILE * 4),
        place.left,
        place.top,
        area.left,
        area.top,
        area.right,
        area.bottom,
    ]
