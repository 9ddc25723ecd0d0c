"""`unflatten check`: do the layers add up to the picture they came from?"""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.console import Console
from engine.compositor.compare import difference
from engine.compositor.composite import flatten
from engine.formats.files import open_document

CHECK_FAILED = 1


def check(options: argparse.Namespace, console: Console) -> int:
    """Print largest and mean difference in 1/255 and the share of pixels within 1/255.

    Returns 0 when every pixel is within 1/255, else 1; pictures of different size never match.
    """
    progress = console.quiet_progress()
    layered = open_document(Path(options.layered), progress.part(0.0, 0.4)).document
    original = open_document(Path(options.original), progress.part(0.4, 0.6)).document
    if layered.size != original.size:
        console.answer(
            f"The sizes differ: {layered.size.width}×{layered.size.height} and "
            f"{original.size.width}×{original.size.height} pixels.",
            holds=False,
        )
        return CHECK_FAILED
    found = difference(flatten(layered), flatten(original))
    holds = found.max <= 1
    console.answer(
        f"max {found.max:.4g}/255, mean {found.mean:.4g}/255, "
        f"within 1/255: {100 * found.within_one:.4f} % of the pixels",
        holds=holds,
        max=found.max,
        mean=found.mean,
        within_one=found.within_one,
    )
    return 0 if holds else CHECK_FAILED
