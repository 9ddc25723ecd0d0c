"""The commands of the clipboard, for the table of all commands."""

from __future__ import annotations

from collections.abc import Callable

from app.commands.command import Command
from app.commands.tool_table import has_pixels
from app.session.clipboard import PixelClipboard
from app.session.session import Session


def clipboard_commands(
    session: Session,
    clipboard: PixelClipboard,
    open_picture: Callable[[], object],
    can_open_picture: Callable[[], bool],
) -> tuple[Command, ...]:
    """open_picture: makes a document of what lies on the clipboard, a file or a picture."""

    def is_open() -> bool:
        return session.is_open

    def can_paste_layer() -> bool:
        return session.is_open and clipboard.has_pixels

    def paste() -> None:
        if can_paste_layer():
            clipboard.paste()
        else:
            open_picture()

    return (
        Command(
            "edit.cut", "Cut", "Edit", clipboard.cut, 1, "scissors",
            enabled=lambda: has_pixels(session), words="pixels selection clipboard",
        ),
        Command(
            "edit.copy", "Copy", "Edit", clipboard.copy, 1, "copy",
            enabled=lambda: bool(session.selected), words="pixels selection clipboard",
        ),
        Command(
            "edit.copy_merged", "Copy merged", "Edit", clipboard.copy_merged, 1, "",
            enabled=is_open, words="visible all layers clipboard",
        ),
        Command(
            "edit.paste", "Paste", "Edit", paste, 1, "clipboard-paste",
            enabled=lambda: can_paste_layer() or can_open_picture(),
            words="clipboard new layer picture",
        ),
        Command(
            "edit.paste_in_place", "Paste in place", "Edit", clipboard.paste_in_place, 1, "",
            enabled=can_paste_layer, words="new layer clipboard same",
        ),
        Command(
            "edit.paste_into", "Paste into selection", "Edit", clipboard.paste_into, 1, "",
            enabled=lambda: can_paste_layer() and session.area is not None,
            words="new layer mask clipboard",
        ),
    )  # fmt: skip
