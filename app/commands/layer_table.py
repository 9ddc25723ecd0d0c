"""The commands of layer marks, masks and kinds, and of other ways to look at the picture."""

from __future__ import annotations

from collections.abc import Callable

from app.canvas.tools.toolbox import Toolbox
from app.canvas.view import CanvasView
from app.commands.command import Command, Context
from app.commands.tool_table import MASK_MENU
from app.languages.translate import mark
from app.session.layer_acts import BLEND_NAMES, LayerActs
from app.session.layer_kinds import LayerKinds
from app.session.layer_traits import Lock
from app.session.session import Session
from engine.document.model import BlendMode, ColorTag, GroupLayer, PixelLayer
from engine.document.raster import content_bounds
from engine.document.tree import pixel_layers
from engine.painting.selection import bounds

TAG_MENU = "Layer/Colour tag"
BLEND_MENU = "Layer/" + mark("Blend mode")
_LOCKS = (
    (Lock.TRANSPARENCY, mark("Lock transparency"), "grid-2x2"),
    (Lock.PIXELS, mark("Lock pixels"), "brush"),
    (Lock.POSITION, mark("Lock position"), "move"),
)
_TAGS = {
    ColorTag.NONE: mark("No colour tag"),
    ColorTag.RED: mark("Red tag"),
    ColorTag.ORANGE: mark("Orange tag"),
    ColorTag.YELLOW: mark("Yellow tag"),
    ColorTag.GREEN: mark("Green tag"),
    ColorTag.BLUE: mark("Blue tag"),
    ColorTag.VIOLET: mark("Violet tag"),
    ColorTag.GRAY: mark("Grey tag"),
}


def mark_commands(
    session: Session,
    acts: LayerActs,
    toolbox: Toolbox,
    open_dialog: Callable[[str], None],
) -> tuple[Command, ...]:
    """Locks, tags, masks and conversions of the chosen layers."""
    traits, linking, pixels = acts.traits, acts.linking, toolbox.pixels
    kinds = LayerKinds(session, toolbox.queue)

    def is_chosen() -> bool:
        return bool(session.selected)

    def has_area_and_pixels() -> bool:
        chosen = session.selected_layers
        return session.area is not None and bool(chosen) and isinstance(chosen[-1], PixelLayer)

    def lock(kind: Lock, title: str, icon: str) -> Command:
        return Command(
            f"layer.lock_{kind}", title, "Layer", lambda: traits.toggle_lock(kind), 9, icon,
            Context.WORK, is_chosen, lambda: traits.has_lock(kind), words="unlock protect",
        )  # fmt: skip

    def tag(kind: ColorTag, title: str) -> Command:
        return Command(
            f"layer.tag_{kind}", title, TAG_MENU, lambda: traits.set_tag(kind), 0, "",
            enabled=is_chosen, checked=lambda: traits.has_tag(kind), words="label colour",
        )  # fmt: skip

    def blend(mode: BlendMode) -> Command:
        def can_have() -> bool:
            is_group_mode = mode is BlendMode.PASS_THROUGH
            chosen = session.selected_layers
            return any(isinstance(one, GroupLayer) or not is_group_mode for one in chosen)

        def has() -> bool:
            chosen = session.selected_layers
            return bool(chosen) and all(one.blend is mode for one in chosen)

        return Command(
            f"layer.blend_{mode}", BLEND_NAMES[mode], BLEND_MENU, lambda: acts.set_blend(mode), 0,
            "", enabled=can_have, checked=has, words="blend mode",
        )  # fmt: skip

    def paint_on_mask() -> None:
        session.set_on_mask(not session.is_on_mask)

    return (
        *(lock(*one) for one in _LOCKS),
        *(tag(*one) for one in _TAGS.items()),
        *(blend(mode) for mode in BlendMode),
        Command(
            "layer.link", "Link layers", "Layer", linking.link, 10, "link-2",
            enabled=lambda: linking.can_link, words="chain together move shadow",
        ),
        Command(
            "layer.unlink", "Unlink", "Layer", linking.unlink, 10, "",
            enabled=lambda: linking.can_unlink, words="layers chain alone",
        ),
        Command(
            "layer.choose_linked", "Choose linked layers", "Layer", linking.choose_linked, 10, "",
            enabled=lambda: linking.can_unlink, words="select chain",
        ),
        Command(
            "layer.add_mask_hiding", "Add mask that hides all", MASK_MENU,
            lambda: traits.add_empty_mask(shows_all=False), 7,
            enabled=lambda: traits.can_add_mask, words="black empty",
        ),
        Command(
            "layer.add_mask_showing", "Add mask that shows all", MASK_MENU,
            lambda: traits.add_empty_mask(shows_all=True), 7,
            enabled=lambda: traits.can_add_mask, words="white empty",
        ),
        Command(
            "layer.paint_mask", "Paint on mask", MASK_MENU, paint_on_mask, 7, "",
            enabled=lambda: pixels.has_mask, checked=lambda: session.is_on_mask,
            words="edit brush target",
        ),
        Command(
            "layer.mask_density", "Mask density…", MASK_MENU,
            lambda: open_dialog("mask_density"), 7, enabled=lambda: pixels.has_mask,
        ),
        Command(
            "layer.to_normal", "Convert to normal", "Layer", kinds.to_normal, 8,
            enabled=lambda: kinds.has(BlendMode.MULTIPLY), words="multiply blend mode",
        ),
        Command(
            "layer.to_multiply", "Convert to multiply", "Layer", kinds.to_multiply, 8,
            enabled=lambda: kinds.has(BlendMode.NORMAL), words="normal blend mode",
        ),
        Command(
            "layer.piece_up", "Move selected pixels to layer above", "Layer",
            lambda: kinds.move_piece(1), 8,
            enabled=lambda: has_area_and_pixels() and kinds.neighbour(1) is not None,
            words="piece reassign",
        ),
        Command(
            "layer.piece_down", "Move selected pixels to layer below", "Layer",
            lambda: kinds.move_piece(-1), 8,
            enabled=lambda: has_area_and_pixels() and kinds.neighbour(-1) is not None,
            words="piece reassign",
        ),
    )  # fmt: skip


