"""Builds the options of a tool from its description; what does not fit goes behind a button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.canvas.tools.fields import Act, Choice, Field, Number, Options, Switch
from app.canvas.tools.tool import Tool
from app.languages.translate import tr
from app.theme.theme import Theme
from app.widgets import IconButton, TextButton, ground, label

THIN_SPACE = "\u2009"
GAP = 12


class NumberField(QDoubleSpinBox):
    """A number with its unit. Enter and Esc give the keys back to the canvas."""

    def __init__(self, field: Number, leave: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._leave = leave
        self.setDecimals(1 if field.fine else 0)
        self.setRange(field.low, field.high)
        if field.unit:
            self.setSuffix(f"{THIN_SPACE}{field.unit}")
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(tr(field.title))
        self.setFixedWidth(76 if field.fine else 68)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            if event.key() != Qt.Key.Key_Escape:
                self.interpretText()
            self._leave()
        else:
            super().keyPressEvent(event)

    def textFromValue(self, value: float) -> str:
        """Whole numbers without a digit after the point."""
        text = super().textFromValue(value)
        return text[:-2] if text.endswith((".0", ",0")) else text


class ToolOptions(QWidget):
    """One row of fields for the tool in use. leave: where the keys go after a value is typed."""

    def __init__(
        self,
        options: Options,
        theme: Theme,
        leave: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._options, self._theme, self._leave = options, theme, leave
        self._tool: Tool | None = None
        self._items: list[QWidget] = []
        self._shows: dict[str, Callable[[], None]] = {}
        self.more = IconButton("ellipsis", tr("More options"), theme, parent=self)
        self.more.clicked.connect(self._show_rest)
        self._rest = QFrame(self, Qt.WindowType.Popup)
        ground(self._rest, "raised")
        self._rest_column = QVBoxLayout(self._rest)
        self._rest_column.setContentsMargins(12, 12, 12, 12)
        self._rest_column.setSpacing(8)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        options.changed.connect(self._on_changed)

    def show_tool(self, tool: Tool) -> None:
        """Show another tool's fields."""
        if tool is self._tool:
            return
        self._tool = tool
        self._rest.hide()
        for item in self._items:
            self._row.removeWidget(item)
            self._rest_column.removeWidget(item)
            item.hide()
            item.deleteLater()
        self._shows.clear()
        self._items = [self._made(tool, field) for field in tool.fields]
        self._fit()

    @property
    def first(self) -> QWidget | None:
        """What takes the focus when the keyboard comes here."""
        for item in self._items:
            for widget in (item, *item.findChildren(QWidget)):
                if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not item.isHidden():
                    return widget
        return None

    def sizeHint(self) -> QSize:
        return QSize(sum(item.sizeHint().width() + GAP for item in self._items), 28)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.more.width(), 28)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    # Fields

    def _made(self, tool: Tool, field: Field) -> QWidget:
        name = f"{tool.name}.{field.name}"
        if isinstance(field, Act):
            button: IconButton | TextButton
            if field.is_small:
                button = IconButton(field.icon, tr(field.title), self._theme, parent=self)
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            else:
                button = TextButton(tr(field.title), self._theme, icon=field.icon, parent=self)
            button.clicked.connect(lambda: self._act(tool, field.name))
            return button
        if isinstance(field, Number):
            return self._made_number(name, field)
        if isinstance(field, Switch):
            return self._made_switch(name, field)
        return self._made_choice(name, field)

    def _act(self, tool: Tool, name: str) -> None:
        tool.act(name)
        self._leave()

    def _made_number(self, name: str, field: Number) -> QWidget:
        item, row = self._item()
        row.addWidget(label(tr(field.title), self._theme, font="small", tone="second", parent=item))
        number = NumberField(field, self._leave, item)
        number.setFont(self._theme.fonts["body"])
        row.addWidget(number)

        def show() -> None:
            with QSignalBlocker(number):
                number.setValue(self._options.number(name))

        self._shows[name] = show
        show()
        number.valueChanged.connect(lambda value: self._options.set(name, value))
        return item

    def _made_switch(self, name: str, field: Switch) -> QWidget:
        title = tr(field.title)
        button: IconButton | QCheckBox
        if field.icon:
            button = IconButton(field.icon, title, self._theme, parent=self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        else:
            button = QCheckBox(title, self)
            button.setFont(self._theme.fonts["small"])
            button.setAccessibleName(title)

        def show() -> None:
            with QSignalBlocker(button):
                button.setChecked(self._options.switch(name))

        self._shows[name] = show
        show()
        button.toggled.connect(lambda is_on: self._options.set(name, is_on))
        return button

    def _made_choice(self, name: str, field: Choice) -> QWidget:
        if not all(icon for _, _, icon in field.choices):
            return self._made_list(name, field)
        item, row = self._item()
        row.setSpacing(0)
        buttons: dict[str, IconButton] = {}
        for value, title, icon in field.choices:
            button = IconButton(icon, tr(title), self._theme, parent=item)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _on, wanted=value: self._options.set(name, wanted))
            buttons[value] = button
            row.addWidget(button)

        def show() -> None:
            buttons[self._options.choice(name)].setChecked(True)

        self._shows[name] = show
        show()
        return item

    def _made_list(self, name: str, field: Choice) -> QWidget:
        combo = QComboBox(self)
        combo.setAccessibleName(tr(field.title))
        combo.setToolTip(tr(field.title))
        for value, title, _icon in field.choices:
            combo.addItem(tr(title), value)

        def show() -> None:
            combo.setCurrentIndex(combo.findData(self._options.choice(name)))

        self._shows[name] = show
        show()
        combo.activated.connect(lambda at: self._options.set(name, combo.itemData(at)))
        return combo

    def _item(self) -> tuple[QWidget, QHBoxLayout]:
        item = QWidget(self)
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        return item, row

    def _on_changed(self, name: str) -> None:
        show = self._shows.get(name)
        if show is not None:
            show()

    # What does not fit

    def _fit(self) -> None:
        """As many fields as there is room for; the others wait behind the button."""
        room = self.width()
        widths = [item.sizeHint().width() + GAP for item in self._items]
        if sum(widths) > room:
            room -= self.more.width() + GAP
        used = shown = 0
        while shown < len(widths) and used + widths[shown] <= room:
            used += widths[shown]
            shown += 1
        for number, item in enumerate(self._items):
            is_in_row = number < shown
            if is_in_row and self._row.indexOf(item) != number:
                self._rest_column.removeWidget(item)
                self._row.insertWidget(number, item)
            elif not is_in_row and self._rest_column.indexOf(item) < 0:
                self._row.removeWidget(item)
                self._rest_column.addWidget(item)
            item.show()
        self.more.setVisible(shown < len(self._items))

    def _show_rest(self) -> None:
        self._rest.adjustSize()
        self._rest.move(self.more.mapToGlobal(QPoint(0, self.more.height() + 8)))
        self._rest.show()
