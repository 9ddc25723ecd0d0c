"""From a click or a box to the object it means.

The saliency network looks at the part of the picture in question, GrabCut (Rother et al., 2004)
draws the border along the colours, both at a bounded size; a guided filter (He et al., 2010) brings
the border to the picture's own size. Every further click only adds what is around it or takes it
away, as far as the colours stay alike: the guess never moves to another object.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from engine.document.geometry import EMPTY, Rect
from engine.progress import Progress
from engine.tasks.photo.geodesic import geodesic
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
_SURE = 0.95
_ROUNDS = 3
_TOUCH = 0.012
"""Radius of a click, as a share of the long side."""
_AGREED = 0.7
"""Share that the cut along colours and the network must have in common to trust the cut."""
_WHOLE = 0.7
"""Of the picture: a part larger than this shows the network nothing new."""
_FAINT = (0.35, 0.2, 0.1, 0.05, 0.02)
"""What the network says of parts it hardly sees, tried when the rest does not fill the box."""
_FITS, _BETTER = 0.8, 0.05
"""Share of a box that an object fills, and that makes a difference."""
_REACH = 4.0
"""How far a click reaches, in units of its distance from the border that it moves."""
_CONTRAST = 0.5
"""Pixels of way that one unit of L*a*b* counts for."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """A part of a picture at working size. place: that part, in the picture's pixels."""

    place: Rect
    colors: Colors

    def box(self, box: Rect) -> Rect:
        """A box of the picture in the scene's pixels, cut off at its edges."""
        height, width = self.colors.shape[:2]
        across, down = width / self.place.width, height / self.place.height
        inside = Rect(
            int((box.left - self.place.left) * across),
            int((box.top - self.place.top) * down),
            int(np.ceil((box.right - self.place.left) * across)),
            int(np.ceil((box.bottom - self.place.top) * down)),
        )
        return inside.intersected(Rect(0, 0, width, height))

    def click(self, click: Click) -> Click:
        """A click on the picture in the scene's pixels."""
        height, width = self.colors.shape[:2]
        x = (click.x - self.place.left) * width // self.place.width
        y = (click.y - self.place.top) * height // self.place.height
        return Click(min(max(x, 0), width - 1), min(max(y, 0), height - 1), click.is_object)

    def bounds(self, flags: Flags) -> Rect:
        """The box round what is flagged in the scene, in the picture's pixels."""
        found = _bounds(flags)
        if found.is_empty:
            return EMPTY
        height, width = self.colors.shape[:2]
        across, down = self.place.width / width, self.place.height / height
        return Rect(
            self.place.left + int(found.left * across),
            self.place.top + int(found.top * down),
            self.place.left + int(np.ceil(found.right * across)),
            self.place.top + int(np.ceil(found.bottom * down)),
        ).intersected(self.place)


def segmented(picture: Colors, prompt: Prompt, progress: Progress) -> Flags:
    """H×W bool: the object. picture: H×W×3 sRGB. All False when nothing can be told apart.

    The same prompt gives the same mask. Every positive click after the first only adds to it, every
    negative one only takes away.
    """
    if prompt.mask is not None:
        return prompt.mask.astype(np.bool_)
    canvas = _canvas(picture)
    clicks = [one for one in prompt.clicks if _touches(canvas, one)]
    box = EMPTY if prompt.box is None else prompt.box.intersected(canvas)
    first = next((one for one in clicks if one.is_object), None)
    progress.at(0.05, "Looking for the object")
    if not box.is_empty:
        scene, found = _in_box(picture, box, progress.part(0.05, 0.6))
    elif first is not None:
        scene, found = _at_click(picture, first, progress.part(0.05, 0.6))
        clicks.remove(first)
        clicks.insert(0, first)
    else:
        scene = _scene(picture, canvas)
        found = _seen(picture, scene) > _SALIENT
    progress.at(0.6, "Following the clicks")
    scene, found = _with_room(picture, scene, found, clicks)
    found = _corrected(scene, found, clicks)
    progress.at(0.85, "Drawing its border")
    return _at_full_size(picture, scene, found)


def _in_box(picture: Colors, box: Rect, progress: Progress) -> tuple[_Scene, Flags]:
    """The object that fills most of a box."""
    scene = _scene(picture, _grown(box, MARGIN, picture))
    likely = _seen(picture, scene)
    progress.at(0.6)
    inside = _flagged(likely.shape, scene.box(box))
    seen = _filling(likely, scene.box(box))
    state = np.where(seen, cv2.GC_PR_FGD, np.where(inside, cv2.GC_PR_BGD, cv2.GC_BGD))
    state[inside & (likely > _SURE)] = cv2.GC_FGD
    if not seen.any():
        # The network saw nothing: the middle of the box is the best guess.
        state[_flagged(likely.shape, scene.box(_middle(box)))] = cv2.GC_PR_FGD
    found = _agreed(_cut(scene.colors, state), seen)
    return scene, _largest(found)


