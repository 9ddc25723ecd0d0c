"""Describe every pair of neighbouring colours: could one be the other in different light?

Colours are the nodes of a `MaterialGraph`. Of each pair the darker one is called `dark`, the
brighter one `bright`; "open" contact means side by side with no line between them.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.tasks.illustration.colour import lab_of, luminance
from engine.tasks.illustration.graph import MaterialGraph

FEATURES: tuple[str, ...] = (
    # dark / bright per channel: what a multiply layer would have to hold
    "ratio_mean", "ratio_range", "ratio_max", "ratio_min",
    # (bright - dark) / (1 - dark) per channel: what a screen layer would have to hold
    "light_mean", "light_range", "light_min",
    # degrees of hue times the smaller saturation
    "hue_shift", "saturation_dark", "saturation_bright", "luminance_dark", "luminance_bright",
    # log10 of the share of the picture
    "log_area_dark", "log_area_bright",
    # their open contact as a share of all open contact of each, and of their own total contact
    "open_share_dark", "open_share_bright", "open_fraction",
    # their open contact as a share of all contact of each
    "contact_share_dark", "contact_share_bright",
    # how much of each one's contact is open at all
    "openness_dark", "openness_bright",
    # their open contact over the square root of each area
    "contact_compactness_dark", "contact_compactness_bright",
    "log_regions_dark", "log_regions_bright",
    # share of the picture's border
    "border_dark", "border_bright",
    # Lab distances
    "chroma_distance", "lightness_distance",
    # other pairs in the picture with the same per-channel ratio: by open contact, and how many
    "tint_support_length", "tint_support_count",
    # and with the same screen light
    "light_support_count",
    # colour step between the touching pixels over the distance of the colours: 1 hard, 0 soft
    "sharpness",
    # standard deviation of luminance inside each
    "spread_dark", "spread_bright",
    # how many colours each one touches openly
    "neighbours_dark", "neighbours_bright",
    "noise",
)  # fmt: skip

SHORTEST_CONTACT = 6.0  # pixels of open contact below which a pair says nothing
SAME_TINT = 0.05  # largest difference of a channel between tints that support one another
SUPPORT_SAMPLE = 3000  # pairs with the longest contact that may give support


def material_pairs(graph: MaterialGraph) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Pairs of colours in open contact, P×2 (dark, bright), and their P×F features, all finite."""
    chosen = np.flatnonzero(graph.open_length >= SHORTEST_CONTACT)
    if chosen.size == 0:
        return np.zeros((0, 2), np.int64), np.zeros((0, len(FEATURES)), np.float32)
    first, second = graph.edges[chosen, 0], graph.edges[chosen, 1]
    brightness = luminance(graph.colour)
    swapped = brightness[first] >= brightness[second]
    dark = np.where(swapped, second, first)
    bright = np.where(swapped, first, second)
    open_length = graph.open_length[chosen]
    values = _colour_features(graph.colour, dark, bright)
    values |= _contact_features(graph, dark, bright, open_length, graph.contact_length[chosen])
    values |= _support_features(graph.colour, dark, bright, open_length)
    values |= {
        "sharpness": graph.sharpness[chosen],
        "spread_dark": graph.spread[dark],
        "spread_bright": graph.spread[bright],
        "noise": np.full(chosen.size, graph.noise),
    }
    features = np.column_stack([values[name] for name in FEATURES]).astype(np.float32)
    return np.column_stack([dark, bright]), features


Columns = dict[str, NDArray[np.floating]]


def _colour_features(
    colour: NDArray[np.float32], dark: NDArray[np.int64], bright: NDArray[np.int64]
) -> Columns:
    ratio = _ratio(colour, dark, bright)
    light = _light(colour, dark, bright)
    hue, saturation, _ = np.moveaxis(cv2.cvtColor(colour[None], cv2.COLOR_RGB2HSV)[0], -1, 0)
    lab = lab_of(colour[None])[0]
    turn = np.abs((hue[dark] - hue[bright] + 180.0) % 360.0 - 180.0)
    brightness = luminance(colour)
    return {
        "ratio_mean": ratio.mean(1),
        "ratio_range": ratio.max(1) - ratio.min(1),
        "ratio_max": ratio.max(1),
        "ratio_min": ratio.min(1),
        "light_mean": light.mean(1),
        "light_range": light.max(1) - light.min(1),
        "light_min": light.min(1),
        "hue_shift": turn * np.minimum(saturation[dark], saturation[bright]),
        "saturation_dark": saturation[dark],
        "saturation_bright": saturation[bright],
        "luminance_dark": brightness[dark],
        "luminance_bright": brightness[bright],
        "chroma_distance": np.hypot(*(lab[dark, 1:] - lab[bright, 1:]).T),
        "lightness_distance": np.abs(lab[dark, 0] - lab[bright, 0]),
    }


