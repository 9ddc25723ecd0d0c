"""What an artist does to layers, each act one named undo step on the chosen layers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from app.languages.translate import counted, mark, tr
from app.session.layer_traits import LayerTraits
from app.session.linking import Linking
from app.session.session import Edit, Session
from engine.document.edits import (
    added_above,
    all_duplicated,
    grouped,
    layer_after_removal,
    moved,
    removed,
    ungrouped,
    with_layer,
    with_new_pixel_layer,
)
from engine.document.model import BlendMode, Document, GroupLayer, Layer, LayerId
from engine.document.tree import Place, children_of, find_layer, layer_by_id, places, walk

BLEND_NAMES = {
    BlendMode.NORMAL: mark("Normal"),
    BlendMode.DISSOLVE: mark("Dissolve"),
    BlendMode.DARKEN: mark("Darken"),
    BlendMode.MULTIPLY: mark("Multiply"),
    BlendMode.COLOR_BURN: mark("Colour burn"),
    BlendMode.LINEAR_BURN: mark("Linear burn"),
    BlendMode.DARKER_COLOR: mark("Darker colour"),
    BlendMode.LIGHTEN: mark("Lighten"),
    BlendMode.SCREEN: mark("Screen"),
    BlendMode.COLOR_DODGE: mark("Colour dodge"),
    BlendMode.LINEAR_DODGE: mark("Linear dodge (add)"),
    BlendMode.LIGHTER_COLOR: mark("Lighter colour"),
    BlendMode.OVERLAY: mark("Overlay"),
    BlendMode.SOFT_LIGHT: mark("Soft light"),
    BlendMode.HARD_LIGHT: mark("Hard light"),
    BlendMode.VIVID_LIGHT: mark("Vivid light"),
    BlendMode.LINEAR_LIGHT: mark("Linear light"),
    BlendMode.PIN_LIGHT: mark("Pin light"),
    BlendMode.HARD_MIX: mark("Hard mix"),
    BlendMode.DIFFERENCE: mark("Difference"),
    BlendMode.EXCLUSION: mark("Exclusion"),
    BlendMode.SUBTRACT: mark("Subtract"),
    BlendMode.DIVIDE: mark("Divide"),
    BlendMode.HUE: mark("Hue"),
    BlendMode.SATURATION: mark("Saturation"),
    BlendMode.COLOR: mark("Colour"),
    BlendMode.LUMINOSITY: mark("Luminosity"),
    BlendMode.PASS_THROUGH: mark("Pass through"),
}


class LayerActs:
    """The verbs of the layer panel and menu. Nothing happens where nothing is chosen."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.traits = LayerTraits(session)
        self.linking = Linking(session)
        self._before_only: tuple[Document, dict[LayerId, bool]] | None = None

    # New, copy, delete

    def add_layer(self) -> None:
        below = self._session.current
        name = self._free_name(tr("Layer {number}"))
        self._add(
            tr("New layer “{name}”", name=name), lambda one: with_new_pixel_layer(one, name, below)
        )

    def add_group(self) -> None:
        below = self._session.current
        name = self._free_name(tr("Group {number}"))
        group = GroupLayer(id=LayerId(0), name=name)
        self._add(
            tr("New group “{name}”", name=name),
            lambda document: added_above(document, group, below),
        )

    def duplicate(self) -> None:
        layers = self._outermost()
        if not layers:
            return
        ids = [layer.id for layer in layers]
        copies: list[LayerId] = []

        def edit(document: Document) -> Document:
            document, copies[:] = all_duplicated(document, ids)
            return document

        self._session.apply(tr("Duplicate {named}", named=_named(layers)), edit)
        self._session.select(copies)

    def delete(self) -> None:
        layers = self._outermost()
        document = self._session.document
        if not layers or document is None or not self.traits.can_delete:
            return
        ids = [layer.id for layer in layers]
        following = layer_after_removal(document, ids[0])
        self._session.apply(
            tr("Delete {named}", named=_named(layers)), lambda one: removed(one, ids)
        )
        after = self._session.document
        if following is not None and after is not None and find_layer(after, following):
            self._session.select((following,))

    def group(self) -> None:
        layers = self._session.selected_layers
        document = self._session.document
        if not layers or document is None:
            return
        name = self._free_name(tr("Group {number}"))
        new = LayerId(document.next_id)
        ids = [layer.id for layer in layers]
        self._session.apply(
            tr("Group {named}", named=_named(layers)), lambda one: grouped(one, ids, name)
        )
        self._session.select((new,))

    def ungroup(self) -> None:
        groups = [one for one in self._session.selected_layers if isinstance(one, GroupLayer)]
        if not groups:
            return
        freed = [child.id for group in groups for child in group.layers]
        self._session.apply(
            tr("Ungroup {named}", named=_named(groups)), _for_each(groups, ungrouped)
        )
        self._session.select(freed)

    # How layers look

    def rename(self, layer_id: LayerId, name: str) -> None:
        name = name.strip()
        if name:
            self._session.apply(
                tr("Rename to “{name}”", name=name),
                lambda one: with_layer(one, layer_id, name=name),
            )

    def set_visible(self, layer_ids: Collection[LayerId], visible: bool) -> None:
        layers = self._layers(layer_ids)
        if layers:
            label = (tr("Show {named}") if visible else tr("Hide {named}")).format(
                named=_named(layers)
            )
            self._session.apply(label, with_visible(layer_ids, visible))

    def toggle_visible(self) -> None:
        layers = self._session.selected_layers
        if layers:
            visible = not all(layer.visible for layer in layers)
            self.set_visible([layer.id for layer in layers], visible)

    def show_only(self, layer_id: LayerId) -> None:
        """Hide all but this layer (with what it holds and lies in); once more brings them back."""
        document = self._session.document
        if document is None:
            return
        if self._before_only is not None and self._before_only[0] is document:
            seen = self._before_only[1]
            self._before_only = None
            self._session.apply(tr("Show all again"), with_visibility(seen))
            return
        kept = _family(document, layer_id)
        seen = {layer.id: layer.visible for layer in walk(document.layers)}
        wanted = {one: one in kept for one in seen}
        name = layer_by_id(document, layer_id).name
        self._session.apply(tr("Show only “{name}”", name=name), with_visibility(wanted))
        after = self._session.document
        self._before_only = None if after is None else (after, seen)

    def set_blend(self, blend: BlendMode) -> None:
        layers = self._session.selected_layers
        if not layers:
            return

        def edit(document: Document) -> Document:
            for layer in layers:
                is_group = isinstance(layer, GroupLayer)
                if is_group or blend is not BlendMode.PASS_THROUGH:
                    document = with_layer(document, layer.id, blend=blend)
            return document

        self._session.apply(f"{_title(layers)}: {blend_name(blend)}", edit)

    def set_opacity(self, opacity: float) -> None:
        """opacity: 0..1. Values typed or turned in a row are one step."""
        layers = self._session.selected_layers
        if layers:
            ids = tuple(layer.id for layer in layers)
            self._session.apply(
                opacity_label(layers, opacity),
                with_opacity(ids, opacity),
                merge_key=("opacity", ids),
            )

    def toggle_clip(self) -> None:
        layers = self._session.selected_layers
        if layers:
            clipped = not all(layer.clipped for layer in layers)
            label = (tr("Clip {named}") if clipped else tr("Unclip {named}")).format(
                named=_named(layers)
            )

            def edit(document: Document) -> Document:
                for layer in layers:
                    document = with_layer(document, layer.id, clipped=clipped)
                return document

            self._session.apply(label, edit)

    # Order

    def move_to(self, layer_ids: Collection[LayerId], place: Place) -> None:
        layers = self._layers(layer_ids)
        if layers:
            ids = [layer.id for layer in layers]
            self._session.apply(
                tr("Reorder {named}", named=_named(layers)), lambda one: moved(one, ids, place)
            )

    def raise_layer(self) -> None:
        self._shift(up=True)

    def lower_layer(self) -> None:
        self._shift(up=False)

    def raise_to_top(self) -> None:
        """Over all others in the same group."""
        self._shift_to_end(tr("Raise {named} to the top"), is_top=True)

    def lower_to_bottom(self) -> None:
        self._shift_to_end(tr("Lower {named} to the bottom"), is_top=False)

    def toggle_group(self) -> None:
        for layer in self._session.selected_layers:
            if isinstance(layer, GroupLayer):
                self._session.set_expanded(layer.id, not layer.expanded)

    # Choosing

    def select_next(self, step: int) -> None:
        """step +1: the row above in the panel, -1: the row below."""
        document = self._session.document
        if document is None:
            return
        rows = shown_rows(document)
        if not rows:
            return
        current = self._session.current
        at = rows.index(current) if current in rows else 0
        self._session.select((rows[min(max(at - step, 0), len(rows) - 1)],))

    def select_all(self) -> None:
        document = self._session.document
        if document is not None:
            self._session.select(shown_rows(document))

    # Inside

    def _add(self, label: str, edit: Edit) -> None:
        document = self._session.document
        if document is not None:
            new = LayerId(document.next_id)
            self._session.apply(label, edit)
            self._session.select((new,))

    def _layers(self, layer_ids: Iterable[LayerId]) -> list[Layer]:
        document = self._session.document
        if document is None:
            return []
        chosen = set(layer_ids)
        return [layer for layer in walk(document.layers) if layer.id in chosen]

    def _outermost(self) -> list[Layer]:
        """The chosen layers that lie in no other chosen one."""
        layers = self._session.selected_layers
        inside = {
            child.id
            for layer in layers
            if isinstance(layer, GroupLayer)
            for child in walk(layer.layers)
        }
        return [layer for layer in layers if layer.id not in inside]

    def _free_name(self, pattern: str) -> str:
        """pattern: a name with “{number}” in it."""
        document = self._session.document
        taken = set() if document is None else {layer.name for layer in walk(document.layers)}
        number = 1
        while pattern.format(number=number) in taken:
            number += 1
        return pattern.format(number=number)

    def _shift(self, *, up: bool) -> None:
        document = self._session.document
        layers = self._outermost()
        if document is None or not layers:
            return
        edge = layers[-1] if up else layers[0]
        place = (_place_above if up else _place_below)(document, edge.id)
        if place is not None:
            ids = [layer.id for layer in layers]
            label = (tr("Raise {named}") if up else tr("Lower {named}")).format(
                named=_named(layers)
            )
            self._session.apply(label, lambda one: moved(one, ids, place))

    def _shift_to_end(self, label: str, *, is_top: bool) -> None:
        document, layers = self._session.document, self._outermost()
        if document is None or not layers:
            return
        parent = places(document)[layers[-1].id].parent
        place = Place(parent, len(children_of(document, parent)) if is_top else 0)
        ids = [layer.id for layer in layers]
        self._session.apply(label.format(named=_named(layers)), lambda one: moved(one, ids, place))


