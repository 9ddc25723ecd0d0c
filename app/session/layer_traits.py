"""Locks, colour tags, fill opacity and masks of the chosen layers, each act one undo step."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from enum import StrEnum

from app.languages.translate import counted, mark, tr
from app.session.session import Edit, Session
from engine.document.edits import with_layer
from engine.document.model import ColorTag, Document, Layer, Locks, Mask
from engine.document.raster import empty_raster
from engine.document.tree import find_layer, walk


class Lock(StrEnum):
    """A field of `Locks`."""

    TRANSPARENCY = "transparency"
    PIXELS = "pixels"
    POSITION = "position"


_LOCK_NAMES = {
    Lock.TRANSPARENCY: mark("Lock transparency"),
    Lock.PIXELS: mark("Lock pixels"),
    Lock.POSITION: mark("Lock position"),
}
_UNLOCK_NAMES = {
    Lock.TRANSPARENCY: mark("Unlock transparency"),
    Lock.PIXELS: mark("Unlock pixels"),
    Lock.POSITION: mark("Unlock position"),
}
_TAG_NAMES = {
    ColorTag.NONE: mark("No colour tag"),
    ColorTag.RED: mark("Red tag"),
    ColorTag.ORANGE: mark("Orange tag"),
    ColorTag.YELLOW: mark("Yellow tag"),
    ColorTag.GREEN: mark("Green tag"),
    ColorTag.BLUE: mark("Blue tag"),
    ColorTag.VIOLET: mark("Violet tag"),
    ColorTag.GRAY: mark("Grey tag"),
}


class LayerTraits:
    """Nothing happens where nothing is chosen."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # Locks

    def has_lock(self, lock: Lock) -> bool:
        """Whether all chosen layers are locked in this way."""
        layers = self._session.selected_layers
        return bool(layers) and all(getattr(layer.locks, lock) for layer in layers)

    def toggle_lock(self, lock: Lock) -> None:
        is_on = not self.has_lock(lock)
        names = _LOCK_NAMES if is_on else _UNLOCK_NAMES
        self._change(tr(names[lock]), lambda layer: _locked(layer, lock, is_on))

    @property
    def can_delete(self) -> bool:
        """Whether something is chosen and no pixels in it are locked."""
        layers = self._session.selected_layers
        return bool(layers) and not any(one.locks.pixels for one in walk(tuple(layers)))

    # Colour tags

    def has_tag(self, tag: ColorTag) -> bool:
        layers = self._session.selected_layers
        return bool(layers) and all(layer.color_tag is tag for layer in layers)

    def set_tag(self, tag: ColorTag) -> None:
        self._change(tag_name(tag), lambda layer: {"color_tag": tag})

    # Fill

    def set_fill(self, opacity: float) -> None:
        """opacity: 0..1, of the pixels alone and not of effects. Values in a row are one step."""
        opacity = min(max(opacity, 0.0), 1.0)
        ids = self._session.selected
        self._change(
            tr("Fill {percent} %", percent=round(opacity * 100)),
            lambda layer: {"fill_opacity": opacity},
            merge_key=("fill", ids),
        )

    # Masks

    @property
    def can_add_mask(self) -> bool:
        return any(layer.mask is None for layer in self._session.selected_layers)

    def add_empty_mask(self, *, shows_all: bool) -> None:
        """A mask that shows or hides everything, on the chosen layers that have none."""
        document = self._session.document
        if document is None:
            return
        full = 255 if document.depth == 8 else 65535
        blank = empty_raster(document.dtype, channels=1, fill=full if shows_all else 0)
        label = tr("Add mask that shows all") if shows_all else tr("Add mask that hides all")
        self._change(label, lambda layer: {} if layer.mask else {"mask": Mask(blank)})

    def set_mask_density(self, density: float) -> None:
        """density: 0..1, how much the mask hides where it hides most."""
        density = min(max(density, 0.0), 1.0)
        self._change(
            tr("Mask density {percent} %", percent=round(density * 100)),
            lambda layer: {"mask": replace(layer.mask, density=density)} if layer.mask else {},
            merge_key=("mask density", self._session.selected),
        )

    @property
    def mask_density(self) -> float:
        """Of the current layer's mask, 1 when there is none."""
        document, current = self._session.document, self._session.current
        layer = None if document is None or current is None else find_layer(document, current)
        return 1.0 if layer is None or layer.mask is None else layer.mask.density

    # Inside

    def _change(
        self,
        label: str,
        changes: Callable[[Layer], dict[str, object]],
        *,
        merge_key: object = None,
    ) -> None:
        layers = self._session.selected_layers
        if layers:
            named = f"“{layers[0].name}”" if len(layers) == 1 else counted("%n layers", len(layers))
            title = tr("{title}: {act}", title=named, act=label)
            self._session.apply(title, _changed(layers, changes), merge_key=merge_key)


def tag_name(tag: ColorTag) -> str:
    return tr(_TAG_NAMES[tag])


def _locked(layer: Layer, lock: Lock, is_on: bool) -> dict[str, object]:
    locks: Locks = replace(layer.locks, **{lock.value: is_on})
    return {"locks": locks}


def _changed(layers: Collection[Layer], changes: Callable[[Layer], dict[str, object]]) -> Edit:
    ids = [layer.id for layer in layers]

    def edit(document: Document) -> Document:
        for layer_id in ids:
            layer = find_layer(document, layer_id)
            if layer is not None:
                document = with_layer(document, layer_id, **changes(layer))
        return document

    return edit
