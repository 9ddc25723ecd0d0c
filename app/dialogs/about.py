"""Who made the program, under which licences, and of what it is built."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.diagnostics import version
from app.languages.translate import tr
from app.resource_files import ROOT, resource
from app.theme.theme import Theme
from app.widgets import Mark, TextButton, label

QT_NOTICE = (
    "Qt {qt} and PySide6 are used under the GNU Lesser General Public License, version 3. "
    "They are separate libraries that you may replace by your own build. "
    "Their source code is at https://code.qt.io."
)
"""Legal words stay in the language they are written in."""
PARTS = (
    "PySide6-Essentials",
    "shiboken6",
    "llvmlite",
    "msgspec",
    "numba",
    "numpy",
    "opencv-python-headless",
    "pillow",
    "psd-tools",
)


class AboutDialog(QDialog):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Unflatten"))
        self.setMinimumWidth(440)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Mark(theme, self), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(f"Unflatten {version()}", theme, font="heading", parent=self))
        for text in (
            tr("Opens a flat picture and gives back the layers it was painted from."),
            tr("Works on this computer alone: no account, no network, no model to fetch."),
            tr("Free under the Apache License, version 2.0."),
        ):
            line = label(text, theme, tone="second", parent=self)
            line.setWordWrap(True)
            words.addWidget(line)
        head.addLayout(words, 1)
        close = TextButton(tr("Close"), theme, kind="primary", parent=self)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(foot)


class LicencesDialog(QDialog):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Licences"))
        self.resize(720, 560)
        self.text = QPlainTextEdit(licences(), self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(theme.fonts["fixed"])
        self.text.setAccessibleName(tr("Licences"))
        close = TextButton(tr("Close"), theme, kind="primary", parent=self)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.text)
        column.addLayout(foot)


def licences() -> str:
    """Our notice, Qt's, the licences of the icons and of every library that is installed."""
    chapters = [_file(ROOT.parent / "NOTICE"), QT_NOTICE.format(qt=qVersion())]
    chapters += [_part(name) for name in PARTS]
    chapters.append("Icons (Lucide)\n\n" + _file(resource("icons/LICENSE")))
    chapters.append("Unflatten\n\n" + _file(ROOT.parent / "LICENSE"))
    return f"\n\n{'-' * 72}\n\n".join(chapter for chapter in chapters if chapter)


def _part(name: str) -> str:
    """A library by name and version, with the licence it brings along."""
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return ""
    about = found.metadata.json
    kind = str(about.get("license_expression") or about.get("license") or "")
    title = f"{name} {found.version}  {kind.splitlines()[0] if kind else ''}".strip()
    texts = [
        file.read_text()
        for file in found.files or ()
        if file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING"))
        and file.suffix in ("", ".txt", ".md", ".rst")
    ]
    return "\n\n".join([title, *texts[:1]])


def _file(path: Path) -> str:
    """A text file of the program; empty where an installation leaves it out."""
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return ""
