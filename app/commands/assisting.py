"""The commands of settings, keys and help."""

from __future__ import annotations

from typing import Protocol

from app.commands.command import Command


class Assisting(Protocol):
    """What these commands ask for."""

    def show_settings(self) -> None: ...
    def edit_keys(self) -> None: ...
    def show_about(self) -> None: ...
    def show_licences(self) -> None: ...
    def copy_diagnostics(self) -> None: ...


def assisting_commands(assistance: Assisting) -> tuple[Command, ...]:
    return (
        Command(
            "edit.settings",
            "Settings…",
            "Edit",
            assistance.show_settings,
            90,
            words="preferences options language theme size",
        ),
        Command(
            "edit.keys",
            "Keyboard shortcuts…",
            "Edit",
            assistance.edit_keys,
            90,
            "keyboard",
            words="keys preset krita clip studio gimp photoshop",
        ),
        Command(
            "help.copy_diagnostics",
            "Copy diagnostics",
            "Help",
            assistance.copy_diagnostics,
            1,
            "copy",
            words="report bug log version",
        ),
        Command("help.licences", "Licences", "Help", assistance.show_licences, 1),
        Command("help.about", "About Unflatten", "Help", assistance.show_about, 1, "info"),
    )
