"""The foreground and background colour as two chips that open a colour dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QColorDialog, QToolButton, QWidget

from app.commands.registry import Registry
from app.languages.translate import tr
from app.session.colors import Colors, Rgb
from app.theme.theme import Theme
from app.widgets import IconButton

CHIP = 22


class Chip(QToolButton):
    """A square of one colour; its name for people says which one it is."""

    def __init__(self, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._theme = title, theme
        self._color: Rgb = (0, 0, 0)
        self.setFixedSize(CHIP, CHIP)
        theme.changed.connect(self.update)

    def show_color(self, color: Rgb) -> None:
        self._color = color
        text = f"{self._title} #{color[0]:02x}{color[1]:02x}{color[2]:02x}"
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        box = QRect(0, 0, CHIP, CHIP)
        painter.fillRect(box, tokens["chrome"])
        painter.setPen(QPen(tokens["focus" if self.hasFocus() else "edge"], 1))
        painter.setBrush(QColor(*self._color))
        painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.end()


class ColorChips(QWidget):
    """Foreground over background, with a small button that swaps them."""

    def __init__(self, colors: Colors, registry: Registry, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._colors = colors
        self.setFixedSize(36, 52)
        self.background = Chip(tr("Background colour"), theme, self)
        self.foreground = Chip(tr("Foreground colour"), theme, self)
        self.background.move(13, 30)
        self.foreground.move(1, 18)
        swap = registry.action("color.swap")
        self.swap = IconButton(
            "arrow-left-right", swap.text(), theme, side=18, size=12, parent=self
        )
        self.swap.setToolTip(swap.toolTip())
        self.swap.move(18, 0)
        self.swap.clicked.connect(swap.trigger)
        self.foreground.clicked.connect(self.edit_foreground)
        self.background.clicked.connect(self.edit_background)
        colors.changed.connect(self._show)
        self._show()

    def edit_foreground(self) -> None:
        self._edit(tr("Foreground colour"), self._colors.foreground, self._colors.set_foreground)

    def edit_background(self) -> None:
        self._edit(tr("Background colour"), self._colors.background, self._colors.set_background)

    def _edit(self, title: str, color: Rgb, take: Callable[[Rgb], None]) -> None:
        """The colour is taken while it is chosen; Cancel brings the old one back."""
        dialog = QColorDialog(QColor(*color), self.window())
        dialog.setWindowTitle(title)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.currentColorChanged.connect(lambda new: take((new.red(), new.green(), new.blue())))
        dialog.rejected.connect(lambda: take(color))
        dialog.open()

    def _show(self) -> None:
        self.foreground.show_color(self._colors.foreground)
        self.background.show_color(self._colors.background)
