from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.training.exhibits import EXHIBITS, exhibited

SAMPLES = Path(__file__).resolve().parents[3] / "resources" / "samples"


@pytest.mark.parametrize("name", sorted(EXHIBITS))
def test_the_shipped_samples_are_what_the_generator_draws(name):
    shipped = cv2.cvtColor(cv2.imread(str(SAMPLES / f"{name}.png")), cv2.COLOR_BGR2RGB)
    # Other processors may round a few anti-aliased pixels differently.
    different = (shipped != exhibited(name).picture).any(-1)
    assert np.count_nonzero(different) < 100


def test_every_shipped_sample_has_its_recipe():
    assert {file.stem for file in SAMPLES.glob("*.png")} == set(EXHIBITS)
