"""What a canvas shows on a screen with two device pixels for one logical pixel.

Run in a process of its own (QT_SCALE_FACTOR counts when Qt starts); prints findings as JSON.
"""

from __future__ import annotations

import json
import os
import time

import numpy as np
import numpy.typing as npt

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "2"

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.canvas.view import CanvasView
from app.canvas.viewport import Viewport, zoomed_at
from app.session.session import Session
from app.theme.theme import Theme
from engine.document.geometry import Size
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import raster_from_array

SIDE = 200


def grabbed(view: CanvasView) -> npt.NDArray[np.uint8]:
    """Device pixels of the canvas, H×W×3."""
    limit = time.monotonic() + 30
    while not view.is_complete and time.monotonic() < limit:
        QApplication.processEvents()
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.array(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3)


def shown(view: CanvasView, viewport: Viewport) -> tuple[npt.NDArray[np.uint8], int, int]:
    """What is seen, and the first column and row of the document that lie wholly in it."""
    view.show_viewport(viewport)
    pixels = grabbed(view)
    left, top = view.viewport.to_document(0, 0)
    return pixels, max(0, int(np.ceil(left))), max(0, int(np.ceil(top)))


def main() -> None:
    application = QApplication([])
    noise = np.random.default_rng(1).integers(0, 256, (SIDE, SIDE, 4), dtype=np.uint8)
    noise[..., 3] = 255
    layer = PixelLayer(id=LayerId(1), name="Noise", raster=raster_from_array(noise))
    document = Document(size=Size(SIDE, SIDE), layers=(layer,), next_id=2)
    session, theme = Session(), Theme(application)
    view = CanvasView(session, theme)
    view.resize(300, 250)
    view.show()
    session.open(document, label="Open", name="noise", path=None)
    found: dict[str, object] = {"ratio": view.pixel_ratio}
    view.set_grid(False)
    for scale in (1, 3, 8):
        viewport = zoomed_at(view.viewport, 300, 250, scale)
        pixels, left, top = shown(view, viewport)
        x, y = (int(v) for v in view.viewport.to_view(left, top))
        width = min((pixels.shape[1] - x) // scale, SIDE - left)
        height = min((pixels.shape[0] - y) // scale, SIDE - top)
        part = pixels[y : y + height * scale, x : x + width * scale]
        true = noise[top : top + height, left : left + width, :3]
        large = true.repeat(scale, 0).repeat(scale, 1)
        found[f"exact at {scale * 100} %"] = bool(np.array_equal(part, large))
        found[f"pixels at {scale * 100} %"] = width * height
    without = grabbed(view)
    view.set_grid(True)
    lines = (grabbed(view) != without).any(-1)
    found["grid columns"] = int((lines.mean(0) > 0.4).sum())
    found["grid columns expected"] = int(np.floor(pixels.shape[1] / 8))
    smooth, *_ = shown(view, zoomed_at(view.viewport, 300, 250, 1.5))
    place = view.viewport.on_screen(document.size.rect)
    inside = smooth[place.top : place.bottom, place.left : place.right].astype(int)
    found["equal neighbours at 150 %"] = float((np.diff(inside, axis=1) == 0).all(-1).mean())
    print(json.dumps(found))
    session.close()
    view.shutdown()


if __name__ == "__main__":
    main()
