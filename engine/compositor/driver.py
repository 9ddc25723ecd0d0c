"""The compiled driver: runs a plan over tiles with the loops of kernels.py.

`Kernels.draw` turns a plan and jobs into tables of numbers and memory addresses (tables.py); the
compiled function behind it needs nothing of Python, so any number of threads can be inside it at
once.

Only the entries are cached on disk; everything they call is compiled into them. Imports numba,
hence imported by compile.py only.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numba import carray, njit, types  # type: ignore[attr-defined]

from engine.compositor import adjust, adjust_kernels, blend, halving, hues, kernels, tables
from engine.compositor.adjust import Prepared
from engine.compositor.adjust_kernels import (
    adjust_stored,
    adjust_stored_wide,
    adjusted_colors,
    lay_back,
)
from engine.compositor.halving import halve_tile
from engine.compositor.job import Family, TileJob
from engine.compositor.kernels import (
    ALPHA,
    COVER,
    DIRECT,
    DIRECT_TEXT,
    FILLED,
    FRAME_BYTES,
    LOOP,
    MATHS,
    PLANAR,
    PLANAR_TEXT,
    PLANE_BYTES,
    ROWS,
    SEGMENT,
    UNIT8,
    copy,
    decode,
    decode_wide,
    direct_first,
    dissolve,
    fill_plane,
    floats_at,
    integers_at,
    is_opaque,
    is_opaque_wide,
    is_transparent,
    is_transparent_wide,
    lerp,
    mask_by,
    mask_by_wide,
    pack,
    pack_wide,
    pixels_at,
    prefetch,
    round_frame,
    scale,
    straighten,
    text_lerp,
)
from engine.compositor.plan import Plan
from engine.compositor.tables import (
    ADDRESSES,
    ADJUST,
    ADJUSTING,
    BACKDROP,
    CLIP_GROUP,
    CLIP_PIXELS,
    CODE,
    DENSITY,
    DEPTH,
    DISSOLVE,
    DRAW,
    FILL,
    FILL_MODE,
    FILL_MODES,
    FRAMES,
    GROUP_BEGIN,
    GROUP_END,
    HIDES,
    JOB_COLUMNS,
    JOB_COUNT,
    JOBS,
    LEFT,
    LENGTH,
    MASK,
    MASK_OUTSIDE,
    MASKED,
    MODE,
    MODES,
    NARROW_MASK,
    NO_MASK,
    NORMAL,
    OPACITY,
    OPERATION_COLUMNS,
    OPERATION_COUNT,
    OPERATIONS,
    ORDER,
    PARAMETER_COLUMNS,
    PARAMETERS,
    PIXELS,
    PLANES,
    ROUNDS,
    SEED,
    STATES,
    STRENGTH,
    STRIDE,
    TABLE,
    TARGET,
    TEXT,
    THROUGH_BEGIN,
    THROUGH_END,
    TOP,
    UNDER,
    UNFILLED,
    WIDE,
    WIDE_TARGET,
    X_START,
    X_STOP,
    Y_START,
    Y_STOP,
    Table,
    Tables,
    family_rows,
    job_rows,
    table_address,
    tile_addresses,
)
from engine.document.raster import TILE, Pixels

SEGMENTS = TILE // ROWS
LINE = 64
"""Bytes of a cache line. Frames begin at one: vectors across two lines cost twice."""

# What is known about a frame: EMPTY ones hold garbage that counts as transparent.
EMPTY, PAINTED = range(2)


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


# The number of dissolve is never dispatched: it is normal with another coverage.
direct = _dispatcher(
    [*(DIRECT[mode] for mode in MODES), DIRECT[MODES[NORMAL]], DIRECT_TEXT], "source, k, frame"
)
planar = _dispatcher(
    [*(PLANAR[mode] for mode in MODES), PLANAR[MODES[NORMAL]], PLANAR_TEXT], "source, cover, frame"
)
filled = _dispatcher([FILLED[mode] for mode in FILL_MODES], "source, cover, fill, frame")


@njit(**LOOP)
def clear_frame(frame):  # type: ignore[no-untyped-def]
    for index in range(COVER):
        fill_plane(blend.ZERO, frame + index * PLANE_BYTES)


@njit(**LOOP)
def copy_frame(source, target):  # type: ignore[no-untyped-def]
    for index in range(COVER):
        copy(source + index * PLANE_BYTES, target + index * PLANE_BYTES)


@njit(**LOOP)
def blend_frame(tables, position, place, source, cover, frame, state):  # type: ignore[no-untyped-def]
    """Straight colours in the frame `source` with the plane `cover` onto a frame."""
    operations, parameters = tables
    if state == EMPTY:
        clear_frame(frame)
    mode = operations[position, MODE]
    if operations[position, FILL_MODE] != UNFILLED:
        fill = parameters[position, FILL]
        filled(operations[position, FILL_MODE], source, cover, fill, frame)
    elif mode == DISSOLVE:
        left, top = place
        seed = np.uint32(operations[position, SEED])
        dissolve(np.int32(left), np.int32(top), seed, cover)
        planar(NORMAL, source, cover, frame)
    else:
        planar(mode, source, cover, frame)


@njit(**LOOP)
def apply_mask(tables, position, address, segment, cover):  # type: ignore[no-untyped-def]
    """Multiply the plane `cover` by what the operation's mask lets through."""
    operations, parameters = tables
    kind = operations[position, MASKED]
    if kind == NO_MASK:
        return
    density = parameters[position, DENSITY]
    if address == 0:
        scale(parameters[position, MASK_OUTSIDE], cover)
    elif kind == NARROW_MASK:
        mask_by(address + segment * SEGMENT, density, cover)
    else:
        mask_by_wide(address + segment * SEGMENT * 2, density, cover)


