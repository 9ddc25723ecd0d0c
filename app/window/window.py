"""The main window: puts rooms together and says which pane has the keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
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
from app.dialogs.recolor_keys import RecolorKeysDialog
from app.languages.translate import tr
from app.panels.recolor.mode import RecolorMode, Surroundings
from app.panels.tool_options.dialogs import ToolDialogs
from app.panels.tool_options.panel import ToolOptions
from app.panels.tool_strip.strip import ToolStrip
from app.preferences import Preferences
from app.window.asking import Asking
from app.window.assistance import Assistance
from app.window.dock import Dock
from app.window.drops import Drops
from app.window.focus_ring import FocusRing
from app.window.messages import ErrorMessage, Toast, announce
from app.window.news import News
from app.window.panes import Pane, go_to_next
from app.window.paperwork import Paperwork
from app.window.places import Places
from app.window.recolor_places import RecolorPlaces
from app.window.rows import MenuRow, OptionsRow
from app.window.services import Services
from app.window.start_page import StartPage
from app.window.status_strip import StatusStrip
from app.window.titles import Titles

SMALLEST = (960, 600)
FIRST = (1600, 1000)


class EditorWindow(QMainWindow):
    closed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._session = services.session
        self.paperwork = Paperwork(services, self)
        self._has_grid = True
        self._recent_commands: list[str] = []
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST)
        self._build()
        self._connect()
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
            self.canvas,
        )
        self.assistance = Assistance(services.settings, services.link, theme, self)
        tree = self.dock.layers.tree
        self.toolbox = Toolbox(
            self._session,
            services.acts,
            services.mover,
            services.settings,
            self.canvas,
            services.link,
            services.board,
        )
        self.recolor = RecolorMode(
            Surroundings(
                session=self._session,
                canvas=self.canvas,
                toolbox=self.toolbox,
                settings=services.settings,
                theme=theme,
                say=lambda text: self.toast.say(text),
                announce=lambda text: announce(self.canvas, text),
                show_keys=self.show_recolor_keys,
            ),
            self,
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
        self._recolor_places = RecolorPlaces(
            self.recolor,
            self.dock,
            self.options,
            self.registry.action("recolor.mode"),
            self._show_tool,
            theme,
        )
        self.tools = ToolStrip(self.registry, self.toolbox, theme)
        self._dialogs = ToolDialogs(self.toolbox, self.tools.chips, self)
        self.start = StartPage(
            services.settings,
            services.recovery,
            theme,
            (self.registry.key("file.open"), self.registry.key("edit.paste")),
        )
        self.status = StatusStrip(
            self._session,
            self.canvas,
            services.checker,
            services.board,
            services.link,
            theme,
        )
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
        self._titles = Titles(self._session, self.registry, self)
        self._drops = Drops(self.start.drop, self.paperwork.open_path, self)
        self._news = News(
            services,
            self.paperwork,
            self.start,
            self.error,
            self.toast,
            self.dock,
            self,
        )
        self.registry.keys_changed.connect(self._show_keys)
        self.keys = ChosenKeys(self.registry, services.settings, self)
        self.assistance.connect_to(self.registry, self.keys, self.toast)
        self._preferences = Preferences(
            services.settings, theme, self.canvas, services.recovery, self._session, self
        )
        self._asking = Asking(services, self)
        self._places = Places(services.settings, self, self.dock)
        self._show_tool()

    def _made_work_area(self) -> QWidget:
        area = QWidget()
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.tools)
        middle.addWidget(self.dock, 1)
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
            self.recolor.switched,
            services.theme.changed,
        ):
            signal.connect(self._refresh_commands)
        QGuiApplication.clipboard().dataChanged.connect(self.registry.refresh)
        self.toolbox.changed.connect(self._show_tool)
        self.toolbox.said.connect(self.toast.say)
        self.dock.layers.tree.area_asked.connect(self.toolbox.select_layer)
        session.opened.connect(self._show_page)
        session.closed.connect(self._show_page)
        paperwork = self.paperwork
        self.start.open_asked.connect(paperwork.open_file)
        self.start.paste_asked.connect(paperwork.paste)
        self.start.path_chosen.connect(paperwork.open_path)
        self.start.recover_asked.connect(paperwork.recover)
        self.start.discard_asked.connect(paperwork.discard_unsaved)
        paperwork.unsaved_discarded.connect(self._show_start)
        self.dock.places_changed.connect(self.registry.refresh)
        self.dock.hidden_changed.connect(self._show_tools)
        self.dock.menu_asked.connect(self._show_panel_menu)
        self.dock.jobs.details_asked.connect(self.show_log)
        self.dock.jobs.show_asked.connect(partial(self.show_panel, "layers"))
        self.dock.jobs.decompose_asked.connect(self.decompose)
        tree = self.dock.layers.tree
        tree.held_key.connect(self._on_held_key)
        tree.mask_view_asked.connect(self._toggle_mask_view)
        tree.mask_area_asked.connect(self.toolbox.selecting.mask_of_current)
        tree.mask_switched.connect(self.toolbox.pixels.toggle_mask)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._show_layer_menu)

    def _refresh_commands(self) -> None:
        """Not at every move of a drag, nor for each of the many news of another document."""
        if not self._session.is_in_gesture and not self._session.is_opening:
            self.registry.refresh()

    # What commands ask for

    def quit(self) -> None:
        self.close()

    def decompose(self) -> None:
        self._asking.decompose()

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
        self.dock.focus_panel(name)

    def next_pane(self, step: int) -> None:
        go_to_next(self._panes(), step, self)

    def _panes(self) -> list[Pane]:
        """Canvas, panels in sight, menus, options, tools and back."""
        if not self._session.is_open:
            return [(self.start, self.start.open_button), (self.menu_row, self.menu_row.search)]
        dock, options = self.dock, self.options
        button = options.decompose if options.decompose.isEnabled() else options.export
        panes: list[Pane] = [
            (self.canvas, self.canvas),
            *((dock.panel(name), dock.focus_target(name)) for name in dock.fronts),
            (self.menu_row, self.menu_row.search),
        ]
        if not dock.is_hidden:
            panes += [(options, button), (self.tools, self.tools.current)]
        return panes

    def toggle_panels(self) -> None:
        """Only the picture, or everything round it again."""
        is_hidden = not self.dock.is_hidden
        self.dock.set_hidden(is_hidden=is_hidden)
        self.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_tools(self) -> None:
        """Options and tools hide with the panels."""
        self.options.setVisible(not self.dock.is_hidden)
        self.tools.setVisible(not self.dock.is_hidden)

    def reset_layout(self) -> None:
        self.dock.reset()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_panel_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.registry.fill_menu(menu, "Window")
        menu.popup(where)

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

    def show_recolor_keys(self) -> None:
        mode, theme = self.recolor, self._services.theme
        RecolorKeysDialog(mode.table, mode.places, mode.legends, theme, self).open()

    def show_keys(self) -> None:
        KeysDialog(self.registry, self._services.theme, self).open()

    def _show_keys(self) -> None:
        self.menu_row.set_key(self.registry.key("help.find_command"))
        self.start.set_keys(self.registry.key("file.open"), self.registry.key("edit.paste"))

    # What happened

    def _show_layer_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.registry.fill_menu(menu, "Layer")
        menu.popup(self.dock.layers.tree.viewport().mapToGlobal(place))

    def _toggle_mask_view(self, is_red: bool) -> None:
        if is_red:
            self.canvas.set_red_mask(not self.canvas.shows_red_mask)
        else:
            self.canvas.set_mask_view(not self.canvas.shows_mask)

    def _on_held_key(self, key: int, is_down: bool) -> None:
        self.canvas.handling.hold_key(key, is_down=is_down)

    def _show_page(self) -> None:
        is_open = self._session.is_open
        self.error.hide()
        self._pages.setCurrentIndex(1 if is_open else 0)
        if is_open:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._show_start()

    def _show_start(self) -> None:
        self.start.refresh()
        self.start.take_focus()

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._session.is_open:
            self.cancel_job()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.paperwork.may_close_window():
            self._places.keep()
            event.accept()
            self.closed.emit()
        else:
            event.ignore()
