"""Acts on pixels of the current layer and on the stack: each one undo step, beside the GUI thread.

The functions that do the work are imported by the steps themselves: the libraries behind them take
a while to load, and the window must not wait for that when it starts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.languages.translate import counted, tr
from app.session.colors import Rgb, in_depth
from app.session.edit_queue import EditQueue, State, Step
from app.session.selecting import WandSettings
from app.session.session import Aim, Session
from app.session.targets import Target, gray, paint_target, target_of, with_painted
from engine.document.adjustments import GradientStop
from engine.document.edits import with_layer_replaced
from engine.document.model import Document, GroupLayer, Layer, LayerId, Mask, PixelLayer
from engine.document.raster import Raster
from engine.document.tree import children_of, find_layer, layer_by_id, places
from engine.painting.gradient import GradientKind, gradient_filled
from engine.painting.selection import Selection, everything, mask_from_selection

Point = tuple[float, float]
RasterEdit = Callable[[Document, Target], Raster]


class PixelActs:
    """The verbs of the Edit and Layer menus that change pixels."""

    def __init__(self, session: Session, queue: EditQueue) -> None:
        self._session, self._queue = session, queue

    # Filling and clearing

    def fill(self, color: Rgb, label: str = "") -> None:
        """Lay a colour over what is selected, or over the whole canvas."""

        def edit(document: Document, target: Target) -> Raster:
            from engine.painting.fill import filled

            return filled(
                target.raster,
                target.limit or everything(document.size),
                _paint(color, target, document),
                keep_alpha=target.keeps_alpha,
            )

        self._edit(label or tr("Fill"), edit)

    def bucket(
        self, point: Point, color: Rgb, settings: WandSettings, *, grow: float, opacity: float
    ) -> None:
        """Pour a colour in at a point, held by lines with small gaps.

        Into a mask it is held by what is seen, or by the mask's own shades.
        """

        def edit(document: Document, target: Target) -> Raster:
            from engine.painting.fill import bucket_filled
            from engine.painting.merge import visible_picture

            return bucket_filled(
                target.raster,
                document.size,
                (int(point[0] // 1), int(point[1] // 1)),
                _paint(color, target, document),
                sample=visible_picture(document) if settings.all_layers else None,
                tolerance=settings.tolerance,
                contiguous=settings.contiguous,
                gap=settings.gap,
                antialias=settings.antialias,
                grow=grow,
                selection=target.limit,
                opacity=opacity,
                keep_alpha=target.keeps_alpha,
            )

        self._edit(tr("Fill"), edit)

    def gradient(
        self,
        start: Point,
        end: Point,
        stops: tuple[GradientStop, ...],
        kind: GradientKind,
        *,
        opacity: float,
    ) -> None:
        def edit(document: Document, target: Target) -> Raster:
            return gradient_filled(
                target.raster,
                target.limit or everything(document.size),
                stops,
                start,
                end,
                kind=kind,
                opacity=opacity,
                keep_alpha=target.keeps_alpha,
            )

        self._edit(tr("Gradient"), edit)

    def clear(self) -> None:
        """Make what is selected transparent, or hidden by the mask; of a quick mask everything.

        Nothing happens to pixels when nothing is selected.
        """

        def edit(document: Document, target: Target) -> Raster:
            from engine.painting.fill import cleared

            if target.keeps_alpha and target.layer_id is not None:
                name = layer_by_id(document, target.layer_id).name
                raise ValueError(tr("The transparency of “{name}” is locked.", name=name))
            return target.raster if target.limit is None else cleared(target.raster, target.limit)

        self._edit(tr("Clear"), edit, keeps_slots=True)

    def decontaminate(self, pixels: float) -> None:
        """Give the soft edge of a cut-out its own colours, without those of the background."""

        def edit(document: Document, target: Target) -> Raster:
            from engine.painting.matte import decontaminated

            return decontaminated(
                target.raster,
                radius=round(pixels),
                picture=document.original,
                selection=target.limit,
            )

        self._edit(tr("Decontaminate edge"), edit, aim=Aim.PIXELS)

    # New layers from what is selected

    def layer_via_copy(self) -> None:
        current = self._session.current

        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.layers import copied_to_layer

            layer = _pixel_layer(document, current)
            if area is None:
                raise ValueError(tr("Nothing is selected."))
            return copied_to_layer(document, layer.id, area), None

        self._add_layer(tr("Layer via copy"), step)

    def layer_via_cut(self) -> None:
        current = self._session.current

        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.layers import cut_to_layer

            layer = paint_target(document, current)
            if isinstance(layer, str):
                raise ValueError(layer)
            if area is None:
                raise ValueError(tr("Nothing is selected."))
            return cut_to_layer(document, layer.id, area), None

        self._add_layer(tr("Layer via cut"), step)

    # Masks

    def add_mask(self) -> None:
        """A mask that shows what is selected, or everything."""
        layer_id = self._session.current
        if layer_id is None:
            return

        def step(document: Document, area: Selection | None) -> State:
            layer = layer_by_id(document, layer_id)
            if layer.mask is not None:
                raise ValueError(tr("“{name}” has a mask already.", name=layer.name))
            mask = mask_from_selection(area or everything(document.size), document.dtype)
            return with_layer_replaced(document, layer_id, replace(layer, mask=mask)), None

        self._queue.add(tr("Add mask"), step)

    def apply_mask(self) -> None:
        current = self._session.current

        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.layers import with_mask_applied

            return with_mask_applied(document, _pixel_layer(document, current).id), area

        self._queue.add(tr("Apply mask"), step)

    def delete_mask(self) -> None:
        self._change_mask(tr("Delete mask"), lambda _mask: None)

    def toggle_mask(self) -> None:
        mask = self._mask()
        if mask is not None:
            label = tr("Switch mask off") if mask.enabled else tr("Switch mask on")
            self._change_mask(label, lambda one: replace(one, enabled=not one.enabled))

    def mask_from_alpha(self) -> None:
        current = self._session.current

        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.layers import with_mask_from_alpha

            return with_mask_from_alpha(document, _pixel_layer(document, current).id), area

        self._queue.add(tr("Alpha to mask"), step)

    @property
    def has_mask(self) -> bool:
        return self._mask() is not None

    # Several layers into one

    def merge(self) -> None:
        """The chosen layers into one; a group, or one layer with the one below it."""
        layers = self._session.selected_layers
        if len(layers) > 1:
            self._merge_layers(layers)
        elif layers and isinstance(layers[0], GroupLayer):
            self.merge_group()
        else:
            self.merge_down()

    @property
    def can_merge(self) -> bool:
        layers = self._session.selected_layers
        is_many = len(layers) > 1 or (bool(layers) and isinstance(layers[0], GroupLayer))
        return is_many or self.can_merge_down

    def _merge_layers(self, layers: tuple[Layer, ...]) -> None:
        ids = [layer.id for layer in layers]

        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.merge import merged_layers

            for layer_id in ids:
                if find_layer(document, layer_id) is None:
                    raise ValueError(tr("A layer to be merged is gone."))
            return merged_layers(document, ids), area

        named = counted("%n layers", len(ids))
        self._queue.add(tr("Merge {named}", named=named), step, then=lambda: self._choose(ids[0]))

    def merge_down(self) -> None:
        layer_id = self._session.current
        document = self._session.document
        if layer_id is None or document is None:
            return
        place = places(document)[layer_id]
        if place.index == 0:
            return
        layer = layer_by_id(document, layer_id)

        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.merge import merged_down

            return merged_down(document, layer_id), area

        below = self._below(document, layer_id)
        self._queue.add(
            tr("Merge “{name}” down", name=layer.name), step, then=lambda: self._choose(below)
        )

    @property
    def can_merge_down(self) -> bool:
        document, current = self._session.document, self._session.current
        if document is None or current is None or find_layer(document, current) is None:
            return False
        return self._below(document, current) is not None

    def merge_group(self) -> None:
        """A group becomes one layer."""
        layer_id = self._session.current
        if layer_id is None:
            return

        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.merge import visible_picture

            group = layer_by_id(document, layer_id)
            if not isinstance(group, GroupLayer):
                raise ValueError(tr("Only groups can be merged like this."))
            alone = replace(
                group, visible=True, opacity=1.0, fill_opacity=1.0, mask=None, clipped=False
            )
            raster = visible_picture(replace(document, layers=(alone,)))
            blend = group.blend if group.blend.value != "pass_through" else None
            layer = PixelLayer(
                id=group.id,
                name=group.name,
                raster=raster,
                visible=group.visible,
                opacity=group.opacity,
                clipped=group.clipped,
                mask=group.mask,
                color_tag=group.color_tag,
            )
            if blend is not None:
                layer = replace(layer, blend=blend)
            return with_layer_replaced(document, layer_id, layer), area

        self._queue.add(tr("Merge group"), step)

    def merge_visible(self) -> None:
        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.merge import merged_visible

            return merged_visible(document), area

        self._queue.add(tr("Merge visible"), step, then=self._choose_top)

    def stamp(self) -> None:
        above = self._session.current

        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.merge import stamped

            return stamped(document, above=above), area

        self._add_layer(tr("Stamp visible"), step)

    def flatten(self) -> None:
        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.merge import flattened

            return flattened(document), area

        self._queue.add(tr("Flatten"), step, then=self._choose_top)

    # Inside

    def _edit(
        self, label: str, edit: RasterEdit, *, aim: Aim | None = None, keeps_slots: bool = False
    ) -> None:
        """aim: what is changed, None = what strokes go to now. keeps_slots: see `with_painted`."""
        current = self._session.current
        wanted = aim or self._session.aim

        def step(document: Document, area: Selection | None) -> State:
            target = target_of(document, area, current, wanted)
            if isinstance(target, str):
                raise ValueError(target)
            raster = edit(document, target)
            return with_painted(document, area, target, raster, keeps_slots=keeps_slots)

        self._queue.add(label, step)

    def _add_layer(self, label: str, step: Step) -> None:
        document = self._session.document
        if document is not None:
            self._queue.add(label, step, then=self._choose_newest)

    def _choose_newest(self) -> None:
        """The layer that the step before has added."""
        document = self._session.document
        if document is not None:
            self._session.select((LayerId(document.next_id - 1),))

    def _choose_top(self) -> None:
        document = self._session.document
        if document is not None and document.layers:
            self._session.select((document.layers[-1].id,))

    def _choose(self, layer_id: LayerId | None) -> None:
        if layer_id is not None:
            self._session.select((layer_id,))

    def _below(self, document: Document, layer_id: LayerId) -> LayerId | None:
        place = places(document)[layer_id]
        if place.index == 0:
            return None
        return children_of(document, place.parent)[place.index - 1].id

    def _mask(self) -> Mask | None:
        document, current = self._session.document, self._session.current
        layer = None if document is None or current is None else find_layer(document, current)
        return None if layer is None else layer.mask

    def _change_mask(self, label: str, change: Callable[[Mask], Mask | None]) -> None:
        layer_id = self._session.current
        if layer_id is None:
            return

        def step(document: Document, area: Selection | None) -> State:
            layer = layer_by_id(document, layer_id)
            if layer.mask is None:
                raise ValueError(tr("“{name}” has no mask.", name=layer.name))
            new = replace(layer, mask=change(layer.mask))
            return with_layer_replaced(document, layer_id, new), area

        self._queue.add(label, step)


def _paint(color: Rgb, target: Target, document: Document) -> Rgb:
    """The colour as the target takes it, in its depth."""
    return in_depth(gray(color) if target.is_gray else color, target.depth(document))


def _pixel_layer(document: Document, layer_id: LayerId | None) -> PixelLayer:
    """ValueError when the layer has no pixels of its own."""
    layer = None if layer_id is None else find_layer(document, layer_id)
    if not isinstance(layer, PixelLayer):
        raise ValueError(tr("Choose a layer with pixels of its own."))
    return layer