def _at_click(picture: Colors, click: Click, progress: Progress) -> tuple[_Scene, Flags]:
    """The object under a click: what the network sees there, else what is coloured alike."""
    canvas = _canvas(picture)
    scene = _scene(picture, canvas)
    part = _component(_seen(picture, scene) > _SALIENT, scene.click(click))
    progress.at(0.4)
    if not part.any() or part.mean() > 0.9:
        side = max(canvas.width, canvas.height) // 4 + 1
        around = Rect(click.x - side, click.y - side, click.x + side, click.y + side)
        scene = _scene(picture, around.intersected(canvas))
        part = _component(_seen(picture, scene) > _SALIENT, scene.click(click))
        if not part.any() or part.mean() > 0.9:
            part = _coloured_alike(scene, scene.click(click))
    box = scene.bounds(part)
    if box.is_empty:
        return scene, part
    near = _scene(picture, _grown(box, MARGIN, picture))
    rough = _moved(part, scene, near)
    if near.place.width * near.place.height < _WHOLE * canvas.width * canvas.height:
        likely = _seen(picture, near)
    else:
        likely = _seen(picture, scene)
        likely = _moved_soft(likely, scene, near)
    progress.at(0.8)
    at = near.click(click)
    seen = _component(likely > _SALIENT, at)
    state = np.where(seen | rough, cv2.GC_PR_FGD, cv2.GC_PR_BGD)
    state[~_flagged(state.shape, near.box(_grown(box, MARGIN / 2, picture)))] = cv2.GC_BGD
    state[(likely > _SURE) & rough] = cv2.GC_FGD
    state[_disc(state.shape, at, _radius(state.shape))] = cv2.GC_FGD
    found = _agreed(_component(_cut(near.colors, state), at), seen)
    return near, found if found.any() else rough


def _filling(likely: Soft, box: Rect) -> Flags:
    """What the network sees in a box, also faintly where only that reaches the sides of the box."""
    inside = _flagged(likely.shape, box)
    seen = inside & (likely > _SALIENT)
    fits = _fit(seen, box)
    for least in _FAINT:
        if fits >= _FITS:
            break
        more = _largest(inside & (likely > least))
        if _fit(more, box) > fits + _BETTER:
            seen, fits = more, _fit(more, box)
    return seen


def _fit(flags: Flags, box: Rect) -> float:
    """How much of a box the box round what is flagged fills, 0..1."""
    found = _bounds(flags).intersected(box)
    return 0.0 if found.is_empty else found.width * found.height / (box.width * box.height)


def _agreed(cut: Flags, seen: Flags) -> Flags:
    """What the colours say where it is nearly what the network says; else the network's word."""
    either = np.count_nonzero(cut | seen)
    if not seen.any() or np.count_nonzero(cut & seen) >= _AGREED * either:
        return cut
    return seen


def _corrected(scene: _Scene, found: Flags, clicks: list[Click]) -> Flags:
    """The object after clicks that the first guess did not follow.

    A click reaches farther the deeper it lies in what is wrong, through colours alike, and never
    past the middle of the way to a click of the other kind.
    """
    marks = [scene.click(one) for one in clicks if _touches(scene.place, one)]
    if all(bool(found[one.y, one.x]) == one.is_object for one in marks):
        return found
    smooth = cv2.bilateralFilter(scene.colors, 5, 20, 3)
    apart = cv2.cvtColor(smooth.astype(np.float32) / np.float32(255), cv2.COLOR_RGB2LAB)
    colors = np.asarray(apart * np.float32(_CONTRAST), np.float32)
    ways = [_way(colors, one) for one in marks]
    for number, mark in enumerate(marks):
        if bool(found[mark.y, mark.x]) == mark.is_object:
            continue
        wrong = found if not mark.is_object else ~found
        deep = cv2.distanceTransform(
            np.pad(wrong, 1).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE
        )[mark.y + 1, mark.x + 1]
        reached = ways[number] < _REACH * float(deep)
        for other, way in zip(marks, ways, strict=True):
            if other.is_object != mark.is_object:
                reached &= ways[number] < way
        reached = _component(reached, mark)
        found = found | reached if mark.is_object else found & ~reached
    return found


def _way(colors: Soft, mark: Click) -> Soft:
    start = np.full(colors.shape[:2], 1e6, np.float32)
    start[mark.y, mark.x] = 0
    return geodesic(start, colors, 1.0)


def _touches(place: Rect, click: Click) -> bool:
    return place.left <= click.x < place.right and place.top <= click.y < place.bottom


def _with_room(
    picture: Colors, scene: _Scene, found: Flags, clicks: list[Click]
) -> tuple[_Scene, Flags]:
    """The same mask in a scene that holds every click on the object, with room round it."""
    place = scene.place
    for one in clicks:
        if one.is_object and not _touches(place, one):
            place = place.united(Rect(one.x, one.y, one.x + 1, one.y + 1))
    if place == scene.place:
        return scene, found
    wide = _scene(picture, _grown(place, MARGIN, picture))
    return wide, _moved(found, scene, wide)


