"""Every word can be translated, is translated, and fits."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QLabel

from app.canvas.tools.fields import Choice
from app.languages.catalogue import FORMS, read_catalogue
from app.languages.engine_words import STAGES, said
from app.languages.install import LANGUAGES, install_language, language_of, remove_languages
from app.languages.sources import missed, texts
from app.languages.translate import CONTEXT, counted, tr
from app.resource_files import ROOT, resource
from app.window.dock import PANELS
from tests.app.editor import Editor
from tests.app.gallery import dialogs
from tests.app.walking import Shown, shown_words

CODE = ROOT.parent / "app"
OTHERS = [code for code in LANGUAGES if code != "en"]
UPDATE = "run `python -m app.languages`, then fill in what it lists"


class Pseudo(QTranslator):
    """A language in which every text is marked and half as long again."""

    def translate(self, context, source, disambiguation=None, n=-1) -> str | None:
        if context != CONTEXT or not source:
            return None
        return f"⟦{source}{'·' * (len(source) * 2 // 5)}⟧"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_nothing_is_shown_that_translators_do_not_see() -> None:
    found = missed(CODE)
    assert not found, "give these to `tr`:\n" + "\n".join(map(str, found))


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated(language: str) -> None:
    known = read_catalogue(resource(f"translations/{language}.ts"))
    open_texts = [text for text in texts(CODE) if not all(known.get(text.source, ("",)))]
    listed = "\n".join(f"{one.file}:{one.line}: {one.source}" for one in open_texts)
    assert not open_texts, f"{UPDATE}:\n{listed}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_fill_in_the_same_values(language: str) -> None:
    for source, forms in read_catalogue(resource(f"translations/{language}.ts")).items():
        wanted = sorted(_fields(source))
        for form in forms:
            assert sorted(_fields(form)) == wanted, f"{language}: {source!r}"


def _fields(text: str) -> Iterator[str]:
    yield from re.findall("%n", text)
    for _, name, spec, _ in string.Formatter().parse(text):
        if name is not None:
            yield f"{name}:{spec}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_catalogues_say_what_the_sources_say(qapp: QApplication, language: str) -> None:
    installed = install_language(qapp, language)
    try:
        for source, forms in read_catalogue(resource(f"translations/{language}.ts")).items():
            if "%n" in source:
                many = counted(source, 7) if "{" not in source else ""
                assert many in ("", forms[-1].replace("%n", "7")), UPDATE
            else:
                assert tr(source) == forms[0], UPDATE
    finally:
        remove_languages(qapp, installed)


def test_nouns_follow_the_number(qapp: QApplication) -> None:
    for language, one, many in (
        ("en", "1 layer", "3 layers"),
        ("ja", "1 枚のレイヤー", "3 枚のレイヤー"),
        ("zh_CN", "1 个图层", "3 个图层"),
    ):
        installed = install_language(qapp, language)
        assert (counted("%n layers", 1), counted("%n layers", 3)) == (one, many)
        assert FORMS[language] in (1, 2)
        remove_languages(qapp, installed)


def test_what_the_engine_says_is_translated(qapp: QApplication) -> None:
    installed = install_language(qapp, "ja")
    assert said("Finding lines") == "線を検出中"
    assert said("The engine cannot start: disk full.") == "エンジンを起動できません：disk full。"
    assert said("Something new.") == "Something new."
    remove_languages(qapp, installed)


def test_the_language_follows_the_system_unless_one_is_chosen() -> None:
    assert language_of("ja", ["en-US"]) == "ja"
    assert language_of("system", ["ja-JP", "en-US"]) == "ja"
    assert language_of("system", ["zh-Hans-CN"]) == "zh_CN"
    assert language_of("system", ["zh-Hant-TW", "en-GB"]) == "en"
    assert language_of("system", ["de-DE"]) == "en"
    assert language_of("nonsense", []) == "en"


def test_a_chosen_language_is_there_at_the_next_start(make_editor, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"language": "zh_CN"}', encoding="utf-8")
    editor: Editor = make_editor()
    assert editor.window.registry.action("edit.undo").text() == "还原"
    assert editor.window.registry.menu_name("File") == "文件"


def test_translators_find_every_command_and_everything_about_the_tools(editor: Editor) -> None:
    known = {text.source for text in texts(CODE)}
    wanted = set()
    for command in editor.window.registry.commands:
        wanted |= {command.title, *command.menu.partition("/")[2::2]} - {""}
    for tool in editor.window.toolbox.tools.values():
        wanted |= {tool.title, tool.hint}
        for field in tool.fields:
            wanted.add(field.title)
            if isinstance(field, Choice):
                wanted |= {title for _, title, _ in field.choices}
    assert sorted(text for text in wanted - known if re.search(r"[^\W\d_]{2}", text)) == []


def test_every_word_on_the_screen_goes_through_the_translation(pseudo, make_editor) -> None:
    editor: Editor = make_editor()
    found = [*shown_words(editor.window)]
    editor.open()
    editor.decompose()
    for name in PANELS:
        editor.window.show_panel(name)
        found += shown_words(editor.window)
    for name in editor.window.toolbox.tools:
        editor.window.toolbox.use(name)
        QApplication.processEvents()
        found += shown_words(editor.window.options)
    for show in dialogs(editor).values():
        show()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        found += shown_words(dialog)
        dialog.close()
    plain = sorted({f"{one.text!r} in {one.where}" for one in found if _is_plain(one)})
    assert not plain, "\n".join(plain)


NEVER = re.compile(
    r"Unflatten|Photoshop|Clip Studio|Krita|GIMP|PNG|PSD|sRGB|ICC|English|日本語|简体中文"
    r"|picture\.png|Ctrl|Shift|Alt|Del|Ins|PgUp|PgDown|Return|Backspace|F\d+|px|GB|MB"
    r"|Line art|Highlight|Shadow|Flats|Illustration|Background|rgb|[#x]?[0-9a-f]{6}|\b[xy] \d+"
)
"""Names, keys and units, and the layers that the played engine makes."""


def _is_plain(shown: Shown) -> bool:
    return (
        "⟦" not in shown.text and re.search(r"[^\W\d_]{3}", NEVER.sub("", shown.text)) is not None
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_of_the_dialogs_is_clipped(make_editor, tmp_path: Path, language: str) -> None:
    (tmp_path / "settings.json").write_text(f'{{"language": "{language}"}}', encoding="utf-8")
    editor: Editor = make_editor()
    clipped = [*_clipped(editor.window.start)]
    assistance = editor.window.assistance
    for show in (assistance.show_settings, assistance.edit_keys, assistance.show_about):
        show()
        QApplication.processEvents()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        clipped += _clipped(dialog)
        dialog.close()
    assert clipped == []


def _clipped(widget) -> Iterator[str]:
    for one in widget.findChildren(QLabel):
        if one.isVisible() and one.text():
            wanted = one.heightForWidth(one.width()) if one.wordWrap() else 0
            if one.height() < wanted or (
                not one.wordWrap() and one.width() < one.sizeHint().width()
            ):
                yield one.text()


def test_every_stage_that_the_engine_names_is_known_to_translators() -> None:
    named = set()
    for path in (ROOT.parent / "engine").rglob("*.py"):
        if not {"training", "trial"} & set(path.parts):
            code = path.read_text(encoding="utf-8")
            named |= set(re.findall(r'progress\.at\([^,"]*,\s*"([^"]+)"', code))
    assert len(named) > 10
    assert sorted(named - set(STAGES)) == []
