"""The palette of a theme, so that everything Fusion draws by itself fits in."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from app.theme.tokens import Tokens

_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "panel",
    _Role.WindowText: "t1",
    _Role.Base: "well",
    _Role.AlternateBase: "panel",
    _Role.Text: "t1",
    _Role.PlaceholderText: "t2",
    _Role.Button: "ctl",
    _Role.ButtonText: "t1",
    _Role.BrightText: "onacc",
    _Role.ToolTipBase: "pop",
    _Role.ToolTipText: "t1",
    _Role.Highlight: "sel",
    _Role.HighlightedText: "t1",
    _Role.Accent: "accf",
    _Role.Link: "acc",
    _Role.LinkVisited: "acc",
    _Role.Light: "ctlh",
    _Role.Midlight: "raised",
    _Role.Mid: "line2",
    _Role.Dark: "line",
    _Role.Shadow: "line",
}
_DIMMED = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText)


def palette_of(tokens: Tokens) -> QPalette:
    """Every role for the active, inactive and disabled state."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, tokens[name])
    palette.setColor(QPalette.ColorGroup.Inactive, _Role.Highlight, tokens["selm"])
    for role in _DIMMED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens["t3"])
    return palette
