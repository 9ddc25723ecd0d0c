"""From a click or a box to the object it means.

The saliency network looks at the part of the picture in question, GrabCut (Rother et al., 2004)
draws the border along the colours, both at a bounded size; a guided filter (He et al., 2010) brings
the border to the picture's own size. Every further click only adds what is around it or takes it
away: the guess never moves to another object.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from engine.document.geometry import EMPTY, Rect
from engine.progress import Progress
from engine.tasks.photo.prompts import Click, Prompt
from engine.tasks.photo.saliency import saliency

Colors = npt.NDArray[np.uint8]
Soft = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

WORKING_SIDE = 400
"""Pixels of the long side on which GrabCut works: 0.1 s a step."""
MARGIN = 0.2
"""Of a box's side, added all round: the network wants to see what is not the object."""
_SALIENT = 0.5
_ROUNDS = 3
_TOUCH = 0.012
"""Radius of a click, as a share of the long side."""


def segmented(picture: Colors, prompt: Prompt, progress: Progress) -> Flags:
    """H×W bool: the object. picture: H×W×3 sRGB. All False when nothing can be told apart.

    The same prompt gives the same mask.
    """
    if prompt.mask is not None:
        return prompt.mask.astype(np.bool_)
    height, width = picture.shape[:2]
    scale = min(1.0, WORKING_SIDE / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    canvas = Rect(0, 0, size[0], size[1])
    clicks = [
        Click(min(int(one.x * scale), size[0] - 1), min(int(one.y * scale), size[1] - 1),
              one.is_object)
        for one in prompt.clicks
    ]  # fmt: skip
    box = None if prompt.box is None else _scaled(prompt.box, scale).intersected(canvas)
    progress.at(0.05, "Looking for the object")
    if box is not None and not box.is_empty:
        found = _in_box(small, box, clicks, progress.part(0.05, 0.5))
        later = clicks
    elif any(one.is_object for one in clicks):
        first = next(one for one in clicks if one.is_object)
        found = _at_click(small, first, progress.part(0.05, 0.5))
        later = [one for one in clicks if one is not first]
    else:
        found = saliency(small) > _SALIENT
        later = clicks
    for done, click in enumerate(later):
        progress.at(0.5 + 0.3 * done / len(later), "Looking for the object")
        found = _with_click(small, found, click, later[: done + 1])
    progress.at(0.85, "Drawing its border")
    return _at_full_size(picture, found)


def _in_box(picture: Colors, box: Rect, clicks: list[Click], progress: Progress) -> Flags:
    """The object that fills most of a box."""
    likely = _looked_at(picture, box)
    progress.at(0.6)
    state = np.full(picture.shape[:2], cv2.GC_BGD, np.uint8)
    rows, columns = _slices(box)
    inside = likely[rows, columns]
    state[rows, columns] = np.where(inside > _SALIENT, cv2.GC_PR_FGD, cv2.GC_PR_BGD)
    state[rows, columns][inside > 0.95] = cv2.GC_FGD
    if not (state == cv2.GC_PR_FGD).any():
        # The network saw nothing: the middle of the box is the best guess.
        middle = Rect(
            box.left + box.width // 6, box.top + box.height // 6,
            max(box.right - box.width // 6, box.left + 1),
            max(box.bottom - box.height // 6, box.top + 1),
        )  # fmt: skip
        state[_slices(middle)] = cv2.GC_PR_FGD
    _mark(state, clicks)
    found = _cut(picture, state, _grown(box, MARGIN, picture))
    return _largest(found, near=box)


def _at_click(picture: Colors, click: Click, progress: Progress) -> Flags:
    """The object under a click: what the network sees there, else what is coloured alike."""
    seen = saliency(picture) > _SALIENT
    progress.at(0.4)
    part = _component(seen, click)
    if not part.any() or part.mean() > 0.9:
        part = _coloured_alike(picture, click)
    box = _bounds(part)
    if box.is_empty:
        return part
    likely = _looked_at(picture, box)
    progress.at(0.8)
    rows, columns = _slices(_grown(box, MARGIN / 2, picture))
    state = np.full(picture.shape[:2], cv2.GC_BGD, np.uint8)
    near = likely[rows, columns]
    close = part[rows, columns]
    state[rows, columns] = np.where((near > _SALIENT) | close, cv2.GC_PR_FGD, cv2.GC_PR_BGD)
    state[rows, columns][(near > 0.95) & close] = cv2.GC_FGD
    _mark(state, [click])
    found = _component(_cut(picture, state, _grown(box, MARGIN, picture)), click)
    return found if found.any() else part


def _with_click(picture: Colors, found: Flags, click: Click, clicks: list[Click]) -> Flags:
    """The object after one more click; what is far from it stays as it was."""
    if bool(found[click.y, click.x]) == click.is_object:
        return found
    state = np.where(found, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    _mark(state, clicks)
    reach = _bounds(found | _disc(found.shape, click, 4 * _radius(found.shape)))
    cut = _cut(picture, state, _grown(reach, MARGIN, picture))
    if click.is_object:
        return np.asarray(found | _component(cut, click), np.bool_)
    # Taken away is what the cut gave up and hangs together with the click.
    return np.asarray(found & ~_component(found & ~cut, click), np.bool_)


def _coloured_alike(picture: Colors, click: Click) -> Flags:
    """GrabCut from a disc round the click against the rest of its surroundings."""
    height, width = picture.shape[:2]
    side = max(height, width) // 3
    around = Rect(click.x - side, click.y - side, click.x + side, click.y + side)
    around = around.intersected(Rect(0, 0, width, height))
    state = np.full((height, width), cv2.GC_BGD, np.uint8)
    state[_slices(around)] = cv2.GC_PR_BGD
    state[_disc(state.shape, click, 6 * _radius(state.shape))] = cv2.GC_PR_FGD
    _mark(state, [click])
    return _component(_cut(picture, state, around), click)


def _looked_at(picture: Colors, box: Rect) -> Soft:
    """The network's view of a box and some room round it; 0 elsewhere."""
    place = _grown(box, MARGIN, picture)
    likely = np.zeros(picture.shape[:2], np.float32)
    likely[_slices(place)] = saliency(picture[_slices(place)])
    return likely


def _cut(picture: Colors, state: npt.NDArray[np.uint8], place: Rect) -> Flags:
    """GrabCut inside `place`, from a state per pixel; nothing outside it."""
    rows, columns = _slices(place)
    part = state[rows, columns].copy()
    found = np.zeros(state.shape, np.bool_)
    known = set(np.unique(part).tolist())
    has_object = known & {cv2.GC_FGD, cv2.GC_PR_FGD}
    has_rest = known & {cv2.GC_BGD, cv2.GC_PR_BGD}
    if not has_object or not has_rest:
        found[rows, columns] = bool(has_object)
        return found
    cv2.setRNGSeed(1)  # GrabCut clusters colours by chance; the same prompt must give the same mask
    models = np.zeros((1, 65)), np.zeros((1, 65))
    pixels = np.ascontiguousarray(picture[rows, columns])
    cv2.grabCut(pixels, part, (0, 0, 1, 1), *models, _ROUNDS, cv2.GC_INIT_WITH_MASK)
    found[rows, columns] = (part == cv2.GC_FGD) | (part == cv2.GC_PR_FGD)
    return found


def _at_full_size(picture: Colors, found: Flags) -> Flags:
    """The mask at the picture's size, its border moved to the edges of the picture."""
    height, width = picture.shape[:2]
    if found.shape == (height, width):
        return found
    size = (width, height)
    soft = cv2.resize(found.astype(np.float32), size, interpolation=cv2.INTER_LINEAR)
    gray = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.float32) / np.float32(255)
    side = 2 * max(2, round(max(size) / max(found.shape))) + 1
    return np.asarray(_guided(gray, np.asarray(soft, np.float32), side) > 0.5, np.bool_)


def _guided(guide: Soft, values: Soft, side: int) -> Soft:
    """The guided filter: `values` with the edges of `guide`. side: of its window, in pixels."""

    def mean(one: Soft) -> Soft:
        return np.asarray(cv2.blur(one, (side, side)), np.float32)

    middle, level = mean(guide), mean(values)
    slope = (mean(guide * values) - middle * level) / (mean(guide * guide) - middle**2 + 1e-4)
    return mean(slope) * guide + mean(level - slope * middle)


def _mark(state: npt.NDArray[np.uint8], clicks: list[Click]) -> None:
    for click in clicks:
        disc = _disc(state.shape, click, _radius(state.shape))
        state[disc] = cv2.GC_FGD if click.is_object else cv2.GC_BGD


def _radius(shape: tuple[int, ...]) -> int:
    return max(1, round(_TOUCH * max(shape)))


def _disc(shape: tuple[int, ...], click: Click, radius: int) -> Flags:
    disc = np.zeros(shape[:2], np.uint8)
    cv2.circle(disc, (click.x, click.y), radius, 1, -1)
    return disc.astype(np.bool_)


def _component(flags: Flags, click: Click) -> Flags:
    """The connected part under a click; nothing when the click is beside all parts."""
    _, labels = cv2.connectedComponents(flags.astype(np.uint8))
    label = labels[click.y, click.x]
    return np.asarray(
        (labels == label) & flags if flags[click.y, click.x] else np.zeros_like(flags)
    )


def _largest(flags: Flags, *, near: Rect) -> Flags:
    """The largest part inside a box with the others that are not much smaller."""
    count, labels = cv2.connectedComponents(flags.astype(np.uint8))
    if count <= 2:
        return flags
    sizes = np.bincount(labels[_slices(near)].ravel(), minlength=count)
    sizes[0] = 0
    return np.asarray(np.isin(labels, np.flatnonzero(sizes >= 0.1 * sizes.max())) & flags)


def _bounds(flags: Flags) -> Rect:
    rows, columns = np.flatnonzero(flags.any(1)), np.flatnonzero(flags.any(0))
    if not len(rows):
        return EMPTY
    return Rect(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)


def _grown(box: Rect, share: float, picture: Colors) -> Rect:
    across, down = round(share * box.width) + 2, round(share * box.height) + 2
    place = Rect(box.left - across, box.top - down, box.right + across, box.bottom + down)
    return place.intersected(Rect(0, 0, picture.shape[1], picture.shape[0]))


def _scaled(box: Rect, scale: float) -> Rect:
    return Rect(
        int(box.left * scale), int(box.top * scale),
        int(np.ceil(box.right * scale)), int(np.ceil(box.bottom * scale)),
    )  # fmt: skip


def _slices(rect: Rect) -> tuple[slice, slice]:
    return slice(rect.top, rect.bottom), slice(rect.left, rect.right)
