"""Damaged files of every format, opened in a process with little memory and little time.

UNFLATTEN_FUZZ_SEED and UNFLATTEN_FUZZ_COUNT choose other files than the 200 of every run; a failure
names its seed, and the file comes back with that seed and a count of 1.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections import Counter

import pytest

SEED = int(os.environ.get("UNFLATTEN_FUZZ_SEED", "20260"))
COUNT = int(os.environ.get("UNFLATTEN_FUZZ_COUNT", "200"))
MEMORY = 3 << 29


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


@pytest.mark.skipif(sys.platform == "win32", reason="memory limits are POSIX")
def test_damage_gives_a_document_or_one_sentence_and_nothing_else(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.damage", str(tmp_path), str(SEED), str(COUNT)],
        capture_output=True,
        text=True,
        timeout=60 + 2 * COUNT,
        preexec_fn=limited,
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    last = lines[-1] if lines else "none"
    assert done.returncode == 0, f"ended behind {last}: {done.stderr[-2000:]}"
    assert len(lines) == COUNT
    bad = [line for line in lines if line["result"] not in ("opened", "refused")]
    assert bad == []
    # A damaged PSD is salvaged more often than not.
    psd = Counter(line["result"] for line in lines if line["file"].endswith((".psd", ".psb")))
    if psd.total() >= 50:
        assert psd["opened"] > psd.total() / 2, psd
