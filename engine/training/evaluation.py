"""Run the program's own decomposition on fresh drawings and measure it, style by style."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

import numpy as np

from engine.progress import Progress
from engine.tasks.illustration.decompose import Illustration, decompose
from engine.training.artwork import Artwork, Layers
from engine.training.metrics import measured
from engine.training.samples import gallery


def layers_of(illustration: Illustration) -> Layers:
    """The program's layers in the form of the true ones (8-bit pictures without transparency)."""
    shadow, highlight = illustration.shadow, illustration.highlight
    residual = illustration.residual
    return Layers(
        ids=illustration.ids.astype(np.int32),
        second=illustration.second.astype(np.int32),
        coverage=illustration.coverage,
        palette=illustration.palette.astype(np.float32),
        shadow=np.where(shadow[..., 3:] > 0, shadow[..., :3], 255).astype(np.uint8),
        highlight=np.where(highlight[..., 3:] > 0, highlight[..., :3], 0).astype(np.uint8),
        line=illustration.line.astype(np.uint8),
        residual=None if residual is None else residual.astype(np.uint8),
        mode="screen" if illustration.highlight_mode == "screen" else "add",
    )


def decomposed(artwork: Artwork) -> Layers:
    """What the program makes of a picture."""
    opaque = np.full((*artwork.picture.shape[:2], 1), 255, np.uint8)
    picture = np.concatenate([artwork.picture, opaque], -1)
    return layers_of(decompose(picture, Progress.silent()))


def evaluated(
    count: int, seed: int, report: Callable[[str], None]
) -> Mapping[str, Mapping[str, float]]:
    """Mean figures per style and over "all" pictures; `report` gets a line per picture."""
    rows: dict[str, list[Mapping[str, float]]] = defaultdict(list)
    for artwork in gallery(count, seed):
        figures = measured(artwork, decomposed(artwork))
        rows[artwork.style].append(figures)
        rows["all"].append(figures)
        report(
            f"{artwork.style:11s} {artwork.seed:>9d} "
            + " ".join(f"{name} {value:.3g}" for name, value in figures.items())
        )
    styles = sorted(rows, key=lambda name: (name == "all", name))
    return {name: _summary(rows[name]) for name in styles}


def _summary(rows: list[Mapping[str, float]]) -> Mapping[str, float]:
    """Means; the largest sum error; and the recolouring that one picture in ten falls below."""
    table = {name: float(np.mean([row[name] for row in rows])) for name in rows[0]}
    table["recolour p10"] = float(np.percentile([row["recolour"] for row in rows], 10))
    table["sum max"] = max(row["sum max"] for row in rows)
    table["pictures"] = float(len(rows))
    return table
