"""`python -m tests.app.gallery FOLDER` takes a picture of every panel, page and dialog.

In both themes, at 100 % and 200 %, in every language, to be looked at by people. The pictures are
not kept in the repository. `--only dark-100-ja` takes those of one kind.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.languages.install import LANGUAGES
from app.theme.theme import Scheme
from tests.app.editor import Editor
from tests.app.pictures import decomposed_document
from tests.app.sample import sample_document

KINDS = tuple(product(("dark", "light"), (100, 200), LANGUAGES))


def scenes(editor: Editor) -> Iterator[tuple[str, QWidget]]:
    """Name and widget of every picture, one after the other."""
    window = editor.window
    yield "start", window
    editor.open(sample_document())
    editor.decompose_key()
    editor.engine.progress(0.1, "Finding lines")
    editor.engine.progress(0.58, "Collecting colours")
    yield "job-running", window
    editor.engine.finish(document=decomposed_document(editor.document))
    editor.settle()
    yield "main", window
    for name in ("adjustment", "history", "jobs"):
        window.dock.show_panel(name)
        editor.settle()
        yield name, window
    editor.select("Shadow")
    editor.do("image.decompose")
    editor.engine.fail("out_of_memory", "Memory ran out.", "Your document is safe. Try again.")
    yield "job-failed", window
    window.dock.show_panel("layers")
    for tool in window.toolbox.tools:
        window.toolbox.use(tool)
        QApplication.processEvents()
        yield f"options-{tool}", window.options
    for title in window.registry.menu_titles:
        menu = QMenu(window)
        window.registry.fill_menu(menu, title)
        menu.popup(window.mapToGlobal(QPoint(10, 40)))
        yield f"menu-{title.lower()}", menu
        menu.close()
    for name, show in dialogs(editor).items():
        show()
        QApplication.processEvents()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None, name
        yield f"dialog-{name}", dialog
        dialog.close()
    window.resize(960, 600)
    editor.settle()
    yield "smallest", window


def dialogs(editor: Editor) -> dict[str, Callable[[], object]]:
    """Every dialog that can be opened, by its name."""
    window = editor.window
    found: dict[str, Callable[[], object]] = {
        "settings": window.assistance.show_settings,
        "shortcuts": window.assistance.edit_keys,
        "about": window.assistance.show_about,
        "licences": window.assistance.show_licences,
        "keys": window.show_keys,
        "palette": window.find_command,
        "log": window.show_log,
    }
    for name in ("grow", "image_size", "canvas_size"):
        found[name] = lambda name=name: window.open_dialog(name)
    return found


def take(folder: Path, scheme: str, scale: int, language: str) -> None:
    """All pictures of one kind, in this process."""
    from pytestqt.qt_compat import qt_api
    from pytestqt.qtbot import QtBot

    qt_api.set_qt_api("pyside6")
    application = QApplication([])
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "settings.json").write_text(f'{{"language": "{language}"}}', "utf-8")
        editor = Editor(application, QtBot(None), Path(home), Scheme(scheme))
        editor.window.resize(1600 * 100 // scale, 1000 * 100 // scale)
        target = folder / f"{scheme}-{scale}-{language}"
        target.mkdir(parents=True, exist_ok=True)
        for name, widget in scenes(editor):
            QApplication.processEvents()
            widget.grab().save(str(target / f"{name}.png"))
        editor.end()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    for scheme, scale, language in KINDS:
        kind = f"{scheme}-{scale}-{language}"
        if arguments.only == kind and os.environ.get("QT_SCALE_FACTOR"):
            take(arguments.folder, scheme, scale, language)
        elif arguments.only in ("", kind):
            subprocess.run(
                [sys.executable, "-m", "tests.app.gallery", str(arguments.folder), "--only", kind],
                env={**os.environ, "QT_SCALE_FACTOR": f"{scale / 100:g}"},
                check=True,
            )


if __name__ == "__main__":
    main()
