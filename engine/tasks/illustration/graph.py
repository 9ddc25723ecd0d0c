"""The picture's colours and who touches whom: the graph in which materials are found."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.colour import lab_of
from engine.tasks.illustration.noise import CLEAN
from engine.tasks.illustration.rows import bands, reported, shares
from engine.tasks.illustration.segmentation import Regions

SAME_COLOUR = 2.0  # Lab distance below which regions of a clean picture share a colour
SAME_EXACT = 0.6  # the same for two colours that fill their regions without any deviation
EXACT_SHARE = 3e-4  # share of the picture that such a region covers
EXACT_SPREAD = 2e-4  # and its largest standard deviation of luminance
MOST_COLOURS = 1500  # beyond, the picture is no flat illustration and colours are taken wider
HISTOGRAM_BINS = 48
TIP, END = 0.015, 0.10  # the ends of a region's tones: this far from the extreme, this much of it
WIDE_SPREAD = 0.015  # standard deviation of luminance beyond which a region has several tones


@dataclass(frozen=True, slots=True)
class MaterialGraph:
    """K colours and their contacts.

    colour: K×3 float32 in 0..1. area: K pixels. spread: K, deviation of luminance inside.
    darkest, brightest: K×3 float32, the ends of the tones inside (equal to colour where even).
    regions: K, number of regions. border: K, share of the picture's border.
    edges: E×2 (smaller, larger). open_length / contact_length: E, touching pixel sides without /
    with closing under the lines. sharpness: E, see `pairs.FEATURES`.
    colour_of_region: region -> colour. region_colour: N×3 float32, each region's own lit tone.
    region_is_even: N, whether that is the region's only tone. is_exact: K, whether the colour fills
    a region without any deviation, see `SAME_EXACT`.
    """

    colour: NDArray[np.float32]
    area: NDArray[np.float64]
    spread: NDArray[np.float64]
    darkest: NDArray[np.float32]
    brightest: NDArray[np.float32]
    regions: NDArray[np.int64]
    border: NDArray[np.float64]
    edges: NDArray[np.int64]
    open_length: NDArray[np.float64]
    contact_length: NDArray[np.float64]
    sharpness: NDArray[np.float64]
    colour_of_region: NDArray[np.int64]
    region_colour: NDArray[np.float32]
    region_area: NDArray[np.float64]
    region_is_even: NDArray[np.bool_]
    is_exact: NDArray[np.bool_]
    noise: float
    pixels: int


def material_graph(
    picture: NDArray[np.uint8], regions: Regions, noise: float, progress: Progress
) -> MaterialGraph:
    """Graph of the colours of the H×W×3 uint8 (quieted) picture."""
    height, width = picture.shape[:2]
    measuring, touching = shares(progress, 1, 1)
    tones, region_area, region_spread = _region_tones(picture, regions, measuring)
    region_colour = tones[:, 0]
    is_exact = _is_exact(region_area, region_spread, noise, height * width)
    tolerance = SAME_COLOUR + 1.2 * noise
    while True:
        colour_of_region = _clustered(region_colour, region_area, is_exact, tolerance)
        count = int(colour_of_region.max()) + 1
        if count <= MOST_COLOURS:
            break
        tolerance *= 1.5
        is_exact[:] = False
    area = np.bincount(colour_of_region, region_area, count).astype(np.float64)
    share = region_area / np.maximum(area[colour_of_region], 1.0)
    colour, darkest, brightest = (
        np.column_stack(
            [np.bincount(colour_of_region, share * tones[:, t, k], count) for k in range(3)]
        ).astype(np.float32)
        for t in range(3)
    )
    spread = np.bincount(colour_of_region, share * region_spread, count).astype(np.float64)
    edges, open_length, contact_length, step = _contacts(
        picture, regions, colour_of_region, touching
    )
    distance = 255 * np.abs(colour[edges[:, 0]] - colour[edges[:, 1]]).max(1)
    sharpness = np.clip(step / np.maximum(open_length, 1.0) / np.maximum(distance, 1.0), 0.0, 2.0)
    rim = np.concatenate(
        [regions.closed[0], regions.closed[-1], regions.closed[:, 0], regions.closed[:, -1]]
    )
    border = np.bincount(colour_of_region[rim], minlength=count) / rim.size
    return MaterialGraph(
        colour=colour,
        area=area,
        spread=spread,
        darkest=darkest,
        brightest=brightest,
        regions=np.bincount(colour_of_region, minlength=count),
        border=border,
        edges=edges,
        open_length=open_length,
        contact_length=contact_length,
        sharpness=sharpness,
        colour_of_region=colour_of_region,
        region_colour=region_colour,
        region_area=region_area,
        region_is_even=region_spread <= WIDE_SPREAD,
        is_exact=np.bincount(colour_of_region, is_exact, count) > 0,
        noise=noise,
        pixels=height * width,
    )


def _region_tones(
    picture: NDArray[np.uint8], regions: Regions, progress: Progress
) -> tuple[NDArray[np.float32], NDArray[np.float64], NDArray[np.float64]]:
    """(tones N×3×3, pixels N, deviation of luminance N) of every region's heart.

    The tones are the brightest frequent one (where light falls off softly inside a region, its
    full light counts), the darkest and the brightest.
    """
    height, width = regions.heart.shape
    sums = np.zeros((regions.count, 6), np.float64)  # pixels, r, g, b, luma, luma squared
    limits = np.tile(np.array([1e9, -1e9]), (regions.count, 1))
    spans = bands(height, width)
    summing, sorting = shares(progress, 1, 1)
    for start, stop in reported(spans, summing):
        _sum_regions(picture, regions.heart, sums, limits, start, stop)
    area = np.maximum(sums[:, 0], 1.0)
    mean = sums[:, 1:4] / area[:, None]
    spread = np.sqrt(np.maximum(sums[:, 5] / area - (sums[:, 4] / area) ** 2, 0.0)) / 255
    result = np.repeat(mean[:, None], 3, 1)
    wide = np.flatnonzero(spread > WIDE_SPREAD)
    if wide.size:
        number = np.full(regions.count, -1, np.int32)
        number[wide] = np.arange(wide.size)
        tones = np.zeros((wide.size, HISTOGRAM_BINS, 4), np.float64)
        for start, stop in reported(spans, sorting):
            _histogram_regions(picture, regions.heart, number, limits[wide], tones, start, stop)
        result[wide, 0] = [_brightest_tone(tone) for tone in tones]
        result[wide, 1] = [_end_tone(tone) for tone in tones]
        result[wide, 2] = [_end_tone(tone[::-1]) for tone in tones]
    return (result / 255).astype(np.float32), area, spread


def _end_tone(tone: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean colour near the first bin of a region's histogram, bins×(pixels, r, g, b)."""
    total = np.cumsum(tone[:, 0]) / tone[:, 0].sum()
    first = int(np.searchsorted(total, TIP, "right"))
    last = int(np.searchsorted(total, END, "left"))
    end = tone[first : max(last, first) + 1].sum(0)
    return np.asarray(end[1:] / end[0])


