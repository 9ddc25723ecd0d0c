"""The theme in use: follows the system, or what the settings say."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app.theme.fonts import Fonts
from app.theme.icons import Icons
from app.theme.palette import palette_of
from app.theme.style import Style
from app.theme.stylesheet import stylesheet
from app.theme.tokens import Tokens, load_tokens


class Scheme(StrEnum):
    SYSTEM = "system"
    DARK = "dark"
    LIGHT = "light"


_HINTS = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.DARK: Qt.ColorScheme.Dark,
    Scheme.LIGHT: Qt.ColorScheme.Light,
}


class Theme(QObject):
    """Owns colours, fonts and icons; `changed` after every switch between dark and light."""

    changed = Signal()
    scheme_changed = Signal()
    """another wish, even where it looks the same"""

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._dark, self._light = load_tokens()
        self._scheme = scheme
        self.tokens = self._wanted()
        self.fonts = Fonts(self.tokens, QLocale().language())
        self._icons = {id(one): Icons(one) for one in (self._dark, self._light)}
        self._style = Style(self.tokens)
        application.setStyle(self._style)
        application.setFont(self.fonts["body"])
        for effect in (
            Qt.UIEffect.UI_AnimateMenu,
            Qt.UIEffect.UI_FadeMenu,
            Qt.UIEffect.UI_AnimateCombo,
            Qt.UIEffect.UI_AnimateTooltip,
            Qt.UIEffect.UI_FadeTooltip,
        ):
            application.setEffectEnabled(effect, False)
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    @property
    def icons(self) -> Icons:
        return self._icons[id(self.tokens)]

    def set_scheme(self, scheme: Scheme) -> None:
        """Follow the system or stay with one; the title bar follows by the same hint."""
        is_other = scheme is not self._scheme
        self._scheme = scheme
        self._application.styleHints().setColorScheme(_HINTS[scheme])
        self._on_system_changed()
        if is_other:
            self.scheme_changed.emit()

    def _wanted(self) -> Tokens:
        """Dark unless the system, or the artist, says light."""
        if self._scheme is Scheme.SYSTEM:
            system = self._application.styleHints().colorScheme()
            return self._light if system == Qt.ColorScheme.Light else self._dark
        return self._light if self._scheme is Scheme.LIGHT else self._dark

    def _on_system_changed(self) -> None:
        wanted = self._wanted()
        if wanted is not self.tokens:
            self.tokens = wanted
            self._style.use(wanted)
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        self._application.setPalette(palette_of(self.tokens))
        self._application.setStyleSheet(stylesheet(self.tokens))
