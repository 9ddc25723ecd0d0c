"""Settings at once, keys as one likes them, help that tells nothing about the artist."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.commands.keymap import PRESETS, can_be_chosen, check_keys, load_keymap
from app.diagnostics import without_names
from app.dialogs.about import licences
from app.dialogs.settings import SettingsDialog
from app.dialogs.shortcuts import ShortcutsDialog
from app.preferences import TEXT_SIZE, prepare_environment
from app.resource_files import resource
from app.settings import Settings
from app.theme.theme import Scheme
from tests.app.editor import Editor


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_gives_a_key_twice(editor: Editor, preset: str) -> None:
    check_keys(editor.window.registry.commands, load_keymap(preset))


@pytest.mark.parametrize("preset", [name for name in PRESETS if name != "photoshop"])
def test_presets_speak_of_commands_that_exist(preset: str) -> None:
    data = json.loads(resource(f"keymaps/{preset}.json").read_text(encoding="utf-8"))
    assert data["keys"].keys() <= load_keymap().keys()
    assert data["name"] == PRESETS[preset]


def test_another_preset_works_at_once_and_stays(opened: Editor) -> None:
    window = opened.window
    window.keys.set_preset("gimp")
    assert window.registry.key("layer.duplicate") == "Ctrl+Shift+D"
    layers = len(opened.document.layers)
    opened.key("Ctrl+Shift+D")
    opened.settle()
    assert len(opened.document.layers) == layers + 1
    stored = json.loads((opened.folder / "settings.json").read_text(encoding="utf-8"))
    assert stored["keys_preset"] == "gimp"


def test_plain_keys_of_a_preset_are_heard_on_the_canvas_only(opened: Editor) -> None:
    window = opened.window
    window.keys.set_preset("krita")
    window.canvas.setFocus()
    before = window.canvas.zoom
    opened.key("+")
    assert window.canvas.zoom > before
    opened.do("layer.filter")
    opened.type("1+2")
    assert window.dock.layers.head.filter.text() == "1+2"


def _shortcuts(editor: Editor) -> ShortcutsDialog:
    editor.window.assistance.edit_keys()
    (dialog,) = editor.window.findChildren(ShortcutsDialog)
    return dialog


def test_a_pressed_key_is_given_to_the_command_and_stored_sparsely(editor: Editor) -> None:
    dialog = _shortcuts(editor)
    dialog.choose("file.open")
    QTest.keyClick(dialog.field, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    assert editor.window.registry.keys("file.open") == "Alt+O"
    stored = json.loads((editor.folder / "settings.json").read_text(encoding="utf-8"))
    assert stored["keys"] == {"file.open": ["Alt+O"]}
    dialog.reset.click()
    assert editor.window.registry.keys("file.open") == "Ctrl+O"
    dialog.close()


def test_a_key_of_another_command_is_refused_by_name(editor: Editor) -> None:
    dialog = _shortcuts(editor)
    dialog.choose("file.open")
    QTest.keyClick(dialog.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Undo" in dialog.message.text()
    assert editor.window.registry.keys("file.open") == "Ctrl+O"
    QTest.keyClick(dialog.field, Qt.Key.Key_Left)
    assert "needed" in dialog.message.text()
    dialog.close()


def test_keys_are_found_and_all_reset(editor: Editor) -> None:
    dialog = _shortcuts(editor)
    editor.window.keys.set_keys("file.save", ["F12"])
    dialog.filter.setText("f12")
    shown = [row for row in range(dialog.table.rowCount()) if not dialog.table.isRowHidden(row)]
    assert len(shown) == 1
    dialog.reset_all.click()
    assert not editor.window.keys.is_changed("file.save")
    dialog.close()


def test_nonsense_in_the_settings_file_is_left_out(make_editor, tmp_path: Path) -> None:
    values = {
        "keys_preset": "emacs",
        "keys": {
            "file.open": ["Ctrl+Z"],
            "no.command": ["F9"],
            "file.save": 3,
            "edit.redo": ["F9"],
        },
        "text_size": "huge",
        "surround": 7,
    }
    (tmp_path / "settings.json").write_text(json.dumps(values), encoding="utf-8")
    registry = make_editor().window.registry
    assert registry.keys("file.open") == "Ctrl+O"
    assert registry.keys("file.save") == "Ctrl+S"
    assert registry.keys("edit.redo") == "F9"


def test_keys_that_lists_and_fields_need_cannot_be_given() -> None:
    assert can_be_chosen("Ctrl+Left")
    assert can_be_chosen("K")
    for key in ("Tab", "Space", "Left", "Shift+Up", "Return", "Esc", "Ctrl+K, Ctrl+S", ""):
        assert not can_be_chosen(key), key


def test_settings_are_taken_into_use_and_written_at_once(opened: Editor) -> None:
    opened.window.assistance.show_settings()
    (dialog,) = opened.window.findChildren(SettingsDialog)
    for box, value in (
        (dialog.scheme, "light"),
        (dialog.surround, "white"),
        (dialog.keys, "krita"),
    ):
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
    dialog.history.setValue(512)
    assert opened.program.services.theme.scheme is Scheme.LIGHT
    assert opened.window.keys.preset == "krita"
    dialog.close()
    opened.settle()
    assert opened.window.canvas.grab().toImage().pixelColor(4, 4).name() == "#ffffff"
    stored = json.loads((opened.folder / "settings.json").read_text(encoding="utf-8"))
    assert (stored["theme"], stored["history_megabytes"]) == ("light", 512)


def test_preferences_and_recent_files_lie_in_two_files(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.set("theme", "dark")
    (tmp_path / "a.png").touch()
    settings.add_recent(tmp_path / "a.png")
    assert "a.png" not in (tmp_path / "settings.json").read_text(encoding="utf-8")
    again = Settings(tmp_path / "settings.json")
    assert again.get("theme", "") == "dark"
    assert again.recent == (tmp_path / "a.png",)
    assert sorted(path.name for path in tmp_path.glob("settings-*")) == []


def test_the_text_size_is_kept_inside_its_limits() -> None:
    settings = Settings(None)
    environment: dict[str, str] = {}
    settings.set(TEXT_SIZE.name, 400)
    prepare_environment(settings, environment)
    assert environment == {"QT_SCALE_FACTOR": "1.5"}
    environment = {"QT_SCALE_FACTOR": "2"}
    prepare_environment(settings, environment)
    assert environment == {"QT_SCALE_FACTOR": "2"}


def test_the_first_page_offers_keys_until_something_was_opened(editor: Editor) -> None:
    choice = editor.window.start.findChild(type(editor.window.start._keys_choice))
    assert choice.isVisible()
    choice.buttons["clip-studio"].click()
    assert editor.window.keys.preset == "clip-studio"


def test_diagnostics_tell_versions_but_not_who_one_is(editor: Editor) -> None:
    editor.do("help.copy_diagnostics")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Unflatten ")
    assert "numpy" in text
    assert str(Path.home()) not in text
    log = "opened /home/ann/secret client/cat.png and C:\\Users\\ann\\x.psd for ann"
    assert "ann" not in without_names(log, Path("/home/ann"), "ann")


def test_the_licences_name_everything_that_is_shipped() -> None:
    text = licences()
    for name in ("Lucide", "Lesser General Public License", "numpy", "Apache License"):
        assert name in text
