"""Decompose a flat illustration into palette slots, shadow, highlight and line art.

The steps, each in a module: noise; lines (strokes); segmentation; graph, pairs, classifier and
grouping (materials); palette; antialias (slots); solve (shadow, light, line).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.antialias import SlotMap, slot_map
from engine.tasks.illustration.calm import calmed
from engine.tasks.illustration.classifier import load_ensemble, rule_log_odds, tree_log_odds
from engine.tasks.illustration.graph import MaterialGraph, material_graph
from engine.tasks.illustration.grouping import Materials, grouped
from engine.tasks.illustration.lines import LineArt, find_lines
from engine.tasks.illustration.noise import noise_level, quieted
from engine.tasks.illustration.pairs import material_pairs
from engine.tasks.illustration.palette import exact_palette
from engine.tasks.illustration.rows import by_bands, shares
from engine.tasks.illustration.segmentation import Regions, segmented
from engine.tasks.illustration.solve import Layers, Pixels, solved


@dataclass(frozen=True, slots=True)
class Illustration:
    """Layers of an illustration, all in the picture's depth and size; see `solve` for the formula.

    palette: N×3, the slots' exact colours. ids, second: H×W uint16, indices into the palette.
    coverage: H×W uint8, share of the second slot (0..127 of 255) on anti-aliased borders.
    flat_alpha: H×W. shadow: H×W×4, multiply, clipped to the flat layer. highlight: H×W×4 in
    `highlight_mode`, clipped to the flat layer. line: H×W×4, normal. All with straight alpha.
    residual: H×W×4 in linear light on top of all, the grain of a noisy picture, or None.
    residual_mean: its mean absolute effect, 0..1.
    """

    palette: Pixels
    ids: NDArray[np.uint16]
    second: NDArray[np.uint16]
    coverage: NDArray[np.uint8]
    flat_alpha: Pixels
    shadow: Pixels
    highlight: Pixels
    highlight_mode: str
    line: Pixels
    residual: Pixels | None
    residual_mean: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the front end knows of a picture before any decision about materials.

    quiet: H×W×3 uint8, the picture without most of its noise.
    """

    quiet: NDArray[np.uint8]
    noise: float
    lines: LineArt
    regions: Regions
    graph: MaterialGraph


def decompose(picture: Pixels, progress: Progress) -> Illustration:
    """Layers of an H×W×4 uint8 or uint16 picture, straight alpha, sRGB-encoded.

    Deterministic; raises JobCancelled soon after a cancel. H·W must fit int32.
    """
    step = shares(progress, 1, 66, 1, 2, 3, 2, 25)
    step[0].at(0.0, "Looking at the picture")
    analysis = analysed(opaque_view(picture, step[0]), step[1])
    step[2].at(0.0, "Matching materials")
    materials = matched_materials(analysis.graph, step[2])
    step[3].at(0.0, "Smoothing colour borders")
    slots = slot_map(
        analysis.quiet,
        analysis.lines,
        analysis.regions,
        analysis.graph,
        materials.slot_of_colour,
        step[3],
    )
    palette = exact_palette(
        picture, analysis.quiet, analysis.regions, analysis.graph, materials, step[4]
    )
    step[5].at(0.0, "Solving shadow and light")
    calm = calmed(analysis.quiet, analysis.regions, analysis.graph, step[5])
    layers = solved(picture, palette, slots, analysis.lines, calm, analysis.noise, step[6])
    return _illustration(palette, slots, layers)


def analysed(picture: NDArray[np.uint8], progress: Progress) -> Analysis:
    """Front end for an H×W×3 uint8 picture; the pair classifier is trained on its graph."""
    step = shares(progress, 2, 3, 40, 18, 3)
    step[0].at(0.0, "Looking at the picture")
    noise = noise_level(picture, step[0])
    quiet = quieted(picture, noise, step[1])
    step[2].at(0.0, "Finding lines")
    lines = find_lines(quiet, noise, step[2])
    step[3].at(0.0, "Closing regions")
    regions = segmented(quiet, lines, noise, step[3])
    step[4].at(0.0, "Collecting colours")
    graph = material_graph(quiet, regions, noise, step[4])
    return Analysis(quiet, noise, lines, regions, graph)


def opaque_view(picture: Pixels, progress: Progress) -> NDArray[np.uint8]:
    """The straight colours of an H×W×4 picture as H×W×3 uint8, white where it is transparent."""
    height, width = picture.shape[:2]
    view = np.empty((height, width, 3), np.uint8)

    def work(start: int, stop: int) -> None:
        colour = picture[start:stop, :, :3]
        if picture.dtype == np.uint16:
            colour = ((colour.astype(np.uint32) + 128) // 257).astype(np.uint8)
        view[start:stop] = colour
        view[start:stop][picture[start:stop, :, 3] == 0] = 255

    by_bands(work, height, width, progress)
    return view


def matched_materials(graph: MaterialGraph, progress: Progress) -> Materials:
    """Materials by the shipped trees where they are there, otherwise by the hand-written rule."""
    pairs, features = material_pairs(graph)
    ensemble = load_ensemble()
    log_odds = rule_log_odds(features) if ensemble is None else tree_log_odds(ensemble, features)
    return grouped(graph, pairs, log_odds, progress)


def _illustration(palette: Pixels, slots: SlotMap, layers: Layers) -> Illustration:
    return Illustration(
        palette=palette,
        ids=slots.ids,
        second=slots.second,
        coverage=slots.coverage,
        flat_alpha=layers.flat_alpha,
        shadow=layers.shadow,
        highlight=layers.highlight,
        highlight_mode="screen",
        line=layers.line,
        residual=layers.residual,
        residual_mean=layers.residual_mean,
    )