@njit(**LOOP)
def load_pixels(tables, position, address, mask, segment, frame, cover):  # type: ignore[no-untyped-def]
    """Decode a layer's segment with its mask; False when all of it is transparent."""
    operations, parameters = tables
    strength = parameters[position, STRENGTH]
    if operations[position, WIDE]:
        wide = address + segment * SEGMENT * 8
        if is_transparent_wide(wide):
            return False
        decode_wide(wide, strength, frame, cover)
    else:
        pixels = address + segment * SEGMENT * 4
        if is_transparent(pixels):
            return False
        decode(pixels, strength, frame, cover)
    apply_mask(tables, position, mask, segment, cover)
    return True


@njit(**LOOP)
def draw_pixels(tables, position, address, mask, segment, place, source, frame, state):  # type: ignore[no-untyped-def]
    """A layer's segment onto a frame; `source` is scratch. Returns the frame's new state."""
    operations, parameters = tables
    masked = operations[position, MASKED] != NO_MASK
    if masked and mask == 0:
        outside = parameters[position, MASK_OUTSIDE]
        if outside == 0.0:
            return state
        masked = outside != 1.0
    mode = operations[position, MODE]
    plain = operations[position, FILL_MODE] == UNFILLED and mode != DISSOLVE
    if plain and not masked and not operations[position, WIDE]:
        pixels = address + segment * SEGMENT * 4
        if is_transparent(pixels):
            return state
        k = parameters[position, STRENGTH]
        if state == EMPTY or (mode == NORMAL and k == UNIT8 and is_opaque(pixels)):
            direct_first(pixels, k, frame)
        else:
            direct(mode, pixels, k, frame)
        return PAINTED
    cover = source + COVER * PLANE_BYTES
    if not load_pixels(tables, position, address, mask, segment, source, cover):
        return state
    blend_frame(tables, position, place, source, cover, frame, state)
    return PAINTED


@njit(**LOOP)
def adjust_frame(tables, position, address, segment, place, source, above, frame):  # type: ignore[no-untyped-def]
    """A frame's colours adjusted, its alpha kept. address: of the mask. source, above: scratch."""
    operations, parameters = tables
    outside = parameters[position, MASK_OUTSIDE]
    if operations[position, MASKED] != NO_MASK and address == 0 and outside == 0.0:
        return
    cover = source + COVER * PLANE_BYTES
    fill_plane(parameters[position, OPACITY], cover)
    apply_mask(tables, position, address, segment, cover)
    kind, table = operations[position, ADJUSTING], operations[position, TABLE]
    adjusted_colors(kind, table, operations[position, WIDE] != 0, frame, source)
    copy_frame(frame, above)
    straighten(above)
    fill_plane(blend.ONE, above + ALPHA * PLANE_BYTES)
    blend_frame(tables, position, place, source, cover, above, PAINTED)
    lay_back(above, cover, frame)


