"""Above the rows: blend mode, opacity and filter, all for the chosen layers."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.languages.translate import mark, tr
from app.session.layer_acts import LayerActs, blend_name, opacity_label, with_opacity
from app.session.layer_traits import Lock
from app.session.session import Gesture, Session
from app.theme.theme import Theme
from app.widgets import IconButton, label, line
from engine.document.model import BlendMode, GroupLayer

MIXED = mark("Mixed")
_FAMILIES = (
    (BlendMode.PASS_THROUGH, BlendMode.NORMAL, BlendMode.DISSOLVE),
    (
        BlendMode.DARKEN,
        BlendMode.MULTIPLY,
        BlendMode.COLOR_BURN,
        BlendMode.LINEAR_BURN,
        BlendMode.DARKER_COLOR,
    ),
    (
        BlendMode.LIGHTEN,
        BlendMode.SCREEN,
        BlendMode.COLOR_DODGE,
        BlendMode.LINEAR_DODGE,
        BlendMode.LIGHTER_COLOR,
    ),
    (
        BlendMode.OVERLAY,
        BlendMode.SOFT_LIGHT,
        BlendMode.HARD_LIGHT,
        BlendMode.VIVID_LIGHT,
        BlendMode.LINEAR_LIGHT,
        BlendMode.PIN_LIGHT,
        BlendMode.HARD_MIX,
    ),
    (BlendMode.DIFFERENCE, BlendMode.EXCLUSION, BlendMode.SUBTRACT, BlendMode.DIVIDE),
    (BlendMode.HUE, BlendMode.SATURATION, BlendMode.COLOR, BlendMode.LUMINOSITY),
)


_LOCKS = (
    (Lock.TRANSPARENCY, mark("Lock transparency"), "grid-2x2"),
    (Lock.PIXELS, mark("Lock pixels"), "brush"),
    (Lock.POSITION, mark("Lock position"), "move"),
)


class LayerHead(QWidget):
    """Shows the chosen layers' values; mixed ones as “Mixed”."""

    filter_changed = Signal(str)

    def __init__(
        self, session: Session, acts: LayerActs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._acts = session, acts
        self._gesture: Gesture | None = None
        self.blend = self._made_blend()
        self.opacity_slider = QSlider(Qt.Orientation.Horizontal, self)
        self.opacity_slider.setRange(0, 100)
        self.opacity_slider.setAccessibleName(tr("Opacity slider"))
        self.opacity_field = _PercentField(tr("Opacity"), self)
        self.fill_field = _PercentField(tr("Fill opacity"), self)
        self._fill_label = label(tr("Fill"), theme, font="small", tone="second", parent=self)
        self.locks = self._made_locks(theme)
        self.tag_button = IconButton("tag", tr("Colour tag"), theme, parent=self)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(tr("Filter layers"))
        self.filter.setAccessibleName(tr("Filter layers"))
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(theme.icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        for button in self.filter.findChildren(QToolButton):
            button.setAccessibleName(tr("Clear the filter") if button.actions() else tr("Filter"))
        self.filter.textChanged.connect(self.filter_changed)
        self._lay_out()
        self.blend.activated.connect(self._on_blend)
        self.opacity_slider.sliderPressed.connect(self._on_slider_pressed)
        self.opacity_slider.valueChanged.connect(self._on_slider_moved)
        self.opacity_slider.sliderReleased.connect(self._on_slider_released)
        self.opacity_field.valueChanged.connect(self._on_field)
        self.fill_field.valueChanged.connect(self._on_fill)
        session.opened.connect(self._show)
        session.closed.connect(self._show)
        session.changed.connect(self._show)
        session.selection_changed.connect(self._show)
        self._show()

    def _made_blend(self) -> QComboBox:
        blend = QComboBox(self)
        for number, family in enumerate(_FAMILIES):
            if number:
                blend.insertSeparator(blend.count())
            for mode in family:
                blend.addItem(blend_name(mode), mode)
        blend.setFixedWidth(132)
        blend.setMaxVisibleItems(40)
        blend.setAccessibleName(tr("Blend mode"))
        blend.setToolTip(tr("Blend mode"))
        blend.setPlaceholderText(tr(MIXED))
        return blend

    def _made_locks(self, theme: Theme) -> dict[Lock, IconButton]:
        made = {}
        for lock, title, icon in _LOCKS:
            button = IconButton(icon, tr(title), theme, parent=self)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, lock=lock: self._acts.traits.toggle_lock(lock))
            made[lock] = button
        return made

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(12, 8, 12, 8)
        first.setSpacing(8)
        first.addWidget(self.blend)
        first.addWidget(self.opacity_slider, 1)
        first.addWidget(self.opacity_field)
        marks = QHBoxLayout()
        marks.setContentsMargins(12, 0, 12, 8)
        marks.setSpacing(4)
        for button in self.locks.values():
            marks.addWidget(button)
        marks.addSpacing(4)
        marks.addWidget(self.tag_button)
        marks.addStretch(1)
        marks.addWidget(self._fill_label)
        marks.addWidget(self.fill_field)
        second = QHBoxLayout()
        second.setContentsMargins(12, 4, 12, 4)
        second.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(marks)
        column.addWidget(line(parent=self))
        column.addLayout(second)
        column.addWidget(line(parent=self))

    def _show(self) -> None:
        """Take over the values of the chosen layers without answering to them."""
        layers = self._session.selected_layers
        valued = (self.blend, self.opacity_slider, self.opacity_field, self.fill_field)
        for widget in (*valued, *self.locks.values(), self.tag_button):
            widget.setEnabled(bool(layers))
        blockers = [QSignalBlocker(one) for one in valued]
        for lock, button in self.locks.items():
            button.setChecked(self._acts.traits.has_lock(lock))
        modes = {layer.blend for layer in layers}
        self.blend.setCurrentIndex(self.blend.findData(modes.pop()) if len(modes) == 1 else -1)
        pass_through = self.blend.findData(BlendMode.PASS_THROUGH)
        has_group = any(isinstance(layer, GroupLayer) for layer in layers)
        view = self.blend.view()
        view.setRowHidden(pass_through, not has_group)  # type: ignore[attr-defined]
        values = {round(layer.opacity * 100) for layer in layers}
        self.opacity_field.show_mixed(len(values) > 1)
        if values:
            self.opacity_slider.setValue(max(values))
            self.opacity_field.setValue(max(values))
        fills = {round(layer.fill_opacity * 100) for layer in layers}
        self.fill_field.show_mixed(len(fills) > 1)
        if fills:
            self.fill_field.setValue(max(fills))
        del blockers

    def _on_blend(self, index: int) -> None:
        mode = self.blend.itemData(index)
        if mode is not None:
            self._acts.set_blend(BlendMode(mode))

    def _on_slider_pressed(self) -> None:
        layers = self._session.selected_layers
        if layers:
            self._gesture = self._session.begin(opacity_label(layers, layers[0].opacity))

    def _on_slider_moved(self, value: int) -> None:
        layers = self._session.selected_layers
        if self._gesture is not None:
            self._gesture.label = opacity_label(layers, value / 100)
            ids = [layer.id for layer in layers]
            self._gesture.update(with_opacity(ids, value / 100))
        else:
            self._acts.set_opacity(value / 100)

    def _on_slider_released(self) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.commit()

    def _on_field(self, value: int) -> None:
        self.opacity_field.show_mixed(False)
        self._acts.set_opacity(value / 100)

    def _on_fill(self, value: int) -> None:
        self.fill_field.show_mixed(False)
        self._acts.traits.set_fill(value / 100)


class _PercentField(QSpinBox):
    """0 to 100 %; the wheel only works with the focus."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_mixed = False
        self.setRange(0, 100)
        self.setSuffix("\u2009%")
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedSize(60, 28)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def show_mixed(self, is_mixed: bool) -> None:
        if is_mixed != self._is_mixed:
            self._is_mixed = is_mixed
            self.lineEdit().setText(self.prefix() + self.textFromValue(self.value()))

    def textFromValue(self, value: int) -> str:
        return tr(MIXED) if self._is_mixed else super().textFromValue(value)

    def wheelEvent(self, event: object) -> None:
        if self.hasFocus():
            super().wheelEvent(event)  # type: ignore[arg-type]
        else:
            event.ignore()  # type: ignore[attr-defined]
