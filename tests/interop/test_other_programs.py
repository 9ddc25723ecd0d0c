"""Our PSD in other programs: the same picture within 1.5/255 over white, and the same tree.

`make test-interop` installs the programs and runs this; it prints the table of the README. Where a
program is known not to draw a feature, its picture is measured but not judged, and the table says
so in brackets.
"""

from __future__ import annotations

import numpy as np
import pytest

from engine.document.tree import walk
from engine.formats.files import save_document
from engine.formats.flattened import flattened
from engine.progress import Progress
from tests.interop.documents import DOCUMENTS
from tests.interop.programs import PROGRAMS, names_of

pytestmark = pytest.mark.interop

TOLERANCE = 1.5
"""Levels of 8 bit: both sides have rounded, and so has every layer in between."""
NOT_DRAWN = {
    ("Krita", "group_opacity"): "ignores the opacity of groups in PSD",
    ("Krita", "clipping"): "does not read clipping",
    ("Krita", "deep"): "misreads 16-bit PSD",
    ("Krita", "modes"): "rounds exclusion twice",
    ("psd-tools", "clipping"): "mixes clipped modes wrongly over soft alpha",
    ("psdparse", "deep"): "composites in 8 bit",
}
"""Program, document -> what the program cannot do, measured with its own files too."""


@pytest.fixture(scope="module")
def table():
    cells: dict[tuple[str, str], str] = {}
    yield cells
    programs = list(PROGRAMS)
    print("\n\n| document | " + " | ".join(programs) + " |\n|" + " --- |" * (len(programs) + 1))
    for document in DOCUMENTS:
        row = [cells.get((program, document), "–") for program in programs]
        print(f"| {document.replace('_', ' ')} | " + " | ".join(row) + " |")


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("program", PROGRAMS)
def test_other_programs_show_what_we_show(program, document, table, tmp_path):
    made = DOCUMENTS[document]()
    file = tmp_path / "ours.psd"
    save_document(made, file, Progress.silent())
    shown = PROGRAMS[program](file, tmp_path)
    words = []
    problems = []
    if shown.pixels is not None:
        ours = flattened(made, Progress.silent())
        ours = np.rint(ours / 257).astype(np.uint8) if made.depth == 16 else ours
        difference = float(np.abs(over_white(shown.pixels) - over_white(ours)).max())
        limit = NOT_DRAWN.get((program, document))
        words.append(f"({difference:.1f}: {limit})" if limit else f"{difference:.1f}")
        if difference > TOLERANCE and limit is None:
            problems.append(f"differs by {difference:.1f}")
    if shown.names is not None:
        assert len(list(walk(made.layers))) == len(names_of(made.layers))
        same = shown.names == names_of(made.layers)
        words.append("tree" if same else "other tree")
        if not same:
            problems.append(f"tree {shown.names}")
    table[program, document] = ", ".join(words)
    assert not problems, problems


def over_white(pixels: np.ndarray) -> np.ndarray:
    """H×W×3 floats 0..255 of 8-bit pixels with straight alpha."""
    alpha = pixels[..., 3:] / 255.0
    return pixels[..., :3] * alpha + 255 * (1 - alpha)
