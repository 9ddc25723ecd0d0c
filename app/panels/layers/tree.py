"""The list of layers: eyes by dragging, chevrons, rename in place, drag to reorder."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from app.languages.translate import counted, tr
from app.panels.layers.delegate import LayerDelegate
from app.panels.layers.model import LINKED, LayerModel, search_words
from app.panels.layers.thumbnails import Thumbnails
from app.session.layer_acts import LayerActs, with_visible
from app.session.session import Gesture, Session
from app.theme.theme import Theme
from engine.document.model import GroupLayer, LayerId
from engine.document.tree import Place, walk

HELD_KEYS = (Qt.Key.Key_Backslash, Qt.Key.Key_F, Qt.Key.Key_R)
"""Keys that mean the canvas also while the focus is here."""


_CONTROL = Qt.KeyboardModifier.ControlModifier


class LayerTree(QTreeView):
    """Shows what the session holds and has chosen; every act goes through `LayerActs`."""

    area_asked = Signal(object, object)
    """layer id, keys held: what the layer covers is to be selected"""
    held_key = Signal(int, bool)
    """a key that the canvas borrows while it is held: key, is_down"""
    mask_view_asked = Signal(bool)
    """the current layer's mask is to be shown on the canvas, or no longer; True: as red film"""
    mask_area_asked = Signal()
    """what the current layer's mask shows is to be selected"""
    mask_switched = Signal()
    """the current layer's mask is to be switched on or off"""

    def __init__(
        self, session: Session, acts: LayerActs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._acts = session, acts
        self._eyes: Gesture | None = None
        self._eyes_on = True
        self._eyed: list[LayerId] = []
        self._is_showing = False
        self._filter = ""
        self._thumbnails = Thumbnails(theme.tokens.size("thumbnail") * 2, self)
        self._model = LayerModel(session, acts.rename, self._move, self)
        self._delegate = LayerDelegate(theme, self._thumbnails, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Layers"))
        self._model.modelReset.connect(self._on_reset)
        self._model.dataChanged.connect(self._on_data_changed)
        self.selectionModel().selectionChanged.connect(self._on_view_selected)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        self.doubleClicked.connect(self._on_double_clicked)
        self._thumbnails.arrived.connect(self._on_thumbnail)
        session.selection_changed.connect(self._show_selection)
        session.opened.connect(self._thumbnails.forget)
        theme.changed.connect(self._on_theme)
        self._on_reset()

    @property
    def layer_model(self) -> LayerModel:
        return self._model

    def rename_current(self) -> None:
        """Edit the name of the current row in place."""
        current = self._session.current
        if current is not None:
            index = self._model.index_of(current)
            self.setCurrentIndex(index)
            self.edit(index)

    def set_filter(self, text: str) -> None:
        """Show only rows whose name, mode or role holds the text, and the groups round them."""
        self._filter = text.strip().lower()
        self._apply_filter()

    @property
    def is_complete(self) -> bool:
        """Whether all thumbnails are there."""
        return self._thumbnails.is_complete

    def shutdown(self) -> None:
        self._thumbnails.stop()

    # Following the session

    def _on_reset(self) -> None:
        self._is_showing = True
        self._show_expanded()
        self._is_showing = False
        self._apply_filter()
        self._show_selection()

    def _on_data_changed(self, index: QModelIndex) -> None:
        if not isinstance(self._model.layer_at(index), GroupLayer):
            return
        self.viewport().update()  # a group's eye also dims the rows inside
        self._is_showing = True
        self._show_expanded()
        self._is_showing = False

    def _show_expanded(self) -> None:
        document = self._session.document
        if document is None:
            return
        for layer in walk(document.layers):
            if isinstance(layer, GroupLayer):
                index = self._model.index_of(layer.id)
                if self.isExpanded(index) != layer.expanded:
                    self.setExpanded(index, layer.expanded)

    def _show_selection(self) -> None:
        wanted = QItemSelection()
        for layer_id in self._session.selected:
            index = self._model.index_of(layer_id)
            if index.isValid():
                wanted.select(index, index)
        model = self.selectionModel()
        self._is_showing = True
        model.select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.viewport().update()  # the frame round what is painted on
        current = self._session.current
        if current is not None:
            index = self._model.index_of(current)
            model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        self._is_showing = False

    def _on_view_selected(self) -> None:
        if self._is_showing:
            return
        chosen = [LayerId(index.internalId()) for index in self.selectionModel().selectedIndexes()]
        current = self.currentIndex()
        if current.isValid() and LayerId(current.internalId()) in chosen:
            chosen.remove(LayerId(current.internalId()))
            chosen.append(LayerId(current.internalId()))
        self._is_showing = True
        self._session.select(chosen)
        self._is_showing = False
        self.viewport().update()

    def _on_expanded(self, index: QModelIndex) -> None:
        self._keep_expanded(index, True)

    def _on_collapsed(self, index: QModelIndex) -> None:
        self._keep_expanded(index, False)

    def _keep_expanded(self, index: QModelIndex, expanded: bool) -> None:
        layer = self._model.layer_at(index)
        if not self._is_showing and isinstance(layer, GroupLayer) and layer.expanded != expanded:
            self._session.set_expanded(layer.id, expanded)

    def _on_thumbnail(self, layer_id: LayerId) -> None:
        self.update(self._model.index_of(layer_id))

    def _on_theme(self) -> None:
        self.viewport().update()

    def _apply_filter(self) -> None:
        document = self._session.document
        if document is not None:
            self._filter_rows(QModelIndex())

    def _filter_rows(self, parent: QModelIndex) -> bool:
        """Hide what does not match; whether anything under `parent` is shown."""
        any_shown = False
        for row in range(self._model.rowCount(parent)):
            index = self._model.index(row, 0, parent)
            layer = self._model.layer_at(index)
            assert layer is not None
            has_shown = self._filter_rows(index)
            words = search_words(layer, is_linked=index.data(LINKED))
            is_shown = has_shown or all(word in words for word in self._filter.split())
            self.setRowHidden(row, parent, not is_shown)
            any_shown = any_shown or is_shown
        return any_shown

    def _move(self, layer_ids: Sequence[LayerId], place: Place) -> None:
        self._acts.move_to(layer_ids, place)
        self._session.select(layer_ids)

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.shows_focus = False
        index = self.indexAt(event.position().toPoint())
        layer = self._model.layer_at(index)
        if layer is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        parts = self._delegate.parts(self.visualRect(index), index)
        point = event.position().toPoint()
        if parts.eye.contains(point):
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._acts.show_only(layer.id)
            else:
                self._begin_eyes(layer.id, not layer.visible)
        elif isinstance(layer, GroupLayer) and parts.twist.contains(point):
            self.setExpanded(index, not self.isExpanded(index))
        elif parts.thumbnail.contains(point) and event.modifiers() & _CONTROL:
            self.area_asked.emit(layer.id, event.modifiers())
        elif parts.mask.contains(point):
            self._press_mask(layer.id, event)
        else:
            super().mousePressEvent(event)
            if parts.thumbnail.contains(point):
                self._session.set_on_mask(False)

    def _press_mask(self, layer_id: LayerId, event: QMouseEvent) -> None:
        """Paint on the mask from now on; Alt shows it on the canvas, with Shift as red film over
        the picture; Shift alone switches it off; Ctrl selects what it shows."""
        self._session.select((layer_id,))
        if event.modifiers() & _CONTROL:
            self.mask_area_asked.emit()
            return
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.mask_view_asked.emit(has_shift)
        elif has_shift:
            self.mask_switched.emit()
        else:
            self._session.set_on_mask(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._eyes is not None:
            index = self.indexAt(event.position().toPoint())
            layer = self._model.layer_at(index)
            if layer is not None:
                self._add_eye(layer.id)
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._eyes is not None:
            eyes, self._eyes = self._eyes, None
            if len(self._eyed) > 1:
                named = counted("%n layers", len(self._eyed))
                eyes.label = (tr("Show {named}") if self._eyes_on else tr("Hide {named}")).format(
                    named=named
                )
            eyes.commit()
            return
        super().mouseReleaseEvent(event)

    def _begin_eyes(self, layer_id: LayerId, visible: bool) -> None:
        layer = self._model.layer_at(self._model.index_of(layer_id))
        assert layer is not None
        self._eyes_on = visible
        self._eyed = []
        self._eyes = self._session.begin(
            (tr("Show {named}") if visible else tr("Hide {named}")).format(named=f"“{layer.name}”")
        )
        self._add_eye(layer_id)

    def _add_eye(self, layer_id: LayerId) -> None:
        if self._eyes is not None and layer_id not in self._eyed:
            self._eyed.append(layer_id)
            self._eyes.update(with_visible(tuple(self._eyed), self._eyes_on))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.edit(index)

    # Keys and focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in HELD_KEYS:
            if not event.isAutoRepeat():
                self.held_key.emit(event.key(), True)
            return
        self._delegate.shows_focus = True
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in HELD_KEYS:
            if not event.isAutoRepeat():
                self.held_key.emit(event.key(), False)
            return
        super().keyReleaseEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the tools; rows are found with the filter."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_keys = event.reason() not in (
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        )
        self._delegate.shows_focus = by_keys
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self:
            super().dragEnterEvent(event)
        else:
            event.ignore()  # files are dropped on the window
