"""Commands of the recolour mode that the whole program hears; its own keys are a table apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.commands.command import Command
from app.session.session import Session


class Recolorer(Protocol):
    """What these commands ask of the mode."""

    @property
    def is_on(self) -> bool: ...

    def toggle(self) -> None: ...
    def load_reference(self) -> None: ...


def recolor_commands(
    session: Session, mode: Recolorer, show_keys: Callable[[], object]
) -> tuple[Command, ...]:
    return (
        Command(
            "recolor.mode",
            "Recolour",
            "Image",
            mode.toggle,
            4,
            "swatch-book",
            enabled=lambda: session.is_open,
            checked=lambda: mode.is_on,
            words="color slots palette mode change colour",
        ),
        Command(
            "recolor.reference",
            "Colours of another picture…",
            "Image",
            mode.load_reference,
            4,
            "image",
            enabled=lambda: session.is_open,
            words="reference swatches palette chart gpl ase aco",
        ),
        Command(
            "recolor.keys",
            "Recolouring by keyboard",
            "Help",
            show_keys,
            0,
            "swatch-book",
            words="keys recolour mode manual how compare krita gimp",
        ),
    )
