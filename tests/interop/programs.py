"""Other programs, asked what they make of a file of ours: the picture they show and the tree.

`make test-interop` installs them; a program that is not there is skipped.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.document.model import GroupLayer, Layer
from engine.formats.krita import read_krita
from engine.progress import Progress

PACKAGES = Path(__file__).resolve().parents[2] / "build" / "interop"
"""Where `make test-interop` puts the packages of node."""

_SCRIPTS = Path(__file__).parent
_GIMP = """
(define (branch items port)
  (let loop ((at 0))
    (if (< at (vector-length items))
      (let ((item (vector-ref items at)))
        (write (car (gimp-item-get-name item)) port)
        (newline port)
        (if (= TRUE (car (gimp-item-is-group item)))
          (branch (cadr (gimp-item-get-children item)) port))
        (loop (+ at 1))))))
(let* ((image (car (gimp-file-load RUN-NONINTERACTIVE "{file}" "{file}")))
       (port (open-output-file "{names}")))
  (branch (cadr (gimp-image-get-layers image)) port)
  (close-output-port port)
  (let ((layer (car (gimp-image-merge-visible-layers image CLIP-TO-IMAGE))))
    (gimp-layer-resize-to-image-size layer)
    (file-png-save RUN-NONINTERACTIVE image layer "{shown}" "{shown}" 0 6 0 0 0 0 0)))
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """pixels: H×W×4 uint8, straight alpha. names: of all layers, from the top, groups before what
    is in them; None where the program does not say."""

    pixels: np.ndarray | None
    names: tuple[str, ...] | None = None


def _run(words: list[str], folder: Path) -> str:
    home = folder / "home"
    home.mkdir(exist_ok=True)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    done = subprocess.run(
        words, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr[-1000:]
    return done.stdout


def _needs(*programs: str) -> None:
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed: `make test-interop` does it")


def _picture(path: Path) -> np.ndarray:
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGBA"))


def gimp(file: Path, folder: Path) -> Shown:
    _needs("gimp")
    shown, names = folder / "gimp.png", folder / "gimp.txt"
    script = _GIMP.format(file=file, names=names, shown=shown)
    interpreter = ["--batch-interpreter", "plug-in-script-fu-eval"]
    # -i without a window, -d and -f without brushes and fonts, -s without the splash screen.
    _run(
        ["gimp", "-i", "-d", "-f", "-s", *interpreter, "-b", script, "-b", "(gimp-quit 0)"], folder
    )
    found = [json.loads(line) for line in names.read_text("utf-8").splitlines()]
    # Clipping is a group in GIMP.
    return Shown(_picture(shown), tuple(name for name in found if name != "Group added by GIMP"))


def krita(file: Path, folder: Path) -> Shown:
    _needs("krita", "xvfb-run")
    for ending in ("png", "kra"):
        target = str(folder / f"krita.{ending}")
        words = ["krita", "--nosplash", "--export", "--export-filename", target, str(file)]
        _run(["xvfb-run", "-a", *words], folder)
    document, _ = read_krita(folder / "krita.kra", Progress.silent())
    return Shown(_picture(folder / "krita.png"), names_of(document.layers))


def imagemagick(file: Path, folder: Path) -> Shown:
    """The merged picture."""
    _needs("identify")
    shown = folder / "imagemagick.png"
    _run(["convert", f"{file}[0]", f"PNG32:{shown}"], folder)
    return Shown(_picture(shown))


def psd_tools(file: Path, folder: Path) -> Shown:
    from psd_tools import PSDImage

    psd = PSDImage.open(file)
    picture = psd.composite(ignore_preview=True, apply_icc=False).convert("RGBA")
    return Shown(np.asarray(picture), _top_first(psd))


def _top_first(group) -> tuple[str, ...]:  # type: ignore[no-untyped-def]
    found: list[str] = []
    for layer in reversed(list(group)):
        found.append(layer.name)
        if layer.is_group():
            found.extend(_top_first(layer))
    return tuple(found)


def psdparse(file: Path, folder: Path) -> Shown:
    module = pytest.importorskip("psdparse", reason="`make test-interop` installs psdparse")
    opened = module.PSDFile()
    opened.load(str(file))
    data, _ = opened.composite()
    shape = (opened.header.height, opened.header.width, 4)
    return Shown(np.frombuffer(data, np.uint8).reshape(shape)[..., [2, 1, 0, 3]])


def ag_psd(file: Path, folder: Path) -> Shown:
    """The tree as ag-psd reads it; it has no compositor."""
    _needs("node")
    if not (PACKAGES / "node_modules" / "ag-psd").is_dir():
        pytest.skip("ag-psd is not installed: `make test-interop` does it")
    script = _SCRIPTS / "tree_in_ag_psd.cjs"
    modules = str(PACKAGES / "node_modules" / "ag-psd")
    return Shown(None, tuple(json.loads(_run(["node", str(script), modules, str(file)], folder))))


def names_of(layers: tuple[Layer, ...]) -> tuple[str, ...]:
    """The names of all layers, from the top, groups before what is in them."""
    found: list[str] = []
    for layer in reversed(layers):
        found.append(layer.name)
        if isinstance(layer, GroupLayer):
            found.extend(names_of(layer.layers))
    return tuple(found)


PROGRAMS: dict[str, Callable[[Path, Path], Shown]] = {
    "GIMP": gimp,
    "Krita": krita,
    "ImageMagick": imagemagick,
    "ag-psd": ag_psd,
    "psd-tools": psd_tools,
    "psdparse": psdparse,
}
