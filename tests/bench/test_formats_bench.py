"""Opening and saving as ratios to psd-tools: `pytest tests/bench --benchmark-only -s`.

Ratios of processor time are printed with each benchmark (and kept as `extra_info`); nothing here
fails for being slow. UNFLATTEN_BENCH_SIDE sets the side of the canvas (2048; the targets are stated
for 4096).
"""

from __future__ import annotations

import io
import os
import time

import cv2
import numpy as np
import pytest
from PIL import Image
from psd_tools import PSDImage

from engine.compositor.compile import warm_up
from engine.document.edits import with_layer
from engine.document.geometry import Size
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import raster_from_array, with_pixels
from engine.formats.files import open_document, save_document
from engine.progress import Progress

SIDE = int(os.environ.get("UNFLATTEN_BENCH_SIDE", "2048"))
LAYERS = 8


def painting(seed: int) -> np.ndarray:
    """A full layer as painters make them: plain shapes, soft shading, some grain and holes."""
    rng = np.random.default_rng(seed)
    small = rng.integers(0, 256, (8, 8, 3)).astype(np.uint8)
    pixels = np.full((SIDE, SIDE, 4), 255, np.uint8)
    pixels[..., :3] = cv2.resize(small, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)
    for _ in range(30):
        center = tuple(int(v) for v in rng.integers(0, SIDE, 2))
        color = tuple(int(v) for v in rng.integers(0, 256, 3))
        cv2.circle(pixels, center, int(rng.integers(SIDE // 40, SIDE // 6)), (*color, 255), -1)
    grain = rng.integers(-4, 5, (SIDE // 4, SIDE, 1))
    part = pixels[: SIDE // 4, :, :3].astype(int) + grain
    pixels[: SIDE // 4, :, :3] = np.clip(part, 0, 255)
    if seed:
        hole = tuple(int(v) for v in rng.integers(0, SIDE, 2))
        cv2.circle(pixels, hole, SIDE // 3, (0, 0, 0, 0), -1)
    return pixels


@pytest.fixture(scope="module")
def pictures() -> list[np.ndarray]:
    assert warm_up()
    return [painting(seed) for seed in range(LAYERS)]


@pytest.fixture(scope="module")
def document(pictures) -> Document:
    layers = tuple(
        PixelLayer(id=LayerId(number), name=f"Layer {number}", raster=raster_from_array(pixels))
        for number, pixels in enumerate(pictures, 1)
    )
    return Document(size=Size(SIDE, SIDE), layers=layers, next_id=LAYERS + 1)


@pytest.fixture(scope="module")
def psd_path(document, tmp_path_factory):
    path = tmp_path_factory.mktemp("bench") / "a.psd"
    save_document(document, path, Progress.silent())
    open_document(path, Progress.silent())
    return path


def cpu(function, *, rounds: int = 2) -> float:
    """Seconds of processor time, of all threads, in the best round."""
    found = []
    for _ in range(rounds):
        start = time.process_time()
        function()
        found.append(time.process_time() - start)
    return min(found)


def told(benchmark, ours, theirs, name: str) -> None:
    ours_seconds, theirs_seconds = cpu(ours), cpu(theirs)
    benchmark.extra_info["cpu_seconds"] = round(ours_seconds, 3)
    benchmark.extra_info["ratio_to_psd_tools"] = round(ours_seconds / theirs_seconds, 3)
    print(f"\n{name}: {ours_seconds:.2f} s, {ours_seconds / theirs_seconds:.3f}x of psd-tools")


def test_export_with_merged_picture_and_thumbnail(benchmark, document, pictures, tmp_path):
    def ours():
        save_document(document, tmp_path / "a.psd", Progress.silent())

    def theirs():
        psd = PSDImage.new("RGB", (SIDE, SIDE))
        for number, pixels in enumerate(pictures):
            psd.create_pixel_layer(Image.fromarray(pixels), name=f"Layer {number}")
        psd.save(tmp_path / "b.psd")

    ours()
    benchmark.pedantic(ours, rounds=2)
    told(benchmark, ours, theirs, "export")


def test_open_and_decode_every_layer(benchmark, psd_path):
    def ours():
        open_document(psd_path, Progress.silent())

    def theirs():
        for layer in PSDImage.open(psd_path):
            assert layer.topil(apply_icc=False) is not None

    benchmark.pedantic(ours, rounds=2)
    told(benchmark, ours, theirs, "decode")


@pytest.mark.parametrize("ending", ["unflatten", "zip", "ora"])
def test_other_layered_formats(benchmark, document, tmp_path, ending):
    path = tmp_path / f"a.{ending}"

    def round_trip():
        save_document(document, path, Progress.silent())
        open_document(path, Progress.silent())

    benchmark.pedantic(round_trip, rounds=1)
    benchmark.extra_info["file_bytes"] = path.stat().st_size


def test_flat_png_against_pillow(benchmark, pictures, tmp_path):
    from engine.formats.images import Picture, save_picture

    picture = Picture(pictures[1])

    def ours():
        save_picture(picture, tmp_path / "a.png", Progress.silent())

    benchmark.pedantic(ours, rounds=2)
    ratio = cpu(ours) / cpu(lambda: Image.fromarray(pictures[1]).save(io.BytesIO(), "PNG"))
    benchmark.extra_info["ratio_to_pillow"] = round(ratio, 3)
    print(f"\npng: {ratio:.3f}x of Pillow")


def test_saving_after_a_small_edit(benchmark, document, tmp_path):
    path = tmp_path / "a.unflatten"
    layer = document.layers[0]
    dab = with_pixels(layer.raster, np.full((40, 40, 4), 99, np.uint8), left=300, top=300)
    edited = with_layer(document, layer.id, raster=dab)

    def first():
        path.unlink(missing_ok=True)
        save_document(document, path, Progress.silent())

    def again():
        save_document(edited, path, Progress.silent())

    full = cpu(first)
    first()
    benchmark.pedantic(again, rounds=1)
    first()
    ratio = cpu(again) / full
    benchmark.extra_info["ratio_to_first_save"] = round(ratio, 3)
    print(f"\nsaving again after a dab: {ratio:.3f}x of the first save ({full:.1f} s)")
