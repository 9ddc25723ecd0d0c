"""The fitted trees: the arrays say what scikit-learn says, and the shipped ones fit the program."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.tasks.illustration.classifier import MODEL_FILE, load_ensemble, tree_log_odds
from engine.tasks.illustration.pairs import FEATURES
from engine.training.artwork import generated
from engine.training.evaluation import decomposed
from engine.training.fitting import ensemble_of, fitted, write
from engine.training.metrics import summed
from engine.training.samples import Samples, collected, gallery, samples_of

pytest.importorskip("sklearn")


@pytest.fixture(scope="module")
def samples() -> Samples:
    rng = np.random.default_rng(0)
    features = rng.standard_normal((500, len(FEATURES))).astype(np.float32)
    features[:, 3] = np.round(features[:, 3])  # ties, which thresholds must not break
    same = features[:, 0] + features[:, 3] + 0.3 * rng.standard_normal(500) > 0
    return Samples(features, same, np.ones(500), np.zeros(500, np.int64))


def test_the_arrays_give_the_same_log_odds_as_the_model_they_come_from(samples: Samples) -> None:
    model = fitted(samples, trees=12)
    ours = tree_log_odds(ensemble_of(model), samples.features)
    assert ours == pytest.approx(model.decision_function(samples.features), abs=1e-4)
    assert np.mean((ours > 0) == samples.same) > 0.85


def test_written_trees_are_read_back_and_repeat_byte_for_byte(
    samples: Samples, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.npz", tmp_path / "b.npz"
    for path in (first, second):
        write(ensemble_of(fitted(samples, trees=3)), path)
    assert first.read_bytes() == second.read_bytes()
    restored = load_ensemble(first)
    assert restored is not None
    expected = tree_log_odds(ensemble_of(fitted(samples, trees=3)), samples.features)
    assert tree_log_odds(restored, samples.features) == pytest.approx(expected)


def test_the_shipped_trees_match_the_programs_features_and_are_small() -> None:
    ensemble = load_ensemble()
    assert ensemble is not None, "resources/material_pairs.npz is missing or fits other FEATURES"
    assert ensemble.feature.max() < len(FEATURES)
    assert MODEL_FILE.stat().st_size < 400_000


def test_the_shipped_trees_tell_materials_apart_on_drawings_they_never_saw() -> None:
    unseen = [
        samples_of(artwork, number)
        for number, artwork in enumerate(
            generated(7_000_000 + k, style, size=256)
            for k, style in enumerate(("icon", "cel", "sticker", "anime", "lineless", "pale"))
        )
    ]
    pairs = collected(unseen)
    ensemble = load_ensemble()
    assert ensemble is not None
    right = (tree_log_odds(ensemble, pairs.features) > 0) == pairs.same
    assert np.average(right, weights=pairs.weight) > 0.8


def test_the_gallery_shows_the_styles_in_turn_and_repeats() -> None:
    first = [artwork.style for artwork in gallery(3, 1, size=96)]
    assert len(set(first)) == 3
    assert first == [artwork.style for artwork in gallery(3, 1, size=96)]


def test_the_programs_layers_of_a_noisy_and_of_a_clean_drawing_add_up_to_them() -> None:
    drawings = [generated(seed, "comic", size=256) for seed in range(30)]
    noisy = next(drawing for drawing in drawings if "noise" in drawing.damage)
    clean = next(drawing for drawing in drawings if not drawing.damage)
    for artwork in (noisy, clean):
        added = np.round(summed(decomposed(artwork)) * 255)
        assert np.abs(added - artwork.picture).max() <= 1