def look_commands(session: Session, canvas: CanvasView) -> tuple[Command, ...]:
    """Turning the view, zooming to something, and seeing something else than all layers."""

    def is_open() -> bool:
        return session.is_open

    def has_mask() -> bool:
        chosen = session.selected_layers
        return bool(chosen) and any(
            layer.mask is not None for layer in chosen if layer.id == session.current
        )

    def zoom_to_selection() -> None:
        area = session.area
        if area is not None:
            canvas.zoom_to(bounds(area))

    def zoom_to_layer() -> None:
        document = session.document
        found = [content_bounds(one.raster) for one in pixel_layers(session.selected_layers)]
        found = [one for one in found if not one.is_empty]
        if found and document is not None:
            area = found[0]
            for one in found[1:]:
                area = area.united(one)
            canvas.zoom_to(area.intersected(document.size.rect))

    return (
        Command(
            "view.zoom_selection", "Zoom to selection", "View", zoom_to_selection, 0, "",
            enabled=lambda: session.area is not None,
        ),
        Command(
            "view.zoom_layer", "Zoom to layer", "View", zoom_to_layer, 0, "",
            enabled=lambda: bool(session.selected),
        ),
        Command(
            "view.turn", "Rotate view by dragging", "View", canvas.handling.borrow_turn_tool, 1, "",
            Context.HELD, is_open, words="hold turn",
        ),
        Command(
            "view.turn_right", "Rotate view right", "View", lambda: canvas.turn_by(1), 1,
            "rotate-cw", enabled=is_open, repeats=True, words="turn 15",
        ),
        Command(
            "view.turn_left", "Rotate view left", "View", lambda: canvas.turn_by(-1), 1, "",
            enabled=is_open, repeats=True, words="turn 15",
        ),
        Command(
            "view.flip", "Flip view", "View", canvas.flip, 1, "flip-horizontal-2", Context.WORK,
            is_open, lambda: canvas.viewport.is_flipped, words="mirror",
        ),
        Command(
            "view.turn_back", "Reset rotation", "View", canvas.turn_back, 1, "",
            enabled=lambda: not canvas.viewport.is_upright, words="turn upright unflip",
        ),
        Command(
            "view.solo", "Chosen layers alone", "View",
            lambda: canvas.set_solo(not canvas.shows_solo), 2, "", Context.HELD,
            lambda: bool(session.selected), lambda: canvas.shows_solo, words="isolate only",
        ),
        Command(
            "view.mask", "Show layer mask", "View",
            lambda: canvas.set_mask_view(not canvas.shows_mask), 2, "",
            enabled=has_mask, checked=lambda: canvas.shows_mask, words="gray",
        ),
        Command(
            "view.red_mask", "Show layer mask in red", "View",
            lambda: canvas.set_red_mask(not canvas.shows_red_mask), 2, "", Context.WORK,
            has_mask, lambda: canvas.shows_red_mask, words="overlay film rubylith",
        ),
        Command(
            "view.difference", "Difference from the original", "View",
            lambda: canvas.set_difference(not canvas.shows_difference), 2, "",
            enabled=lambda: session.document is not None
            and session.document.original is not None,
            checked=lambda: canvas.shows_difference, words="sum check error",
        ),
    )  # fmt: skip
