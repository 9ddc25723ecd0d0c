"""Layers turned into other kinds, and pieces of them moved to a neighbour."""

from __future__ import annotations

from app.languages.translate import tr
from app.session.edit_queue import EditQueue, State
from app.session.session import Session
from app.session.targets import paint_target
from engine.document.model import BlendMode, Document, Layer, LayerId, PixelLayer
from engine.document.tree import children_of, find_layer, places
from engine.painting.selection import Selection


class LayerKinds:
    """Each act is one undo step, worked out beside the GUI thread."""

    def __init__(self, session: Session, queue: EditQueue) -> None:
        self._session, self._queue = session, queue

    def has(self, blend: BlendMode) -> bool:
        """Whether the current layer has pixels and this mode."""
        layer = self._current()
        return isinstance(layer, PixelLayer) and layer.blend is blend

    def to_normal(self) -> None:
        """A multiply layer as a normal one: its white becomes transparent."""
        layer = self._current()
        if layer is None:
            return

        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.layers import as_normal

            return as_normal(document, layer.id), area

        self._queue.add(tr("Convert “{name}” to normal", name=layer.name), step)

    def to_multiply(self) -> None:
        layer = self._current()
        if layer is None:
            return

        def step(document: Document, area: Selection | None) -> State:
            from engine.painting.layers import as_multiply

            return as_multiply(document, layer.id), area

        self._queue.add(tr("Convert “{name}” to multiply", name=layer.name), step)

    def neighbour(self, step: int) -> PixelLayer | None:
        """The nearest sibling with pixels above (+1) or below (-1) the current layer."""
        document, layer = self._session.document, self._current()
        if document is None or layer is None:
            return None
        place = places(document)[layer.id]
        siblings = children_of(document, place.parent)
        beyond = siblings[place.index + 1 :] if step > 0 else siblings[: place.index][::-1]
        return next((one for one in beyond if isinstance(one, PixelLayer)), None)

    def move_piece(self, step: int) -> None:
        """Put what is selected of the current layer into its neighbour, and choose that."""
        layer, target = self._current(), self.neighbour(step)
        if layer is None or target is None:
            return
        source_id, target_id = layer.id, target.id

        def work(document: Document, area: Selection | None) -> State:
            from engine.painting.layers import moved_to_layer

            for layer_id in (source_id, target_id):
                refusal = paint_target(document, layer_id)
                if isinstance(refusal, str):
                    raise ValueError(refusal)
            if area is None:
                raise ValueError(tr("Nothing is selected."))
            return moved_to_layer(document, source_id, target_id, area), area

        def choose() -> None:
            self._session.select((target_id,))

        self._queue.add(tr("Move piece to “{name}”", name=target.name), work, then=choose)

    def _current(self) -> Layer | None:
        document, current = self._session.document, self._session.current
        if document is None or current is None:
            return None
        return find_layer(document, LayerId(current))
