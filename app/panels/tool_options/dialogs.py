"""The small dialogs of the selection, the layers and the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.canvas.tools.toolbox import Toolbox
from app.dialogs.amount import AmountDialog, CanvasSizeDialog, ImageSizeDialog
from app.languages.translate import mark, tr
from app.panels.tool_strip.chips import ColorChips


@dataclass(frozen=True, slots=True)
class _Amount:
    """value: proposed at first. Later the last one is proposed again."""

    title: str
    verb: str
    value: float
    high: float
    take: Callable[[float], None]


class ToolDialogs:
    """Opens them over the window; the last amounts are proposed again."""

    def __init__(self, toolbox: Toolbox, chips: ColorChips, window: QWidget) -> None:
        self._toolbox, self._chips, self._window = toolbox, chips, window
        self._last: dict[str, float] = {}
        selecting, pixels = toolbox.selecting, toolbox.pixels
        self._amounts = {
            "grow": _Amount(mark("Grow by"), mark("Grow"), 2, 500, selecting.grow),
            "shrink": _Amount(mark("Shrink by"), mark("Shrink"), 2, 500, selecting.shrink),
            "feather": _Amount(mark("Feather by"), mark("Feather"), 2, 170, selecting.feather),
            "border": _Amount(mark("Border width"), mark("Make border"), 4, 500, selecting.border),
            "refine": _Amount(
                mark("Refine within"), mark("Refine edge"), 8, 128, selecting.refine_edge
            ),
            "decontaminate": _Amount(
                mark("Look for colours within"), mark("Decontaminate"), 20, 256,
                pixels.decontaminate,
            ),
        }  # fmt: skip

    def open(self, name: str) -> None:
        """The dialog of this name; commands name them."""
        amount = self._amounts.get(name)
        document = self._toolbox.session.document
        acts = self._toolbox.canvas_acts
        if amount is not None:
            self._ask(name, amount)
        elif name == "mask_density":
            traits = self._toolbox.bench.layer_acts.traits
            AmountDialog(
                tr("Mask density"),
                tr("Set density"),
                round(traits.mask_density * 100),
                lambda value: traits.set_mask_density(value / 100),
                self._window,
                low=0,
                high=100,
                unit="%",
            ).open()
        elif name == "foreground":
            self._chips.edit_foreground()
        elif name == "background":
            self._chips.edit_background()
        elif document is not None and name == "canvas_size":
            CanvasSizeDialog(document.size, acts.set_canvas_size, self._window).open()
        elif document is not None and name == "image_size":
            ImageSizeDialog(document.size, acts.set_image_size, self._window).open()

    def _ask(self, name: str, amount: _Amount) -> None:
        def take(value: float) -> None:
            self._last[name] = value
            amount.take(value)

        value = self._last.get(name, amount.value)
        dialog = AmountDialog(
            tr(amount.title), tr(amount.verb), value, take, self._window, high=amount.high
        )
        dialog.open()
