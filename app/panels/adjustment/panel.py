"""The Adjust tab: settings of the chosen adjustment layer, or of a change of pixels on trial."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from app.languages.translate import tr
from app.panels.adjustment.forms import (
    FORMS,
    Form,
    Slider,
    Switch,
    curve_of,
    levels_record,
    with_curve,
    with_end_color,
    with_levels_record,
)
from app.panels.adjustment.graphs import CurveGraph, Graph, LevelsGraph
from app.panels.adjustment.histogram import counted_tones
from app.session.adjusting import Adjuster, title_of
from app.session.background import Background
from app.theme.theme import Theme
from app.widgets import TextButton, ground, label
from engine.document.adjustments import (
    Adjustment,
    ColorLookup,
    CurvePoints,
    Curves,
    GradientMap,
    Levels,
    LevelsRecord,
    kind_of,
)

INSET = 12
GAP = 8


class SliderRow:
    """A slider with a field that say the same number."""

    def __init__(self, slider: Slider, adjuster: Adjuster, theme: Theme, parent: QWidget) -> None:
        self.slider = slider
        self._scale = 10**slider.digits
        self.words = label(tr(slider.title), theme, tone="second", parent=parent)
        self.bar = QSlider(Qt.Orientation.Horizontal, parent)
        self.bar.setRange(round(slider.low * self._scale), round(slider.high * self._scale))
        self.bar.setPageStep(max(1, round((slider.high - slider.low) * self._scale / 20)))
        self.bar.setAccessibleName(tr(slider.title))
        self.field = QDoubleSpinBox(parent)
        self.field.setDecimals(slider.digits)
        self.field.setSingleStep(1 / self._scale if slider.digits < 2 else 10 / self._scale)
        self.field.setRange(slider.low, slider.high)
        self.field.setKeyboardTracking(False)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setFixedWidth(76)
        self.field.setAccessibleName(tr(slider.title))
        self.words.setBuddy(self.field)
        self.bar.sliderPressed.connect(adjuster.begin_drag)
        self.bar.sliderReleased.connect(adjuster.end_drag)

    @property
    def value(self) -> float:
        return float(self.bar.value() / self._scale)

    def show(self, value: float) -> None:
        """What both say, without telling anybody."""
        with QSignalBlocker(self.bar), QSignalBlocker(self.field):
            self.bar.setValue(round(value * self._scale))
            if round(self.field.value() * self._scale) != round(value * self._scale):
                self.field.setValue(value)


class AdjustmentPanel(QWidget):
    """Enter accepts a trial, Esc takes it back."""

    def __init__(self, adjuster: Adjuster, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "panel")
        self._adjuster, self._theme = adjuster, theme
        self._kind = ""
        self._part = 0
        self._form = Form()
        self.title = label("", theme, font="bold", parent=self)
        self.rows: list[SliderRow] = []
        self.switches: list[QCheckBox] = []
        self.buttons: list[TextButton] = []
        self.cube: QLabel | None = None
        self.swatch: TextButton | None = None
        self.parts: QComboBox | None = None
        self.graph: Graph | None = None
        self._body: QWidget | None = None
        self._counting = Background(self)
        self._counting.done.connect(self._show_histogram)
        self._pause = QTimer(self, singleShot=True, interval=60)
        self._pause.timeout.connect(self._count)
        self.empty = label(
            tr("Choose an adjustment layer, or an adjustment from the Image menu."),
            theme,
            tone="second",
            parent=self,
        )
        self.empty.setWordWrap(True)
        self.reset = TextButton(tr("Reset"), theme, parent=self)
        self.reset.clicked.connect(adjuster.reset)
        self.accept = TextButton(tr("Apply"), theme, kind="primary", parent=self)
        self.accept.clicked.connect(adjuster.accept)
        self.cancel = TextButton(tr("Cancel"), theme, parent=self)
        self.cancel.clicked.connect(adjuster.cancel)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.reset)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(INSET, INSET, INSET, INSET)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.title)
        self._column.addWidget(self.empty)
        self._column.addLayout(foot)
        self._column.addStretch(1)
        adjuster.changed.connect(self._show)
        adjuster.cube_refused.connect(self._show_problem)
        self._show()

    @property
    def focus_target(self) -> QWidget:
        """What takes the keys: the first thing that can be set."""
        if isinstance(self.graph, CurveGraph):
            return self.graph
        if self.rows:
            return self.rows[0].bar
        if self.buttons:
            return self.buttons[0]
        if self.switches:
            return self.switches[0]
        return self.accept if self._adjuster.is_trying else self.reset

    def stop(self) -> None:
        """For the end of the program."""
        self._counting.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._adjuster.is_trying:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._adjuster.accept()
                return
            if event.key() == Qt.Key.Key_Escape:
                self._adjuster.cancel()
                return
        super().keyPressEvent(event)

    # Showing

    def _show(self) -> None:
        adjustment = self._adjuster.adjustment
        kind = "" if adjustment is None else kind_of(adjustment)
        if kind != self._kind:
            self._kind = kind
            self._build()
        is_trying = self._adjuster.is_trying
        self.empty.setVisible(adjustment is None)
        self.title.setVisible(adjustment is not None)
        self.reset.setVisible(bool(self._form.sliders or self._form.graph))
        self.accept.setVisible(is_trying)
        self.cancel.setVisible(is_trying)
        if adjustment is None:
            return
        self.title.setText(title_of(adjustment))
        self._show_values(adjustment)
        if self.graph is not None:
            self._pause.start()

    def _show_values(self, adjustment: Adjustment) -> None:
        for row in self.rows:
            row.show(row.slider.get(adjustment, self._part))
        for box, switch in zip(self.switches, self._form.switches, strict=True):
            with QSignalBlocker(box):
                box.setChecked(getattr(adjustment, switch.field))
        if isinstance(self.graph, LevelsGraph) and isinstance(adjustment, Levels):
            self.graph.show_record(levels_record(adjustment, self._part))
        if isinstance(self.graph, CurveGraph) and isinstance(adjustment, Curves):
            self.graph.show_points(curve_of(adjustment, self._part))
        if self.swatch is not None:
            self.swatch.setIcon(_swatch(getattr(adjustment, self._form.color)))
        if self.cube is not None and isinstance(adjustment, ColorLookup):
            self.cube.setText(
                tr("“{name}”, {size} steps per colour", name=adjustment.title, size=adjustment.size)
                if adjustment.size
                else tr("No table is loaded: colours stay as they are.")
            )

    def _count(self) -> None:
        document, subject = self._adjuster.base, self._adjuster.subject
        if document is not None and subject is not None and self.isVisible():
            self._counting.run(partial(counted_tones, document, subject))

    def _show_histogram(self, histogram: object) -> None:
        if self.graph is not None:
            part = self._part if self._form.parts else 0
            self.graph.show_histogram(histogram, part)  # type: ignore[arg-type]

    # Building

    def _build(self) -> None:
        """The fields of another kind."""
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()  # it lives on until the events that it asked for are through
            self._body.deleteLater()
        self._form = FORMS.get(self._kind, Form())
        self._part = 0
        self.rows, self.switches, self.parts, self.graph = [], [], None, None
        self.buttons, self.cube, self.swatch = [], None, None
        body = self._body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        if self._form.note:
            note = label(tr(self._form.note), self._theme, tone="second", parent=body)
            note.setWordWrap(True)
            column.addWidget(note)
        if self._form.parts:
            self.parts = QComboBox(body)
            self.parts.addItems([tr(part) for part in self._form.parts])
            self.parts.setAccessibleName(tr("What is set"))
            if self._kind == "color_balance":
                self._part = 1  # the midtones are what is mostly meant
                self.parts.setCurrentIndex(1)
            self.parts.currentIndexChanged.connect(self._choose_part)
            column.addWidget(self.parts)
        self._build_graph(column, body)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        for number, slider in enumerate(self._form.sliders):
            row = SliderRow(slider, self._adjuster, self._theme, body)
            row.bar.valueChanged.connect(partial(self._on_bar, row))
            row.field.valueChanged.connect(partial(self._on_field, row))
            for place, widget in enumerate((row.words, row.bar, row.field)):
                grid.addWidget(widget, number, place)
            self.rows.append(row)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        for switch in self._form.switches:
            box = QCheckBox(tr(switch.title), body)
            box.toggled.connect(partial(self._on_switch, switch))
            self.switches.append(box)
            column.addWidget(box)
        if self._form.color:
            button = TextButton(tr("Colour…"), self._theme, parent=body)
            button.clicked.connect(partial(self._ask_field_color, self._form.color))
            self.buttons.append(button)
            self.swatch = button
            column.addWidget(button)
        self._column.insertWidget(2, body)

    def _build_graph(self, column: QVBoxLayout, body: QWidget) -> None:
        match self._form.graph:
            case "levels":
                levels = LevelsGraph(self._theme, body)
                levels.changed.connect(self._on_record)
                self.graph = levels
            case "curve":
                curve = CurveGraph(self._theme, body)
                curve.setAccessibleName(tr("Curve"))
                curve.setAccessibleDescription(
                    tr(
                        "Arrows move the chosen point, Page up and Page down choose, "
                        "Insert adds one, Delete takes it away."
                    )
                )
                curve.changed.connect(self._on_points)
                self.graph = curve
            case "histogram":
                self.graph = Graph(self._theme, 96, body)
            case "colors":
                self._build_colors(column, body)
            case "cube":
                self._build_cube(column, body)
        if self.graph is not None:
            self.graph.drag_began.connect(self._adjuster.begin_drag)
            self.graph.drag_ended.connect(self._adjuster.end_drag)
            column.addWidget(self.graph)

    def _build_colors(self, column: QVBoxLayout, body: QWidget) -> None:
        for words, end in ((tr("Colour of the darkest…"), 0), (tr("Colour of the lightest…"), -1)):
            button = TextButton(words, self._theme, parent=body)
            button.clicked.connect(partial(self._ask_color, end, words))
            self.buttons.append(button)
            column.addWidget(button)

    def _build_cube(self, column: QVBoxLayout, body: QWidget) -> None:
        self.cube = label("", self._theme, tone="second", parent=body)
        self.cube.setWordWrap(True)
        button = TextButton(tr("Load a .cube file…"), self._theme, parent=body)
        button.clicked.connect(self._ask_cube)
        self.buttons.append(button)
        column.addWidget(self.cube)
        column.addWidget(button)

    # Setting

    def _choose_part(self, part: int) -> None:
        self._part = part
        self._show()

    def _on_bar(self, row: SliderRow, _value: int) -> None:
        self._set_number(row, row.value)

    def _on_field(self, row: SliderRow, value: float) -> None:
        self._set_number(row, value)

    def _set_number(self, row: SliderRow, value: float) -> None:
        adjustment = self._adjuster.adjustment
        if adjustment is not None:
            what = f"{row.slider.title} {self._part}"
            self._adjuster.set(row.slider.put(adjustment, self._part, value), what)

    def _on_switch(self, switch: Switch, is_on: bool) -> None:
        adjustment = self._adjuster.adjustment
        if adjustment is not None:
            changed: dict[str, Any] = {switch.field: is_on}
            self._adjuster.set(replace(adjustment, **changed), switch.field)
            if switch.field == "is_gray" and self.parts is not None:
                self.parts.setCurrentIndex(3 if is_on else 0)  # what now counts

    def _on_record(self, record: LevelsRecord) -> None:
        adjustment = self._adjuster.adjustment
        if isinstance(adjustment, Levels):
            self._adjuster.set(with_levels_record(adjustment, self._part, record), "levels")

    def _on_points(self, points: CurvePoints) -> None:
        adjustment = self._adjuster.adjustment
        if isinstance(adjustment, Curves):
            self._adjuster.set(with_curve(adjustment, self._part, points), f"curve {self._part}")

    def _ask_color(self, end: int, title: str) -> None:
        adjustment = self._adjuster.adjustment
        if not isinstance(adjustment, GradientMap):
            return
        stops = sorted(adjustment.stops, key=lambda stop: stop.position)
        chosen = QColorDialog.getColor(QColor.fromRgbF(*stops[end].color), self, title)
        if chosen.isValid():
            color = (chosen.redF(), chosen.greenF(), chosen.blueF())
            self._adjuster.set(with_end_color(adjustment, end, color), "color")

    def _ask_field_color(self, field: str) -> None:
        adjustment = self._adjuster.adjustment
        if adjustment is None:
            return
        old = QColor.fromRgbF(*getattr(adjustment, field))
        chosen = QColorDialog.getColor(old, self, title_of(adjustment))
        if chosen.isValid():
            changed: dict[str, Any] = {field: (chosen.redF(), chosen.greenF(), chosen.blueF())}
            self._adjuster.set(replace(adjustment, **changed), field)

    def _ask_cube(self) -> None:
        words = tr("Load a .cube file…")
        name, _ = QFileDialog.getOpenFileName(self, words, "", "*.cube")
        if name:
            self._adjuster.load_cube(Path(name))

    def _show_problem(self, sentence: str) -> None:
        if self.cube is not None:
            self.cube.setText(sentence)


def _swatch(color: tuple[float, float, float]) -> QIcon:
    """A field of a colour, for a button."""
    pixmap = QPixmap(16, 16)
    pixmap.fill(QColor.fromRgbF(*color))
    return QIcon(pixmap)
