"""The kernels are compiled once for all tests of this folder (cached between runs)."""

import pytest

from engine.compositor.compile import warm_up


@pytest.fixture(scope="session", autouse=True)
def compiled_kernels() -> None:
    assert warm_up()
