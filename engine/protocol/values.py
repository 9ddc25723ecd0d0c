"""What goes into a task and what comes out, as values of the document model.

On the wire the same things are structs and sealed files: see `engine.protocol.documents`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.document.model import Document, Layer


@dataclass(frozen=True, slots=True)
class Inputs:
    """document: what the task works on, None for tasks that need none."""

    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a finished task hands back.

    document: a whole new document (open, decompose a picture). layers: layers that take the place
    of the one the task was asked to work on; their ids mean nothing until they are applied.
    warnings: sentences for the artist. losses: what would have been lost; nothing was done then.
    """

    document: Document | None = None
    layers: tuple[Layer, ...] = field(default=())
    warnings: tuple[str, ...] = field(default=())
    losses: tuple[str, ...] = field(default=())