def with_visible(layer_ids: Collection[LayerId], visible: bool) -> Edit:
    return with_visibility(dict.fromkeys(layer_ids, visible))


def with_visibility(wanted: dict[LayerId, bool]) -> Edit:
    """Shows and hides layers; those that are gone are left alone."""

    def edit(document: Document) -> Document:
        for layer_id, visible in wanted.items():
            if find_layer(document, layer_id) is not None:
                document = with_layer(document, layer_id, visible=visible)
        return document

    return edit


def with_opacity(layer_ids: Collection[LayerId], opacity: float) -> Edit:
    """opacity: 0..1, kept inside."""
    opacity = min(max(opacity, 0.0), 1.0)

    def edit(document: Document) -> Document:
        for layer_id in layer_ids:
            document = with_layer(document, layer_id, opacity=opacity)
        return document

    return edit


def opacity_label(layers: Collection[Layer], opacity: float) -> str:
    return tr("{title}: opacity {percent} %", title=_title(layers), percent=round(opacity * 100))


def blend_name(blend: BlendMode) -> str:
    """The name as artists know it: “Linear dodge (add)”."""
    return tr(BLEND_NAMES[blend])


def shown_rows(document: Document) -> list[LayerId]:
    """Layers from the top row to the bottom one, without those in closed groups."""
    rows: list[LayerId] = []

    def visit(layers: tuple[Layer, ...]) -> None:
        for layer in reversed(layers):
            rows.append(layer.id)
            if isinstance(layer, GroupLayer) and layer.expanded:
                visit(layer.layers)

    visit(document.layers)
    return rows


