"""Opens damaged files, one after the other, and says what happened: run as a process of its own.

`python -m tests.fuzz.damage FOLDER SEED COUNT` writes sound files of every format into FOLDER,
damages COUNT copies and prints one JSON line for each: seed, file, what was done, result, seconds.
Memory is limited from outside; a file that takes longer than its time ends the process.
"""

from __future__ import annotations

import json
import random
import signal
import sys
import time
from pathlib import Path

import numpy as np

from engine.compositor.composite import flatten
from engine.document.geometry import Size
from engine.document.model import Document, GroupLayer, LayerId, Mask, PixelLayer, Role, Slot
from engine.document.raster import raster_from_array
from engine.document.slots import painted, slot_map_from_arrays
from engine.errors import BadFileError, UnsupportedError
from engine.formats.files import open_document, save_document
from engine.progress import Progress
from tests.engine.formats.krita_bytes import KritaLayer, krita_bytes

SECONDS = 8
NAMES = (
    "a.psd",
    "b.psd",
    "c.psb",
    "d.unflatten",
    "e.ora",
    "f.zip",
    "g.png",
    "h.tif",
    "i.webp",
    "j.kra",
)
BIG = b"\x7f\xff\xff\xff"


def document(depth: int) -> Document:
    """Something of everything, small."""
    dtype = np.uint8 if depth == 8 else np.uint16
    full = int(np.iinfo(dtype).max)
    rng = np.random.default_rng(depth)
    pixels = rng.integers(0, full + 1, (90, 130, 4)).astype(dtype)
    pixels[:30] = full
    ids = np.full((100, 140), 3, np.uint16)
    ids[50:] = 9
    slots = slot_map_from_arrays(
        (Slot(3, "skin", (full, 9, 9), (1, 2, 3)), Slot(9, "hair", (9, full, 9), (1, 2, 3))),
        ids, np.full_like(ids, 3), np.zeros(ids.shape, np.uint8),
    )  # fmt: skip
    alpha = np.full((100, 140), full, dtype)
    flat = PixelLayer(
        id=LayerId(1), name="Flat", raster=painted(slots, alpha), slots=slots, role=Role.FLAT
    )
    mask = Mask(raster_from_array(pixels[..., 0].copy(), left=20, top=20), 0.6)
    shade = PixelLayer(
        id=LayerId(2), name="影", raster=raster_from_array(pixels, left=-7, top=9), mask=mask
    )
    group = GroupLayer(id=LayerId(3), name="Group", layers=(flat, shade))
    return Document(size=Size(140, 100), layers=(group,), depth=depth, next_id=4)


def krita_picture() -> bytes:
    """A .kra, which Unflatten reads and does not write."""
    pixels = np.random.default_rng(3).integers(0, 256, (128, 192, 4))
    pixels[:64] = 200
    paint = KritaLayer("Paint", pixels, left=-64, mask=np.full((64, 64), 90, np.uint8))
    group = KritaLayer("Group", layers=(paint, KritaLayer("Ground", pixels)))
    return krita_bytes((group,), 140, 100)


def damaged(data: bytes, rng: random.Random) -> tuple[bytes, str]:
    """The bytes after one kind of damage, and its name."""
    kind = rng.choice(["cut", "flip", "big", "ones", "header", "hole", "twice"])
    found = bytearray(data)
    place = rng.randrange(len(found))
    if kind == "cut":
        return data[:place], kind
    if kind == "flip":
        for _ in range(rng.choice([1, 3, 30])):
            found[rng.randrange(len(found))] = rng.randrange(256)
    elif kind == "big":
        found[place : place + 4] = BIG
    elif kind == "ones":
        found[place : place + 4] = b"\xff" * 4
    elif kind == "header":
        found[14:22] = (30_000).to_bytes(4, "big") * 2
    elif kind == "hole":
        del found[place : place + rng.randrange(1, 64)]
    else:
        found[place:place] = found[place : place + rng.randrange(1, 64)]
    return bytes(found), kind


def result_of(path: Path) -> str:
    """What opening (and drawing) gives: "opened", "refused", or the exception that it must not."""
    try:
        opened = open_document(path, Progress.silent())
        size = opened.document.size
        if size.width * size.height <= 1 << 22:
            flatten(opened.document)
    except (BadFileError, UnsupportedError) as error:
        return "refused" if str(error) and "\n" not in error.sentence else f"odd: {error}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "opened"


def main(folder: Path, seed: int, count: int) -> None:
    for index, name in enumerate(NAMES):
        if name.endswith(".kra"):
            (folder / name).write_bytes(krita_picture())
        else:
            save_document(document(16 if index % 2 else 8), folder / name, Progress.silent())
    for number in range(seed, seed + count):
        rng = random.Random(number)
        name = rng.choice(NAMES)
        data, kind = damaged((folder / name).read_bytes(), rng)
        path = folder / f"damaged-{name}"
        path.write_bytes(data)
        signal.alarm(SECONDS)
        start = time.perf_counter()
        result = result_of(path)
        signal.alarm(0)
        seconds = round(time.perf_counter() - start, 2)
        line = {"seed": number, "file": name, "kind": kind, "result": result, "seconds": seconds}
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
