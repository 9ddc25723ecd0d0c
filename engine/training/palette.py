"""Colours for generated drawings: role colours, colour schemes, and traps between materials.

All colours are float32 RGB triples in 0..1 (sRGB encoded), rounded to 8-bit steps,
so that a palette
survives being written as bytes.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Color = NDArray[np.float32]

#: role -> (hue range in degrees, saturation range, value range); a picture draws each role once
ROLE_RANGES: Mapping[str, tuple[tuple[float, float], tuple[float, float], tuple[float, float]]] = {
    "skin": ((14, 32), (0.10, 0.50), (0.55, 1.00)),
    "white": ((0, 360), (0.00, 0.05), (0.94, 1.00)),
    "dark": ((0, 360), (0.05, 0.50), (0.08, 0.30)),
    "hair": ((0, 360), (0.10, 0.80), (0.18, 1.00)),
    "fur": ((10, 45), (0.05, 0.85), (0.25, 1.00)),
    "muzzle": ((20, 45), (0.05, 0.35), (0.80, 1.00)),
    "leaf": ((70, 170), (0.30, 0.80), (0.35, 0.90)),
    "wood": ((15, 40), (0.25, 0.70), (0.25, 0.75)),
    "stone": ((0, 360), (0.02, 0.18), (0.45, 0.90)),
    "metal": ((190, 260), (0.02, 0.20), (0.50, 0.95)),
    "sky": ((175, 240), (0.10, 0.65), (0.75, 1.00)),
    "ground": ((25, 120), (0.15, 0.60), (0.45, 0.95)),
    "roof": ((0, 40), (0.35, 0.80), (0.35, 0.85)),
    "glass": ((180, 220), (0.10, 0.50), (0.75, 1.00)),
    "mouth": ((340, 372), (0.35, 0.75), (0.45, 0.90)),
    "tongue": ((340, 368), (0.25, 0.55), (0.80, 1.00)),
    "gold": ((35, 55), (0.45, 0.85), (0.75, 1.00)),
    "pupil": ((0, 360), (0.10, 0.60), (0.02, 0.18)),
}
ANY_RANGE = ((0.0, 360.0), (0.15, 0.90), (0.40, 1.00))

#: scheme -> (saturation factor range, value exponent range, chance of a trap colour)
SCHEMES: Mapping[str, tuple[tuple[float, float], tuple[float, float], float]] = {
    "natural": ((0.80, 1.00), (0.9, 1.1), 0.06),
    "vivid": ((1.10, 1.40), (0.8, 1.0), 0.04),
    "pastel": ((0.30, 0.60), (0.4, 0.6), 0.15),
    "muted": ((0.40, 0.70), (1.0, 1.4), 0.12),
    "night": ((0.60, 1.00), (1.8, 2.6), 0.12),
    "near": ((0.50, 0.90), (0.8, 1.2), 0.45),
}
SAME_SLOT = 4 / 255


def hsv(hue: float, saturation: float, value: float) -> Color:
    """RGB of a hue in degrees (any real number) with saturation and value clipped to 0..1."""
    rgb = colorsys.hsv_to_rgb(
        (hue % 360) / 360, min(max(saturation, 0.0), 1.0), min(max(value, 0.0), 1.0)
    )
    return rounded(np.array(rgb, np.float32))


def hsv_of(color: NDArray[np.floating]) -> tuple[float, float, float]:
    """Hue in degrees, saturation and value of one RGB colour."""
    hue, saturation, value = colorsys.rgb_to_hsv(*(float(x) for x in color))
    return hue * 360, saturation, value


def rounded(color: NDArray[np.floating]) -> Color:
    """The nearest colour that 8 bits can hold, clipped to 0..1."""
    steps = np.round(np.clip(color, 0, 1) * 255) / 255
    return np.asarray(steps, np.float32)


class Palette:
    """The growing list of flat colours of one drawing, with one remembered slot per role."""

    def __init__(self, rng: np.random.Generator, scheme: str) -> None:
        self.colors: list[Color] = []
        self._rng = rng
        self._roles: dict[str, int] = {}
        self._choices: dict[str, int] = {}
        self._saturation, self._gamma, self._trap = SCHEMES[scheme]
        self._hues = rng.uniform(0, 360) if rng.random() < 0.35 else None

    def slot(self, color: NDArray[np.floating]) -> int:
        """Index of `color`; a colour within 4/255 of a known one takes that slot."""
        color = rounded(color)
        for index, known in enumerate(self.colors):
            if float(np.abs(known - color).max()) < SAME_SLOT:
                return index
        self.colors.append(color)
        return len(self.colors) - 1

    def role(self, name: str, *, darker_than: int | None = None) -> int:
        """The slot of a role, drawn at its first use and the same from then on."""
        if name not in self._roles:
            self._roles[name] = (
                self.fresh(name)
                if darker_than is None
                else self.darker(darker_than, float(self._rng.uniform(0.45, 0.75)))
            )
        return self._roles[name]

    def role_choice(self, name: str, count: int) -> int:
        """A choice of 0..count-1 that stays the same for the whole drawing (both eyes alike)."""
        if name not in self._choices:
            self._choices[name] = int(self._rng.integers(count))
        return self._choices[name]

    def fresh(self, name: str = "") -> int:
        """A new slot with a colour that suits the role (any colour for an unknown role)."""
        rng = self._rng
        if len(self.colors) > 1 and rng.random() < self._trap:
            return self.slot(self._lookalike(self.colors[int(rng.integers(len(self.colors)))]))
        hues, saturations, values = ROLE_RANGES.get(name, ANY_RANGE)
        hue, saturation = rng.uniform(*hues), rng.uniform(*saturations)
        value = rng.uniform(*values)
        if name not in ROLE_RANGES:
            kind = rng.random()
            if kind < 0.12:
                return self.fresh("white")
            if kind < 0.24:
                return self.fresh("dark")
            if self._hues is not None:
                hue = self._hues + rng.normal(0, 35)
        if name not in ("white", "pupil"):
            saturation *= rng.uniform(*self._saturation)
            value = value ** rng.uniform(*self._gamma)
        return self.slot(hsv(hue, saturation, value))

    def near(self, slot: int) -> int:
        """A slot whose colour is close to another one's, yet a different material."""
        return self.slot(self._lookalike(self.colors[slot]))

    def darker(self, slot: int, factor: float) -> int:
        """A slot with a darker version of a colour (the upper half of an iris, an inner ear)."""
        hue, saturation, value = hsv_of(self.colors[slot])
        return self.slot(hsv(hue + self._rng.normal(0, 8), saturation * 1.1 + 0.03, value * factor))

    def _lookalike(self, color: Color) -> Color:
        rng = self._rng
        hue, saturation, value = hsv_of(color)
        if rng.random() < 0.5:
            # a hair's breadth away: an off-white shirt on white paper, skin beside tan
            return hsv(
                hue + rng.normal(0, 6),
                saturation + rng.normal(0, 0.035),
                value + rng.choice([-1, 1]) * rng.uniform(0.02, 0.07),
            )
        # what a shadow on that material would look like
        shade = hsv(rng.uniform(200, 340), rng.uniform(0.03, 0.25), rng.uniform(0.6, 0.88))
        return rounded(color * shade)
