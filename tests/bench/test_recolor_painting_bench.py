"""Painting a palette into 4096² pixels with 24 slots, shadow and light following: no window.

Times are processor time of all threads, the smallest of several rounds, so that other work on the
machine counts as little as possible; on two cores an artist waits for about half of it when many
tiles are concerned. `-s` shows the figures.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest

from engine.document.geometry import Size
from engine.document.model import BlendMode, Document, LayerId, PixelLayer, Role, Slot, SlotMap
from engine.document.raster import TileKey, pixels_of, raster_from_array
from engine.document.slots import painted, slot_map_from_arrays, slots_of
from engine.progress import Progress
from engine.recolor.compile import warm_up
from engine.recolor.extraction import with_slots_found
from engine.recolor.live import Recoloring
from engine.recolor.nudging import STEPS, Axis, Step, nudged
from engine.recolor.regions import Regions

SIDE, SLOTS, CELL = 4096, 24, 256
FLAT = LayerId(1)
VISIBLE: tuple[TileKey, ...] = tuple(
    (row, column) for row in range(9, 18) for column in range(8, 24)
)
"""What a window of 1920×1080 shows at 100 %: 144 tiles."""


def scene() -> Document:
    """Discs on a chequered ground, borders one pixel wide and mixed, a shaded part, spots of light,
    soft shading in one corner."""
    rng = np.random.default_rng(0)
    rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    across, down = columns % CELL - CELL / 2, rows % CELL - CELL / 2
    cells = SIDE // CELL
    ground, disc = rng.integers(0, SLOTS, (2, cells, cells)).repeat(CELL, 1).repeat(CELL, 2)
    share = np.clip(100.5 - np.hypot(across, down), 0, 1)
    ids = np.where(share >= 0.5, disc, ground).astype(np.uint16)
    second = np.where(share >= 0.5, ground, disc).astype(np.uint16)
    coverage = np.floor(255 * np.minimum(share, 1 - share) + 0.5).astype(np.uint8)
    colors = [(red, green, blue) for red, green, blue in rng.integers(30, 240, (SLOTS, 3)).tolist()]
    palette = tuple(Slot(k, f"slot {k}", color, color) for k, color in enumerate(colors))
    slots = slot_map_from_arrays(palette, ids, second, coverage)
    flat = PixelLayer(
        id=FLAT,
        name="Flat colour",
        raster=painted(slots, np.full((SIDE, SIDE), 255, np.uint8)),
        slots=slots,
        role=Role.FLAT,
    )
    shadow = np.zeros((SIDE, SIDE, 4), np.uint8)
    shadow[across > 20] = (170, 160, 200, 255)
    soft = shadow[: SIDE // 4, : SIDE // 4]
    soft[...] = 255
    soft[..., 0] = 150 + columns[: SIDE // 4, : SIDE // 4] % 100
    soft[..., 1] = 140 + rows[: SIDE // 4, : SIDE // 4] % 100
    light = np.zeros((SIDE, SIDE, 4), np.uint8)
    light[np.hypot(across + 50, down + 50) < 25] = (90, 90, 60, 255)
    over = (
        _clipped(LayerId(2), shadow, BlendMode.MULTIPLY),
        _clipped(LayerId(3), light, BlendMode.SCREEN),
    )
    return Document(size=Size(SIDE, SIDE), layers=(flat, *over), next_id=4)


def _clipped(layer_id: LayerId, array: np.ndarray, blend: BlendMode) -> PixelLayer:
    raster = raster_from_array(array)
    return PixelLayer(id=layer_id, name=str(blend), raster=raster, blend=blend, clipped=True)


@pytest.fixture(scope="module")
def document() -> Document:
    warm_up()
    return scene()


def milliseconds(work: Callable[[int], object], rounds: int = 8) -> float:
    """Processor time of one call, the smallest of several; each call gets another number."""
    work(0)
    found = []
    for number in range(1, rounds + 1):
        start = time.process_time()
        work(number)
        found.append(time.process_time() - start)
    return 1e3 * min(found)


def palettes(document: Document, ids: list[int]) -> Callable[[int], SlotMap]:
    """A palette for each number, a few taps from the document's."""
    slots = slots_of(document.layers[0])
    step = STEPS[Axis.LIGHTNESS][Step.TAP]
    return lambda number: nudged(slots, ids, Axis.LIGHTNESS, step * (1 + number % 9), 8)


def visible_tiles(recoloring: Recoloring, slot: int) -> int:
    slots = slots_of(recoloring.document.layers[0])
    changed = nudged(slots, [slot], Axis.LIGHTNESS, 0.1, 8)
    return len(set(recoloring.tiles_of(changed)).intersection(VISIBLE))


def timed(benchmark: Any, recoloring: Recoloring, palette: Callable[[int], SlotMap]) -> tuple:
    """Milliseconds for what is visible at 100 %, and for the whole picture."""

    def both() -> tuple[float, float]:
        return (
            milliseconds(lambda number: recoloring.preview(palette(number), VISIBLE)),
            milliseconds(lambda number: recoloring.shown(palette(number))),
        )

    seen, whole = benchmark.pedantic(both, rounds=1)
    print(f"\nvisible {seen:.1f} ms, whole picture {whole:.1f} ms of processor time")
    benchmark.extra_info |= {"visible_ms": seen, "whole_ms": whole}
    return seen, whole


def test_a_nudge_of_the_slot_that_is_seen_most(benchmark, document: Document) -> None:
    recoloring = Recoloring(document, FLAT)
    slot = max(range(SLOTS), key=partial(visible_tiles, recoloring))
    seen, whole = timed(benchmark, recoloring, palettes(document, [slot]))
    assert seen < 16
    assert whole < 2 * 33


def test_a_change_of_the_whole_palette(benchmark, document: Document) -> None:
    palette = palettes(document, list(range(SLOTS)))
    seen, whole = timed(benchmark, Recoloring(document, FLAT), palette)
    assert seen < 2 * 33
    assert whole < 2.5 * 100


def test_24_colours_nudged_and_a_mode_entered(benchmark, document: Document) -> None:
    palette = palettes(document, list(range(SLOTS)))
    colors = benchmark.pedantic(lambda: milliseconds(palette), rounds=1)
    index = milliseconds(lambda _number: Recoloring(document, FLAT))
    print(f"\n24 colours {colors:.1f} ms, index of the tiles {index:.1f} ms of processor time")
    assert colors < 16
    assert index < 100


def test_memory_of_the_slots(benchmark, document: Document) -> None:
    slots = slots_of(document.layers[0])
    rasters = (slots.ids, slots.second, slots.coverage)
    found = benchmark.pedantic(lambda: sum(one.nbytes for one in rasters) / SIDE**2, rounds=1)
    print(f"\nslots take {found:.2f} bytes per pixel")
    assert found <= 4


def test_regions_and_slots_are_found(benchmark, document: Document) -> None:
    flat = document.layers[0]
    assert isinstance(flat, PixelLayer)
    regions = benchmark.pedantic(
        lambda: milliseconds(lambda _number: Regions(flat, document.size), 2), rounds=1
    )
    raster = raster_from_array(pixels_of(flat.raster, document.size.rect))
    layer = PixelLayer(id=FLAT, name="Flat", raster=raster)
    plain = Document(size=document.size, layers=(layer,), next_id=2)
    slots = milliseconds(lambda _number: with_slots_found(plain, FLAT, Progress.silent()), 1)
    print(f"\nregions {regions:.0f} ms, slots found {slots:.0f} ms of processor time")
    assert regions < 2000
    assert slots < 8000
