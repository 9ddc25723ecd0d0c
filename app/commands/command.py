"""What a command is, and where its keys work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Context(StrEnum):
    """Where keys are heard.

    APP: everywhere in the window. WORK: with the focus on the canvas or the layers, so that plain
    letters never fight with lists, fields and buttons elsewhere. CANVAS: on the canvas only.
    LAYERS: on the layers only.
    HELD: handled by the canvas itself, for as long as the key is down.
    """

    APP = "app"
    WORK = "work"
    CANVAS = "canvas"
    LAYERS = "layers"
    HELD = "held"


OVERLAPS = {
    Context.APP: frozenset(Context),
    Context.WORK: frozenset(Context),
    Context.CANVAS: frozenset(Context) - {Context.LAYERS},
    Context.LAYERS: frozenset(Context) - {Context.CANVAS, Context.HELD},
    Context.HELD: frozenset(Context) - {Context.LAYERS},
}
"""Contexts whose keys must differ: all that can be heard at one place."""


def always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """id: as in the key map. menu: its menu's title. group: a separator goes between groups.

    checked: whether it is on, for commands that switch something. repeats: while its key is held.
    """

    id: str
    title: str
    menu: str
    run: Callable[[], object]
    group: int = 0
    icon: str = ""
    context: Context = Context.APP
    enabled: Callable[[], bool] = always
    checked: Callable[[], bool] | None = None
    repeats: bool = False
    words: str = ""
    """More words under which the palette finds it."""
