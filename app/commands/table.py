"""All commands of the window, in the order of the menus. Keys are in `resources/keymap.json`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from app.canvas.tools.toolbox import Toolbox
from app.canvas.view import CanvasView
from app.commands.adjustment_table import adjustment_commands
from app.commands.assisting import Assisting, assisting_commands
from app.commands.clipboard_table import clipboard_commands
from app.commands.command import Command, Context
from app.commands.layer_table import look_commands, mark_commands
from app.commands.recolor_table import Recolorer, recolor_commands
from app.commands.tool_table import tool_commands
from app.languages.translate import mark
from app.session.adjusting import Adjuster
from app.session.decomposing import Decomposer
from app.session.layer_acts import LayerActs
from app.session.session import Session
from app.theme.theme import Scheme, Theme
from engine.document.model import GroupLayer

MENUS = (
    mark("&File"),
    mark("&Edit"),
    mark("&Image"),
    mark("&Layer"),
    mark("&Select"),
    mark("&Tools"),
    mark("&View"),
    mark("&Window"),
    mark("&Help"),
)


class Filing(Protocol):
    """What commands may ask about files."""

    def open_file(self) -> None: ...
    def paste(self) -> None: ...
    def can_paste(self) -> bool: ...
    def save(self) -> None: ...
    def save_as(self) -> None: ...
    def export_psd(self) -> None: ...
    def close_document(self) -> None: ...


class Docking(Protocol):
    """What commands may ask of the panels."""

    @property
    def is_hidden(self) -> bool: ...

    @property
    def is_active_floating(self) -> bool: ...

    def is_open(self, name: str) -> bool: ...
    def toggle_panel(self, name: str) -> None: ...
    def toggle_floating(self) -> None: ...
    def move_active(self) -> None: ...


class Editor(Protocol):
    """What commands may ask of the window."""

    @property
    def assistance(self) -> Assisting: ...
    @property
    def recolor(self) -> Recolorer: ...

    @property
    def paperwork(self) -> Filing: ...

    @property
    def dock(self) -> Docking: ...

    def quit(self) -> None: ...
    def decompose(self) -> None: ...
    def can_cancel(self) -> bool: ...
    def cancel_job(self) -> None: ...
    def rename_layer(self) -> None: ...
    def filter_layers(self) -> None: ...
    def open_dialog(self, name: str) -> None: ...
    def show_adjustment(self) -> None: ...
    def toggle_grid(self) -> None: ...
    def has_grid(self) -> bool: ...
    def toggle_panels(self) -> None: ...
    def reset_layout(self) -> None: ...
    def next_pane(self, step: int) -> None: ...
    def toggle_full_screen(self) -> None: ...
    def is_full_screen(self) -> bool: ...
    def find_command(self) -> None: ...
    def show_keys(self) -> None: ...
    def show_recolor_keys(self) -> None: ...


def commands(
    editor: Editor,
    session: Session,
    acts: LayerActs,
    decomposer: Decomposer,
    canvas: CanvasView,
    toolbox: Toolbox,
    adjuster: Adjuster,
    theme: Theme,
    keymap: Mapping[str, Sequence[str]],
) -> tuple[Command, ...]:
    """The table. Ids are written in one place only: here and in the key map."""

    def is_open() -> bool:
        return session.is_open

    def is_chosen() -> bool:
        return bool(session.selected)

    def is_group_chosen() -> bool:
        return any(isinstance(layer, GroupLayer) for layer in session.selected_layers)

    def can_undo() -> bool:
        return session.history is not None and session.history.can_undo

    def can_redo() -> bool:
        return session.history is not None and session.history.can_redo

    def has_original() -> bool:
        return session.document is not None and session.document.original is not None

    def show_only() -> None:
        if session.current is not None:
            acts.show_only(session.current)

    def scheme(wanted: Scheme) -> tuple[Callable[[], object], Callable[[], bool]]:
        return (lambda: theme.set_scheme(wanted)), (lambda: theme.scheme is wanted)

    work = Context.WORK
    system, dark, light = scheme(Scheme.SYSTEM), scheme(Scheme.DARK), scheme(Scheme.LIGHT)
    files = editor.paperwork
    file_commands = (
        Command("file.open", "Open picture…", "File", files.open_file, icon="folder-open"),
        Command(
            "file.paste",
            "New picture from clipboard",
            "File",
            files.paste,
            icon="clipboard-paste",
            enabled=files.can_paste,
            words="paste open",
        ),
        Command("file.save", "Save", "File", files.save, 1, "save", enabled=is_open),
        Command("file.save_as", "Save as…", "File", files.save_as, 1, enabled=is_open),
        Command(
            "file.export_psd",
            "Export PSD…",
            "File",
            files.export_psd,
            1,
            "file-output",
            enabled=is_open,
            words="photoshop save",
        ),
        Command("file.close", "Close", "File", files.close_document, 2, enabled=is_open),
        Command("file.quit", "Quit", "File", editor.quit, 2),
    )
    edit_commands = (
        Command(
            "edit.undo",
            "Undo",
            "Edit",
            toolbox.undo,
            icon="undo-2",
            enabled=can_undo,
            repeats=True,
        ),
        Command(
            "edit.redo", "Redo", "Edit", session.redo, icon="redo-2", enabled=can_redo, repeats=True
        ),
    )

    def can_decompose() -> bool:
        return decomposer.is_possible

    image_commands = (
        Command(
            "image.decompose",
            "Decompose",
            "Image",
            editor.decompose,
            icon="layers",
            enabled=can_decompose,
            words="layers separate unflatten",
        ),
        Command(
            "job.cancel", "Cancel job", "Image", editor.cancel_job, 1, enabled=editor.can_cancel
        ),
    )
    layer_commands = (
        Command("layer.new", "New layer", "Layer", acts.add_layer, 0, "plus", enabled=is_open),
        Command(
            "layer.new_group", "New group", "Layer", acts.add_group, 0, "folder-plus",
            enabled=is_open,
        ),
        Command(
            "layer.duplicate", "Duplicate", "Layer", acts.duplicate, 0, "copy", enabled=is_chosen
        ),
        Command(
            "layer.delete", "Delete", "Layer", acts.delete, 0, "trash-2", Context.LAYERS,
            lambda: acts.traits.can_delete,
        ),
        Command(
            "layer.rename", "Rename", "Layer", editor.rename_layer, 0, "text-cursor-input",
            enabled=is_chosen,
        ),
        Command("layer.group", "Group", "Layer", acts.group, 1, "folder", enabled=is_chosen),
        Command("layer.ungroup", "Ungroup", "Layer", acts.ungroup, 1, enabled=is_group_chosen),
        Command(
            "layer.clip", "Clip to layer below", "Layer", acts.toggle_clip, 1, "corner-left-down",
            enabled=is_chosen,
        ),
        Command(
            "layer.toggle_group", "Open or close group", "Layer", acts.toggle_group, 1,
            enabled=is_group_chosen,
        ),
        Command(
            "layer.toggle_visible", "Show or hide", "Layer", acts.toggle_visible, 2, "eye",
            enabled=is_chosen,
        ),
        Command(
            "layer.show_only", "Show only this layer", "Layer", show_only, 2, "focus",
            enabled=is_chosen,
        ),
        Command(
            "layer.raise", "Raise", "Layer", acts.raise_layer, 3, enabled=is_chosen, repeats=True
        ),
        Command(
            "layer.lower", "Lower", "Layer", acts.lower_layer, 3, enabled=is_chosen, repeats=True
        ),
        Command(
            "layer.to_top", "Raise to top", "Layer", acts.raise_to_top, 3, enabled=is_chosen,
            words="front",
        ),
        Command(
            "layer.to_bottom", "Lower to bottom", "Layer", acts.lower_to_bottom, 3,
            enabled=is_chosen, words="back",
        ),
        Command(
            "layer.select_above", "Choose layer above", "Layer", lambda: acts.select_next(1), 4,
            "", work, is_open, None, True,
        ),
        Command(
            "layer.select_below", "Choose layer below", "Layer", lambda: acts.select_next(-1), 4,
            "", work, is_open, None, True,
        ),
        Command(
            "layer.select_all", "Choose all layers", "Layer", acts.select_all, 4, enabled=is_open
        ),
        Command(
            "layer.filter", "Filter layers", "Layer", editor.filter_layers, 4, "list-filter",
            enabled=is_open,
        ),
    )  # fmt: skip
    view_commands = (
        Command(
            "view.zoom_in", "Zoom in", "View", canvas.zoom_in, 0, "zoom-in", enabled=is_open,
            repeats=True,
        ),
        Command(
            "view.zoom_out", "Zoom out", "View", canvas.zoom_out, 0, "zoom-out", enabled=is_open,
            repeats=True,
        ),
        Command("view.fit", "Fit to window", "View", canvas.fit, 0, "maximize", enabled=is_open),
        Command("view.actual", "100 %", "View", canvas.show_actual_size, 0, enabled=is_open),
        Command(
            "view.original", "Show original", "View",
            lambda: canvas.set_original(not canvas.shows_original), 1, "", Context.HELD,
            has_original, lambda: canvas.shows_original, words="before compare",
        ),
        Command(
            "view.split", "Compare with original", "View",
            lambda: canvas.set_split(canvas.split is None), 1, "square-split-horizontal", work,
            has_original, lambda: canvas.split is not None, words="split before after",
        ),
        Command(
            "view.pixel_grid", "Pixel grid", "View", editor.toggle_grid, 2,
            checked=editor.has_grid,
        ),
        Command("view.theme_system", "Theme of the system", "View", system[0], 3,
                checked=system[1], words="dark light"),
        Command("view.theme_dark", "Dark theme", "View", dark[0], 3, checked=dark[1]),
        Command("view.theme_light", "Light theme", "View", light[0], 3, checked=light[1]),
    )  # fmt: skip

    first_keys = {name: keys[0] for name, keys in keymap.items() if keys}

    dock = editor.dock

    def panel(name: str, title: str) -> Command:
        return Command(
            f"window.{name}", title, "Window", lambda: dock.toggle_panel(name), enabled=is_open,
            checked=lambda: dock.is_open(name), words="panel dock",
        )  # fmt: skip

    window_commands = (
        panel("layers", "Layers"),
        panel("adjustment", "Adjust"),
        panel("history", "History"),
        panel("jobs", "Jobs"),
        Command(
            "window.float_panel", "Float panel", "Window", dock.toggle_floating, 1,
            enabled=is_open, checked=lambda: dock.is_active_floating, words="dock undock",
        ),
        Command(
            "window.move_panel", "Move panel to the other side", "Window", dock.move_active, 1,
            enabled=is_open, words="dock left right",
        ),
        Command(
            "window.hide_panels", "Hide panels", "Window", editor.toggle_panels, 1, "",
            Context.CANVAS, is_open, lambda: dock.is_hidden, words="only canvas",
        ),
        Command(
            "window.reset", "Reset layout", "Window", editor.reset_layout, 1, enabled=is_open,
            words="panels dock workspace",
        ),
        Command("window.next_pane", "Next pane", "Window", lambda: editor.next_pane(1), 2),
        Command("window.previous_pane", "Previous pane", "Window", lambda: editor.next_pane(-1), 2),
        Command(
            "window.full_screen", "Full screen", "Window", editor.toggle_full_screen, 3,
            checked=editor.is_full_screen,
        ),
    )  # fmt: skip
    help_commands = (
        Command("help.find_command", "Find a command…", "Help", editor.find_command, 0, "search"),
        Command("help.keys", "Keys", "Help", editor.show_keys, 0, "keyboard"),
    )
    return (
        *file_commands,
        *edit_commands,
        *clipboard_commands(session, toolbox.clipboard, files.paste, files.can_paste),
        *image_commands,
        *layer_commands,
        *adjustment_commands(session, adjuster, editor.show_adjustment),
        *tool_commands(session, toolbox, editor.open_dialog, first_keys),
        *mark_commands(session, acts, toolbox, editor.open_dialog),
        *view_commands,
        *look_commands(session, canvas),
        *window_commands,
        *help_commands,
        *recolor_commands(session, editor.recolor, editor.show_recolor_keys),
        *assisting_commands(editor.assistance),
    )
