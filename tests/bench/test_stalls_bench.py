"""The longest stalls of the window in a scripted session; the issue's aim is 50 ms.

UNFLATTEN_BENCH_SIDE sets the side of the picture (2048).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from engine.compositor.compile import warm_up
from engine.painting.compile import warm_up as warm_up_brush
from tests.app.conftest import make_editor as make_editor
from tests.app.conftest import no_qt_warnings as no_qt_warnings
from tests.app.editor import Editor
from tests.app.pictures import flat_document
from tests.app.stalls import longest_stalls

SIDE = int(os.environ.get("UNFLATTEN_BENCH_SIDE", "2048"))


def test_longest_stalls(benchmark: Any, make_editor: Callable[..., Editor]) -> None:
    warm_up()
    warm_up_brush()
    document = flat_document(SIDE, SIDE)
    found = benchmark.pedantic(lambda: longest_stalls(make_editor(), document), rounds=1)
    print(f"\n\nlongest stalls of the window, {SIDE}²")
    for name, stall in found.items():
        print(f"{name:<20}{stall}")
    benchmark.extra_info |= {name: stall.busy for name, stall in found.items()}
