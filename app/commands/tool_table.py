"""The commands of the tools, the selection and the pixels, for the table of all commands."""

from __future__ import annotations

from collections.abc import Callable

from app.canvas.tools.toolbox import Toolbox
from app.commands.command import Command, Context
from app.languages.translate import mark
from app.session.session import Aim, Session
from app.session.shape import Shape
from engine.document.model import GroupLayer, Layer, PixelLayer
from engine.document.tree import find_layer

MASK_MENU = "Layer/" + mark("Mask")


def tool_commands(
    session: Session, toolbox: Toolbox, open_dialog: Callable[[str], None], keys: dict[str, str]
) -> tuple[Command, ...]:
    """keys: the first key of each command, for tools that are borrowed while theirs is held."""
    work = Context.WORK

    def is_open() -> bool:
        return session.is_open

    def tool(name: str, title: str, icon: str, words: str = "") -> Command:
        command_id = f"tool.{name}"
        key = keys.get(command_id, "")

        def use() -> None:
            if key:
                toolbox.use_by_key(name, key)
            else:
                toolbox.use(name)

        return Command(
            command_id, title, "Tools", use, 0, icon, work, is_open,
            lambda: toolbox.name == name, words=words,
        )  # fmt: skip

    def brush(name: str, title: str, run: Callable[[], None]) -> Command:
        return Command(
            f"brush.{name}", title, "Tools", run, 1, "", Context.CANVAS,
            lambda: toolbox.has_brush, repeats=True,
        )  # fmt: skip

    return (
        tool("move", "Move tool", "move"),
        tool("rectangle", "Rectangle select", "square-dashed", "marquee"),
        tool("ellipse", "Ellipse select", "circle-dashed", "marquee circle"),
        tool("lasso", "Lasso", "lasso", "select freehand"),
        tool("polygon", "Polygon select", "lasso-select", "lasso"),
        tool("object", "Object select", "scan-search", "segment subject thing click box"),
        tool("wand", "Wand", "wand-sparkles", "magic select colour"),
        tool("color_range", "Select by colour", "droplets", "range wand"),
        tool("crop", "Crop tool", "crop"),
        tool("brush", "Brush", "brush", "paint pen"),
        tool("eraser", "Eraser", "eraser"),
        tool("fill", "Fill tool", "paint-bucket", "bucket pour"),
        tool("gradient", "Gradient", "blend"),
        tool("picker", "Eyedropper", "pipette", "pick colour"),
        tool("hand", "Hand tool", "hand"),
        tool("zoom", "Zoom tool", "search"),
        brush("smaller", "Smaller brush", lambda: toolbox.resize_brush(-1)),
        brush("larger", "Larger brush", lambda: toolbox.resize_brush(1)),
        brush("softer", "Softer brush", lambda: toolbox.harden_brush(-1)),
        brush("harder", "Harder brush", lambda: toolbox.harden_brush(1)),
        Command(
            "color.swap", "Swap colours", "Tools", toolbox.colors.swap, 2, "arrow-left-right",
            work, is_open, words="foreground background",
        ),
        Command(
            "color.reset", "Black and white", "Tools", toolbox.colors.reset, 2, "", work, is_open,
            words="default colours",
        ),
        Command(
            "color.foreground", "Foreground colour…", "Tools", lambda: open_dialog("foreground"),
            2, "palette", enabled=is_open, words="pick",
        ),
        Command(
            "color.background", "Background colour…", "Tools", lambda: open_dialog("background"),
            2, enabled=is_open, words="pick",
        ),
        *_select_commands(session, toolbox, open_dialog),
        *_edit_commands(session, toolbox),
        *_image_commands(session, toolbox, open_dialog),
        *_layer_commands(session, toolbox, open_dialog),
    )  # fmt: skip