def _family(document: Document, layer_id: LayerId) -> set[LayerId]:
    """The layer, all inside it and all groups round it."""
    where = places(document)
    family = {layer.id for layer in walk((layer_by_id(document, layer_id),))}
    parent = where[layer_id].parent
    while parent is not None:
        family.add(parent)
        parent = where[parent].parent
    return family


def _place_above(document: Document, layer_id: LayerId) -> Place | None:
    """One step up: over the next sibling, into it when it is an open group, or out of the group."""
    place = places(document)[layer_id]
    siblings = children_of(document, place.parent)
    if place.index + 1 < len(siblings):
        above = siblings[place.index + 1]
        if isinstance(above, GroupLayer) and above.expanded:
            return Place(above.id, 0)
        return Place(place.parent, place.index + 2)
    if place.parent is None:
        return None
    outside = places(document)[place.parent]
    return Place(outside.parent, outside.index + 1)


def _place_below(document: Document, layer_id: LayerId) -> Place | None:
    place = places(document)[layer_id]
    siblings = children_of(document, place.parent)
    if place.index > 0:
        below = siblings[place.index - 1]
        if isinstance(below, GroupLayer) and below.expanded:
            return Place(below.id, len(below.layers))
        return Place(place.parent, place.index - 1)
    if place.parent is None:
        return None
    return Place(places(document)[place.parent].parent, places(document)[place.parent].index)


def _for_each(layers: Collection[Layer], edit: Callable[[Document, LayerId], Document]) -> Edit:
    ids = [layer.id for layer in layers]

    def edit_all(document: Document) -> Document:
        for layer_id in ids:
            document = edit(document, layer_id)
        return document

    return edit_all


def _named(layers: Collection[Layer]) -> str:
    first = next(iter(layers))
    return f"“{first.name}”" if len(layers) == 1 else counted("%n layers", len(layers))


def _title(layers: Collection[Layer]) -> str:
    first = next(iter(layers))
    return first.name if len(layers) == 1 else counted("%n layers", len(layers))
