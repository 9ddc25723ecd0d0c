"""Photos as tasks: choose an object, cut it out, lift it with its shadow, fill a hole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.compositor.composite import composite
from engine.document.geometry import Rect
from engine.document.model import Document, LayerId, PixelLayer
from engine.document.raster import Pixels, pixels_of, raster_from_array
from engine.errors import UsageError
from engine.progress import Progress
from engine.protocol.params import FillHole, LiftObject, RefineMatte, SelectObject
from engine.protocol.values import Inputs, Outcome
from engine.tasks.photo.fill import filled
from engine.tasks.photo.lift import lifted
from engine.tasks.photo.matting import Flags, matte
from engine.tasks.photo.prompts import Click, Prompt
from engine.tasks.photo.segment import segmented
from engine.tasks.task import task


@task(SelectObject)
def select_object(params: SelectObject, inputs: Inputs, progress: Progress) -> Outcome:
    """One white layer whose alpha is the object."""
    document = _picture(inputs)
    mask = object_in(document, _prompt(params), progress)
    pixels = np.full((*mask.shape, 4), 255, np.uint8)
    pixels[..., 3] = np.where(mask, 255, 0)
    return Outcome(layers=(_layer("Object", pixels),))


@task(FillHole)
def fill_hole(params: FillHole, inputs: Inputs, progress: Progress) -> Outcome:
    """One layer with what may lie behind the hole, transparent around it."""
    picture, hole = _with_mask(inputs)
    pixels = np.zeros_like(picture)
    pixels[..., :3] = filled(picture[..., :3], hole > 0, progress)
    # A soft hole is filled whole and shown as softly as it was marked.
    pixels[..., 3] = np.rint(hole * np.iinfo(picture.dtype).max).astype(picture.dtype)
    return Outcome(layers=(_layer("Fill", pixels),))


@task(RefineMatte)
def refine_matte(params: RefineMatte, inputs: Inputs, progress: Progress) -> Outcome:
    """One layer: the object with soft edges, its colours free of what is behind it."""
    picture, rough = _with_mask(inputs)
    full = float(np.iinfo(picture.dtype).max)
    values = picture[..., :3] / full
    alpha, colors = matte(values, rough >= 0.5, progress, reach=params.reach)
    pixels = np.zeros_like(picture)
    pixels[..., :3] = np.rint(np.clip(colors, 0, 1) * full).astype(picture.dtype)
    whole = alpha >= 1
    pixels[whole, :3] = picture[whole, :3]
    pixels[..., 3] = np.rint(alpha * picture[..., 3]).astype(picture.dtype)
    return Outcome(layers=(_layer("Object", pixels),))


@task(LiftObject)
def lift_object(params: LiftObject, inputs: Inputs, progress: Progress) -> Outcome:
    """A new document: background, shadow, object."""
    document = _picture(inputs)
    is_exact = not params.clicks and params.box is None and len(document.layers) > 1
    if not is_exact:
        mask = object_in(document, _prompt(params), progress.part(0.0, 0.3))
    else:
        _, marked = _with_mask(inputs)
        mask = marked >= 0.5
        document = replace(document, layers=document.layers[:-1])
    if not mask.any():
        raise UsageError("No object was found there.", "Click on the object, or draw a box.")
    return Outcome(document=lifted(document, mask, progress.part(0.3, 1.0), is_exact=is_exact))


def object_in(document: Document, prompt: Prompt, progress: Progress) -> Flags:
    """H×W: the object that a prompt means in the document's picture."""
    picture = composite(document, document.size.rect)
    seen = picture if picture.dtype == np.uint8 else (picture >> 8).astype(np.uint8)
    return segmented(np.ascontiguousarray(seen[..., :3]), prompt, progress)


def _prompt(params: SelectObject | LiftObject) -> Prompt:
    clicks = tuple(Click(x, y, is_object) for x, y, is_object in params.clicks)
    return Prompt(clicks, None if params.box is None else Rect(*params.box))


def _picture(inputs: Inputs) -> Document:
    if inputs.document is None or not inputs.document.layers:
        raise UsageError("There is no picture.", "Open one first.")
    return inputs.document


def _with_mask(inputs: Inputs) -> tuple[Pixels, np.ndarray]:
    """The picture below the topmost layer, H×W×4, and that layer's alpha, H×W, 0..1."""
    document = _picture(inputs)
    mask = document.layers[-1]
    if len(document.layers) < 2 or not isinstance(mask, PixelLayer):
        raise UsageError("Nothing is marked.", "Select something first.")
    canvas = document.size.rect
    picture = composite(document, canvas, layers=document.layers[:-1])
    alpha = pixels_of(mask.raster, canvas)[..., 3]
    return picture, alpha / float(np.iinfo(alpha.dtype).max)


def _layer(name: str, pixels: Pixels) -> PixelLayer:
    return PixelLayer(id=LayerId(0), name=name, raster=raster_from_array(pixels))
