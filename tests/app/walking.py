"""Walks over a window and collects what people read and what they can press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A text and where it stands."""

    text: str
    where: str


def shown_words(top: QWidget) -> Iterator[Shown]:
    """All texts of the visible widgets under `top`, their tips, and those of the menus."""
    for widget in (top, *top.findChildren(QWidget)):
        if widget is not top and not widget.isVisible():
            continue
        where = f"{type(widget).__name__} {widget.objectName()}".strip()
        texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton):
            texts.append(widget.text())
        elif isinstance(widget, QLineEdit):
            texts.append(widget.placeholderText())
        elif isinstance(widget, QComboBox):
            texts += [widget.itemText(number) for number in range(widget.count())]
        elif isinstance(widget, QTabBar):
            texts += [widget.tabText(number) for number in range(widget.count())]
        elif isinstance(widget, QMenuBar):
            for action in widget.actions():
                texts += [action.text(), *_menu_words(action)]
        yield from (Shown(text, where) for text in texts if text)


def _menu_words(action: QAction) -> Iterator[str]:
    """What stands in the menu of an action and in those inside of it."""
    menu = action.menu()
    if isinstance(menu, QMenu):
        for inner in menu.actions():
            yield inner.text()
            yield inner.toolTip()
            yield from _menu_words(inner)


def interactive(top: QWidget) -> Iterator[QWidget]:
    """Visible widgets that can be pressed, typed into or walked through.

    The parts that Qt puts into a combo, a field or a scroll area belong to it and have its name.
    """
    for widget in top.findChildren(QWidget):
        inside = isinstance(widget, QHeaderView) or isinstance(
            widget.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit
        )
        if not widget.isVisible() or inside or isinstance(widget, QScrollBar):
            continue
        if isinstance(widget, INTERACTIVE) and not widget.objectName().startswith("qt_"):
            yield widget
