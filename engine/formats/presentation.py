"""A slide (.pptx) with every layer as a picture of its own, for those who lay out in PowerPoint.

Slides know no blend modes, so a layer that is more than plain pixels comes as the Normal picture
that looks the same over what lies below it: R = (1 - a)·B + a·C is solved for C, with B and R the
canvas before and after the layer and a its alpha. Groups, names, places and hidden layers are kept;
opacity, masks and clipping become part of the pictures. Written with python-pptx.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.compositor.composite import composite
from engine.compositor.unmixing import normal_between
from engine.document.geometry import Rect
from engine.document.model import (
    AdjustmentLayer,
    BlendMode,
    Document,
    GroupLayer,
    Layer,
    LayerId,
    PixelLayer,
)
from engine.document.raster import Pixels, content_bounds, pixels_of
from engine.document.tree import walk
from engine.formats.atomic import replaced_file
from engine.formats.baking import cut_by, masked
from engine.formats.picture_bytes import png_bytes
from engine.progress import Progress

_EMU_PER_INCH = 914_400
_SHORTEST, _LONGEST = 1 * _EMU_PER_INCH, 56 * _EMU_PER_INCH
"""What PowerPoint accepts as a side of a slide."""
_BLANK = 6
"""The layout without place-holders in the template of python-pptx."""


def write_presentation(document: Document, path: Path, progress: Progress) -> tuple[str, ...]:
    """Write one slide; returns what it could not hold."""
    from pptx import Presentation  # half a second, and only needed here
    from pptx.util import Emu

    width, height = document.size.width, document.size.height
    scale = _EMU_PER_INCH / document.resolution
    scale *= max(1.0, _SHORTEST / (min(width, height) * scale))
    scale *= min(1.0, _LONGEST / (max(width, height) * scale))
    presentation = Presentation()
    presentation.slide_width = Emu(max(round(width * scale), _SHORTEST))
    presentation.slide_height = Emu(max(round(height * scale), _SHORTEST))
    slide = presentation.slides.add_slide(presentation.slide_layouts[_BLANK])
    writing = _Writing(document, scale, progress)
    writing.add(document.layers, slide.shapes, _Around(1.0, True, True))
    buffer = io.BytesIO()
    presentation.save(buffer)
    with replaced_file(path) as file:
        file.write(buffer.getbuffer())
    progress.at(1.0)
    return tuple(
        f"PowerPoint: {what} ({', '.join(names[:5])}{', …' if len(names) > 5 else ''})."
        for what, names in writing.notes.items()
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """The groups around a layer: their opacity together, whether they change nothing else, and
    whether all of them are shown."""

    opacity: float
    is_plain: bool
    is_shown: bool


@dataclass(slots=True)
class _Writing:
    """scale: EMU per pixel. done: layers written. notes: what is lost -> names of layers."""

    document: Document
    scale: float
    progress: Progress
    done: int = 0
    notes: dict[str, list[str]] = field(default_factory=dict)

    def add(self, layers: tuple[Layer, ...], shapes: Any, around: _Around) -> None:
        """Add layers, bottom to top, to a slide or a group."""
        base: Layer | None = None
        for layer in layers:
            base = base if layer.clipped else layer
            if isinstance(layer, GroupLayer):
                self._add_group(layer, shapes, around)
                continue
            self.done += 1
            self.progress.at(0.95 * self.done / (self.done + 3), "Writing layers")
            is_hidden = not (layer.visible and around.is_shown)
            bounds, alpha = self._alpha(layer, base)
            if bounds.is_empty:
                self._note("empty layers are left out", layer)
            elif is_hidden and isinstance(layer, PixelLayer):
                # Over what it would lie is not known: its own pixels are the best there is.
                pixels = pixels_of(layer.raster, bounds).copy()
                pixels[..., 3] = _levels(alpha, pixels.dtype)
                self._add_picture(pixels, bounds, layer, shapes)
            elif is_hidden:
                self._note("hidden adjustments are left out", layer)
            else:
                self._add_shown(layer, base, shapes, around, bounds, alpha)

    def _add_group(self, group: GroupLayer, shapes: Any, around: _Around) -> None:
        is_plain = (
            group.blend in (BlendMode.NORMAL, BlendMode.PASS_THROUGH)
            and group.mask is None
            and not group.clipped
            and not group.style.effects
        )
        if group.clipped or group.style.effects or group.mask is not None:
            self._note("the masks, clipping and effects of groups are shown in their layers", group)
        opacity = group.opacity * group.fill_opacity
        shape = shapes.add_group_shape()
        self._name(shape, group)
        inner = _Around(
            around.opacity * opacity,
            around.is_plain and is_plain and opacity == 1,
            around.is_shown and group.visible,
        )
        self.add(group.layers, shape.shapes, inner)

    def _add_shown(
        self,
        layer: PixelLayer | AdjustmentLayer,
        base: Layer | None,
        shapes: Any,
        around: _Around,
        bounds: Rect,
        alpha: npt.NDArray[np.float64],
    ) -> None:
        is_plain = (
            around.is_plain
            and isinstance(layer, PixelLayer)
            and layer.blend is BlendMode.NORMAL
            and not layer.style.effects
            and not (layer.clipped and isinstance(base, GroupLayer))
        )
        if is_plain and isinstance(layer, PixelLayer):
            pixels = pixels_of(layer.raster, bounds).copy()
            pixels[..., 3] = _levels(alpha, pixels.dtype)
        else:
            if layer.style.effects:
                bounds = self.document.size.rect
            before, after = (
                composite(self.document, bounds, layers=_up_to(self.document.layers, layer.id, one))
                for one in (False, True)
            )
            if layer.style.effects:
                # Effects reach beyond the layer, so all that changed is shown, opaque.
                alpha = (before != after).any(2).astype(np.float64)
            pixels = normal_between(before, after, alpha * around.opacity)
        self._add_picture(pixels, bounds, layer, shapes)

    def _alpha(
        self, layer: PixelLayer | AdjustmentLayer, base: Layer | None
    ) -> tuple[Rect, npt.NDArray[np.float64]]:
        """Where a layer covers the canvas, and how much of it there (0..1)."""
        canvas = self.document.size.rect
        if isinstance(layer, PixelLayer):
            shown = layer
            if layer.clipped and isinstance(base, PixelLayer):
                shown = cut_by(layer, base)
            raster = masked(shown.raster, layer.mask)
            bounds = content_bounds(raster).intersected(canvas)
            cover = pixels_of(raster, bounds)[..., 3] if not bounds.is_empty else np.zeros((0, 0))
            share = cover / float(np.iinfo(self.document.dtype).max)
        else:
            bounds = canvas
            share = np.ones((canvas.height, canvas.width))
            if layer.mask is not None and layer.mask.enabled:
                values = pixels_of(layer.mask.raster, canvas)
                full = float(np.iinfo(values.dtype).max)
                share = 1 - layer.mask.density * (1 - values / full)
        return bounds, share * layer.opacity * layer.fill_opacity

    def _add_picture(self, pixels: Pixels, bounds: Rect, layer: Layer, shapes: Any) -> None:
        data = png_bytes(pixels, self.document.profile, self.document.resolution)
        sides = (bounds.left, bounds.top, bounds.width, bounds.height)
        shape = shapes.add_picture(io.BytesIO(data), *(round(side * self.scale) for side in sides))
        self._name(shape, layer)

    def _name(self, shape: Any, layer: Layer) -> None:
        # XML has no control characters.
        shape.name = "".join(one for one in layer.name if one >= " ")
        if not layer.visible:
            shape._element.xpath("./*/p:cNvPr")[0].set("hidden", "1")

    def _note(self, what: str, layer: Layer) -> None:
        self.notes.setdefault(what, []).append(layer.name)


def _levels(alpha: npt.NDArray[np.float64], dtype: np.dtype[Any]) -> npt.NDArray[Any]:
    return np.rint(np.clip(alpha, 0, 1) * np.iinfo(dtype).max).astype(dtype)


def _up_to(layers: tuple[Layer, ...], last: LayerId, with_it: bool) -> tuple[Layer, ...]:
    """The tree without everything above the layer `last`, with or without that layer."""
    kept: list[Layer] = []
    for layer in layers:
        if layer.id == last:
            return (*kept, layer) if with_it else tuple(kept)
        if isinstance(layer, GroupLayer) and any(one.id == last for one in walk(layer.layers)):
            return (*kept, replace(layer, layers=_up_to(layer.layers, last, with_it)))
        kept.append(layer)
    return tuple(kept)
