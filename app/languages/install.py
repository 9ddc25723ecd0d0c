"""Which languages there are, and how one is put in place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.resource_files import resource

SYSTEM = "system"
LANGUAGES = {"en": "English", "ja": "日本語", "zh_CN": "简体中文"}
"""Code of the catalogue -> the name that its speakers know."""


def language_of(stored: str, wishes: Iterable[str] | None = None) -> str:
    """The language to use: the stored one, else the first of the system's wishes that we speak.

    wishes: names such as “ja-JP”, best first; of this system when None.
    """
    if stored in LANGUAGES:
        return stored
    for wish in QLocale.system().uiLanguages() if wishes is None else wishes:
        locale = QLocale(wish)
        if locale.language() == QLocale.Language.English:
            return "en"
        if locale.language() == QLocale.Language.Japanese:
            return "ja"
        is_chinese = locale.language() == QLocale.Language.Chinese
        if is_chinese and locale.script() != QLocale.Script.TraditionalHanScript:
            return "zh_CN"
    return "en"


def install_language(application: QCoreApplication, code: str) -> tuple[QTranslator, ...]:
    """Put our words and Qt's own in place; the translators belong to the application.

    code: one of `LANGUAGES`. ValueError for another.
    """
    if code not in LANGUAGES:
        raise ValueError(f"{code} is no language of the program")
    QLocale.setDefault(QLocale(code))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    installed = []
    for folder, name in ((qt_folder, f"qtbase_{code}"), (str(resource("translations")), code)):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
            installed.append(translator)
    return tuple(installed)


def remove_languages(application: QCoreApplication, installed: Iterable[QTranslator]) -> None:
    """Back to the words of the code."""
    for translator in installed:
        application.removeTranslator(translator)
        translator.deleteLater()
