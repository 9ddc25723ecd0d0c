"""Commands of adjustments: new layers in the Layer menu, changes of pixels in the Image menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from app.commands.command import Command
from app.languages.translate import mark
from app.session.adjusting import TITLES, Adjuster
from app.session.session import Session
from engine.document.adjustments import ADJUSTMENTS, Invert

NEW_LAYER = "Layer/" + mark("New adjustment layer")
PIXELS = "Image/" + mark("Adjustments")
"""Submenus: the menu, then the title of the menu inside it."""


def adjustment_commands(
    session: Session, adjuster: Adjuster, show: Callable[[], None]
) -> Iterator[Command]:
    """show: brings the settings into view."""

    def is_open() -> bool:
        return session.is_open

    def can_adjust() -> bool:
        return adjuster.can_adjust_pixels

    def add(kind: str) -> None:
        adjuster.add_layer(kind)
        show()

    for kind, title in TITLES.items():
        is_fixed = ADJUSTMENTS[kind] is Invert
        yield Command(
            f"adjust.{kind}",
            title,
            PIXELS,
            partial(adjuster.adjust_now if is_fixed else adjuster.try_out, kind),
            enabled=can_adjust,
            words="adjust pixels",
        )
    for kind, title in TITLES.items():
        yield Command(
            f"layer.new_{kind}",
            title,
            NEW_LAYER,
            partial(add, kind),
            icon="contrast",
            enabled=is_open,
            words="new adjustment layer",
        )
