"""What the composition root builds and the window shows."""

from __future__ import annotations

from dataclasses import dataclass

from app.engine_link.link import EngineLink
from app.session.decomposing import Decomposer
from app.session.files import Files
from app.session.job_board import JobBoard
from app.session.layer_acts import LayerActs
from app.session.moving import LayerMover
from app.session.recovery import Recovery
from app.session.session import Session
from app.session.sum_check import SumChecker
from app.settings import Settings
from app.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Services:
    session: Session
    link: EngineLink
    board: JobBoard
    files: Files
    decomposer: Decomposer
    acts: LayerActs
    mover: LayerMover
    checker: SumChecker
    recovery: Recovery
    settings: Settings
    theme: Theme
