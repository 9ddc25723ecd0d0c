"""How good are predicted layers, compared with the true ones?

The figure that matters most is recolour fidelity: change a few palette colours in the truth and,
one slot for each, in the prediction, and compare the pictures that come out.
"""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.tasks.illustration.colour import lab_of
from engine.training.artwork import Artwork, Layers, composed, flat_of
from engine.training.palette import hsv, hsv_of

CEILING = 60.0  # dB, reported for a perfect answer
LUMINANCE = np.array([0.299, 0.587, 0.114], np.float32)
#: smallest share of the picture of a colour that is worth recolouring
WORTHWHILE = 0.004


def measured(artwork: Artwork, predicted: Layers) -> Mapping[str, float]:
    """All figures for one picture; see the functions below for each."""
    true = artwork.layers
    visible = (true.line[..., 3] < 128) & (true.coverage < 16)
    overlap = overlaps(true, predicted, visible)
    true_shadow, shadow = (x.shadow.astype(np.float32) / 255 for x in (true, predicted))
    recomposed = np.round(np.clip(summed(predicted), 0, 1) * 255)
    return {
        "recolour": recolour_fidelity(artwork, predicted),
        "line F1": line_f1(true, predicted),
        "ARI": adjusted_rand(overlap),
        "flat dE": flat_difference(true, predicted, overlap),
        "slots": float((overlap.sum(1) > 2e-4 * overlap.sum()).sum()),
        "true slots": float((overlap.sum(0) > 2e-4 * overlap.sum()).sum()),
        "shadow MAE": float(np.abs(true_shadow - shadow)[visible].mean()),
        "light MAE": float(np.abs(added_light(true) - added_light(predicted))[visible].mean()),
        "sum max": float(np.abs(recomposed - artwork.picture).max()),
    }


def summed(layers: Layers) -> NDArray[np.floating]:
    """What all layers add up to, the residual included, H×W×3 in 0..1."""
    picture: NDArray[np.floating] = np.clip(composed(layers), 0, 1)
    if layers.residual is None:
        return picture
    # the layers below are flattened to bytes before the residual meets them
    below = np.round(picture * 255) / 255
    residual = layers.residual.astype(np.float64) / 255
    alpha = residual[..., 3:]
    grained = np.clip(below + 2 * residual[..., :3] - 1, 0, 1)
    return np.asarray((1 - alpha) * below + alpha * grained)


def overlaps(true: Layers, predicted: Layers, where: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Pixels shared by each predicted (rows) and each true slot (columns)."""
    rows, columns = len(predicted.palette), len(true.palette)
    key = predicted.ids[where].astype(np.int64) * columns + true.ids[where]
    return np.bincount(key, minlength=rows * columns).reshape(rows, columns).astype(np.float64)


def recolour_fidelity(artwork: Artwork, predicted: Layers, *, trials: int = 3) -> float:
    """Mean PSNR in dB over `trials` recolourings of up to three colours, in the area affected."""
    true = artwork.layers
    rng = np.random.default_rng([artwork.seed, 977])
    overlap = overlaps(true, predicted, true.line[..., 3] < 128)
    share = overlap.sum(0) / max(overlap.sum(), 1)
    worthwhile = np.flatnonzero(share > WORTHWHILE)
    # noise and JPEG belong to the picture: a recolouring has to keep them
    damage = artwork.picture.astype(np.float32) / 255 - composed(true) if artwork.damage else 0.0
    scores = []
    for _ in range(trials):
        weight = np.sqrt(share[worthwhile])
        count = min(3, max(1, len(worthwhile) - 1))
        edited = rng.choice(worthwhile, count, replace=False, p=weight / weight.sum())
        wanted, given = true.palette.copy(), predicted.palette.copy()
        changed = np.zeros(len(given), bool)
        takes: dict[int, int] = {}
        for slot in edited:
            wanted[slot] = _other_color(true.palette[slot], rng)
            best = int(overlap[:, slot].argmax())
            if best not in takes or overlap[best, slot] > overlap[best, takes[best]]:
                takes[best] = int(slot)
        for best, slot in takes.items():
            given[best], changed[best] = wanted[slot], True
        area = np.isin(true.ids, edited) | (np.isin(true.second, edited) & (true.coverage > 0))
        area |= changed[predicted.ids] | (changed[predicted.second] & (predicted.coverage > 0))
        area = cv2.dilate(area.astype(np.uint8), np.ones((7, 7), np.uint8)).astype(bool)
        difference = np.clip(composed(true, wanted) + damage, 0, 1)[area]
        difference -= np.clip(composed(predicted, given), 0, 1)[area]
        error = float(np.square(difference, dtype=np.float64).mean())
        scores.append(min(CEILING, -10 * np.log10(error + 1e-9)))
    return float(np.mean(scores))


def _other_color(color: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """A clearly different colour, 0..255, of similar brightness and at least some saturation."""
    hue, saturation, value = hsv_of(color / 255)
    turned = hsv(
        hue + rng.uniform(60, 300),
        min(0.95, max(saturation, 0.25) * rng.uniform(0.8, 1.2)),
        max(value, 0.35) * rng.uniform(0.8, 1.15),
    )
    return turned * 255


def line_f1(true: Layers, predicted: Layers) -> float:
    """F1 of "line alpha above one half" with a tolerance of 1.5 px or 0.15 % of the size."""
    wanted, found = true.line[..., 3] > 127, predicted.line[..., 3] > 127
    if not wanted.any() or not found.any():
        return float(wanted.any() == found.any())
    reach = max(1.5, 0.0015 * max(wanted.shape))
    precision = (_distance_to(wanted)[found] <= reach).mean()
    recall = (_distance_to(found)[wanted] <= reach).mean()
    return float(2 * precision * recall / max(precision + recall, 1e-9))


def _distance_to(mask: NDArray[np.bool_]) -> NDArray[np.float32]:
    return np.asarray(cv2.distanceTransform((~mask).astype(np.uint8), cv2.DIST_L2, 5), np.float32)


def adjusted_rand(overlap: NDArray[np.float64]) -> float:
    """Agreement of two partitions: 1 for the same one, about 0 for a random one."""

    def pairs(counts: NDArray[np.float64]) -> float:
        return float((counts * (counts - 1) / 2).sum())

    together, rows, columns = pairs(overlap), pairs(overlap.sum(1)), pairs(overlap.sum(0))
    total = overlap.sum()
    expected = rows * columns / max(total * (total - 1) / 2, 1)
    most = (rows + columns) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)


def flat_difference(true: Layers, predicted: Layers, overlap: NDArray[np.float64]) -> float:
    """Mean Lab distance of predicted and true flat colours, by pixels."""
    a, b = (lab_of((x.palette / 255).astype(np.float32)[None])[0] for x in (predicted, true))
    distance = np.linalg.norm(a[:, None] - b[None], axis=-1)
    return float((distance * overlap).sum() / max(overlap.sum(), 1))


def added_light(layers: Layers) -> NDArray[np.floating]:
    """What the highlight adds to the shaded flat colour, so that screen and add compare."""
    base = flat_of(layers) * (layers.shadow.astype(np.float32) / 255)
    light = layers.highlight.astype(np.float32) / 255
    if layers.mode == "screen":
        return light * (1 - base)
    return np.minimum(1, base + light) - base
