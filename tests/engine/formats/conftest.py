"""The compositor's kernels are loaded once: merged pictures are drawn by them."""

import pytest

from engine.compositor.compile import warm_up


@pytest.fixture(scope="session", autouse=True)
def compiled_kernels() -> None:
    assert warm_up()