def _select_commands(
    session: Session, toolbox: Toolbox, open_dialog: Callable[[str], None]
) -> tuple[Command, ...]:
    selecting = toolbox.selecting

    def is_open() -> bool:
        return session.is_open

    def has_area() -> bool:
        return session.area is not None

    def ask(name: str, title: str, words: str = "", icon: str = "") -> Command:
        return Command(
            f"select.{name}", title, "Select", lambda: open_dialog(name), 1, icon,
            enabled=has_area, words=words,
        )  # fmt: skip

    return (
        Command("select.all", "Select all", "Select", selecting.everything, enabled=is_open),
        Command(
            "select.none", "Deselect", "Select", selecting.nothing, enabled=has_area,
            words="select none",
        ),
        Command(
            "select.invert", "Invert selection", "Select", selecting.invert, 0, "contrast",
            enabled=lambda: has_area() or session.is_quick_mask, words="inverse",
        ),
        Command(
            "select.quick_mask", "Quick mask", "Select", selecting.toggle_quick_mask, 0,
            "venetian-mask", Context.WORK, is_open, lambda: session.is_quick_mask,
            words="paint selection red rubylith film",
        ),
        Command(
            "select.subject", "Select subject", "Select", toolbox.select_subject, 0, "focus",
            enabled=is_open, words="object foreground figure",
        ),
        ask("grow", "Grow…", "expand selection"),
        ask("shrink", "Shrink…", "contract selection"),
        ask("feather", "Feather…", "soft edge selection", "feather"),
        ask("border", "Border…", "selection"),
        ask("refine", "Refine edge…", "matte hair selection"),
        Command(
            "select.layer", "Select what the layer covers", "Select", selecting.current_layer, 2,
            enabled=lambda: has_pixels(session), words="alpha transparency",
        ),
        Command(
            "select.mask", "Select what the mask shows", "Select", selecting.mask_of_current, 2,
            enabled=lambda: toolbox.pixels.has_mask,
        ),
    )  # fmt: skip


def _edit_commands(session: Session, toolbox: Toolbox) -> tuple[Command, ...]:
    pixels, colors, transformer = toolbox.pixels, toolbox.colors, toolbox.transformer

    def is_chosen() -> bool:
        return bool(session.selected)

    def has_target() -> bool:
        return has_pixels(session) or session.aim is not Aim.PIXELS

    def shape(name: str, title: str, shape: Shape, icon: str = "") -> Command:
        return Command(
            f"layer.{name}", title, "Edit", lambda: transformer.transform_at_once(title, shape), 3,
            icon, enabled=is_chosen, words="transform layer",
        )  # fmt: skip

    return (
        Command(
            "edit.clear", "Clear", "Edit", toolbox.clear, 2, "", Context.CANVAS,
            lambda: is_chosen() or session.is_quick_mask,
            words="delete erase selection pixels",
        ),
        Command(
            "edit.fill_foreground", "Fill with foreground colour", "Edit",
            lambda: pixels.fill(colors.foreground), 2, "", Context.CANVAS, has_target,
        ),
        Command(
            "edit.fill_background", "Fill with background colour", "Edit",
            lambda: pixels.fill(colors.background), 2, "", Context.CANVAS, has_target,
        ),
        Command(
            "edit.inpaint", "Inpaint selection", "Edit", toolbox.object_work.inpaint, 2,
            "wand-sparkles", enabled=lambda: session.area is not None,
            words="heal remove fill content aware",
        ),
        Command(
            "edit.transform", "Free transform", "Edit", toolbox.begin_transform, 3, "scaling",
            enabled=is_chosen, words="scale rotate move",
        ),
        shape("flip_across", "Flip layer across", Shape(across=-1.0), "flip-horizontal-2"),
        shape("flip_down", "Flip layer down", Shape(down=-1.0), "flip-vertical-2"),
        shape("turn_right", "Rotate layer 90° right", Shape(degrees=90.0), "rotate-cw"),
        shape("turn_left", "Rotate layer 90° left", Shape(degrees=-90.0)),
        shape("turn_half", "Rotate layer 180°", Shape(degrees=180.0)),
    )  # fmt: skip


