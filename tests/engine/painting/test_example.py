"""The room in one piece of work: cut a figure out, clean its edge, shade it, turn it, go back."""

from __future__ import annotations

import subprocess
import sys

import numpy as np

from engine.compositor.composite import flatten
from engine.document.adjustments import HueSaturation
from engine.document.edits import with_layer_replaced, with_new_pixel_layer
from engine.document.geometry import Size
from engine.document.model import BlendMode, Document, LayerId, PixelLayer
from engine.document.raster import content_bounds, raster_from_array
from engine.painting.adjust import adjusted
from engine.painting.brush import Brush, StrokePoint
from engine.painting.canvas import turned_document
from engine.painting.layers import cut_to_layer, pixel_layer
from engine.painting.matte import decontaminated
from engine.painting.merge import flattened, merge_keeps_picture, merged_down
from engine.painting.selection import bounds
from engine.painting.stroke import Stroke
from engine.painting.wand import by_color


def test_an_afternoon_at_the_easel() -> None:
    # A red square on blue paper.
    paper = np.full((200, 300, 4), (40, 70, 180, 255), np.uint8)
    paper[60:140, 100:200, :3] = (210, 40, 50)
    layer = PixelLayer(id=LayerId(1), name="paper", raster=raster_from_array(paper))
    document = Document(size=Size(300, 200), layers=(layer,), next_id=2)

    # 1. The wand finds the square, a cut puts it on a layer of its own; nothing looks different.
    square = by_color(layer.raster, document.size, (150, 100), tolerance=10)
    assert (bounds(square).left, bounds(square).right) == (100, 200)
    before = flatten(document)
    document = cut_to_layer(document, LayerId(1), square)
    figure = pixel_layer(document, LayerId(2))
    assert np.array_equal(flatten(document), before)
    assert decontaminated(figure.raster) is figure.raster  # its edge is hard

    # 2. It is turned to green, on its own layer only.
    green = PixelLayer(
        id=figure.id,
        name="figure",
        raster=adjusted(figure.raster, HueSaturation(hue=120)),
    )
    document = with_layer_replaced(document, figure.id, green)
    seen = flatten(document)
    assert seen[100, 150, 1] > seen[100, 150, 0] and np.array_equal(seen[:60], before[:60])

    # 3. A shadow is brushed over it, inside the selection, and merged as a multiply layer.
    document = with_new_pixel_layer(document, "shadow", LayerId(2))
    shadow = pixel_layer(document, LayerId(3))
    stroke = Stroke.begin(
        shadow.raster, Brush(size=60, hardness=0.2, color=(90, 90, 120)), selection=square
    )
    stroke.extended([StrokePoint(80, 130), StrokePoint(220, 130)])
    raster, _ = stroke.finished()
    assert content_bounds(raster).bottom == 140
    shaded = PixelLayer(id=LayerId(3), name="shadow", raster=raster, blend=BlendMode.MULTIPLY)
    document = with_layer_replaced(document, LayerId(3), shaded)
    picture = flatten(document)
    assert merge_keeps_picture(document, LayerId(3))
    document = merged_down(document, LayerId(3))
    assert np.abs(flatten(document).astype(int) - picture).max() <= 1

    # 4. Four quarter turns later it is the same picture, in one layer.
    for _ in range(4):
        document = turned_document(document, 1)
    assert np.abs(flatten(flattened(document)).astype(int) - picture).max() <= 1


def test_the_room_stays_within_its_walls() -> None:
    rooms = (
        "import sys, engine.painting.compile, engine.painting.canvas, engine.painting.merge, "
        "engine.painting.layers, engine.painting.matte\n"
        "print(*{name.split('.')[0] for name in sys.modules}, sep='\\n')\n"
        "print(*[name for name in sys.modules if name.startswith('engine.')], sep='\\n')"
    )
    out = subprocess.run([sys.executable, "-c", rooms], capture_output=True, text=True, check=True)
    loaded = set(out.stdout.split())
    assert not loaded & {"PySide6", "torch", "PIL", "psd_tools", "app", "onnxruntime"}
    allowed = ("document", "compositor", "painting", "progress", "errors")
    assert {name.split(".")[1] for name in loaded if name.startswith("engine.")} <= set(allowed)