@njit(**LOOP)
def list_present(operations, addresses, tile, order):  # type: ignore[no-untyped-def]
    """Write the operations that have something to do in this tile; returns how many."""
    count = 0
    for position in range(operations.shape[0]):
        if operations[position, CODE] != DRAW or addresses[tile, position, PIXELS] != 0:
            order[count] = position
            count += 1
    return count


@njit(**LOOP)
def first_seen(operations, addresses, tile, segment, order, count):  # type: ignore[no-untyped-def]
    """Where in `order` the topmost operation is that hides, in this segment, all below; else 0."""
    for index in range(count - 1, 0, -1):
        position = order[index]
        if operations[position, HIDES]:
            address = addresses[tile, position, PIXELS]
            if operations[position, WIDE]:
                if is_opaque_wide(address + segment * SEGMENT * 8):
                    return index
            elif is_opaque(address + segment * SEGMENT * 4):
                return index
    return 0


@njit(**LOOP)
def ask_for_segment(address, wide, segment):  # type: ignore[no-untyped-def]
    """Fetch the pixels of the next operation while this one is computed.

    A segment is too short for the processor to notice by itself where the next one begins.
    """
    size = SEGMENT * 8 if wide else SEGMENT * 4
    for offset in range(0, size, LINE):
        prefetch(address + segment * size + offset)  # type: ignore[call-arg]


@njit(**LOOP)
def draw_segment(  # type: ignore[no-untyped-def]
    tables, addresses, tile, segment, place, frames, states, source, order, count
):
    """All operations for one segment; the first frame holds the backdrop and gets the result.

    place: document pixel of the segment's first one. frames: address of as many as the plan is
    deep. source: address of a scratch frame. order: the `count` operations to do.
    """
    operations, parameters = tables
    level = 0
    skip_to = 0
    for index in range(first_seen(operations, addresses, tile, segment, order, count), count):
        position = order[index]
        if position < skip_to:
            continue
        last = index + 1 == count
        following = order[0 if last else index + 1]
        ahead = addresses[tile, following, PIXELS]
        if ahead != 0:
            ask_for_segment(ahead, operations[following, WIDE], segment + 1 if last else segment)
        code = operations[position, CODE]
        address = addresses[tile, position, PIXELS]
        mask = addresses[tile, position, MASK]
        frame = frames + level * FRAME_BYTES
        alpha, cover = frame + ALPHA * PLANE_BYTES, frame + COVER * PLANE_BYTES
        above, below = frame + FRAME_BYTES, frame - FRAME_BYTES
        if code == DRAW:
            if address != 0:
                at = level - operations[position, UNDER]
                onto = frames + at * FRAME_BYTES
                states[at] = draw_pixels(
                    tables, position, address, mask, segment, place, source, onto, states[at]
                )
        elif code == ADJUST:
            if states[level] != EMPTY:
                adjust_frame(tables, position, mask, segment, place, source, above, frame)
        elif code == GROUP_BEGIN:
            level += 1
            states[level] = EMPTY
        elif code == GROUP_END:
            level -= 1
            if states[level + 1] != EMPTY:
                straighten(frame)
                scale(parameters[position, OPACITY], alpha)
                apply_mask(tables, position, mask, segment, alpha)
                blend_frame(tables, position, place, frame, alpha, below, states[level])
                states[level] = PAINTED
        elif code == THROUGH_BEGIN:
            copied = level - operations[position, UNDER]
            level += 1
            states[level] = states[copied]
            if states[level] != EMPTY:
                copy_frame(frames + copied * FRAME_BYTES, above)
        elif code == THROUGH_END:
            level -= 1
            if states[level + 1] != EMPTY or states[level] != EMPTY:
                if states[level + 1] == EMPTY:
                    clear_frame(frame)
                fill_plane(parameters[position, OPACITY], cover)
                apply_mask(tables, position, mask, segment, cover)
                if states[level] == EMPTY:
                    clear_frame(below)
                if operations[position, MODE] == TEXT:
                    text_lerp(below, frame, cover)
                else:
                    for index in range(COVER):
                        lerp(below + index * PLANE_BYTES, frame + index * PLANE_BYTES, cover)
                states[level] = PAINTED
        elif code == CLIP_PIXELS:
            base_cover = above + COVER * PLANE_BYTES
            if address != 0 and load_pixels(
                tables, position, address, mask, segment, above, base_cover
            ):
                level += 1
                states[level] = PAINTED
                fill_plane(blend.ONE, above + ALPHA * PLANE_BYTES)
            else:
                skip_to = position + operations[position, LENGTH] + 1
                if address != 0 and operations[position, ROUNDS] and states[level] != EMPTY:
                    round_frame(frame)
        elif code == CLIP_GROUP:
            if states[level] == EMPTY:
                level -= 1
                skip_to = position + operations[position, LENGTH] + 1
                if operations[position, ROUNDS] and states[level] != EMPTY:
                    round_frame(below)
            else:
                straighten(frame)
                copy(alpha, cover)
                apply_mask(tables, position, mask, segment, cover)
                fill_plane(blend.ONE, alpha)
        else:
            level -= 1
            scale(parameters[position, OPACITY], cover)
            blend_frame(tables, position, place, frame, cover, below, states[level])
            states[level] = PAINTED
        is_end = code != CLIP_PIXELS and code != CLIP_GROUP
        if is_end and operations[position, ROUNDS] and states[level] != EMPTY:
            round_frame(frames + level * FRAME_BYTES)


