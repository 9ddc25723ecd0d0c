"""The canvas on a screen with more than one device pixel for a logical one."""

from __future__ import annotations

import json
import subprocess
import sys


def test_zoom_is_in_device_pixels_and_crisp_where_it_should_be() -> None:
    """100 % is one document pixel on one device pixel; beyond 200 % pixels are squares."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.app.density"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    found = json.loads(done.stdout)
    assert found["ratio"] == 2.0
    for zoom in ("100 %", "300 %", "800 %"):
        assert found[f"exact at {zoom}"], zoom
        assert found[f"pixels at {zoom}"] > 4000
    assert found["grid columns"] == found["grid columns expected"]
    assert found["equal neighbours at 150 %"] < 0.05
