"""How long decomposing one megapixel takes."""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from engine.progress import Progress
from engine.tasks.illustration.decompose import decompose
from tests.engine.tasks.illustration.drawing import drawing


@pytest.mark.benchmark(group="illustration")
def test_one_megapixel_drawing(benchmark: BenchmarkFixture) -> None:
    picture = drawing(1000).picture
    decompose(picture, Progress.silent())  # compiles the kernels
    found = benchmark.pedantic(lambda: decompose(picture, Progress.silent()), rounds=3)
    assert len(found.palette) >= 3
