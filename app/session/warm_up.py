"""Loads what paints and recolours while the artist looks at the picture: no first click waits."""

from __future__ import annotations

from threading import Thread


def warm_up_beside() -> None:
    """Return at once; the kernels are loaded, or compiled, on a thread of their own."""
    Thread(target=_warm_up, name="painting-warm-up", daemon=True).start()


def _warm_up() -> None:
    from engine.painting.compile import warm_up
    from engine.recolor.compile import warm_up as warm_up_recoloring

    warm_up()
    warm_up_recoloring()
