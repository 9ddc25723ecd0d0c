"""The layer tree as rows: top layer first, groups before what they hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.languages.translate import mark, tr
from app.session.adjusting import title_of
from app.session.layer_acts import blend_name
from app.session.layer_traits import tag_name
from app.session.session import Session
from app.words import percent
from engine.document.changes import Change
from engine.document.geometry import EMPTY
from engine.document.links import links_in_use
from engine.document.model import (
    AdjustmentLayer,
    ColorTag,
    GroupLayer,
    Layer,
    LayerId,
    Locks,
    PixelLayer,
    Role,
)
from engine.document.tree import Place, places, walk

MIME = "application/x-unflatten-layers"
LAYER = Qt.ItemDataRole.UserRole
"""The Layer itself."""
SHOWN = Qt.ItemDataRole.UserRole + 2
"""Whether it is seen: neither it nor a group round it is hidden."""
DEPTH = Qt.ItemDataRole.UserRole + 1
"""How many groups it lies in."""
CANVAS = Qt.ItemDataRole.UserRole + 3
"""The canvas as a Rect."""
TARGET = Qt.ItemDataRole.UserRole + 4
"""Whether strokes go to its mask; None when it is not the layer they go to."""
LINKED = Qt.ItemDataRole.UserRole + 5
"""Whether another layer is linked with it."""

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE_WORDS = {
    Role.FLAT: mark("Flat"),
    Role.SHADOW: mark("Shadow"),
    Role.HIGHLIGHT: mark("Highlight"),
    Role.LINE: mark("Line"),
    Role.RESIDUAL: mark("Residual"),
    Role.TRANSMISSION: mark("Transmission"),
    Role.REFLECTION: mark("Reflection"),
    Role.BACKGROUND: mark("Background"),
    Role.OBJECT: mark("Object"),
    Role.EFFECT: mark("Effect"),
}


def role_word(role: Role) -> str:
    """What the row's tag says, empty for layers the artist made."""
    return tr(_ROLE_WORDS.get(role, ""))


def summary(layer: Layer) -> str:
    """The row's second line: “Multiply, 100 %”."""
    look = f"{blend_name(layer.blend)}, {percent(layer.opacity)}"
    if isinstance(layer, AdjustmentLayer):
        return f"{title_of(layer.adjustment)}, {look}"
    return look


