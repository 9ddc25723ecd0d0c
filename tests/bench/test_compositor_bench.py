"""The compositor as ratios in one run: `pytest tests/bench --benchmark-only -s -k compositor`.

Times are processor time of one thread, the least of several rounds in turn, so that a busy machine
disturbs all sides alike; nothing here fails for being slow. UNFLATTEN_BENCH_SIDE sets the side of
the large canvas (2048; the targets are stated for 4096).
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import pytest
from PIL import Image
from psd_tools import PSDImage
from psd_tools.constants import BlendMode as PsdMode

from engine.compositor.cache import CompositeCache
from engine.compositor.compile import warm_up
from engine.compositor.composite import composite, composite_tiles, flatten
from engine.compositor.pyramid import Pyramid
from engine.document.adjustments import (
    Adjustment,
    BlackAndWhite,
    ChannelMixer,
    Curves,
    HueRange,
    HueSaturation,
    Inks,
    PhotoFilter,
    SelectiveColor,
    Vibrance,
)
from engine.document.geometry import Rect, Size
from engine.document.model import AdjustmentLayer, BlendMode, Document, LayerId, PixelLayer
from engine.document.raster import (
    TILE,
    Pixels,
    empty_raster,
    frozen_tile,
    raster_from_array,
    raster_from_tiles,
    tiles_over,
)
from tests.engine.compositor.reference import reference

SIDE = int(os.environ.get("UNFLATTEN_BENCH_SIDE", "2048"))
STACK = (
    (BlendMode.NORMAL, 255),
    (BlendMode.NORMAL, 255),
    (BlendMode.MULTIPLY, 191),
    (BlendMode.SCREEN, 153),
    (BlendMode.SOFT_LIGHT, 204),
    (BlendMode.LUMINOSITY, 128),
    (BlendMode.MULTIPLY, 230),
    (BlendMode.NORMAL, 140),
)
"""Modes and opacities of an illustration file."""


class Table:
    """Rows that are printed together when all is measured."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str]] = []

    def add(self, benchmark: Any, what: str, found: str, target: str) -> None:
        self.rows.append((what, found, target))
        benchmark.extra_info[what] = f"{found} (target {target})"


@pytest.fixture(scope="module")
def table() -> Iterator[Table]:
    table = Table()
    yield table
    print(f"\n\n{'compositor, one run':<44}{'measured':>22}   target")
    for what, found, target in table.rows:
        print(f"{what:<44}{found:>22}   {target}")


@pytest.fixture(scope="module", autouse=True)
def compiled() -> None:
    assert warm_up()


def least_seconds(*works: Callable[[], object], rounds: int = 9) -> list[float]:
    """Least processor time of each of the works, done in turn."""
    best = [float("inf")] * len(works)
    for work in works:
        work()
    for _ in range(rounds):
        for index, work in enumerate(works):
            start = time.process_time()
            work()
            best[index] = min(best[index], time.process_time() - start)
    return best


def noise(rng: np.random.Generator, side: int) -> Pixels:
    return rng.integers(0, 256, (side, side, 4), dtype=np.uint8)


def stack_of(side: int) -> Document:
    rng = np.random.default_rng(0)
    layers = tuple(
        PixelLayer(
            id=LayerId(index),
            name=mode.value,
            raster=raster_from_array(noise(rng, side)),
            blend=mode,
            opacity=opacity / 255,
        )
        for index, (mode, opacity) in enumerate(STACK, 1)
    )
    return Document(size=Size(side, side), layers=layers)


@pytest.fixture(scope="module")
def stack() -> Document:
    return stack_of(SIDE)