def _coloured_alike(scene: _Scene, click: Click) -> Flags:
    """GrabCut from a disc round the click against the rest of its surroundings."""
    state = np.full(scene.colors.shape[:2], cv2.GC_PR_BGD, np.int64)
    state[_disc(state.shape, click, 6 * _radius(state.shape))] = cv2.GC_PR_FGD
    state[_disc(state.shape, click, _radius(state.shape))] = cv2.GC_FGD
    return _component(_cut(scene.colors, state), click)


def _scene(picture: Colors, place: Rect) -> _Scene:
    scale = min(1.0, WORKING_SIDE / max(place.width, place.height))
    size = (max(1, round(place.width * scale)), max(1, round(place.height * scale)))
    part = picture[_slices(place)]
    return _Scene(place, np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), np.uint8))


def _seen(picture: Colors, scene: _Scene) -> Soft:
    """The network's view of a scene."""
    height, width = scene.colors.shape[:2]
    seen = saliency(np.ascontiguousarray(scene.colors))
    return np.asarray(cv2.resize(seen, (width, height), interpolation=cv2.INTER_LINEAR))


def _moved(flags: Flags, scene: _Scene, other: _Scene) -> Flags:
    return _moved_soft(flags.astype(np.float32), scene, other) > 0.5


def _moved_soft(values: Soft, scene: _Scene, other: _Scene) -> Soft:
    """Values of one scene at the pixels of another; 0 beyond its edges."""
    height, width = values.shape
    high, wide = other.colors.shape[:2]
    across = other.place.width / wide * width / scene.place.width
    down = other.place.height / high * height / scene.place.height
    left = (other.place.left - scene.place.left) * width / scene.place.width
    top = (other.place.top - scene.place.top) * height / scene.place.height
    # Pixels are squares: their middles lie half a pixel in.
    way = np.array(
        [[across, 0, left + across / 2 - 0.5], [0, down, top + down / 2 - 0.5]], np.float64
    )
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(values, way, (wide, high), flags=flags), np.float32)


def _cut(colors: Colors, state: npt.NDArray[np.int64]) -> Flags:
    """GrabCut from a state per pixel."""
    known = set(np.unique(state).tolist())
    has_object = known & {cv2.GC_FGD, cv2.GC_PR_FGD}
    has_rest = known & {cv2.GC_BGD, cv2.GC_PR_BGD}
    if not has_object or not has_rest:
        return np.full(state.shape, bool(has_object))
    cv2.setRNGSeed(1)  # GrabCut clusters colours by chance; the same prompt must give the same mask
    models = np.zeros((1, 65)), np.zeros((1, 65))
    part = state.astype(np.uint8)
    cv2.grabCut(colors, part, (0, 0, 1, 1), *models, _ROUNDS, cv2.GC_INIT_WITH_MASK)
    return np.asarray((part == cv2.GC_FGD) | (part == cv2.GC_PR_FGD), np.bool_)


def _at_full_size(picture: Colors, scene: _Scene, found: Flags) -> Flags:
    """The mask at the picture's size, its border moved to the edges of the picture."""
    whole = np.zeros(picture.shape[:2], np.bool_)
    place = scene.place
    if found.shape == (place.height, place.width):
        whole[_slices(place)] = found
        return whole
    size = (place.width, place.height)
    soft = cv2.resize(found.astype(np.float32), size, interpolation=cv2.INTER_LINEAR)
    part = np.ascontiguousarray(picture[_slices(place)])
    gray = np.asarray(cv2.cvtColor(part, cv2.COLOR_RGB2GRAY), np.float32) / np.float32(255)
    side = 2 * max(2, round(max(size) / max(found.shape))) + 1
    whole[_slices(place)] = _guided(gray, np.asarray(soft, np.float32), side) > 0.5
    return whole


def _guided(guide: Soft, values: Soft, side: int) -> Soft:
    """The guided filter: `values` with the edges of `guide`. side: of its window, in pixels."""

    def mean(one: Soft) -> Soft:
        return np.asarray(cv2.blur(one, (side, side)), np.float32)

    middle, level = mean(guide), mean(values)
    slope = (mean(guide * values) - middle * level) / (mean(guide * guide) - middle**2 + 1e-4)
    return mean(slope) * guide + mean(level - slope * middle)


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


def _largest(flags: Flags) -> Flags:
    """The largest part with the others that are not much smaller."""
    count, labels = cv2.connectedComponents(flags.astype(np.uint8))
    if count <= 2:
        return flags
    sizes = np.bincount(labels.ravel(), minlength=count)
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


def _middle(box: Rect) -> Rect:
    across, down = box.width // 6, box.height // 6
    return Rect(
        box.left + across,
        box.top + down,
        max(box.right - across, box.left + across + 1),
        max(box.bottom - down, box.top + down + 1),
    )


def _canvas(picture: Colors) -> Rect:
    return Rect(0, 0, picture.shape[1], picture.shape[0])


def _flagged(shape: tuple[int, ...], box: Rect) -> Flags:
    flags = np.zeros(shape[:2], np.bool_)
    flags[_slices(box)] = True
    return flags


def _slices(rect: Rect) -> tuple[slice, slice]:
    return slice(rect.top, rect.bottom), slice(rect.left, rect.right)
