"""What helps to understand a fault on another computer, and nothing that says whose it is."""

from __future__ import annotations

import getpass
import os
import platform
import re
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

from app.languages.install import language_of
from app.memory import total_memory
from app.settings import Settings

PACKAGES = (
    "PySide6-Essentials",
    "msgspec",
    "numba",
    "numpy",
    "opencv-python-headless",
    "pillow",
    "onnxruntime",
)
TELLING = ("theme", "text_size", "language", "keys_preset", "threads", "history_megabytes")
LOG_LINES = 40


def version() -> str:
    """Of this program."""
    return _version("unflatten-studio") or "?"


def diagnostics(settings: Settings, engine_state: str, log: Iterable[str]) -> str:
    """Versions, devices, settings and the last lines of the log, without personal paths."""
    memory = total_memory()
    screens = [
        f"{screen.geometry().width()} x {screen.geometry().height()} at "
        f"{screen.devicePixelRatio():g}, {screen.depth()} bit"
        for screen in QGuiApplication.screens()
    ]
    packages = [f"{name} {_version(name)}" for name in PACKAGES if _version(name)]
    chosen = [f"{name} = {settings.get(name, None)}" for name in TELLING]
    lines = [
        f"Unflatten {version()}",
        f"System: {platform.system()} {platform.release()} {platform.machine()}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {QGuiApplication.platformName()}",
        f"Processors: {os.cpu_count()}",
        f"Memory: {'unknown' if memory is None else f'{memory / 1e9:.1f} GB'}",
        f"Screens: {'; '.join(screens)}",
        f"Locale: {QLocale.system().name()}, window in {language_of(settings.get('language', ''))}",
        f"Packages: {', '.join(packages)}",
        f"Settings: {', '.join(chosen)}",
        f"Engine: {engine_state}",
        "",
        "Last lines of the log:",
        *list(log)[-LOG_LINES:],
    ]
    return without_names("\n".join(lines), Path.home(), _user())


def without_names(text: str, home: Path, user: str) -> str:
    """The text with file paths cut to their last part and the user's name taken out."""
    text = text.replace(str(home), "~")
    text = re.sub(
        r"(?:[A-Za-z]:)?(?:[\\/~][^\s\\/:'\"<>|]*)+[\\/]([^\s\\/:'\"<>|]+)", r"…/\1", text
    )
    return re.sub(rf"\b{re.escape(user)}\b", "user", text) if len(user) > 2 else text


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
