"""The rows round the picture: menu, options, tools."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QWidget

from app.commands.registry import Registry, follow_tip
from app.languages.translate import tr
from app.session.session import Session
from app.theme.theme import Theme
from app.widgets import IconLabel, Mark, TextButton, ground, label

NARROW = 1100
"""Below this width the options row shows icons without words."""


class MenuRow(QWidget):
    """Mark, menus, the document's name in the middle, the command search."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        ground(self, "chrome")
        self.setFixedHeight(theme.tokens.size("menu_row"))
        self.bar = QMenuBar(self)
        self.bar.setFont(theme.fonts["body"])
        self.bar.setAccessibleName(tr("Menus"))
        self.search = TextButton(
            tr("Find a command"), theme, icon="search", kind="find", parent=self
        )
        self.search.setFont(theme.fonts["small"])
        self.search.setFixedWidth(236)
        self._find_key = label("", theme, font="tiny", parent=self.search)
        self._find_key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = QWidget(self)
        self._name = label("", theme, font="medium", parent=self._title)
        self._facts = label("", theme, tone="second", parent=self._title)
        inside = QHBoxLayout(self._title)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(7)
        inside.addWidget(self._name)
        inside.addWidget(self._facts)
        self._title.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(Mark(theme, self))
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.search)
        for signal in (session.opened, session.closed, session.history_changed, session.saved):
            signal.connect(self._show)
        self._show()

    def set_key(self, text: str) -> None:
        self._find_key.setText(text)
        self._find_key.adjustSize()
        self._find_key.move(
            self.search.width() - self._find_key.width() - 9, (24 - self._find_key.height()) // 2
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_title()

    def _show(self) -> None:
        document = self._session.document
        self._title.setVisible(document is not None)
        if document is not None:
            size = document.size
            facts = [
                f"{size.width} × {size.height} px",
                "sRGB" if document.profile is None else tr("ICC profile"),
                tr("{depth} bit", depth=document.depth),
            ]
            if self._session.is_modified:
                facts.append(tr("edited"))
            self._name.setText(self._session.name)
            self._facts.setText(", ".join(facts))
        self._place_title()

    def _place_title(self) -> None:
        """In the middle of the window, or left of the search when there is no room."""
        left = self.bar.geometry().left() + self.bar.sizeHint().width() + 16
        right = self.search.geometry().left() - 16
        width = self._title.sizeHint().width()
        self._facts.setVisible(width <= right - left or not self._facts.text())
        width = min(self._title.sizeHint().width(), max(0, right - left))
        x = min(max((self.width() - width) // 2, left), max(left, right - width))
        self._title.setGeometry(x, 0, width, self.height())


class OptionsRow(QWidget):
    """The tool in use on the left, what most artists came for on the right."""

    def __init__(self, registry: Registry, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "chrome")
        self.setFixedHeight(theme.tokens.size("options_row"))
        self._icon = IconLabel("move", theme, color="t1", size=20, parent=self)
        self._name = label(tr("Move"), theme, font="bold", parent=self)
        self._hint = label("", theme, font="small", tone="second", parent=self)
        split = registry.action("view.split")
        self.compare = TextButton(
            tr("Compare"), theme, icon="square-split-horizontal", kind="flat", parent=self
        )
        self.compare.setCheckable(True)
        self.export = TextButton(tr("Export PSD"), theme, icon="file-output", parent=self)
        self.decompose = TextButton(
            tr("Decompose"), theme, icon="layers", kind="primary", parent=self
        )
        self._words = {self.compare: tr("Compare"), self.export: tr("Export PSD")}
        for button, action in (
            (self.compare, split),
            (self.export, registry.action("file.export_psd")),
            (self.decompose, registry.action("image.decompose")),
        ):
            button.setToolTip(action.toolTip())
            button.setAccessibleName(action.text())
            button.setEnabled(action.isEnabled())
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
        split.toggled.connect(self.compare.setChecked)
        self.setProperty("edges", "both")
        self._has_options = False
        self._theme = theme
        self._tool_options: QWidget | None = None
        self._mode_options: QWidget | None = None
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self._hint, 1)
        self._hint.setContentsMargins(8, 0, 0, 0)
        row.addWidget(self.compare)
        row.addWidget(self.export)
        row.addWidget(self.decompose)

    def set_tool_options(self, options: QWidget) -> None:
        """What can be set about the tool, between its name and the buttons."""
        self._tool_options = options
        self._row.insertWidget(3, options, 1)

    def add_mode(self, options: QWidget, action: QAction) -> None:
        """Options of a mode, shown instead of those of the tool, and the button that enters it."""
        self._mode_options = options
        self._row.insertWidget(4, options, 1)
        options.hide()
        button = TextButton(action.text(), self._theme, icon="swatch-book", parent=self)
        button.setCheckable(True)
        button.setChecked(action.isChecked())
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        action.toggled.connect(button.setChecked)
        follow_tip(button, action)
        self._words[button] = action.text()
        self._row.insertWidget(self._row.indexOf(self.export), button)

    def show_mode(self, icon: str, name: str) -> None:
        """Until a tool is shown again, this is about the mode."""
        if self._mode_options is not None:
            for widget in (self._hint, self._tool_options):
                if widget is not None:
                    widget.hide()
            self._mode_options.show()
        self._icon.show_icon(icon, "t1")
        self._name.setText(name)
        self._name.setToolTip("")

    def show_tool(self, icon: str, name: str, hint: str, *, has_options: bool) -> None:
        """With options there is no room for the hint; then it is the tip of the name."""
        self._has_options = has_options
        if self._mode_options is not None:
            self._mode_options.hide()
        if self._tool_options is not None:
            self._tool_options.setVisible(has_options)
        self._icon.show_icon(icon, "t1")
        self._name.setText(name)
        self._hint.setText(hint)
        self._name.setToolTip(hint)
        self._show_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = self.width() < NARROW
        for button, word in self._words.items():
            button.setText("" if is_narrow else word)
        self._show_hint()

    def _show_hint(self) -> None:
        self._hint.setVisible(self.width() >= NARROW and not self._has_options)
