"""What holds of a document and of the window after whatever an artist does."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QApplication, QTreeView

from engine.compositor.composite import composite
from engine.document.geometry import Rect
from engine.document.model import Document, GroupLayer
from engine.document.tree import walk
from tests.app.editor import Editor

SIDE = 64


def check_document(document: Document) -> None:
    """The tree is a tree, names of layers are their own, pixels are whole."""
    layers = list(walk(document.layers))
    ids = [layer.id for layer in layers]
    assert len(set(ids)) == len(ids), "two layers have one id"
    assert all(0 < number < document.next_id for number in ids)
    assert document.size.width > 0
    assert document.size.height > 0
    for layer in layers:
        assert 0.0 <= layer.opacity <= 1.0, layer.name
        assert isinstance(layer, GroupLayer) or not hasattr(layer, "layers")


def check_window(editor: Editor) -> None:
    """What is shown is the document; one widget has the keys; nothing is left over."""
    session, window = editor.session, editor.window
    document, history = session.document, session.history
    assert document is not None
    assert history is not None
    assert history.entries[history.index].document is document
    known = {layer.id for layer in walk(document.layers)}
    assert set(session.selected) <= known, "a layer is chosen that is not there"
    modal = QApplication.activeModalWidget()
    assert modal is None, f"{type(modal).__name__} “{modal.windowTitle()}” is still open"
    assert QApplication.activePopupWidget() is None
    focus = QApplication.focusWidget() or window.focusWidget()
    assert focus is not None, "nobody has the keys"
    assert focus.isVisible(), focus
    owners = [one for one in window.findChildren(QTreeView) if one.hasFocus()]
    owners += [window.canvas] if window.canvas.hasFocus() else []
    assert len(owners) <= 1
    assert editor.history_row == history.index
    assert window.error.text == ""
    assert window.registry.action("edit.undo").isEnabled() == history.can_undo


def picture_of(document: Document) -> np.ndarray:
    """All pixels of the document as they are seen, H×W×4 straight."""
    size = document.size
    return composite(document, Rect(0, 0, size.width, size.height))