def _contact_features(
    graph: MaterialGraph,
    dark: NDArray[np.int64],
    bright: NDArray[np.int64],
    open_length: NDArray[np.float64],
    contact_length: NDArray[np.float64],
) -> Columns:
    count = len(graph.area)
    open_total = _sum_at_both_ends(graph.edges, graph.open_length, count) + 1e-6
    total = _sum_at_both_ends(graph.edges, graph.contact_length, count) + 1e-6
    touching = (graph.open_length >= SHORTEST_CONTACT).astype(np.float64)
    neighbours = _sum_at_both_ends(graph.edges, touching, count)
    area = graph.area
    columns: Columns = {
        "open_fraction": np.minimum(open_length / (contact_length + 1e-6), 2.0),
    }
    for name, node in (("dark", dark), ("bright", bright)):
        columns |= {
            f"log_area_{name}": np.log10(area[node] / graph.pixels + 1e-6),
            f"open_share_{name}": open_length / open_total[node],
            f"contact_share_{name}": np.minimum(open_length / total[node], 2.0),
            f"openness_{name}": np.minimum(open_total[node] / total[node], 2.0),
            f"contact_compactness_{name}": open_length / np.sqrt(area[node] + 1.0),
            f"log_regions_{name}": np.log(graph.regions[node]),
            f"border_{name}": graph.border[node],
            f"neighbours_{name}": np.minimum(neighbours[node], 40.0),
        }
    return columns


def _support_features(
    colour: NDArray[np.float32],
    dark: NDArray[np.int64],
    bright: NDArray[np.int64],
    open_length: NDArray[np.float64],
) -> Columns:
    ratio = _ratio(colour, dark, bright)
    light = _light(colour, dark, bright)
    witnesses = np.argsort(-open_length, kind="stable")[:SUPPORT_SAMPLE]
    length, same_tint, same_light = (np.zeros(len(dark)) for _ in range(3))
    for start in range(0, len(dark), 512):
        rows = slice(start, start + 512)
        alike = np.abs(ratio[rows, None] - ratio[None, witnesses]).max(-1) < SAME_TINT
        length[rows] = (alike * open_length[witnesses]).sum(1) - open_length[rows]
        same_tint[rows] = alike.sum(1) - 1
        lit = np.abs(light[rows, None] - light[None, witnesses]).max(-1) < SAME_TINT
        same_light[rows] = lit.sum(1) - 1
    return {
        "tint_support_length": np.maximum(length, 0.0) / (open_length.sum() + 1e-6),
        "tint_support_count": np.clip(same_tint, 0.0, 6.0),
        "light_support_count": np.clip(same_light, 0.0, 6.0),
    }


def _ratio(
    colour: NDArray[np.float32], dark: NDArray[np.int64], bright: NDArray[np.int64]
) -> NDArray[np.float32]:
    return np.asarray((colour[dark] + 0.01) / (colour[bright] + 0.01), np.float32)


def _light(
    colour: NDArray[np.float32], dark: NDArray[np.int64], bright: NDArray[np.int64]
) -> NDArray[np.float32]:
    room = np.maximum(1.0 - colour[dark], 0.02)
    return np.asarray(np.clip((colour[bright] - colour[dark]) / room, -1.0, 1.0), np.float32)


def _sum_at_both_ends(
    edges: NDArray[np.int64], weight: NDArray[np.float64], count: int
) -> NDArray[np.float64]:
    total = np.bincount(edges[:, 0], weight, count)
    return np.asarray(total + np.bincount(edges[:, 1], weight, count), np.float64)
