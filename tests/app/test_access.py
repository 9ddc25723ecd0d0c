"""Everything that can be pressed has a name, can be reached by keys and says its results."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.app.editor import Editor
from tests.app.walking import interactive


def test_every_control_of_the_window_has_a_name(decomposed: Editor) -> None:
    window = decomposed.window
    for name in ("layers", "history", "jobs"):
        window.show_panel(name)
        nameless = [one for one in interactive(window) if not one.accessibleName()]
        assert nameless == [], name


def test_every_control_of_the_first_page_has_a_name(editor: Editor) -> None:
    assert [one for one in interactive(editor.window) if not one.accessibleName()] == []


DIALOGS: dict[str, Callable[[Editor], object]] = {
    "settings": lambda editor: editor.window.assistance.show_settings(),
    "shortcuts": lambda editor: editor.window.assistance.edit_keys(),
    "about": lambda editor: editor.window.assistance.show_about(),
    "licences": lambda editor: editor.window.assistance.show_licences(),
    "keys": lambda editor: editor.window.show_keys(),
    "palette": lambda editor: editor.window.find_command(),
    "log": lambda editor: editor.window.show_log(),
}


def _opened_dialog(editor: Editor, name: str) -> QDialog:
    DIALOGS[name](editor)
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_the_dialogs_has_a_name(editor: Editor, name: str) -> None:
    dialog = _opened_dialog(editor, name)
    assert dialog.windowTitle()
    assert [one for one in interactive(dialog) if not one.accessibleName()] == []
    dialog.close()


@pytest.mark.parametrize("name", [name for name in DIALOGS if name != "palette"])
def test_tab_reaches_every_control_of_a_dialog(editor: Editor, name: str) -> None:
    dialog = _opened_dialog(editor, name)
    wanted = {
        one
        for one in interactive(dialog)
        if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    seen = set()
    for _ in range(4 * len(wanted) + 4):
        focus = dialog.focusWidget()
        assert focus is not None
        seen.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert wanted <= seen
    dialog.close()


def test_escape_closes_every_dialog(editor: Editor) -> None:
    for name in DIALOGS:
        dialog = _opened_dialog(editor, name)
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible(), name
