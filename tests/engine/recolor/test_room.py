import subprocess
import sys

LIGHT = (
    "clustering, color, extraction, families, following, gamut, harmony, live, nudging, "
    "palette_files, parsing, regions, searching, splitting, transfer, variants"
)


def test_importing_the_room_is_light():
    """numba takes a third of a second: who paints loads it, not who imports."""
    heavy = "('numba', 'cv2', 'PIL', 'PySide6', 'scipy', 'torch')"
    code = (
        f"from engine.recolor import {LIGHT}; import sys; "
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
