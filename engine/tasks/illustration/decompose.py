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
    analysis = analysed(opaque_view(picture), progress.part(0.0, 0.7))
    progress.at(0.7, "Matching materials")
    materials = matched_materials(analysis.graph, progress)
    progress.at(0.75, "Smoothing colour borders")
    slots = slot_map(
        analysis.quiet,
        analysis.lines,
        analysis.regions,
        analysis.graph,
        materials.slot_of_colour,
        progress,
    )
    palette = exact_palette(
        picture, analysis.quiet, analysis.regions, analysis.graph, materials, progress
    )
    progress.at(0.8, "Solving shadow and light")
    calm = calmed(analysis.quiet, analysis.regions, analysis.graph, progress)
    layers = solved(picture, palette, slots, analysis.lines, calm, analysis.noise, progress)
    return _illustration(palette, slots, layers)


def analysed(picture: NDArray[np.uint8], progress: Progress) -> Analysis:
    """Front end for an H×W×3 uint8 picture; the pair classifier is trained on its graph."""
    progress.at(0.0, "Looking at the picture")
    noise = noise_level(picture, progress)
    quiet = quieted(picture, noise, progress)
    progress.at(0.1, "Finding lines")
    lines = find_lines(quiet, noise, progress)
    progress.at(0.5, "Closing regions")
    regions = segmented(quiet, lines, noise, progress)
    progress.at(0.85, "Collecting colours")
    graph = material_graph(quiet, regions, noise, progress)
    return Analysis(quiet, noise, lines, regions, graph)


def opaque_view(picture: Pixels) -> NDArray[np.uint8]:
    """The straight colours of an H×W×4 picture as H×W×3 uint8, white where it is transparent."""
    colour = picture[..., :3]
    if picture.dtype == np.uint16:
        colour = ((colour.astype(np.uint32) + 128) // 257).astype(np.uint8)
    hidden = picture[..., 3] == 0
    if not hidden.any():
        return np.ascontiguousarray(colour, np.uint8)
    return np.where(hidden[..., None], np.uint8(255), colour).astype(np.uint8)


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