def _image_commands(
    session: Session, toolbox: Toolbox, open_dialog: Callable[[str], None]
) -> tuple[Command, ...]:
    acts = toolbox.canvas_acts

    def is_open() -> bool:
        return session.is_open

    return (
        Command(
            "image.size", "Image size…", "Image", lambda: open_dialog("image_size"), 2,
            enabled=is_open, words="scale resize",
        ),
        Command(
            "image.canvas_size", "Canvas size…", "Image", lambda: open_dialog("canvas_size"), 2,
            enabled=is_open, words="extend",
        ),
        Command(
            "image.crop", "Crop to selection", "Image", acts.crop_to_selection, 2, "crop",
            enabled=lambda: session.area is not None,
        ),
        Command(
            "image.flip_across", "Flip picture across", "Image",
            lambda: acts.flip(is_across=True), 3, enabled=is_open, words="mirror",
        ),
        Command(
            "image.flip_down", "Flip picture down", "Image",
            lambda: acts.flip(is_across=False), 3, enabled=is_open, words="mirror",
        ),
        Command(
            "image.turn_right", "Rotate picture 90° right", "Image", lambda: acts.turn(1), 3,
            enabled=is_open,
        ),
        Command(
            "image.turn_left", "Rotate picture 90° left", "Image", lambda: acts.turn(3), 3,
            enabled=is_open,
        ),
        Command(
            "image.turn_half", "Rotate picture 180°", "Image", lambda: acts.turn(2), 3,
            enabled=is_open,
        ),
    )  # fmt: skip


def _layer_commands(
    session: Session, toolbox: Toolbox, open_dialog: Callable[[str], None]
) -> tuple[Command, ...]:
    pixels = toolbox.pixels

    def is_open() -> bool:
        return session.is_open

    def has_target() -> bool:
        return has_pixels(session)

    def has_area_and_target() -> bool:
        return session.area is not None and has_target()

    def has_mask() -> bool:
        return pixels.has_mask

    def can_add_mask() -> bool:
        return session.current is not None and not pixels.has_mask

    def is_group() -> bool:
        return isinstance(_current(session), GroupLayer)

    def is_mask_on() -> bool:
        layer = _current(session)
        return layer is not None and layer.mask is not None and layer.mask.enabled

    return (
        Command(
            "layer.via_copy", "Layer via copy", "Layer", toolbox.layer_via_copy, 5, "copy",
            enabled=lambda: bool(session.selected), words="duplicate selection new",
        ),
        Command(
            "layer.via_cut", "Layer via cut", "Layer", pixels.layer_via_cut, 5,
            enabled=has_area_and_target, words="selection new",
        ),
        Command(
            "layer.cut_out", "Cut out with refined edge", "Layer", toolbox.object_work.cut_out, 5,
            "scissors", enabled=lambda: session.area is not None,
            words="matte matting hair selection object",
        ),
        Command(
            "layer.lift", "Lift object with its shadow", "Layer", toolbox.object_work.lift, 5,
            "layers", enabled=lambda: session.area is not None,
            words="photo background selection",
        ),
        Command(
            "layer.merge_down", "Merge down", "Layer", pixels.merge, 6, "arrow-down-to-line",
            enabled=lambda: pixels.can_merge, words="layers join group",
        ),
        Command("layer.merge_group", "Merge group", "Layer", pixels.merge_group, 6,
                enabled=is_group),
        Command("layer.merge_visible", "Merge visible", "Layer", pixels.merge_visible, 6,
                enabled=is_open),
        Command("layer.stamp", "Stamp visible", "Layer", pixels.stamp, 6, enabled=is_open,
                words="new layer merge"),
        Command("layer.flatten", "Flatten", "Layer", pixels.flatten, 6, enabled=is_open,
                words="merge all"),
        Command(
            "layer.add_mask", "Add mask", MASK_MENU, pixels.add_mask, 7, "circle-dashed",
            enabled=can_add_mask, words="selection",
        ),
        Command("layer.toggle_mask", "Mask on", MASK_MENU, pixels.toggle_mask, 7,
                enabled=has_mask, checked=is_mask_on, words="disable off"),
        Command("layer.apply_mask", "Apply mask", MASK_MENU, pixels.apply_mask, 7,
                enabled=lambda: has_mask() and has_target()),
        Command("layer.delete_mask", "Delete mask", MASK_MENU, pixels.delete_mask, 7,
                enabled=has_mask),
        Command("layer.mask_from_alpha", "Transparency to mask", MASK_MENU, pixels.mask_from_alpha,
                7, enabled=has_target, words="alpha"),
        Command(
            "layer.decontaminate", "Decontaminate edge…", "Layer",
            lambda: open_dialog("decontaminate"), 8, enabled=has_target,
            words="fringe colour matte",
        ),
    )  # fmt: skip


def _current(session: Session) -> Layer | None:
    document, current = session.document, session.current
    return None if document is None or current is None else find_layer(document, current)


def has_pixels(session: Session) -> bool:
    """Whether the current layer has pixels of its own."""
    return isinstance(_current(session), PixelLayer)
