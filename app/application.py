"""The composition root: builds everything, passes it down, runs the event loop."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.arguments import Arguments, parse_arguments
from app.engine_link.client import EngineClient
from app.engine_link.link import EngineLink
from app.languages.install import SYSTEM, install_language, language_of, remove_languages
from app.preferences import prepare_environment, stored_scheme
from app.resource_files import resource
from app.screenshot import Screenshot
from app.session.decomposing import Decomposer
from app.session.files import Files
from app.session.job_board import JobBoard
from app.session.layer_acts import LayerActs
from app.session.moving import LayerMover
from app.session.recovery import Recovery
from app.session.session import Session
from app.session.sum_check import SumChecker
from app.session.warm_up import warm_up_beside
from app.session_end import SessionEnd
from app.settings import Settings, config_directory, data_directory
from app.single_instance import SingleInstance, hand_over, server_name
from app.theme.theme import Scheme, Theme
from app.window.services import Services
from app.window.window import EditorWindow
from engine.compositor.compile import kernels


class Program(QObject):
    """All parts of the running program. `shutdown` ends the engine and every worker."""

    def __init__(
        self,
        application: QApplication,
        link: EngineLink,
        settings: Settings,
        recovery_directory: Path,
        scheme: Scheme | None = None,
    ) -> None:
        super().__init__()
        self._application = application
        self._translators = install_language(
            application, language_of(settings.get("language", SYSTEM))
        )
        theme = Theme(application)
        theme.set_scheme(scheme or stored_scheme(settings))
        session = Session(self)
        board = JobBoard(self)
        self.services = Services(
            session=session,
            link=link,
            board=board,
            files=Files(session, link, board, self),
            decomposer=Decomposer(session, link, board, self),
            acts=LayerActs(session),
            mover=LayerMover(session, self),
            checker=SumChecker(session, self),
            recovery=Recovery(session, link, recovery_directory, self),
            settings=settings,
            theme=theme,
        )
        self.window = EditorWindow(self.services)
        self._is_shut_down = False
        if scheme is None:
            theme.scheme_changed.connect(self._keep_theme)
        self.window.closed.connect(self.services.recovery.forget)
        self.window.closed.connect(self.shutdown)

    def open_all(self, arguments: Arguments) -> None:
        """Open what the command line names and start what it asks for."""
        if arguments.decompose:
            self.services.session.opened.connect(self._decompose_once)
        for path in arguments.files:
            self.window.paperwork.open_path(path)

    def open_from_outside(self, paths: tuple[Path, ...]) -> None:
        """Open files that another start or the desktop handed over, and come to the front."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        for path in paths:
            window.paperwork.open_path(path)

    def shutdown(self) -> None:
        """Stop the workers, then the engine; safe to call twice."""
        if self._is_shut_down:
            return
        self._is_shut_down = True
        self.window.recolor.stop()
        self.window.toolbox.stop()
        self.window.dock.stop()
        self.window.canvas.shutdown()
        self.window.dock.layers.tree.shutdown()
        self.window.status.stop()
        self.services.checker.stop()
        self.services.mover.stop()
        self.window.start.stop()
        self.services.link.stop()
        self.services.recovery.end()
        remove_languages(self._application, self._translators)

    def _decompose_once(self) -> None:
        self.services.session.opened.disconnect(self._decompose_once)
        QTimer.singleShot(0, self, self.window.decompose)

    def _keep_theme(self) -> None:
        self.services.settings.set("theme", self.services.theme.scheme.value)


def run(argv: Sequence[str], begin: Callable[[Program], object] | None = None) -> int:
    """The whole life of the window; returns the exit status.

    begin: called once everything is built, for a program that drives the window.
    """
    arguments = parse_arguments(argv)
    logging.basicConfig(level=logging.INFO, format="%(name)s: %(message)s")
    is_scripted = arguments.screenshot is not None
    settings = Settings(None if is_scripted else config_directory() / "settings.json")
    prepare_environment(settings)
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication(["unflatten"])
    application.setApplicationName("Unflatten")
    application.setDesktopFileName("unflatten")
    application.setWindowIcon(QIcon(str(resource("icons/unflatten.svg"))))
    instance: SingleInstance | None = None
    if not is_scripted:
        name = server_name(data_directory())
        if hand_over(name, arguments.files):
            return 0
        instance = SingleInstance(name, application)
    kernels()  # begins loading the compositor's fast path beside the start of the window
    link = EngineClient(log_directory=data_directory() / "logs")
    program = Program(application, link, settings, data_directory() / "recovery", arguments.theme)
    if arguments.size is not None:
        program.window.resize(*arguments.size)
    session_end = SessionEnd(application, program.services.recovery, program)
    if instance is not None:
        instance.asked.connect(program.open_from_outside)
        application.installEventFilter(instance)
    link.start()
    program.window.show()
    warm_up_beside()
    program.open_all(arguments)
    shot: Screenshot | None = None
    if arguments.screenshot is not None:
        shot = Screenshot(
            program.window,
            program.services,
            arguments.screenshot,
            is_empty=not arguments.files,
        )
    application.aboutToQuit.connect(program.shutdown)
    driver = begin(program) if begin is not None else None
    status = application.exec()
    program.shutdown()
    # A window still shown at the end of the interpreter would be hidden when its classes are gone.
    program.window.hide()
    session_end.stop()
    if instance is not None:
        instance.stop()
    del driver
    return int(shot is not None and not shot.is_written) or status
