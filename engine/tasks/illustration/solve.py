"""Split the picture exactly into flat, shadow, highlight and line.

With everything in 0..1 the layers composite, clipped to the flat layer's alpha, as

    lit    = screen(flat * shadow, highlight)        1 - (1 - flat * shadow)(1 - highlight)
    alpha  = a + A_f (1 - a)                         a line alpha, A_f flat alpha
    colour = (a line + (1 - a) A_f lit) / alpha      straight

Each layer is solved against the quantised layers below it, so errors do not add up: the last one
that is present (line where a > 0, highlight or shadow elsewhere) closes the equation to within its
own rounding.
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


@dataclass(frozen=True, slots=True)
class Layers:
    """The solved layers in the picture's depth; formulas in the module docstring.

    flat_alpha H×W; shadow, highlight, line H×W×4 straight alpha (shadow and highlight have alpha
    full where they act and 0 elsewhere).
    """

    flat_alpha: Pixels
    shadow: Pixels
    highlight: Pixels
    line: Pixels


def solved(
    picture: Pixels,
    palette: Pixels,
    slots: SlotMap,
    lines: LineArt,
    progress: Progress,
) -> Layers:
    """Exact layers of an H×W×4 straight RGBA picture for given palette (N×3), slots and lines."""
    height, width = picture.shape[:2]
    flat_alpha = np.zeros((height, width), picture.dtype)
    shadow, highlight, line = (np.zeros_like(picture) for _ in range(3))
    most = float(np.iinfo(picture.dtype).max)

    def work(start: int, stop: int) -> None:
        _solve(
            picture, palette, slots.ids, slots.second, slots.coverage,
            lines.alpha, lines.colour, lines.beneath,
            flat_alpha, shadow, highlight, line, most, start, stop,
        )  # fmt: skip

    by_bands(work, height, width, progress)
    return Layers(flat_alpha, shadow, highlight, line)


@njit(cache=True, nogil=True)
def _quantised(value, most):  # type: ignore[no-untyped-def]
    return np.floor(min(1.0, max(0.0, value)) * most + 0.5)


@njit(cache=True, nogil=True)
def _solve(  # type: ignore[no-untyped-def]
    picture, palette, ids, second, coverage, line_alpha, line_colour, beneath,
    flat_alpha, shadow, highlight, line, most, start, stop,
):  # fmt: skip
    width = picture.shape[1]
    flat, lit, under, shade = np.empty(3), np.empty(3), np.empty(3), np.empty(3)
    for y in range(start, stop):
        for x in range(width):
            alpha = picture[y, x, 3] / most
            if alpha == 0.0:
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
            # 3. the picture without its lines
            if a == 0.0:
                for c in range(3):
                    lit[c] = picture[y, x, c] / most
                    under[c] = lit[c]
            else:
                trust = min(1.0, max(0.0, (a - 0.15) / 0.35))
                for c in range(3):
                    under[c] = beneath[y, x, c] / 255.0
                    lit[c] = _lit_under_line(
                        picture[y, x, c] / most, under[c], line_colour[y, x, c] / 255.0,
                        a, rest, whole, trust,
                    )  # fmt: skip
            # 4. shadow
            brighter = 0.0
            known, count = 0.0, 0
            brighter += 0.299 * (under[0] - flat[0])
            brighter += 0.587 * (under[1] - flat[1])
            brighter += 0.114 * (under[2] - flat[2])
            for c in range(3):
                if flat[c] > LEAST_FLAT:
                    shade[c] = min(1.0, lit[c] / flat[c])
                    known += shade[c]
                    count += 1
            guess = known / count if count > 0 else 1.0
            has_shadow, has_light = False, False
            for c in range(3):
                if flat[c] <= LEAST_FLAT:
                    shade[c] = guess
                    if flat[c] * guess > lit[c]:
                        shade[c] = lit[c] / max(flat[c], 1e-9)
                if brighter > LIGHT_STEP and lit[c] > flat[c]:
                    shade[c] = 1.0
                quantised = _quantised(shade[c], most)
                shadow[y, x, c] = int(quantised)
                has_shadow |= quantised < most
                shaded = flat[c] * quantised / most
                # 5. highlight
                light = (lit[c] - shaded) / max(1.0 - shaded, 1.0 / most)
                if light * (1.0 - shaded) * most < 0.6:
                    light = 0.0
                light = _quantised(light, most)
                highlight[y, x, c] = int(light)
                has_light |= light > 0.0
                lit[c] = 1.0 - (1.0 - shaded) * (1.0 - light / most)
            if has_shadow:
                shadow[y, x, 3] = int(most)
            else:
                shadow[y, x, :] = 0
            if has_light:
                highlight[y, x, 3] = int(most)
            # 6. the line closes the equation
            if a > 0.0:
                line[y, x, 3] = int(a * most + 0.5)
                for c in range(3):
                    wanted = picture[y, x, c] / most * whole
                    line[y, x, c] = int(_quantised((wanted - rest * lit[c]) / a, most))


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
