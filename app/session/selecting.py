"""Selecting pixels: every act is one undo step, worked out beside the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.languages.translate import tr
from app.session.edit_queue import EditQueue, State, Step
from app.session.session import Session
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import Raster
from engine.document.tree import find_layer
from engine.painting.selection import (
    Combination,
    Selection,
    combined,
    everything,
    inverted,
    selection_from_alpha,
    selection_from_mask,
)
from engine.painting.shapes import ellipse, polygon, rectangle

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class WandSettings:
    """tolerance: 0..255. gap: openings up to so many pixels are closed. all_layers: the picture
    that is seen is looked at, else the current layer alone."""

    tolerance: float = 32.0
    contiguous: bool = True
    gap: int = 0
    all_layers: bool = True
    antialias: bool = True


class Selecting:
    """The verbs of selecting. Nothing selected and nothing at all are the same to artists."""

    def __init__(self, session: Session, queue: EditQueue) -> None:
        self._session, self._queue = session, queue

    # Shapes

    def rectangle(self, start: Point, end: Point, how: Combination, feather: float = 0.0) -> None:
        """Whole pixels between two corners."""
        (x0, y0), (x1, y1) = start, end

        def made(document: Document) -> Selection:
            return rectangle(document.size, round(x0), round(y0), round(x1), round(y1))

        self._add(tr("Select rectangle"), made, how, feather)

    def ellipse(self, start: Point, end: Point, how: Combination, feather: float = 0.0) -> None:
        def made(document: Document) -> Selection:
            return ellipse(document.size, *start, *end)

        self._add(tr("Select ellipse"), made, how, feather)

    def polygon(self, points: Sequence[Point], how: Combination, feather: float = 0.0) -> None:
        corners = tuple(points)

        def made(document: Document) -> Selection:
            return polygon(document.size, corners)

        self._add(tr("Lasso"), made, how, feather)

    def by_color(self, point: Point, how: Combination, settings: WandSettings) -> None:
        """What has the colour of the pixel at `point`."""
        layer_id = self._session.current

        def made(document: Document) -> Selection:
            from engine.painting.wand import by_color  # loads a library that takes a while

            pixels = sampled(document, layer_id, all_layers=settings.all_layers)
            return by_color(
                pixels,
                document.size,
                (int(point[0] // 1), int(point[1] // 1)),
                tolerance=settings.tolerance,
                contiguous=settings.contiguous,
                gap=settings.gap,
                antialias=settings.antialias,
            )

        self._add(tr("Wand") if settings.contiguous else tr("Select colour"), made, how, 0.0)

    # All of it, and changes of what is selected

    def everything(self) -> None:
        self._queue.add(
            tr("Select all"), lambda document, _area: (document, everything(document.size))
        )

    def nothing(self) -> None:
        if self._session.area is not None or self._queue.is_busy:
            self._queue.record(tr("Deselect"), lambda document, _area: (document, None))

    def invert(self) -> None:
        """Select what was not. As a quick mask nothing selected means everything."""
        is_quick_mask = self._session.is_quick_mask

        def step(document: Document, area: Selection | None) -> State:
            if area is None and not is_quick_mask:
                raise ValueError(tr("Nothing is selected."))
            return document, inverted(area or everything(document.size))

        self._queue.add(tr("Invert selection"), step)

    def toggle_quick_mask(self) -> None:
        """Show what is selected as red film over the rest, to be painted on; or the outline."""
        self._session.set_quick_mask(not self._session.is_quick_mask)

    def grow(self, pixels: float) -> None:
        def changed(area: Selection) -> Selection:
            from engine.painting.reshape import grown

            return grown(area, pixels)

        self._change(tr("Grow selection by {pixels:g} px", pixels=pixels), changed)

    def shrink(self, pixels: float) -> None:
        def changed(area: Selection) -> Selection:
            from engine.painting.reshape import shrunk

            return shrunk(area, pixels)

        self._change(tr("Shrink selection by {pixels:g} px", pixels=pixels), changed)

    def feather(self, pixels: float) -> None:
        def changed(area: Selection) -> Selection:
            from engine.painting.reshape import feathered

            return feathered(area, pixels)

        self._change(tr("Feather by {pixels:g} px", pixels=pixels), changed)

    def border(self, pixels: float) -> None:
        def changed(area: Selection) -> Selection:
            from engine.painting.reshape import border

            return border(area, pixels)

        self._change(tr("Border of {pixels:g} px", pixels=pixels), changed)

    def refine_edge(self, pixels: float) -> None:
        """Draw the edge along the edges of the picture."""

        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.matte import refined
            from engine.painting.merge import visible_picture

            if area is None:
                raise ValueError(tr("Nothing is selected whose edge could be refined."))
            picture = document.original or visible_picture(document)
            return document, refined(area, picture, radius=round(pixels))

        self._queue.add(tr("Refine edge"), step)

    # From layers

    def layer(self, layer_id: LayerId, how: Combination = Combination.REPLACE) -> None:
        """What a layer covers."""
        document = self._session.document
        layer = None if document is None else find_layer(document, layer_id)
        if isinstance(layer, PixelLayer):
            label = tr("Select “{name}”", name=layer.name)
            self._add(label, lambda one: _covered(one, layer_id), how, 0.0)

    def current_layer(self) -> None:
        if self._session.current is not None:
            self.layer(self._session.current)

    def mask_of_current(self) -> None:
        """What the mask of the current layer shows."""
        layer_id = self._session.current
        if layer_id is None:
            return

        def step(document: Document, _area: Selection | None) -> State:
            layer = find_layer(document, layer_id)
            if layer is None or layer.mask is None:
                raise ValueError(tr("The layer has no mask."))
            return document, selection_from_mask(document.size, layer.mask)

        self._queue.add(tr("Select mask"), step)

    def move(self, dx: int, dy: int) -> None:
        """Shift the outline, not the pixels."""

        def changed(area: Selection) -> Selection:
            from engine.painting.selection import moved

            return moved(area, dx, dy)

        if dx or dy:
            self._change(tr("Move selection"), changed)

    def set(self, label: str, selection: Selection) -> None:
        self._queue.add(label, lambda document, _area: (document, selection))

    # Inside

    def _add(
        self, label: str, made: Callable[[Document], Selection], how: Combination, feather: float
    ) -> None:
        self._queue.add(label, _selecting(made, how, feather))

    def _change(self, label: str, change: Callable[[Selection], Selection]) -> None:
        def step(document: Document, area: Selection | None) -> State:
            if area is None:
                raise ValueError(tr("Nothing is selected."))
            return document, change(area)

        self._queue.add(label, step)


def _selecting(made: Callable[[Document], Selection], how: Combination, feather: float) -> Step:
    def step(document: Document, area: Selection | None) -> State:
        new: Selection = made(document)
        if feather > 0:
            from engine.painting.reshape import feathered

            new = feathered(new, feather)
        return document, combined(area, new, how)

    return step


def _covered(document: Document, layer_id: LayerId) -> Selection:
    layer = find_layer(document, layer_id)
    if not isinstance(layer, PixelLayer):
        raise ValueError(tr("The layer has no pixels of its own."))
    return selection_from_alpha(document.size, layer.raster)


def sampled(document: Document, layer_id: LayerId | None, *, all_layers: bool) -> Raster:
    """The pixels that tools look at: the picture, or one layer. ValueError when it has none."""
    if all_layers:
        from engine.painting.merge import visible_picture

        return visible_picture(document)
    layer = None if layer_id is None else find_layer(document, layer_id)
    if not isinstance(layer, PixelLayer):
        raise ValueError(tr("The layer has no pixels of its own."))
    return layer.raster
