"""Tables of colours in .cube files."""

from __future__ import annotations

import numpy as np
import pytest

from engine.compositor.cubes import cube_from_lookup, lookup_from_cube

GOOD = b"""# made by hand
TITLE "Dusk"
LUT_3D_SIZE 2
DOMAIN_MIN 0 0 0
DOMAIN_MAX 1.0 1.0 1.0

0 0 0
1 0 0
0 1 0
1 1 0
0 0 1
1 0 1
0 1 1
1.5 1 0.5
"""


def test_a_table_is_read_with_its_title_and_cut_to_the_range_of_colours() -> None:
    lookup = lookup_from_cube(GOOD, "file")
    assert (lookup.title, lookup.size) == ("Dusk", 2)
    colors = np.frombuffer(lookup.table, ">u2").reshape(-1, 3)
    assert colors[1].tolist() == [65535, 0, 0] and colors[7].tolist() == [65535, 65535, 32768]
    assert lookup_from_cube(GOOD.replace(b'TITLE "Dusk"\n', b""), "file").title == "file"


def test_what_is_written_reads_the_same() -> None:
    lookup = lookup_from_cube(GOOD)
    assert lookup_from_cube(cube_from_lookup(lookup)) == lookup


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\xff\xd8\xff\xe0 a picture",
        GOOD.replace(b"LUT_3D_SIZE 2", b"LUT_3D_SIZE 3"),
        GOOD.replace(b"LUT_3D_SIZE 2", b"LUT_3D_SIZE 9999999999"),
        GOOD.replace(b"LUT_3D_SIZE 2", b"LUT_3D_SIZE"),
        GOOD.replace(b"LUT_3D_SIZE 2", b"LUT_1D_SIZE 8"),
        GOOD.replace(b"1 1 0\n", b"1 1\n"),
        GOOD.replace(b"1 1 0\n", b"1 1 nan\n"),
        GOOD.replace(b"1 1 0\n", b"1 1 0x\n"),
        GOOD.replace(b"DOMAIN_MAX 1.0", b"DOMAIN_MAX 2.0"),
    ],
)
def test_a_damaged_table_is_refused_with_a_reason(damaged: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        lookup_from_cube(damaged)
