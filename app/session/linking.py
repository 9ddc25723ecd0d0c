"""Linking layers: an object and its shadow move and are transformed together until unlinked."""

from __future__ import annotations

from app.languages.translate import counted, tr
from app.session.session import Session
from engine.document.links import linked, links_in_use, unlinked, with_linked
from engine.document.model import Layer
from engine.document.tree import walk


class Linking:
    """Each act is one undo step on the chosen layers; nothing happens where it makes no sense."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def can_link(self) -> bool:
        """Whether several layers are chosen that are not yet linked with each other."""
        links = {layer.link for layer in self._session.selected_layers}
        return len(self._session.selected) > 1 and (len(links) > 1 or 0 in links)

    @property
    def can_unlink(self) -> bool:
        """Whether a chosen layer is linked with another one."""
        document = self._session.document
        if document is None:
            return False
        used = links_in_use(document.layers)
        return any(layer.link in used for layer in self._session.selected_layers)

    def link(self) -> None:
        chosen = self._session.selected
        if self.can_link:
            label = tr("Link {named}", named=counted("%n layers", len(chosen)))
            self._session.apply(label, lambda document: linked(document, chosen))

    def unlink(self) -> None:
        chosen = self._session.selected_layers
        ids = [layer.id for layer in chosen]
        if self.can_unlink:
            named = f"“{chosen[0].name}”" if len(chosen) == 1 else counted("%n layers", len(chosen))
            self._session.apply(
                tr("Unlink {named}", named=named), lambda document: unlinked(document, ids)
            )

    def choose_linked(self) -> None:
        """Choose all that is linked with the chosen layers; the current one stays current."""
        document, chosen = self._session.document, self._session.selected
        if document is not None:
            found = with_linked(document, chosen)
            self._session.select((*(one for one in found if one not in chosen), *chosen))


def chosen_and_linked(session: Session) -> tuple[Layer, ...]:
    """The chosen layers with all that is linked with them, bottom to top."""
    document = session.document
    if document is None:
        return ()
    wanted = frozenset(with_linked(document, session.selected))
    return tuple(layer for layer in walk(document.layers) if layer.id in wanted)