@njit(**LOOP)
def store_pixels(jobs, j, segment, frame, scratch):  # type: ignore[no-untyped-def]
    """The rows of a finished segment that the job asks for, as straight pixels."""
    size = 4
    if jobs[j, WIDE_TARGET]:
        size = 8
        pack_wide(frame, scratch)
    else:
        pack(frame, scratch)
    width = (jobs[j, X_STOP] - jobs[j, X_START]) * size // 4
    for row in range(ROWS):
        y = segment * ROWS + row
        if jobs[j, Y_START] <= y < jobs[j, Y_STOP]:
            here = scratch + (row * TILE + jobs[j, X_START]) * size
            there = jobs[j, TARGET] + (y - jobs[j, Y_START]) * jobs[j, STRIDE]
            source, target = carray(pixels_at(here), width), carray(pixels_at(there), width)
            for i in range(width):
                target[i] = source[i]


@njit(**LOOP)
def load_backdrop(address, segment, frame):  # type: ignore[no-untyped-def]
    for index in range(COVER):
        here = address + (index * TILE * TILE + segment * SEGMENT) * 4
        copy(here, frame + index * PLANE_BYTES)


@njit(**LOOP)
def store_planes(address, segment, frame):  # type: ignore[no-untyped-def]
    for index in range(COVER):
        there = address + (index * TILE * TILE + segment * SEGMENT) * 4
        copy(frame + index * PLANE_BYTES, there)


def _compilable(version: int) -> tuple[Any, Any, Any]:
    """The entries; numba finds them in its cache by their code and by `version`."""

    @njit(cache=True, nogil=True, boundscheck=False, **MATHS)
    def draw_tiles(call):  # type: ignore[no-untyped-def]
        count, tiles = call[OPERATION_COUNT], call[JOB_COUNT]
        operations = carray(integers_at(call[OPERATIONS]), (count, OPERATION_COLUMNS))
        parameters = carray(floats_at(call[PARAMETERS]), (count, PARAMETER_COLUMNS))
        addresses = carray(integers_at(call[ADDRESSES]), (tiles, count, 2))
        jobs = carray(integers_at(call[JOBS]), (tiles, JOB_COLUMNS))
        states = carray(integers_at(call[STATES]), call[DEPTH])
        order = carray(integers_at(call[ORDER]), count)
        source = call[FRAMES]
        frames = source + FRAME_BYTES
        for j in range(tiles):
            present = list_present(operations, addresses, j, order)
            for segment in range(SEGMENTS):
                y = segment * ROWS
                if y + ROWS <= jobs[j, Y_START] or y >= jobs[j, Y_STOP]:
                    continue
                states[0] = EMPTY
                if jobs[j, BACKDROP] != 0:
                    load_backdrop(jobs[j, BACKDROP], segment, frames)
                    states[0] = PAINTED
                place = (jobs[j, LEFT], jobs[j, TOP] + y)
                tables = (operations, parameters)
                draw_segment(
                    tables, addresses, j, segment, place, frames, states, source, order, present
                )
                if states[0] == EMPTY:
                    clear_frame(frames)
                if jobs[j, PLANES] != 0:
                    store_planes(jobs[j, PLANES], segment, frames)
                else:
                    store_pixels(jobs, j, segment, frames, source)
        return version

    @njit(cache=True, nogil=True, boundscheck=False, **MATHS)
    def halve_tiles(jobs):  # type: ignore[no-untyped-def]
        for j in range(jobs.shape[0]):
            halve_tile(jobs[j, 0], jobs[j, 1], jobs[j, 2], jobs[j, 3] == 2)
        return version

    @njit(cache=True, nogil=True, boundscheck=False, **MATHS)
    def adjust_segments(call):  # type: ignore[no-untyped-def]
        source, target, count, wide, kind, table, frame = call
        for index in range(count):
            if wide:
                offset = index * SEGMENT * 8
                adjust_stored_wide(kind, table, source + offset, target + offset, frame)
            else:
                offset = index * SEGMENT * 4
                adjust_stored(kind, table, source + offset, target + offset, frame)
        return version

    return draw_tiles, halve_tiles, adjust_segments


