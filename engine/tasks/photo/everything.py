"""Everything salient lifted off a photo: a group for each object over one background."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from engine.compositor.composite import composite
from engine.document.geometry import Rect
from engine.document.model import Document, GroupLayer, LayerId
from engine.document.raster import Pixels, raster_from_array
from engine.progress import Progress
from engine.tasks.photo.lift import lifted
from engine.tasks.photo.prompts import Prompt
from engine.tasks.photo.saliency import saliency
from engine.tasks.photo.segment import segmented

Flags = npt.NDArray[np.bool_]
_SALIENT = 0.5
_LEAST_SHARE = 0.004  # of the picture
_MOST_OBJECTS = 6


def photo_decomposed(document: Document, progress: Progress) -> Document:
    """The document's picture as a background and a group of linked layers for each object.

    Objects that stand lower in the picture are nearer, and lie higher in the stack. A picture with
    nothing salient in it becomes its background alone.
    """
    canvas = document.size.rect
    picture = composite(document, canvas)
    masks = salient_objects(_seen(picture), progress.part(0.0, 0.2))
    masks.sort(key=lambda mask: -int(np.nonzero(mask.any(1))[0][-1]))
    rest = lifted(document, np.zeros(picture.shape[:2], bool), progress.part(0.2, 0.25))
    groups: list[GroupLayer] = []
    next_id = 2
    for number, mask in enumerate(masks):
        span = 0.75 / len(masks)
        part = progress.part(0.25 + number * span, 0.25 + (number + 1) * span)
        rest = lifted(rest, mask, part)
        layers = tuple(
            replace(layer, id=LayerId(next_id + place), link=number + 1)
            for place, layer in enumerate(rest.layers[1:], start=1)
        )
        name = f"Object {number + 1}"
        groups.append(GroupLayer(id=LayerId(next_id), name=name, layers=layers))
        next_id += 1 + len(layers)
        rest = replace(rest, layers=rest.layers[:1])
    progress.at(1.0)
    return replace(
        rest,
        layers=(*rest.layers, *reversed(groups)),
        original=raster_from_array(picture),
        next_id=max(document.next_id, next_id),
    )


def salient_objects(picture: npt.NDArray[np.uint8], progress: Progress) -> list[Flags]:
    """The objects the picture is of, H×W each, none overlapping another; the largest first.

    picture: H×W×3 sRGB.
    """
    progress.at(0.0, "Looking for objects")
    likely = (saliency(picture) > _SALIENT).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(likely)
    sizes = stats[:, cv2.CC_STAT_AREA]
    least = _LEAST_SHARE * picture.shape[0] * picture.shape[1]
    largest = sorted(range(1, count), key=lambda number: -int(sizes[number]))[:_MOST_OBJECTS]
    chosen = [number for number in largest if sizes[number] >= least]
    taken = np.zeros(picture.shape[:2], bool)
    masks: list[Flags] = []
    for place, number in enumerate(chosen):
        x, y, wide, high = (int(value) for value in stats[number, :4])
        part = progress.part(place / len(chosen), (place + 1) / len(chosen))
        prompt = Prompt(box=Rect(x, y, x + wide, y + high))
        mask = segmented(picture, prompt, part) & ~taken
        if mask.sum() >= least / 2:
            masks.append(mask)
            taken |= mask
    progress.at(1.0)
    return masks


def _seen(picture: Pixels) -> npt.NDArray[np.uint8]:
    small = picture if picture.dtype == np.uint8 else (picture >> 8).astype(np.uint8)
    return np.ascontiguousarray(small[..., :3])
