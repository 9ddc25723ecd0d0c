"""Asks before a large job begins."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.dialogs.estimate import EstimateDialog
from app.session.estimate import Need
from app.window.services import Services

SKIP = "skip_estimates"
"""Setting: nothing is asked about large jobs that fit."""


class Asking:
    """Small jobs begin at once; large ones, and those that do not fit, after a look at the need."""

    def __init__(self, services: Services, window: QWidget) -> None:
        self._services, self._window = services, window

    def decompose(self) -> None:
        decomposer = self._services.decomposer
        need = decomposer.need
        if need is None:
            return
        if need.fits and (not need.is_large or self._services.settings.get(SKIP, False)):
            decomposer.start()
        else:
            self._ask(need)

    def _ask(self, need: Need) -> None:
        services = self._services
        waiting = sum(not record.is_quiet for record in services.board.open_records)
        dialog = EstimateDialog(services.session.name, need, waiting, services.theme, self._window)

        def begin() -> None:
            if dialog.skips_when_it_fits:
                services.settings.set(SKIP, True)
            services.decomposer.start()

        dialog.accepted.connect(begin)
        dialog.open()
