"""Generated drawings: repeatable, exact, and of every style."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.training.artwork import BACKGROUNDS, SUBJECTS, Artwork, composed, generated
from engine.training.metrics import CEILING, measured
from engine.training.palette import SCHEMES, Palette
from engine.training.pen import Pen
from engine.training.sheet import Sheet
from engine.training.strokes import Nib
from engine.training.styles import STYLES

SMALL = 192


def undamaged(style: str) -> Artwork:
    """The first drawing of a style that no JPEG, noise or paper changed after composing."""
    drawings = (generated(seed, style, size=SMALL) for seed in range(4, 40))
    return next(drawing for drawing in drawings if not drawing.damage)


@pytest.mark.parametrize("style", STYLES)
def test_every_style_draws_a_picture_that_its_layers_add_up_to(style: str) -> None:
    artwork = undamaged(style)
    added = np.round(np.clip(composed(artwork.layers), 0, 1) * 255).astype(np.uint8)
    assert np.array_equal(added, artwork.picture)
    assert len(artwork.layers.palette) >= 2
    assert artwork.layers.ids.max() < len(artwork.layers.palette)
    assert artwork.picture.std() > 3, "the sheet stayed empty"


def test_a_seed_gives_the_same_drawing_every_time_and_another_seed_another() -> None:
    first, again, other = (generated(seed, "anime", size=SMALL) for seed in (5, 5, 6))
    assert first.picture.tobytes() == again.picture.tobytes()
    assert first.layers.ids.tobytes() == again.layers.ids.tobytes()
    assert first.picture.tobytes() != other.picture.tobytes()


@pytest.mark.parametrize("name", [*SUBJECTS, *BACKGROUNDS])
def test_every_subject_and_background_leaves_a_mark(name: str) -> None:
    rng = np.random.default_rng(3)
    sheet, palette = Sheet(96, 2), Palette(rng, "natural")
    frame = np.array([[48, 0, 48], [0, 48, 48]], np.float32)
    pen = Pen(sheet, palette, rng, Nib(width=2.0), frame)
    if name in SUBJECTS:
        palette.fresh("white")
    {**SUBJECTS, **BACKGROUNDS}[name](pen)
    assert palette.colors
    if name not in ("paper", "plain"):
        assert sheet.ids.max() > 0 or sheet.objects.max() > 0


def test_unlined_borders_are_anti_aliased_and_never_give_the_second_slot_the_majority() -> None:
    layers = generated(11, "lineless", size=SMALL).layers
    mixed = layers.coverage > 0
    assert mixed.any()
    assert layers.coverage.max() <= 127
    assert np.all(layers.ids[mixed] != layers.second[mixed])


def test_lineless_drawings_have_far_less_line_than_inked_ones() -> None:
    def inked(style: str) -> float:
        drawings = [generated(seed, style, size=SMALL) for seed in range(6)]
        return float(np.mean([drawing.layers.line[..., 3] > 127 for drawing in drawings]))

    assert inked("lineless") < 0.3 * inked("brush")


@pytest.mark.parametrize("style", ["cel", "painterly", "lineless", "comic"])
def test_the_true_layers_score_a_perfect_recolouring(style: str) -> None:
    artwork = undamaged(style)
    figures = measured(artwork, artwork.layers)
    assert figures["recolour"] >= 50
    assert figures["recolour"] <= CEILING
    assert figures["line F1"] == 1
    assert figures["ARI"] == pytest.approx(1)
    assert figures["flat dE"] == pytest.approx(0, abs=1e-3)


def test_fusing_two_materials_costs_recolour_fidelity() -> None:
    artwork = undamaged("cel")
    layers = artwork.layers
    largest, second = np.argsort(-np.bincount(layers.ids.ravel()))[:2]
    fused = replace(layers, ids=np.where(layers.ids == second, largest, layers.ids))
    assert measured(artwork, fused)["recolour"] < 35


@pytest.mark.parametrize("scheme", SCHEMES)
def test_palettes_hold_only_colours_that_bytes_can_hold(scheme: str) -> None:
    palette = Palette(np.random.default_rng(1), scheme)
    for _ in range(30):
        palette.near(palette.fresh())
    steps = np.array(palette.colors) * 255
    assert np.abs(steps - np.round(steps)).max() < 1e-3
    assert steps.min() >= 0
    assert steps.max() <= 255


def test_damaged_pictures_keep_the_true_layers_of_the_clean_one() -> None:
    damaged = next(
        drawing
        for drawing in (generated(seed, "comic", size=SMALL) for seed in range(40))
        if drawing.damage
    )
    difference = np.clip(composed(damaged.layers), 0, 1) * 255 - damaged.picture
    assert 0 < np.abs(difference).mean() < 12
