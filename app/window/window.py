"""The main window: puts rooms together, asks questions, says what happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.canvas.tools.toolbox import Toolbox
from app.canvas.view import CanvasView
from app.commands.chosen_keys import ChosenKeys
from app.commands.command import Context
from app.commands.keymap import load_keymap
from app.commands.registry import Registry
from app.commands.table import MENUS, commands
from app.dialogs.command_palette import CommandPalette
from app.dialogs.keys import KeysDialog
from app.dialogs.log import LogDialog
from app.dialogs.questions import Answer, Questions
from app.engine_link.link import EngineLink, EngineLoss
from app.languages.engine_words import said
from app.languages.translate import counted, tr
from app.panels.tool_options.dialogs import ToolDialogs
from app.panels.tool_options.panel import ToolOptions
from app.panels.tool_strip.strip import ToolStrip
from app.preferences import Preferences
from app.resource_files import resource
from app.session.decomposing import Decomposer
from app.session.files import OPENABLE, PROJECT_ENDING, Files, Saved
from app.session.job_board import JobBoard, JobRecord
from app.session.layer_acts import LayerActs
from app.session.moving import LayerMover
from app.session.pasting import document_of_image
from app.session.recovery import Recovery, Unsaved
from app.session.session import Session
from app.session.sum_check import SumChecker
from app.settings import Settings
from app.theme.theme import Theme
from app.window.assistance import Assistance
from app.window.dock import Dock
from app.window.focus_ring import FocusRing
from app.window.messages import ErrorMessage, Toast
from app.window.rows import MenuRow, OptionsRow
from app.window.start_page import SAMPLE, StartPage
from app.window.status_strip import StatusStrip
from engine.protocol.messages import ErrorInfo

SMALLEST = (960, 600)
FIRST = (1600, 1000)


@dataclass(frozen=True, slots=True)
class Services:
    """What the composition root builds and the window shows."""

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


class EditorWindow(QMainWindow):
    closed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._session = services.session
        self._files = services.files
        self.questions: Questions = Questions(self)
        self._has_grid = True
        self._recent_commands: list[str] = []
        self._after_save: Callable[[], None] | None = None
        self._opening: JobRecord | None = None
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST)
        self._build()
        self._connect()
        self._show_title()
        self._show_page()

    # Building

    def _build(self) -> None:
        services, theme = self._services, self._services.theme
        self.canvas = CanvasView(self._session, theme)
        self.dock = Dock(
            self._session,
            services.acts,
            services.checker,
            services.board,
            services.link,
            theme,
        )
        self.assistance = Assistance(services.settings, services.link, theme, self)
        tree = self.dock.layers.tree
        self.toolbox = Toolbox(
            self._session, services.acts, services.mover, services.settings, self.canvas
        )
        keymap = load_keymap()
        self.registry = Registry(
            commands(
                self,
                self._session,
                services.acts,
                services.decomposer,
                self.canvas,
                self.toolbox,
                self.dock.adjuster,
                theme,
                keymap,
            ),
            keymap,
            {
                Context.APP: (self,),
                Context.WORK: (self.canvas, tree),
                Context.CANVAS: (self.canvas,),
                Context.LAYERS: (tree,),
            },
            theme,
            self,
        )
        self.dock.layers.add_buttons(self.registry.action, self.registry.icon_name)
        self.menu_row = MenuRow(self._session, theme, self)
        self.registry.fill(self.menu_row.bar, MENUS)
        self.menu_row.set_key(self.registry.key("help.find_command"))
        self.setMenuWidget(self.menu_row)
        self.options = OptionsRow(self.registry, theme)
        self.tool_options = ToolOptions(self.toolbox.options, theme, self.canvas.setFocus)
        self.options.set_tool_options(self.tool_options)
        self.tools = ToolStrip(self.registry, self.toolbox, theme)
        self._dialogs = ToolDialogs(self.toolbox, self.tools.chips, self)
        self.start = StartPage(
            services.settings,
            services.recovery,
            theme,
            (self.registry.key("file.open"), self.registry.key("file.paste")),
        )
        self.status = StatusStrip(
            self._session,
            self.canvas,
            services.checker,
            services.board,
            services.link,
            theme,
        )
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self.canvas)
        self._splitter.addWidget(self.dock)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.setSizes([1200, theme.tokens.size("dock")])
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        self._pages.addWidget(self._made_work_area())
        central = QWidget(self)
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.status)
        self.setCentralWidget(central)
        self.error = ErrorMessage(theme, self._pages)
        self.toast = Toast(theme, self.canvas)
        self._ring = FocusRing(theme, self)
        self.registry.keys_changed.connect(self._show_keys)
        self.keys = ChosenKeys(self.registry, services.settings, self)
        self.assistance.connect_to(self.registry, self.keys, self.toast)
        self._preferences = Preferences(
            services.settings, theme, self.canvas, services.recovery, self._session, self
        )
        self._show_tool()

    def _made_work_area(self) -> QWidget:
        area = QWidget()
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.tools)
        middle.addWidget(self._splitter, 1)
        column = QVBoxLayout(area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.options)
        column.addLayout(middle, 1)
        return area

    def _connect(self) -> None:
        session, services = self._session, self._services
        for signal in (
            session.opened,
            session.closed,
            session.changed,
            session.history_changed,
            session.selection_changed,
            session.area_changed,
            self.dock.adjuster.changed,
            session.saved,
            services.board.changed,
            self.canvas.original_shown,
            self.canvas.split_changed,
            self.canvas.lens_changed,
            services.theme.changed,
        ):
            signal.connect(self.registry.refresh)
        QGuiApplication.clipboard().dataChanged.connect(self.registry.refresh)
        for signal in (session.opened, session.closed, session.history_changed, session.saved):
            signal.connect(self._show_title)
        self.toolbox.changed.connect(self._show_tool)
        self.toolbox.said.connect(self.toast.say)
        self.dock.layers.tree.area_asked.connect(self.toolbox.select_layer)
        session.opened.connect(self._show_page)
        session.closed.connect(self._show_page)
        session.history_changed.connect(self._show_undo_names)
        session.opened.connect(self._show_undo_names)
        self._files.opening.connect(self._on_opening)
        self._files.opened.connect(self._on_opened)
        self._files.open_failed.connect(self._on_open_failed)
        self._files.saved.connect(self._on_saved)
        self._files.save_failed.connect(self._on_save_failed)
        services.decomposer.started.connect(self._on_decompose_started)
        services.decomposer.finished.connect(self._on_decomposed)
        services.decomposer.failed.connect(self._on_decompose_failed)
        services.link.lost.connect(self._on_engine_lost)
        self.start.open_asked.connect(self.open_file)
        self.start.paste_asked.connect(self.paste)
        self.start.path_chosen.connect(self.open_path)
        self.start.sample_asked.connect(self.open_sample)
        self.start.recover_asked.connect(self.recover)
        self.start.discard_asked.connect(self.discard_unsaved)
        services.recovery.failed.connect(self._on_work_not_kept)
        self.dock.jobs.details_asked.connect(self.show_log)
        self.dock.jobs.decompose_asked.connect(self.decompose)
        tree = self.dock.layers.tree
        tree.held_key.connect(self._on_held_key)
        tree.mask_view_asked.connect(self._toggle_mask_view)
        tree.mask_switched.connect(self.toolbox.pixels.toggle_mask)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._show_layer_menu)

    # Files

    def open_file(self) -> None:
        folder = self._session.path.parent if self._session.path else None
        path = self.questions.file_to_open(folder)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a file in place of what is open, after asking about unsaved work."""

        def open_now() -> None:
            self._files.open(path)

        self._when_saved(open_now)

    def open_sample(self) -> None:
        self.open_path(resource(SAMPLE))

    def recover(self, unsaved: Unsaved) -> None:
        record = self._files.open(unsaved.project, as_recovered=unsaved.name)
        record.job.finished.connect(lambda _outcome: self._services.recovery.adopt(unsaved))

    def discard_unsaved(self, unsaved: Unsaved) -> None:
        if self.questions.discard_unsaved(unsaved.name):
            self._services.recovery.discard(unsaved)
            self.start.refresh()
            self.start.take_focus()

    def can_paste(self) -> bool:
        data = QGuiApplication.clipboard().mimeData()
        return data is not None and (data.hasImage() or _first_file(data.urls()) is not None)

    def paste(self) -> None:
        """A picture, or a file that was copied, becomes the open document."""
        clipboard = QGuiApplication.clipboard()
        data = clipboard.mimeData()
        path = None if data is None else _first_file(data.urls())
        if path is not None:
            self.open_path(path)
            return
        image = clipboard.image()
        if image.isNull():
            self.error.say(tr("There is no picture to paste"), tr("Copy a picture first."))
            return
        self._when_saved(
            lambda: self._session.open(
                document_of_image(image, tr("Pasted picture")),
                label=tr("Paste picture"),
                name=tr("Pasted picture"),
                path=None,
            )
        )

    def save(self) -> None:
        path = self._session.path
        if path is not None and path.suffix.lower() == PROJECT_ENDING:
            self._files.save(path)
        else:
            self.save_as()

    def save_as(self) -> None:
        path = self.questions.file_to_save(self._suggested(PROJECT_ENDING))
        if path is not None:
            self._files.save(path)
        else:
            self._after_save = None

    def export_psd(self) -> None:
        path = self.questions.psd_to_export(self._suggested(".psd"))
        if path is not None:
            self._files.export(path)

    def close_document(self) -> None:
        self._when_saved(self._session.close)

    def quit(self) -> None:
        self.close()

    def _suggested(self, ending: str) -> Path:
        path = self._session.path
        folder = Path.home() if path is None or _is_resource(path) else path.parent
        return folder / f"{Path(self._session.name).stem}{ending}"

    def _when_saved(self, call: Callable[[], None]) -> None:
        """Call now, or once the artist has decided about unsaved work."""
        self._services.mover.finish()
        if not self._session.is_modified:
            call()
            return
        match self.questions.save_changes(self._session.name):
            case Answer.DISCARD:
                call()
            case Answer.SAVE:
                self._after_save = call
                self.save()
            case Answer.CANCEL:
                pass

    # Jobs

    def decompose(self) -> None:
        self._services.decomposer.start()

    def can_cancel(self) -> bool:
        return bool(self._services.board.open_records)

    def cancel_job(self) -> None:
        for record in self._services.board.open_records[:1]:
            record.job.cancel()

    def show_log(self) -> None:
        dialog = LogDialog(self._services.link.log_tail, self._services.theme, self)
        dialog.open()

    # View and panes

    def rename_layer(self) -> None:
        self.dock.show_panel("layers")
        self.dock.layers.tree.rename_current()

    def filter_layers(self) -> None:
        self.dock.show_panel("layers")
        self.dock.layers.head.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_dialog(self, name: str) -> None:
        self._dialogs.open(name)

    def tool_name(self) -> str:
        return self.toolbox.name

    def _show_tool(self) -> None:
        tool = self.toolbox.tool
        self.options.show_tool(
            tool.icon, tr(tool.title), tr(tool.hint), has_options=bool(tool.fields)
        )
        self.tool_options.show_tool(tool)
        self.registry.refresh()

    def show_adjustment(self) -> None:
        self.dock.show_adjustment()

    def toggle_grid(self) -> None:
        self._has_grid = not self._has_grid
        self.canvas.set_grid(self._has_grid)

    def has_grid(self) -> bool:
        return self._has_grid

    def show_panel(self, name: str) -> None:
        self.dock.show_panel(name)
        self.dock.focus_panel()

    def next_pane(self, step: int) -> None:
        """Menus, options, tools, canvas, dock head, dock body and back."""
        panes = self._panes()
        focus = self.focusWidget()
        at = next(
            (
                number
                for number, (pane, _) in enumerate(panes)
                if focus is not None and (pane is focus or pane.isAncestorOf(focus))
            ),
            -1 if step > 0 else 0,
        )
        _, target = panes[(at + step) % len(panes)]
        target.setFocus(
            Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        )

    def _panes(self) -> list[tuple[QWidget, QWidget]]:
        """(pane, widget in it that takes the focus)"""
        if not self._session.is_open:
            return [(self.start, self.start.open_button), (self.menu_row, self.menu_row.search)]
        return [
            (self.canvas, self.canvas),
            (self.dock, self.dock.focus_target()),
            (self.menu_row, self.menu_row.search),
            (
                self.options,
                self.options.decompose
                if self.options.decompose.isEnabled()
                else self.options.export,
            ),
            (self.tools, self.tools.current),
        ]

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def is_full_screen(self) -> bool:
        return self.isFullScreen()

    def find_command(self) -> None:
        palette = CommandPalette(self.registry, self._services.theme, self._recent_commands, self)
        corner = self.mapToGlobal(self.rect().topLeft())
        palette.move(corner.x() + (self.width() - palette.width()) // 2, corner.y() + 84)
        palette.open()
        palette.field.setFocus()

    def show_keys(self) -> None:
        KeysDialog(self.registry, self._services.theme, self).open()

    def _show_keys(self) -> None:
        self.menu_row.set_key(self.registry.key("help.find_command"))
        self.start.set_keys(self.registry.key("file.open"), self.registry.key("file.paste"))

    # What happened

    def _on_opening(self, record: JobRecord) -> None:
        self.error.hide()
        self.start.show_opening(record.subject)
        record.job.ended.connect(self.start.drop.show_idle)

    def _on_opened(self, path: Path, warnings: tuple[str, ...]) -> None:
        if not _is_resource(path) and self._session.path == path:
            self._services.settings.add_recent(path)
        if warnings:
            others = len(warnings) - 1
            more = f" {counted('And %n more.', others)}" if others else ""
            self.toast.say(f"{said(warnings[0])}{more}")

    def _on_open_failed(self, path: Path, error: ErrorInfo) -> None:
        self.error.say(
            tr("{name} could not be opened", name=path.name),
            f"{said(error.message)} {said(error.hint)}".strip(),
            tr("Open another"),
            self.open_file,
        )

    def _on_saved(self, saved: Saved) -> None:
        if saved.path == self._session.path:
            self._services.settings.add_recent(saved.path)
        parts = [tr("Saved {name}", name=saved.path.name), counted("%n layers", saved.layers)]
        if saved.groups:
            parts.append(counted("%n groups", saved.groups))
        text = ", ".join(parts)
        if saved.warnings:
            text = f"{text}. {said(saved.warnings[0])}"
        self.toast.say(text, tr("Show in folder"), lambda: _show_in_folder(saved.path))
        after, self._after_save = self._after_save, None
        if after is not None and not self._session.is_modified:
            after()

    def _on_save_failed(self, path: Path, error: ErrorInfo) -> None:
        self._after_save = None
        self.error.say(
            tr("{name} was not written", name=path.name),
            " ".join(
                filter(None, (said(error.message), said(error.hint), tr("Your work is kept.")))
            ),
            tr("Save as"),
            self.save_as,
        )

    def _on_work_not_kept(self, error: ErrorInfo) -> None:
        self.toast.say(
            tr("Unsaved work cannot be kept aside. {reason} Save it.", reason=error.message)
        )

    def _on_decompose_started(self, _record: JobRecord) -> None:
        self.dock.show_panel("jobs")

    def _on_decomposed(self, record: JobRecord) -> None:
        record.note(tr("Layers added"))
        self.dock.show_panel("layers")

    def _on_decompose_failed(self, _record: JobRecord) -> None:
        self.dock.show_panel("jobs")

    def _on_engine_lost(self, loss: EngineLoss) -> None:
        if not loss.restarting:
            self.error.say(
                said(loss.message),
                tr("Your document is safe, but opening, saving and decomposing need the engine."),
                tr("Start engine"),
                self._services.link.restart,
            )

    def _show_layer_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.registry.fill_menu(menu, "Layer")
        menu.popup(self.dock.layers.tree.viewport().mapToGlobal(place))

    def _toggle_mask_view(self) -> None:
        self.canvas.set_mask_view(not self.canvas.shows_mask)

    def _on_held_key(self, key: int, is_down: bool) -> None:
        self.canvas.handling.hold_key(key, is_down=is_down)

    def _show_title(self) -> None:
        name = self._session.name
        self.setWindowTitle(f"{name}[*] – Unflatten" if name else "Unflatten")
        self.setWindowModified(bool(name) and self._session.is_modified)

    def _show_page(self) -> None:
        is_open = self._session.is_open
        self.error.hide()
        self._pages.setCurrentIndex(1 if is_open else 0)
        if is_open:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.start.refresh()
            self.start.take_focus()

    def _show_undo_names(self) -> None:
        """“Undo rename to …”, as the menus say it."""
        history = self._session.history
        for command, offset in (("edit.undo", 0), ("edit.redo", 1)):
            title = tr("Undo") if command == "edit.undo" else tr("Redo")
            label = ""
            if history is not None:
                at = history.index + offset
                if 0 < at < len(history.entries):
                    label = history.entries[at].label
            self.registry.action(command).setText(f"{title}  {label}".strip().replace("&", "&&"))

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._session.is_open:
            self.cancel_job()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        path = _first_file(event.mimeData().urls())
        if path is None:
            return
        if path.suffix.lower() in OPENABLE:
            self.start.drop.show_over(path.name)
        else:
            self.start.drop.show_wrong(path.name)
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.start.drop.show_idle()

    def dropEvent(self, event: QDropEvent) -> None:
        self.start.drop.show_idle()
        path = _first_file(event.mimeData().urls())
        if path is None:
            return
        event.acceptProposedAction()
        self.open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._services.mover.finish()
        if self._session.is_modified:
            match self.questions.save_changes(self._session.name):
                case Answer.CANCEL:
                    event.ignore()
                    return
                case Answer.SAVE:
                    event.ignore()
                    self._after_save = self._close_saved
                    self.save()
                    return
                case Answer.DISCARD:
                    self._session.close()
        event.accept()
        self.closed.emit()

    def _close_saved(self) -> None:
        QTimer.singleShot(0, self, self.close)  # not from inside the job that saved


def _first_file(urls: list[QUrl]) -> Path | None:
    return next((Path(url.toLocalFile()) for url in urls if url.isLocalFile()), None)


def _is_resource(path: Path) -> bool:
    return resource("") in path.parents


def _show_in_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
