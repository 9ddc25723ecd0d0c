"""What saving in a format would lose, said before it is done."""

from __future__ import annotations

from collections.abc import Iterator

from engine.document.model import Document, Layer
from engine.document.tree import walk
from engine.formats.psd.keeping import is_still

_PHOTOSHOP = frozenset({".psd", ".psb"})
_LAYERED = frozenset({".ora", ".unflatten", ".zip", ""})
_MOST_NAMES = 5


def losses(document: Document, ending: str) -> tuple[str, ...]:
    """Sentences about what a file with this ending (with its dot; "" = a folder) would not hold.

    Flat pictures hold no layers at all: for them nothing is listed.
    """
    if ending.lower() in _PHOTOSHOP:
        return tuple(_photoshop(document))
    if ending.lower() in _LAYERED:
        return tuple(_elsewhere(document, keeps_effects=ending.lower() == ".unflatten"))
    return ()


def _photoshop(document: Document) -> Iterator[str]:
    painted: dict[str, list[Layer]] = {}
    without: list[Layer] = []
    for layer in walk(document.layers):
        kept = layer.foreign
        if kept is not None and kept.kind and not is_still(layer):
            painted.setdefault(kept.kind, []).append(layer)
        stored = () if kept is None else kept.style.effects
        if layer.style.effects and layer.style.effects != stored:
            without.append(layer)
    for kind, layers in painted.items():
        yield (
            f"Its pixels were changed: {_named(layers)} is saved as pixels and no longer as {kind}."
            if len(layers) == 1
            else f"Their pixels were changed: {_named(layers)} are saved as pixels and no longer "
            f"as {kind}."
        )
    if without:
        yield f"The effects of {_named(without)} can't be saved there."


def _elsewhere(document: Document, *, keeps_effects: bool) -> Iterator[str]:
    special: dict[str, list[Layer]] = {}
    styled: list[Layer] = []
    for layer in walk(document.layers):
        if layer.foreign is not None and layer.foreign.kind not in ("", "adjustment"):
            special.setdefault(layer.foreign.kind, []).append(layer)
        if layer.style.effects and not keeps_effects:
            styled.append(layer)
    for kind, layers in special.items():
        yield f"Only PSD keeps {_named(layers)} editable as {kind} in Photoshop."
    if styled:
        yield f"Only PSD and .unflatten keep the effects of {_named(styled)}."


def _named(layers: list[Layer]) -> str:
    listed = ", ".join(f"“{layer.name}”" for layer in layers[:_MOST_NAMES])
    return listed + (", …" if len(layers) > _MOST_NAMES else "")