@pytest.fixture(scope="module")
def fifty() -> Document:
    """50 layers of 4096², every one but the lowest painted on a fifth of the tiles."""
    rng = np.random.default_rng(3)
    across = 4096 // TILE
    pool = [noise(rng, TILE) for _ in range(32)]
    modes = [BlendMode.NORMAL] * 4 + [BlendMode.MULTIPLY] * 2
    modes += [BlendMode.SCREEN, BlendMode.SOFT_LIGHT, BlendMode.LINEAR_DODGE, BlendMode.OVERLAY]
    layers = []
    for index in range(50):
        painted = np.full((across, across), index == 0)
        while painted.mean() < 0.2:
            height, width = rng.integers(1, across // 3, 2)
            top, left = rng.integers(0, across - height + 1), rng.integers(0, across - width + 1)
            painted[top : top + height, left : left + width] = True
        tiles = {}
        for row, column in np.argwhere(painted):
            tile = pool[rng.integers(len(pool))].copy()
            if index == 0:
                tile[..., 3] = 255
            tiles[int(row), int(column)] = frozen_tile(tile)
        layers.append(
            PixelLayer(
                id=LayerId(index + 1),
                name=str(index),
                raster=raster_from_tiles(empty_raster(), tiles),
                blend=BlendMode.NORMAL if index == 0 else modes[rng.integers(len(modes))],
                opacity=1.0 if index == 0 else float(rng.uniform(0.5, 1.0)),
            )
        )
    return Document(size=Size(4096, 4096), layers=tuple(layers))


def test_eight_layers(benchmark: Any, table: Table, stack: Document) -> None:
    picture, other = np.ones((SIDE, SIDE), np.uint32), np.empty((SIDE, SIDE), np.uint32)
    one, two, memory = least_seconds(
        lambda: flatten(stack, threads=1),
        lambda: flatten(stack, threads=2),
        lambda: np.copyto(other, picture),
    )
    # Copying moves every byte twice, reading 8 layers and writing one picture 9 times.
    limit = memory * 4.5
    name = f"8 layers {SIDE}²"
    table.add(benchmark, f"{name}, one thread", f"{one * 1e3:.1f} ms", "")
    table.add(benchmark, f"{name}, share of memory limit", f"{limit / one:.1%}", ">= 17 %")
    # Two free cores halve the time if the threads cost nothing extra.
    share = limit / (two / 2)
    table.add(benchmark, f"{name}, share on two free threads", f"{share:.1%}", ">= 30 %")
    benchmark.pedantic(lambda: flatten(stack), rounds=3)


def test_against_psd_tools(benchmark: Any, table: Table, stack: Document) -> None:
    side = min(SIDE, 2048)
    ours = stack if side == SIDE else stack_of(side)
    psd = PSDImage.new("RGB", (side, side))
    for layer, (mode, opacity) in zip(ours.layers, STACK, strict=True):
        pixels = composite(replace(ours, layers=(replace(layer, opacity=1.0),)), ours.size.rect)
        psd.create_pixel_layer(
            Image.fromarray(pixels),
            opacity=opacity,
            blend_mode=PsdMode[mode.name],
        )
    one, theirs = least_seconds(
        lambda: flatten(ours, threads=1), lambda: psd.composite(force=True), rounds=1
    )
    table.add(benchmark, f"8 layers {side}², psd-tools takes", f"{theirs / one:.0f} x", ">= 100 x")
    benchmark.pedantic(lambda: flatten(ours), rounds=3)


def test_modes(benchmark: Any, table: Table) -> None:
    document = stack_of(1024)
    modes = [mode for mode in BlendMode if mode is not BlendMode.PASS_THROUGH]
    base = document.layers[0]
    documents = [
        replace(
            document,
            layers=(base, *(replace(one, blend=mode, opacity=0.7) for one in document.layers[1:5])),
        )
        for mode in modes
    ]
    works = [lambda document=document: flatten(document, threads=1) for document in documents]
    seconds = dict(zip(modes, least_seconds(*works), strict=True))
    normal = seconds[BlendMode.NORMAL]
    slowest = sorted(modes, key=lambda mode: -seconds[mode])
    for mode in slowest[:3]:
        table.add(
            benchmark, f"{mode.value} : normal", f"{seconds[mode] / normal:.2f} x", "<= 2.2 x"
        )
    middle = seconds[slowest[len(slowest) // 2]] / normal
    table.add(benchmark, "median mode : normal", f"{middle:.2f} x", "")
    benchmark.pedantic(works[0], rounds=3)


def test_fifty_layers(benchmark: Any, table: Table, fifty: Document) -> None:
    dirty = Rect(2000, 2000, 2256, 2256)
    view = list(tiles_over(Rect(70, 70, 1990, 1150)))
    rectangle, viewport, two = least_seconds(
        lambda: composite(fifty, dirty, threads=1),
        lambda: composite_tiles(fifty, view, threads=1),
        lambda: composite_tiles(fifty, view, threads=2),
    )
    table.add(benchmark, "256² rectangle, 50 layers", f"{rectangle * 1e3:.2f} ms", "<= 3 ms")
    table.add(benchmark, "1080p, 50 layers, one thread", f"{viewport * 1e3:.1f} ms", "")
    table.add(benchmark, "1080p, 50 layers, two free threads", f"{two * 500:.1f} ms", "<= 16 ms")
    cache = CompositeCache()
    active = fifty.layers[40]
    opacities = iter(np.linspace(0.9, 0.1, 1000))

    def drag() -> None:
        dragged = replace(active, opacity=float(next(opacities)))
        layers = (*fifty.layers[:40], dragged, *fifty.layers[41:])
        cache.tiles(replace(fifty, layers=layers), view, active=active.id, threads=1)

    drag()
    table.add(
        benchmark, "opacity drag of layer 41, 1080p", f"{least_seconds(drag)[0] * 1e3:.2f} ms", ""
    )
    benchmark.pedantic(lambda: composite(fifty, dirty), rounds=20)


def test_pyramid(benchmark: Any, table: Table) -> None:
    rng = np.random.default_rng(1)
    pool = [noise(rng, TILE) for _ in range(16)]
    for tile in pool:
        tile[..., 3] = 255
    across = 8192 // TILE
    tiles = {
        (row, column): pool[(row * 7 + column) % 16].copy()
        for row in range(across)
        for column in range(across)
    }
    pyramid = Pyramid(levels=3)
    pyramid.update(tiles)
    edited = {key: tiles[key] for key in tiles_over(Rect(3000, 3000, 3256, 3256))}
    (everything,) = least_seconds(lambda: pyramid.update(tiles), rounds=7)
    # What was edited has just been composited and lies in the cache.
    (edit,) = least_seconds(lambda: pyramid.update(edited), rounds=50)
    table.add(benchmark, "pyramid after a 256² edit", f"{edit * 1e3:.2f} ms", "<= 0.3 ms")
    table.add(benchmark, "pyramid of 8192², one thread", f"{everything * 1e3:.1f} ms", "")
    halved = f"{everything * 500:.1f} ms"
    table.add(benchmark, "pyramid of 8192², two free threads", halved, "<= 25 ms")
    benchmark.pedantic(lambda: pyramid.update(edited), rounds=20)


def test_accuracy(benchmark: Any, table: Table) -> None:
    document = stack_of(256)
    expected = reference(document)
    apart = np.abs(flatten(document) - expected)
    apart[..., :3][expected[..., 3] == 0] = 0
    table.add(benchmark, "largest error, 8 layers", f"{apart.max():.3f} levels", "<= 0.51")
    benchmark.pedantic(lambda: flatten(document), rounds=3)


def test_adjustments(benchmark: Any, table: Table) -> None:
    """Adjustments of colours together, against a normal layer on the same noise."""
    pixels = noise(np.random.default_rng(5), SIDE // 2)
    document = Document(
        size=Size(SIDE // 2, SIDE // 2),
        layers=tuple(
            PixelLayer(id=LayerId(number), name="", raster=raster_from_array(pixels))
            for number in (1, 2)
        ),
    )
    single = replace(document, layers=document.layers[:1])
    kinds: dict[str, Adjustment] = {
        "hue and saturation": HueSaturation(hue=40, saturation=20, lightness=-10),
        "hue and saturation by range": HueSaturation(ranges=(HueRange(315, 345, 15, 45, 20, 9),)),
        "colourize": HueSaturation(hue=40, saturation=20, colorize=True),
        "vibrance": Vibrance(vibrance=40),
        "black and white": BlackAndWhite(),
        "photo filter": PhotoFilter(),
        "channel mixer": ChannelMixer(is_gray=True),
        "selective colour": SelectiveColor(reds=Inks(cyan=20)),
        "curves": Curves(master=((0, 0), (90, 140), (255, 255))),
    }
    adjusted = [
        replace(
            document,
            layers=(
                document.layers[0],
                AdjustmentLayer(id=LayerId(2), name=name, adjustment=kind),
            ),
        )
        for name, kind in kinds.items()
    ]
    works = [partial(flatten, one, threads=1) for one in (single, document, *adjusted)]
    alone, normal, *rest = least_seconds(*works)
    for name, seconds in zip(kinds, rest, strict=True):
        ratio = (seconds - alone) / (normal - alone)
        table.add(benchmark, f"{name} / normal layer", f"{ratio:.1f}", "")
    benchmark.pedantic(works[2], rounds=3)
