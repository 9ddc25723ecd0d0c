"""The order in which F6 goes through the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

Pane = tuple[QWidget, QWidget]
"""(pane, widget in it that takes the keys)"""


def go_to_next(panes: Sequence[Pane], step: int, window: QWidget) -> None:
    """Give the keys to the pane after the one that has them, or before it with step -1.

    window: where the keys come back to when no window is active.
    """
    focus = QApplication.focusWidget() or window.focusWidget()
    at = next(
        (
            number
            for number, (pane, _) in enumerate(panes)
            if focus is not None and (pane is focus or pane.isAncestorOf(focus))
        ),
        -1 if step > 0 else 0,
    )
    order = [panes[(at + step * count) % len(panes)][1] for count in range(1, len(panes) + 1)]
    # a panel that has nothing to set now is passed over
    target = next((one for one in order if one.isVisible() and one.isEnabled()), None)
    if target is not None:
        target.window().activateWindow()
        target.setFocus(
            Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        )
