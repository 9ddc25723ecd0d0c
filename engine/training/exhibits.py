"""The sample pictures of the program; `python -m engine.training show` draws them again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from engine.training.artwork import Artwork, drawn
from engine.training.styles import STYLES

SIZE = 1536


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A chosen drawing: its style, its seed and what it may show."""

    style: str
    seed: int
    subjects: tuple[str, ...]


EXHIBITS: Mapping[str, Exhibit] = MappingProxyType(
    {
        "wanderer": Exhibit("cel", 10, ("bust", "chibi")),
        "portrait": Exhibit("anime", 1, ("bust",)),
        "meadow": Exhibit("cel", 5, ("bust", "chibi")),
    }
)


def exhibited(name: str) -> Artwork:
    """The sample of this name, always the same bytes; KeyError when there is none."""
    exhibit = EXHIBITS[name]
    style = replace(
        STYLES[exhibit.style],
        subjects=exhibit.subjects,
        schemes=("natural", "vivid"),
        backgrounds=("landscape", "paper", "room"),
        crowd=(1, 1),
        damage=0.0,
    )
    return drawn(exhibit.seed, exhibit.style, style, size=SIZE)
