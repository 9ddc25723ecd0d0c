"""Plans and jobs as tables of numbers and memory addresses: all that the compiled driver sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from engine.compositor import blend
from engine.compositor.adjust import Prepared
from engine.compositor.blend import NEUTRAL
from engine.compositor.job import Family, Planes, TileJob
from engine.compositor.plan import Code, Operation, Plan
from engine.document.model import BlendMode, Mask
from engine.document.raster import TILE, Pixels, Raster, TileKey

Table: TypeAlias = npt.NDArray[np.int64]
Numbers: TypeAlias = npt.NDArray[np.float32]

PLANES_BYTES = 4 * TILE * TILE * 4

# What one call of the driver is told: addresses and counts (int64).
OPERATIONS, PARAMETERS, ADDRESSES, JOBS, FRAMES, STATES, ORDER = range(7)
OPERATION_COUNT, JOB_COUNT, DEPTH = range(7, 10)
# Columns of the table of operations (int64).
CODE, MODE, FILL_MODE, WIDE, MASKED, LENGTH, HIDES, SEED, ADJUSTING, TABLE, ROUNDS, UNDER = range(
    12
)
OPERATION_COLUMNS = 12
# Columns of their parameters (float32).
STRENGTH, OPACITY, FILL, DENSITY, MASK_OUTSIDE = range(5)
PARAMETER_COLUMNS = 5
# Columns of the addresses of an operation in a tile; 0 = nothing stored there.
PIXELS, MASK = range(2)
# Columns of the table of jobs: addresses, then document pixels, then pixels of the tile.
TARGET, STRIDE, WIDE_TARGET, PLANES, BACKDROP, LEFT, TOP = range(7)
X_START, Y_START, X_STOP, Y_STOP = range(7, 11)
JOB_COLUMNS = 11

DRAW = int(Code.DRAW)
GROUP_BEGIN = int(Code.GROUP_BEGIN)
GROUP_END = int(Code.GROUP_END)
THROUGH_BEGIN = int(Code.THROUGH_BEGIN)
THROUGH_END = int(Code.THROUGH_END)
CLIP_PIXELS = int(Code.CLIP_PIXELS)
CLIP_GROUP = int(Code.CLIP_GROUP)
ADJUST = int(Code.ADJUST)

MODES = tuple(
    mode for mode in BlendMode if mode not in (BlendMode.PASS_THROUGH, BlendMode.DISSOLVE)
)
NORMAL = MODES.index(BlendMode.NORMAL)
DISSOLVE = len(MODES)
TEXT = DISSOLVE + 1
FILL_MODES = tuple(NEUTRAL)
UNFILLED = -1

# What a mask column says.
NO_MASK, NARROW_MASK, WIDE_MASK = range(3)

_LEVEL_CHANGE = {
    Code.GROUP_BEGIN: 1,
    Code.THROUGH_BEGIN: 1,
    Code.CLIP_PIXELS: 1,
    Code.GROUP_END: -1,
    Code.THROUGH_END: -1,
    Code.CLIP_END: -1,
}


@dataclass(frozen=True, slots=True)
class Tables:
    """A plan as numbers: one row per operation."""

    operations: Table
    parameters: Numbers


def plan_tables(plan: Plan) -> Tables:
    """What the driver needs to know of a plan; serves any number of calls."""
    count = len(plan.operations)
    operations = np.zeros((count, OPERATION_COLUMNS), np.int64)
    parameters = np.zeros((count, PARAMETER_COLUMNS), np.float32)
    level = 0
    for position, operation in enumerate(plan.operations):
        operations[position] = _numbers_of(operation, level)
        parameters[position] = _parameters_of(operation)
        level += _LEVEL_CHANGE.get(operation.code, 0)
    return Tables(operations, parameters)


def _numbers_of(operation: Operation, level: int) -> list[int]:
    mode = DISSOLVE if operation.mode is BlendMode.DISSOLVE else MODES.index(operation.mode)
    if operation.is_text:
        mode = TEXT
    mask, raster, adjustment = operation.mask, operation.raster, operation.adjustment
    full = 0 if adjustment is None else adjustment.full
    hides = (
        level == 0
        and operation.code is Code.DRAW
        and mode in (NORMAL, TEXT)
        and operation.opacity == 1.0
        and mask is None
    )
    masked = NO_MASK
    if mask is not None:
        masked = NARROW_MASK if mask.raster.dtype.itemsize == 1 else WIDE_MASK
    return [
        int(operation.code),
        mode,
        FILL_MODES.index(operation.mode) if operation.fill < 1.0 else UNFILLED,
        int((raster is not None and raster.dtype.itemsize == 2) or full == 65535),
        masked,
        operation.length,
        int(hides),
        operation.seed * 0xC2B2AE3D & 0xFFFFFFFF,
        0 if adjustment is None else int(adjustment.kind),
        0 if adjustment is None else table_address(adjustment),
        int(operation.rounds),
        int(operation.is_under),
    ]


def table_address(adjustment: Prepared) -> int:
    """Where its table lies in memory; the adjustment keeps it alive."""
    return int(adjustment.table.__array_interface__["data"][0])


def _parameters_of(operation: Operation) -> list[np.float32]:
    top = 1.0 if operation.raster is None else float(np.iinfo(operation.raster.dtype).max)
    strength = operation.opacity if operation.code is Code.DRAW else 1.0
    return [
        np.float32(strength / top),
        np.float32(operation.opacity),
        np.float32(operation.fill),
        *_mask_numbers(operation.mask),
    ]


def _mask_numbers(mask: Mask | None) -> tuple[np.float32, np.float32]:
    """Density, and what is let through where no tile is stored."""
    if mask is None:
        return blend.ONE, blend.ONE
    unit = np.float32(1.0 / np.iinfo(mask.raster.dtype).max)
    density = np.float32(mask.density)
    return density, blend.ONE - density * (blend.ONE - np.float32(mask.raster.fill) * unit)


def tile_addresses(plan: Plan, keys: Sequence[TileKey]) -> Table:
    """jobs × operations × 2 (PIXELS, MASK): where tiles lie; their rasters keep them alive."""
    addresses = np.zeros((len(keys), len(plan.operations), 2), np.int64)
    for position, operation in enumerate(plan.operations):
        if operation.raster is not None:
            addresses[:, position, PIXELS] = _addresses(operation.raster, keys, channels=4)
        if operation.mask is not None:
            addresses[:, position, MASK] = _addresses(operation.mask.raster, keys, channels=1)
    return addresses


def _addresses(raster: Raster, keys: Sequence[TileKey], *, channels: int) -> list[int]:
    nbytes = TILE * TILE * channels * raster.dtype.itemsize
    found = map(raster.tiles.get, keys)
    return [0 if tile is None else address_of(tile, nbytes) for tile in found]


def address_of(tile: Pixels | Planes, nbytes: int) -> int:
    """Where a tile lies in memory, after making sure that as much lies there as will be read."""
    if tile.nbytes != nbytes or not tile.flags.c_contiguous:
        raise ValueError(f"an array {tile.shape} {tile.dtype} is not a stored tile")
    return int(tile.__array_interface__["data"][0])


def job_rows(jobs: Sequence[TileJob]) -> Table:
    """jobs × JOB_COLUMNS."""
    return np.array([_job_row(job) for job in jobs], np.int64)


def _job_row(job: TileJob) -> list[int]:
    (row, column), target, planes, backdrop = job.key, job.target, job.planes, job.backdrop
    return [
        0 if target is None else target.__array_interface__["data"][0],
        0 if target is None else target.strides[0],
        int(target is not None and target.itemsize == 2),
        0 if planes is None else address_of(planes, PLANES_BYTES),
        0 if backdrop is None else address_of(backdrop, PLANES_BYTES),
        column * TILE,
        row * TILE,
        *job.part,
    ]


def family_rows(families: Sequence[Family]) -> Table:
    """children × 4: address, address of the parent, quadrant, bytes per channel."""
    rows = []
    for children, parent in families:
        nbytes = TILE * TILE * 4 * parent.itemsize
        target = address_of(parent, nbytes)
        for quadrant, tile in children:
            rows.append((address_of(tile, nbytes), target, quadrant, parent.itemsize))
    return np.array(rows, np.int64).reshape(len(rows), 4)
