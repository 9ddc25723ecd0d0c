"""What the artist says about the object that is meant."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.document.geometry import Rect


@dataclass(frozen=True, slots=True)
class Click:
    """A pixel that belongs to the object, or does not."""

    x: int
    y: int
    is_object: bool = True


@dataclass(frozen=True, slots=True)
class Prompt:
    """clicks: in the order they were made. box: around the object, drawn with some room or none.

    mask: H×W bool, the object as it was marked; then nothing is guessed. With nothing given, what
    the picture is of is meant.
    """

    clicks: tuple[Click, ...] = ()
    box: Rect | None = None
    mask: npt.NDArray[np.bool_] | None = None
