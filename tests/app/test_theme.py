"""The tokens keep the promises of the look: exact greys, contrast, nothing missing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from app.commands.table import MENUS
from app.theme.fonts import Fonts, font_families
from app.theme.icons import Icons
from app.theme.stylesheet import stylesheet
from app.theme.theme import Scheme
from app.theme.tokens import Tokens, load_tokens
from tests.app.editor import Editor

DARK, LIGHT = load_tokens()
THEMES = pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
GREYS = (
    "well", "chrome", "panel", "raised", "pop", "ctl", "ctlh", "ctlp", "canvas", "line", "line2",
    "edge", "t1", "t2", "t3", "check_dark", "check_light",
)  # fmt: skip
GROUNDS = ("panel", "chrome", "raised", "pop", "ctl")
ROLES = ("r-line", "r-flat", "r-shadow", "r-high", "r-obj", "r-fx", "r-res")


def luminance(color: QColor) -> float:
    """WCAG 2 relative luminance."""

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (
        linear(channel) for channel in (color.redF(), color.greenF(), color.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@THEMES
def test_greys_are_exact(tokens: Tokens) -> None:
    for name in GREYS:
        color = tokens[name]
        assert color.red() == color.green() == color.blue(), name


@THEMES
def test_all_text_is_at_least_4_5_to_1(tokens: Tokens) -> None:
    pairs = [(text, ground) for text in ("t1", "t2", "t3", "acc") for ground in GROUNDS]
    pairs += [("t1", "sel"), ("t2", "sel"), ("t1", "selm"), ("t2", "selm"), ("t2", "ctlp")]
    pairs += [("onacc", "accf"), ("onacc", "accfh"), ("t1", "errbg"), ("t2", "chrome")]
    pairs += [(state, "panel") for state in ("ok", "warn", "err")]
    pairs += [(state, f"{state}bg") for state in ("ok", "warn", "err")]
    pairs += [(state, "chrome") for state in ("ok", "warn", "err")]
    too_low = {
        f"{text} on {ground}": round(contrast(tokens[text], tokens[ground]), 2)
        for text, ground in pairs
        if contrast(tokens[text], tokens[ground]) < 4.5
    }
    assert too_low == {}


@THEMES
def test_shapes_that_carry_meaning_are_at_least_3_to_1(tokens: Tokens) -> None:
    pairs = [("edge", "panel"), ("focus", "panel"), ("focus", "chrome"), ("acc", "canvas")]
    pairs += [(role, ground) for role in ROLES for ground in ("panel", "sel")]
    for shape, ground in pairs:
        assert contrast(tokens[shape], tokens[ground]) >= 3.0, f"{shape} on {ground}"


def test_the_table_of_the_look_is_met() -> None:
    """A few figures as they are printed there, so that the formula is the same one."""
    assert round(contrast(DARK["t1"], DARK["panel"]), 1) == 12.4
    assert round(contrast(LIGHT["t2"], LIGHT["chrome"]), 1) == 6.5
    assert round(contrast(DARK["onacc"], DARK["accf"]), 1) == 5.3


def test_both_themes_have_the_same_names() -> None:
    assert DARK.hexes.keys() == LIGHT.hexes.keys()


@THEMES
def test_the_style_sheet_has_no_fonts_and_no_holes(tokens: Tokens) -> None:
    text = stylesheet(tokens)
    assert "font" not in text
    assert "$" not in text


@THEMES
def test_every_icon_of_a_command_can_be_drawn(tokens: Tokens, editor: Editor) -> None:
    icons = Icons(tokens)
    for command in editor.window.registry.commands:
        if command.icon:
            pixmap = icons.pixmap(command.icon, 16, 2.0, tokens["t1"])
            assert pixmap.width() == 32
            assert not pixmap.toImage().allGray() or pixmap.hasAlphaChannel()


def test_the_theme_can_be_switched_while_a_picture_is_open(decomposed: Editor) -> None:
    strip = decomposed.window.tools
    decomposed.do("view.theme_light")
    assert strip.grab().toImage().pixelColor(5, 200) == LIGHT["chrome"]
    decomposed.do("view.theme_dark")
    assert strip.grab().toImage().pixelColor(5, 200) == DARK["chrome"]
    assert decomposed.program.services.settings.get("theme", "") in ("", Scheme.DARK.value)


def test_menus_are_named_once() -> None:
    assert len({title.replace("&", "") for title in MENUS}) == len(MENUS)


def test_characters_are_drawn_as_the_language_draws_them(qapp: QApplication) -> None:
    for platform, japanese, chinese in (
        ("linux", "Noto Sans CJK JP", "Noto Sans CJK SC"),
        ("win32", "Yu Gothic UI", "Microsoft YaHei UI"),
        ("darwin", "Hiragino Sans", "PingFang SC"),
    ):
        for language, first, second in (
            (QLocale.Language.Japanese, japanese, chinese),
            (QLocale.Language.Chinese, chinese, japanese),
            (QLocale.Language.English, japanese, chinese),
        ):
            families = font_families(language, platform)
            assert 0 < families.index(first) < families.index(second)


def test_small_words_are_large_enough_for_dense_characters(qapp: QApplication) -> None:
    english, japanese = QLocale.Language.English, QLocale.Language.Japanese
    assert Fonts(DARK, english)["tiny"].pixelSize() == 11
    assert Fonts(DARK, japanese)["tiny"].pixelSize() == 12
