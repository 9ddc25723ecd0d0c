"""Asks for one number, or for the size of a canvas or a picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.languages.translate import tr
from engine.document.geometry import Size

LARGEST_SIDE = 65_535
THIN_SPACE = "\u2009"


class AmountDialog(QDialog):
    """One number. verb: what the button does."""

    def __init__(
        self,
        title: str,
        verb: str,
        value: float,
        take: Callable[[float], None],
        parent: QWidget,
        *,
        low: float = 0.1,
        high: float = 500,
        unit: str = "px",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QDoubleSpinBox(self)
        self.field.setRange(low, high)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setDecimals(1)
        self.field.setSuffix(f"{THIN_SPACE}{unit}")
        self.field.setValue(value)
        self.field.setAccessibleName(title)
        self.field.selectAll()
        form = QFormLayout()
        form.addRow(title, self.field)
        _finish(self, form, verb, lambda: take(self.field.value()))
        self.field.setFocus()


class CanvasSizeDialog(QDialog):
    """take: size, and which point stays (0, 0.5 or 1 across and down)."""

    def __init__(
        self, size: Size, take: Callable[[Size, float, float], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Canvas size"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.width_field = _side(tr("Width"), size.width, self)
        self.height_field = _side(tr("Height"), size.height, self)
        form = QFormLayout()
        form.addRow(tr("Width"), self.width_field)
        form.addRow(tr("Height"), self.height_field)
        form.addRow(tr("What stays in place"), self._made_anchor())

        def accepted() -> None:
            index = self._anchor.checkedId()
            new = Size(self.width_field.value(), self.height_field.value())
            take(new, index % 3 / 2, index // 3 / 2)

        _finish(self, form, tr("Change canvas"), accepted)
        self.width_field.setFocus()

    def _made_anchor(self) -> QWidget:
        names = (
            tr("Top left"), tr("Top"), tr("Top right"),
            tr("Left"), tr("Middle"), tr("Right"),
            tr("Bottom left"), tr("Bottom"), tr("Bottom right"),
        )  # fmt: skip
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        self._anchor = QButtonGroup(self)
        for index, name in enumerate(names):
            button = QToolButton(box)
            button.setText("●")
            button.setCheckable(True)
            button.setFixedSize(28, 28)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._anchor.addButton(button, index)
            grid.addWidget(button, index // 3, index % 3)
        grid.setColumnStretch(3, 1)
        self._anchor.button(4).setChecked(True)
        return box


class ImageSizeDialog(QDialog):
    """take: size and the name of the filter."""

    def __init__(self, size: Size, take: Callable[[Size, str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Image size"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._size = size
        self.width_field = _side(tr("Width"), size.width, self)
        self.height_field = _side(tr("Height"), size.height, self)
        self.proportional = QCheckBox(tr("Keep proportions"), self)
        self.proportional.setChecked(True)
        self.filter = QComboBox(self)
        self.filter.setAccessibleName(tr("Filter"))
        for name, title in (
            ("smooth", tr("Smooth")),
            ("linear", tr("Linear")),
            ("nearest", tr("Hard pixels")),
        ):
            self.filter.addItem(title, name)
        form = QFormLayout()
        form.addRow(tr("Width"), self.width_field)
        form.addRow(tr("Height"), self.height_field)
        form.addRow("", self.proportional)
        form.addRow(tr("Filter"), self.filter)
        self.width_field.valueChanged.connect(self._on_width)
        self.height_field.valueChanged.connect(self._on_height)

        def accepted() -> None:
            new = Size(self.width_field.value(), self.height_field.value())
            take(new, str(self.filter.currentData()))

        _finish(self, form, tr("Scale picture"), accepted)
        self.width_field.setFocus()

    def _on_width(self, width: int) -> None:
        if self.proportional.isChecked():
            with QSignalBlocker(self.height_field):
                self.height_field.setValue(round(width * self._size.height / self._size.width))

    def _on_height(self, height: int) -> None:
        if self.proportional.isChecked():
            with QSignalBlocker(self.width_field):
                self.width_field.setValue(round(height * self._size.width / self._size.height))


def _side(name: str, value: int, parent: QWidget) -> QSpinBox:
    field = QSpinBox(parent)
    field.setRange(1, LARGEST_SIDE)
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.setSuffix(f"{THIN_SPACE}px")
    field.setValue(value)
    field.setAccessibleName(name)
    field.setMinimumWidth(120)
    return field


def _finish(dialog: QDialog, form: QFormLayout, verb: str, accepted: Callable[[], None]) -> None:
    """The buttons; Enter does it, Esc does nothing."""
    buttons = QDialogButtonBox(dialog)
    buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    go = buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
    go.setDefault(True)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    dialog.accepted.connect(accepted)
    form.setVerticalSpacing(8)
    form.setHorizontalSpacing(12)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(16)
    column.addLayout(form)
    column.addWidget(buttons)
