"""Decomposing illustrations as a task: from a document to a document with layers.

The group that takes a picture's place holds, bottom to top: flat colour (with slots), shadow
(multiply), highlight, both clipped to the flat colour, line art, and, for a noisy picture, its
grain as a residual.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from engine.compositor.composite import flatten
from engine.document.geometry import Rect
from engine.document.model import (
    BlendMode,
    ColorTag,
    Document,
    GroupLayer,
    Layer,
    LayerId,
    PixelLayer,
    Role,
    Slot,
)
from engine.document.raster import (
    Pixels,
    Raster,
    content_bounds,
    pixels_of,
    raster_from_array,
    translated,
)
from engine.document.slots import painted, slot_map_from_arrays, with_rasters
from engine.document.tree import layer_by_id
from engine.errors import UsageError
from engine.progress import Progress
from engine.protocol.params import DecomposeIllustration
from engine.protocol.values import Inputs, Outcome
from engine.tasks.illustration.decompose import Illustration, decompose
from engine.tasks.task import task

LABELS: Mapping[Role, ColorTag] = MappingProxyType(
    {
        Role.LINE: ColorTag.GRAY,
        Role.HIGHLIGHT: ColorTag.YELLOW,
        Role.SHADOW: ColorTag.VIOLET,
        Role.FLAT: ColorTag.GREEN,
    }
)
"""Colour labels, so that the roles are told apart in other programs too."""


@task(DecomposeIllustration)
def decompose_illustration(
    params: DecomposeIllustration, inputs: Inputs, progress: Progress
) -> Outcome:
    """A new document for a flat picture, or the group that takes the place of one layer."""
    document = inputs.document
    if document is None:
        raise UsageError("There is no picture to decompose.")
    if params.layer is None:
        return Outcome(document=decomposed(document, progress))
    layer = layer_by_id(document, LayerId(params.layer))
    if not isinstance(layer, PixelLayer):
        raise UsageError(f"“{layer.name}” is a group.", "Choose a layer with pixels.")
    return Outcome(layers=(decomposed_layer(layer, progress),))


def decomposed(document: Document, progress: Progress) -> Document:
    """The document's picture as one group of layers; profile, resolution and depth stay.

    `original` is the picture that was decomposed; ids go on where the document's end. A document
    that is not flat is flattened first.
    """
    source = _flat_layer(document)
    canvas = document.size.rect
    picture = flatten(document) if source is None else pixels_of(source.raster, canvas)
    illustration = decompose(picture, progress)
    group = replace(
        illustration_group(illustration, canvas),
        name="Illustration" if source is None else source.name,
    )
    return replace(
        document,
        layers=(_numbered(group, LayerId(document.next_id)),),
        original=raster_from_array(picture),
        next_id=document.next_id + 1 + len(group.layers),
    )


def decomposed_layer(layer: PixelLayer, progress: Progress) -> GroupLayer:
    """The group that looks exactly like `layer` and carries its name, mask, opacity and place.

    Its ids mean nothing. UsageError when the layer is empty.
    """
    bounds = content_bounds(layer.raster)
    if bounds.is_empty:
        raise UsageError(f"“{layer.name}” is empty.", "Choose a layer with something on it.")
    group = illustration_group(decompose(pixels_of(layer.raster, bounds), progress), bounds)
    return replace(
        _numbered(group, LayerId(1)),
        name=layer.name,
        visible=layer.visible,
        opacity=layer.opacity,
        fill_opacity=layer.fill_opacity,
        blend=layer.blend,
        clipped=layer.clipped,
        mask=layer.mask,
        color_tag=layer.color_tag,
        locks=layer.locks,
    )


def illustration_group(illustration: Illustration, place: Rect) -> GroupLayer:
    """The layers of an illustration at `place`, its size, in a group without ids.

    The group is one picture (Normal, not pass-through): exact over any backdrop and alpha, and
    every other program shows it; Krita without a window leaves pass-through groups out.
    """
    slots = slot_map_from_arrays(
        _palette(illustration.palette),
        illustration.ids,
        illustration.second,
        illustration.coverage,
    )
    flat = PixelLayer(
        id=LayerId(0),
        name="Flat colour",
        raster=_moved(painted(slots, illustration.flat_alpha), place),
        slots=with_rasters(slots, lambda raster: _moved(raster, place)),
        role=Role.FLAT,
        color_tag=LABELS[Role.FLAT],
    )
    shadow = _pixels(
        "Shadow", illustration.shadow, place, Role.SHADOW, BlendMode.MULTIPLY, clipped=True
    )
    light = BlendMode(illustration.highlight_mode)
    highlight = _pixels(
        "Highlight", illustration.highlight, place, Role.HIGHLIGHT, light, clipped=True
    )
    line = _pixels("Line art", illustration.line, place, Role.LINE, BlendMode.NORMAL, clipped=False)
    layers: tuple[Layer, ...] = (flat, shadow, highlight, line)
    if illustration.residual is not None:
        grain = illustration.residual
        blend = BlendMode.LINEAR_LIGHT
        layers += (_pixels("Residual", grain, place, Role.RESIDUAL, blend, clipped=False),)
    return GroupLayer(id=LayerId(0), name="Illustration", layers=layers, blend=BlendMode.NORMAL)


def _flat_layer(document: Document) -> PixelLayer | None:
    """The only layer, when the picture is exactly its pixels."""
    if len(document.layers) != 1:
        return None
    layer = document.layers[0]
    if not isinstance(layer, PixelLayer) or not layer.visible or layer.mask is not None:
        return None
    is_plain = layer.blend is BlendMode.NORMAL and layer.opacity == layer.fill_opacity == 1.0
    return layer if is_plain else None


def _palette(colors: Pixels) -> tuple[Slot, ...]:
    """Slots numbered as the pixels number them, named in the order of the palette."""
    slots = []
    for number, color in enumerate(colors.tolist()):
        red, green, blue = color
        exact = (red, green, blue)
        slots.append(Slot(number, f"Colour {number + 1}", exact, exact))
    return tuple(slots)


def _pixels(
    name: str, array: Pixels, place: Rect, role: Role, blend: BlendMode, *, clipped: bool
) -> PixelLayer:
    raster = raster_from_array(array, left=place.left, top=place.top)
    return PixelLayer(
        id=LayerId(0),
        name=name,
        raster=raster,
        blend=blend,
        clipped=clipped,
        role=role,
        color_tag=LABELS.get(role, ColorTag.NONE),
    )


def _moved(raster: Raster, place: Rect) -> Raster:
    return translated(raster, place.left, place.top)


def _numbered(group: GroupLayer, first: LayerId) -> GroupLayer:
    """The group and its (childless) layers with ids in a row from `first`."""
    layers: tuple[Layer, ...] = tuple(
        replace(layer, id=LayerId(first + 1 + index)) for index, layer in enumerate(group.layers)
    )
    return replace(group, id=first, layers=layers)