DRAW_SIGNATURE = (types.Array(types.int64, 1, "C"),)
HALVE_SIGNATURE = (types.Array(types.int64, 2, "C"),)
ADJUST_SIGNATURE = (types.UniTuple(types.int64, 7),)  # type: ignore[no-untyped-call]


@dataclass(frozen=True, slots=True)
class Kernels:
    """The compiled entries."""

    draw_tiles: Callable[[Table], int]
    halve_tiles: Callable[[Table], int]
    adjust_segments: Callable[[tuple[int, ...]], int]

    def draw(self, plan: Plan, tables: Tables, jobs: Sequence[TileJob]) -> None:
        """Do the jobs; only the pixels that they ask for are written. tables: of that plan."""
        count = len(plan.operations)
        addresses = tile_addresses(plan, [job.key for job in jobs])
        rows = job_rows(jobs)
        frames = np.empty((plan.depth + 1) * FRAME_BYTES + LINE, np.uint8)
        states = np.empty(plan.depth, np.int64)
        order = np.empty(count, np.int64)
        arrays = (tables.operations, tables.parameters, addresses, rows, frames, states, order)
        call = [array.__array_interface__["data"][0] for array in arrays]
        call[FRAMES] += -call[FRAMES] % LINE
        self.draw_tiles(np.array([*call, count, len(jobs), plan.depth], np.int64))

    def halve(self, families: Sequence[Family]) -> None:
        """Write tiles (128×128×4) at half size into quadrants of others."""
        self.halve_tiles(family_rows(families))

    def adjust(self, pixels: Pixels, adjustment: Prepared) -> Pixels:
        """A new H×W×4 array of the same depth; transparent pixels keep every bit."""
        count = -(-pixels.shape[0] * pixels.shape[1] // SEGMENT)
        source = np.ascontiguousarray(pixels).reshape(-1, 4)
        if len(source) < count * SEGMENT:
            source = np.concatenate(
                [source, np.zeros((count * SEGMENT - len(source), 4), pixels.dtype)]
            )
        target = np.empty_like(source)
        frame = np.empty(FRAME_BYTES, np.uint8)
        addresses = [array.__array_interface__["data"][0] for array in (source, target, frame)]
        wide, table = int(pixels.dtype.itemsize == 2), table_address(adjustment)
        call = (*addresses[:2], count, wide, int(adjustment.kind), table, addresses[2])
        self.adjust_segments(call)
        return target[: pixels.shape[0] * pixels.shape[1]].reshape(pixels.shape)


_SOURCES = (adjust, adjust_kernels, blend, halving, hues, kernels, tables)


def _entries() -> tuple[Any, Any, Any]:
    """The entries, not compiled, bound to the version of the sources that they are made from.

    Numba notices by itself only when this file changes.
    """
    text = "".join(inspect.getsource(module) for module in _SOURCES)
    return _compilable(int.from_bytes(hashlib.sha256(text.encode()).digest()[:7], "big"))


def compiled() -> Kernels:
    """Compile the entries, or load them from numba's cache on disk: half a minute or 0.5 s."""
    draw_tiles, halve_tiles, adjust_segments = _entries()
    draw_tiles.compile(DRAW_SIGNATURE)
    halve_tiles.compile(HALVE_SIGNATURE)
    adjust_segments.compile(ADJUST_SIGNATURE)
    return Kernels(draw_tiles, halve_tiles, adjust_segments)


def cached_on_disk() -> bool:
    """Whether numba's cache holds the driver for these sources and this processor."""
    draw_tiles, _, _ = _entries()
    return draw_tiles._cache.load_overload(DRAW_SIGNATURE, draw_tiles.targetctx) is not None
