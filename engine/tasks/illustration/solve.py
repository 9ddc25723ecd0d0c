"""Split the picture exactly into flat, shadow, highlight and line.

With everything in 0..1 the layers composite, clipped to the flat layer's alpha, as

    lit    = screen(flat * shadow, highlight)        1 - (1 - flat * shadow)(1 - highlight)
    alpha  = a + A_f (1 - a)                         a line alpha, A_f flat alpha
    colour = (a line + (1 - a) A_f lit) / alpha      straight

Each layer is solved against the quantised layers below it, so errors do not add up: the last one
that is present (line where a > 0, highlight or shadow elsewhere) closes the equation to within its
own rounding.

Of a noisy picture, shadow and highlight are solved for the calm picture. The grain that is left
goes into a residual layer on top of all, in linear light with an alpha of a third, so that its
steps are finer than a level:

    picture = 2/3 colour + 1/3 clip(colour + 2 residual - 1)

Where that cannot reach the picture, or there is transparency, shadow and highlight take the grain.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.progress import Progress
from engine.tasks.illustration.antialias import SlotMap
from engine.tasks.illustration.lines import LineArt
from engine.tasks.illustration.rows import by_bands

Pixels = NDArray[np.uint8 | np.uint16]

LEAST_FLAT = 0.04  # flat values below this say nothing about the shadow that falls on them
LIGHT_STEP = 0.03  # luminance above the flat colour from which a pixel counts as highlight
FAINTEST_LINE = 4 / 255  # line alpha below which no line is kept
MOST_TINT = 0.55  # a shadow dims no channel by so much more than another


GRAIN, GRAIN_PER_NOISE = 10, 5  # levels of 255 beyond which a deviation is no grain


@dataclass(frozen=True, slots=True)
class Layers:
    """The solved layers in the picture's depth; formulas in the module docstring.

    flat_alpha H×W; shadow, highlight, line H×W×4 straight alpha (shadow and highlight have alpha
    full where they act and 0 elsewhere). residual: H×W×4 or None, linear light, on top of all.
    residual_mean: mean absolute deviation that it holds, over all pixels and channels, in 0..1.
    """

    flat_alpha: Pixels
    shadow: Pixels
    highlight: Pixels
    line: Pixels
    residual: Pixels | None
    residual_mean: float


def solved(
    picture: Pixels,
    palette: Pixels,
    slots: SlotMap,
    lines: LineArt,
    calm: NDArray[np.uint8] | None,
    noise: float,
    progress: Progress,
) -> Layers:
    """Exact layers of an H×W×4 straight RGBA picture for given palette (N×3), slots and lines.

    calm: H×W×3, the picture without its noise, None for a clean one. noise: in levels of 255.
    """
    height, width = picture.shape[:2]
    flat_alpha = np.zeros((height, width), picture.dtype)
    shadow, highlight, line = (np.zeros(picture.shape, picture.dtype) for _ in range(3))
    residual = picture[:0] if calm is None else np.zeros(picture.shape, picture.dtype)
    deviation = np.zeros(height, np.float64)
    most = float(np.iinfo(picture.dtype).max)
    wanted = lines.beneath if calm is None else calm
    grain = 0.0 if calm is None else (GRAIN + GRAIN_PER_NOISE * noise) / 255
    same = (1.5 + noise) / 255

    def work(start: int, stop: int) -> None:
        _solve(
            picture, palette, slots.ids, slots.second, slots.coverage,
            lines.alpha, lines.colour, lines.beneath, wanted, grain, same,
            flat_alpha, shadow, highlight, line, residual, deviation, most, start, stop,
        )  # fmt: skip

    by_bands(work, height, width, progress)
    mean = float(deviation.sum()) / (3 * height * width)
    kept = residual if calm is not None and mean > 0 else None
    return Layers(flat_alpha, shadow, highlight, line, kept, mean)


@njit(cache=True, nogil=True)
def _quantised(value, most):  # type: ignore[no-untyped-def]
    return np.floor(min(1.0, max(0.0, value)) * most + 0.5)


@njit(cache=True, nogil=True)
def _solve(  # type: ignore[no-untyped-def]
    picture, palette, ids, second, coverage,
    line_alpha, line_colour, beneath, calm, grain, same,
    flat_alpha, shadow, highlight, line, residual, deviation, most, start, stop,
):  # fmt: skip
    width = picture.shape[1]
    flat, lit, under, result = np.empty(3), np.empty(3), np.empty(3), np.empty(3)
    for y in range(start, stop):
        for x in range(width):
            alpha = picture[y, x, 3] / most
            if alpha == 0.0:
                continue
            # 0. most of a clean picture is its slot's colour and nothing else
            is_plain = grain == 0.0 and alpha == 1.0
            is_plain &= line_alpha[y, x] == 0 and coverage[y, x] == 0
            for c in range(3):
                is_plain = is_plain and picture[y, x, c] == palette[ids[y, x], c]
            if is_plain:
                flat_alpha[y, x] = int(most)
                continue
            # 1. the flat layer as it is stored
            share = coverage[y, x] / 255.0
            for c in range(3):
                first = palette[ids[y, x], c] / most
                other = palette[second[y, x], c] / most
                flat[c] = _quantised((1.0 - share) * first + share * other, most) / most
            # 2. alphas: the line never covers more than the picture does
            a = min(line_alpha[y, x] / 255.0, alpha)
            if a < FAINTEST_LINE:
                a = 0.0
            a = _quantised(a, most) / most
            flat_a = 1.0
            if a == 0.0:
                flat_a = alpha
            elif a < 1.0:
                flat_a = _quantised((alpha - a) / (1.0 - a), most) / most
            flat_alpha[y, x] = int(flat_a * most + 0.5)
            whole = a + flat_a * (1.0 - a)
            rest = flat_a * (1.0 - a)
            # 3. shadow and highlight of a calm pixel, its grain in the residual
            if grain > 0.0 and a == 0.0 and alpha == 1.0:
                _calm_target(picture, calm, flat, grain, same, most, y, x, lit)
                _shade_and_light(flat, lit, lit, most, shadow, highlight, y, x, result)
                if _residual_closes(picture, result, most, residual, y, x):
                    for c in range(3):
                        deviation[y] += abs(picture[y, x, c] / most - result[c])
                    continue
            # 4. any other pixel: the picture without its lines, and its shadow and highlight
            trust = min(1.0, max(0.0, (a - 0.15) / 0.35))
            for c in range(3):
                lit[c] = picture[y, x, c] / most
                under[c] = lit[c]
                if a > 0.0:
                    under[c] = beneath[y, x, c] / 255.0
            if a > 0.0:
                if not _is_shade_of(under, flat):
                    for c in range(3):
                        under[c] = flat[c]
                for c in range(3):
                    lit[c] = _lit_under_line(
                        lit[c], under[c], line_colour[y, x, c] / 255.0, a, rest, whole, trust
                    )
            _shade_and_light(flat, lit, under, most, shadow, highlight, y, x, result)
            # 5. the line closes the equation
            if a > 0.0:
                line[y, x, 3] = int(a * most + 0.5)
                for c in range(3):
                    wanted = picture[y, x, c] / most * whole
                    line[y, x, c] = int(_quantised((wanted - rest * result[c]) / a, most))


@njit(cache=True, nogil=True)
def _shade_and_light(flat, lit, under, most, shadow, highlight, y, x, result):  # type: ignore[no-untyped-def]
    """Fill the pixel's shadow and highlight (4 each) for a lit colour; what they give in result.

    under: the colour from nearby by which shadow and light are told apart.
    """
    brighter = 0.299 * (under[0] - flat[0])
    brighter += 0.587 * (under[1] - flat[1])
    brighter += 0.114 * (under[2] - flat[2])
    known, count = 0.0, 0
    for c in range(3):
        if flat[c] > LEAST_FLAT:
            known += min(1.0, lit[c] / flat[c])
            count += 1
    guess = known / count if count > 0 else 1.0
    has_shadow, has_light = False, False
    for c in range(3):
        if flat[c] > LEAST_FLAT:
            shade = min(1.0, lit[c] / flat[c])
        else:
            shade = guess
            if flat[c] * guess > lit[c]:
                shade = lit[c] / flat[c]
        if brighter > LIGHT_STEP and lit[c] > flat[c]:
            shade = 1.0
        shade = _quantised(shade, most)
        shadow[y, x, c] = int(shade)
        has_shadow |= shade < most
        shaded = flat[c] * shade / most
        light = (lit[c] - shaded) / max(1.0 - shaded, 1.0 / most)
        if light * (1.0 - shaded) * most < 0.5:
            light = 0.0
        light = _quantised(light, most)
        highlight[y, x, c] = int(light)
        has_light |= light > 0.0
        result[c] = 1.0 - (1.0 - shaded) * (1.0 - light / most)
    shadow[y, x, 3] = int(most) if has_shadow else 0
    highlight[y, x, 3] = int(most) if has_light else 0
    if not has_shadow:
        for c in range(3):
            shadow[y, x, c] = 0


@njit(cache=True, nogil=True)
def _calm_target(picture, calm, flat, grain, same, most, y, x, lit):  # type: ignore[no-untyped-def]
    """The lit colour without grain: the flat colour if near that, the picture if far from both."""
    is_flat, is_grain = True, True
    for c in range(3):
        lit[c] = calm[y, x, c] / 255.0
        is_flat &= abs(lit[c] - flat[c]) <= same
    for c in range(3):
        if is_flat:
            lit[c] = flat[c]
        is_grain &= abs(lit[c] - picture[y, x, c] / most) <= grain
    if not is_grain:
        for c in range(3):
            lit[c] = picture[y, x, c] / most


@njit(cache=True, nogil=True)
def _residual_closes(picture, result, most, residual, y, x):  # type: ignore[no-untyped-def]
    """Fill the residual that takes result to the pixel; False where linear light cannot."""
    is_needed = False
    for c in range(3):
        is_needed |= abs(picture[y, x, c] - result[c] * most) > 0.5
    if not is_needed:
        return True
    for c in range(3):
        wanted = 3.0 * picture[y, x, c] / most - 2.0 * result[c]
        grain = _quantised((wanted - result[c] + 1.0) / 2.0, most)
        reached = min(1.0, max(0.0, result[c] + 2.0 * grain / most - 1.0))
        if abs((2.0 * result[c] + reached) / 3.0 * most - picture[y, x, c]) > 0.45:
            for channel in range(3):
                residual[y, x, channel] = 0
            return False
        residual[y, x, c] = int(grain)
    residual[y, x, 3] = int(most) // 3
    return True


@njit(cache=True, nogil=True)
def _is_shade_of(colour, flat):  # type: ignore[no-untyped-def]
    """Whether light can make `colour` of `flat`: darker or lighter in all channels, about alike.

    What lies beside a line may belong to another slot than what lies under it.
    """
    darkest, lightest, least_added = 2.0, 0.0, 1.0
    for c in range(3):
        share = (colour[c] + 0.02) / (flat[c] + 0.02)
        darkest, lightest = min(darkest, share), max(lightest, share)
        least_added = min(least_added, (colour[c] - flat[c]) / max(1.0 - flat[c], 0.05))
    is_shadow = lightest <= 1.15 and lightest - darkest <= MOST_TINT
    return is_shadow or least_added >= -0.12


@njit(cache=True, nogil=True)
def _lit_under_line(seen, under, line, a, rest, whole, trust):  # type: ignore[no-untyped-def]
    """The colour below a line of alpha a: from the equation where thin, from nearby where opaque.

    The result leaves the line a colour in 0..1 that closes the equation.
    """
    if rest < 1e-3:
        return under
    wanted = seen * whole
    lit = under
    if a <= 0.97:
        solved_lit = (wanted - a * line) / rest
        low, high = min(under, seen) - 0.02, max(under, seen) + 0.02
        lit = trust * under + (1.0 - trust) * min(high, max(low, solved_lit))
    return min(1.0, max(0.0, min(wanted / rest, max((wanted - a) / rest, lit))))