class LayerModel(QAbstractItemModel):
    """Follows a session. Indexes carry layer ids, so they outlive edits that keep the layer."""

    def __init__(
        self,
        session: Session,
        rename: Callable[[LayerId, str], None],
        move: Callable[[Sequence[LayerId], Place], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._rename, self._move = rename, move
        self._layers: dict[LayerId, Layer] = {}
        self._places: dict[LayerId, Place] = {}
        self._roots: tuple[Layer, ...] = ()
        self._links: frozenset[int] = frozenset()
        session.opened.connect(self._reset)
        session.closed.connect(self._reset)
        session.changed.connect(self._on_changed)
        self._reset()

    def index_of(self, layer_id: LayerId) -> QModelIndex:
        """The row of a layer; an invalid index when it is gone."""
        place = self._places.get(layer_id)
        if place is None:
            return QModelIndex()
        row = len(self._siblings(place.parent)) - 1 - place.index
        return self.createIndex(row, 0, int(layer_id))

    def layer_at(self, index: AnyIndex) -> Layer | None:
        return self._layers.get(LayerId(index.internalId())) if index.isValid() else None

    # What Qt asks

    def index(self, row: int, column: int, parent: AnyIndex = _ROOT) -> QModelIndex:
        siblings = self._children(parent)
        if column != 0 or not 0 <= row < len(siblings):
            return QModelIndex()
        return self.createIndex(row, 0, int(siblings[len(siblings) - 1 - row].id))

    def parent(self, index: AnyIndex = _ROOT) -> QModelIndex:  # type: ignore[override]
        place = self._places.get(LayerId(index.internalId())) if index.isValid() else None
        if place is None or place.parent is None:
            return QModelIndex()
        return self.index_of(place.parent)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return len(self._children(parent))

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        layer = self.layer_at(index)
        if layer is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return layer.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(layer, layer.link in self._links)
            case Qt.ItemDataRole.ToolTipRole:
                return layer.name
            case _ if role == LAYER:
                return layer
            case _ if role == SHOWN:
                return self._is_shown(layer.id)
            case _ if role == DEPTH:
                return self._depth(layer.id)
            case _ if role == CANVAS:
                document = self._session.document
                return EMPTY if document is None else document.size.rect
            case _ if role == TARGET:
                is_current = layer.id == self._session.current
                return self._session.is_on_mask if is_current else None
            case _ if role == LINKED:
                return layer.link in self._links
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        layer = self.layer_at(index)
        if layer is None or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value).strip() and str(value).strip() != layer.name:
            self._rename(layer.id, str(value))
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        layer = self.layer_at(index)
        if layer is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
        )
        if isinstance(layer, GroupLayer):
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    # Dragging rows

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        ids = " ".join(str(index.internalId()) for index in indexes)
        data.setData(MIME, QByteArray(ids.encode()))
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        ids = _ids(data)
        target = LayerId(parent.internalId()) if parent.isValid() else None
        return bool(ids) and not any(self._holds(one, target) for one in ids)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """`row` counts from the top: the dropped layers come to lie above that row."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        count = self.rowCount(parent)
        into = LayerId(parent.internalId()) if parent.isValid() else None
        # Without a row: on a group means inside, on top; on the free area at the very bottom.
        on_top_or_bottom = count if into is not None else 0
        index = on_top_or_bottom if row < 0 else count - row
        self._move(_ids(data), Place(into, index))
        return True

    # Following the session

    def _on_changed(self, change: Change) -> None:
        if change.is_structural:
            self._reset()
            return
        self._take()
        for layer_id in change.updated:
            index = self.index_of(layer_id)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def _reset(self) -> None:
        self.beginResetModel()
        self._take()
        self.endResetModel()

    def _take(self) -> None:
        document = self._session.document
        self._roots = () if document is None else document.layers
        self._layers = {layer.id: layer for layer in walk(self._roots)}
        self._places = {} if document is None else places(document)
        self._links = links_in_use(self._roots)

    def _siblings(self, parent: LayerId | None) -> tuple[Layer, ...]:
        if parent is None:
            return self._roots
        group = self._layers.get(parent)
        return group.layers if isinstance(group, GroupLayer) else ()

    def _children(self, parent: AnyIndex) -> tuple[Layer, ...]:
        return self._siblings(LayerId(parent.internalId()) if parent.isValid() else None)

    def _is_shown(self, layer_id: LayerId) -> bool:
        at: LayerId | None = layer_id
        while at is not None:
            if not self._layers[at].visible:
                return False
            at = self._places[at].parent
        return True

    def _depth(self, layer_id: LayerId) -> int:
        depth = 0
        parent = self._places[layer_id].parent
        while parent is not None:
            depth += 1
            parent = self._places[parent].parent
        return depth

    def _holds(self, layer_id: LayerId, target: LayerId | None) -> bool:
        """Whether `target` is the layer itself or lies in it."""
        while target is not None:
            if target == layer_id:
                return True
            target = self._places[target].parent
        return False


def search_words(layer: Layer, *, is_linked: bool) -> str:
    """All words under which the filter finds a row, in lower case: name, mode, kind, marks."""
    words = [layer.name, blend_name(layer.blend), role_word(layer.role), _kind(layer)]
    words += [word for is_so, word in _marks(layer, is_linked) if is_so]
    if layer.color_tag is not ColorTag.NONE:
        words.append(tag_name(layer.color_tag))
    return " ".join(words).lower()


def _kind(layer: Layer) -> str:
    if isinstance(layer, GroupLayer):
        return tr("group")
    return tr("adjustment") if isinstance(layer, AdjustmentLayer) else tr("layer")


def _marks(layer: Layer, is_linked: bool) -> tuple[tuple[bool, str], ...]:
    """What else is worth saying about a layer, and whether it is so."""
    return (
        (not layer.visible, tr("hidden")),
        (layer.clipped, tr("clipped to the layer below")),
        (layer.mask is not None, tr("with mask")),
        (layer.locks != Locks(), tr("locked")),
        (is_linked, tr("linked")),
        (isinstance(layer, PixelLayer) and layer.slots is not None, tr("with palette")),
    )


def _ids(data: QMimeData) -> list[LayerId]:
    text = bytes(data.data(MIME).data()).decode()
    return [LayerId(int(word)) for word in text.split()]


def _spoken(layer: Layer, is_linked: bool) -> str:
    """What a screen reader says for the row."""
    parts = [layer.name, _kind(layer), summary(layer), role_word(layer.role)]
    parts += [word for is_so, word in _marks(layer, is_linked) if is_so]
    if layer.color_tag is not ColorTag.NONE:
        parts.append(tag_name(layer.color_tag))
    return ", ".join(filter(None, parts))