def _brightest_tone(tone: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean colour around the brightest peak of a region's histogram, bins×(pixels, r, g, b)."""
    count = np.convolve(tone[:, 0], [1.0, 2.0, 1.0], "same")
    padded = np.pad(count, 1)
    is_peak = (count >= padded[:-2]) & (count >= padded[2:]) & (count > 0.25 * count.max())
    peak = int(np.flatnonzero(is_peak)[-1])
    around = tone[max(0, peak - 1) : peak + 2].sum(0)
    if around[0] == 0:
        around = tone.sum(0)
    return np.asarray(around[1:] / around[0])


def _is_exact(
    area: NDArray[np.float64], spread: NDArray[np.float64], noise: float, pixels: int
) -> NDArray[np.bool_]:
    """Which regions were filled with one exact colour: large, clean, and without any deviation."""
    if noise >= CLEAN:
        return np.zeros(len(area), np.bool_)
    return (area >= EXACT_SHARE * pixels) & (spread <= EXACT_SPREAD)


def _clustered(
    colour: NDArray[np.float32],
    area: NDArray[np.float64],
    is_exact: NDArray[np.bool_],
    tolerance: float,
) -> NDArray[np.int64]:
    """Cluster of every region: the nearest of the larger regions' colours within `tolerance`.

    Two exact colours are one only if they are the same: white eyes are not the white paper.
    """
    lab = lab_of(colour[None])[0]
    order = np.argsort(-area, kind="stable")
    centres = np.empty((len(lab), 3), np.float32)
    return np.asarray(_assign_clusters(lab, order, is_exact, centres, tolerance), np.int64)


def _contacts(
    picture: NDArray[np.uint8],
    regions: Regions,
    colour_of_region: NDArray[np.int64],
    progress: Progress,
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """(edges E×2, open length, contact length, summed colour step along the open contact)."""
    height, width = regions.heart.shape
    found: list[NDArray[np.float64]] = []
    for start, stop in reported(bands(height, width), progress):
        sides = _touching_sides(
            picture, regions.open, regions.closed, colour_of_region, start, stop
        )
        if len(sides):
            found.append(_summed_by_key(sides))
    if not found:
        return np.zeros((0, 2), np.int64), np.zeros(0), np.zeros(0), np.zeros(0)
    merged = _summed_by_key(np.concatenate(found))
    key = merged[:, 0].astype(np.int64)
    edges = np.column_stack([key // MOST_COLOURS, key % MOST_COLOURS])
    return edges, merged[:, 1], merged[:, 2], merged[:, 3]


def _summed_by_key(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rows (key, values…) with equal keys added up, in order of their keys."""
    key, inverse = np.unique(rows[:, 0], return_inverse=True)
    sums = [np.bincount(inverse, rows[:, k], key.size) for k in range(1, rows.shape[1])]
    return np.column_stack([key, *sums])


@njit(cache=True, nogil=True)
def _assign_clusters(lab, order, is_exact, centres, tolerance):  # type: ignore[no-untyped-def]
    cluster = np.empty(len(lab), np.int64)
    is_exact_cluster = np.zeros(len(lab), np.bool_)
    count = 0
    for region in order:
        best, best_distance = -1, np.inf
        for k in range(count):
            both_exact = is_exact[region] and is_exact_cluster[k]
            reach = min(tolerance, SAME_EXACT) if both_exact else tolerance
            distance = 0.0
            for channel in range(3):
                d = centres[k, channel] - lab[region, channel]
                distance += d * d
            if distance < min(best_distance, reach * reach):
                best, best_distance = k, distance
        if best < 0:
            for channel in range(3):
                centres[count, channel] = lab[region, channel]
            best = count
            is_exact_cluster[best] = is_exact[region]
            count += 1
        cluster[region] = best
    return cluster


@njit(cache=True, nogil=True)
def _sum_regions(picture, heart, sums, limits, start, stop):  # type: ignore[no-untyped-def]
    width = heart.shape[1]
    for y in range(start, stop):
        for x in range(width):
            region = heart[y, x]
            if region < 0:
                continue
            red, green, blue = picture[y, x, 0], picture[y, x, 1], picture[y, x, 2]
            luma = 0.299 * red + 0.587 * green + 0.114 * blue
            sums[region, 0] += 1
            sums[region, 1] += red
            sums[region, 2] += green
            sums[region, 3] += blue
            sums[region, 4] += luma
            sums[region, 5] += luma * luma
            limits[region, 0] = min(limits[region, 0], luma)
            limits[region, 1] = max(limits[region, 1], luma)


@njit(cache=True, nogil=True)
def _histogram_regions(picture, heart, number, limits, tones, start, stop):  # type: ignore[no-untyped-def]
    width = heart.shape[1]
    bins = tones.shape[1]
    for y in range(start, stop):
        for x in range(width):
            region = heart[y, x]
            if region < 0 or number[region] < 0:
                continue
            row = number[region]
            red, green, blue = picture[y, x, 0], picture[y, x, 1], picture[y, x, 2]
            luma = 0.299 * red + 0.587 * green + 0.114 * blue
            low, high = limits[row, 0], limits[row, 1]
            tone = min(bins - 1, int((luma - low) / max(high - low, 1e-9) * bins))
            tones[row, tone, 0] += 1
            tones[row, tone, 1] += red
            tones[row, tone, 2] += green
            tones[row, tone, 3] += blue


@njit(cache=True, nogil=True)
def _touching_sides(picture, opened, closed, colour_of_region, start, stop):  # type: ignore[no-untyped-def]
    """Rows (key, open, contact, step) for every pixel side between two colours."""
    height, width = closed.shape
    sides = np.empty((2 * (stop - start) * width, 4), np.float64)
    count = 0
    for y in range(start, stop):
        for x in range(width):
            for k in range(2):
                other_y, other_x = y + (k == 0), x + (k == 1)
                if other_y >= height or other_x >= width:
                    continue
                first = colour_of_region[closed[y, x]]
                second = colour_of_region[closed[other_y, other_x]]
                if first == second:
                    continue
                is_open = opened[y, x] >= 0 and opened[other_y, other_x] >= 0
                step = np.int32(0)
                if is_open:
                    for channel in range(3):
                        step = max(
                            step,
                            abs(
                                np.int32(picture[y, x, channel])
                                - np.int32(picture[other_y, other_x, channel])
                            ),
                        )
                sides[count, 0] = min(first, second) * MOST_COLOURS + max(first, second)
                sides[count, 1] = 1.0 if is_open else 0.0
                sides[count, 2] = 1.0
                sides[count, 3] = step
                count += 1
    return sides[:count].copy()
