"""Saving, exporting, unsaved work, recovery, recent files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from app.dialogs.questions import Answer, LossAnswer
from engine.document.edits import with_layer
from engine.protocol.params import DecomposeIllustration, OpenFile, SaveFile, noted_params
from tests.app.editor import Editor
from tests.app.pictures import flat_document


def change(editor: Editor) -> None:
    editor.select(editor.names[0])
    editor.do("layer.toggle_visible")


def test_export_psd_suggests_the_name_and_says_what_was_written(decomposed: Editor) -> None:
    target = decomposed.folder / "out.psd"
    decomposed.questions.to_save = [target]
    decomposed.do("file.export_psd")
    assert decomposed.questions.asked == ["export picture.psd"]
    _, params, document = decomposed.engine.submissions[-1]
    assert params == SaveFile(str(target), ())
    assert document is decomposed.document
    decomposed.engine.finish(warnings=("Slots are not kept in PSD.",))
    text = decomposed.window.toast.text
    assert text == "Saved out.psd, 4 layers, 1 group. Slots are not kept in PSD."
    assert decomposed.session.is_modified


def test_the_settings_of_a_job_stay_with_the_document_and_go_with_undo(decomposed: Editor) -> None:
    (note,) = decomposed.document.jobs
    assert note.task == "decompose_illustration"
    assert noted_params(note) == DecomposeIllustration(None)
    decomposed.undo()
    assert decomposed.document.jobs == ()


def test_save_asks_for_a_name_once(decomposed: Editor) -> None:
    target = decomposed.folder / "work.unflatten"
    decomposed.questions.to_save = [target]
    decomposed.key("Ctrl+S")
    assert decomposed.questions.asked == ["save picture.unflatten"]
    decomposed.engine.finish()
    assert not decomposed.session.is_modified
    assert "work.unflatten" in decomposed.window.windowTitle()
    assert decomposed.program.services.settings.recent == (decomposed.folder / "picture.png",)
    change(decomposed)
    assert decomposed.session.is_modified
    decomposed.key("Ctrl+S")
    assert decomposed.engine.submissions[-1][1] == SaveFile(str(target), ())
    decomposed.engine.finish()
    assert not decomposed.session.is_modified
    decomposed.undo()
    assert decomposed.session.is_modified
    decomposed.redo()
    assert not decomposed.session.is_modified


def test_a_file_that_cannot_be_written_keeps_the_work(decomposed: Editor) -> None:
    decomposed.questions.to_save = [decomposed.folder / "out.psd"]
    decomposed.do("file.export_psd")
    decomposed.engine.fail("disk_full", "The disk is full.", "Free some space.")
    assert decomposed.window.error.text == (
        "out.psd was not written The disk is full. Free some space. Your work is kept."
    )
    assert decomposed.names[0] == "Illustration"


def test_closing_asks_about_unsaved_work(decomposed: Editor) -> None:
    decomposed.questions.answers = [Answer.CANCEL]
    assert not decomposed.window.close()
    assert decomposed.session.is_open
    decomposed.questions.answers = [Answer.SAVE]
    decomposed.questions.to_save = [decomposed.folder / "work.unflatten"]
    assert not decomposed.window.close()
    assert decomposed.window.isVisible()
    decomposed.engine.finish()
    decomposed.qtbot.waitUntil(lambda: not decomposed.window.isVisible())


def test_opening_another_picture_asks_and_discards(decomposed: Editor) -> None:
    decomposed.questions.answers = [Answer.DISCARD]
    decomposed.open(name="other.png")
    assert decomposed.questions.asked == ["changes picture.png"]
    assert decomposed.names == ["Background"]


def test_an_unchanged_picture_closes_without_a_question(opened: Editor) -> None:
    opened.do("file.close")
    assert opened.questions.asked == []
    assert not opened.session.is_open
    assert opened.window.start.recent.count() == 1
    assert opened.window.start.recent.item(0).text() == "picture.png"


def test_twenty_steps_are_kept_aside_and_forgotten_on_save(opened: Editor) -> None:
    steps = 0
    while len(opened.engine.submissions) == 1:
        change(opened)
        steps += 1
        assert steps <= 25
    params = opened.engine.submissions[-1][1]
    assert isinstance(params, SaveFile)
    kept = Path(params.path)
    assert kept.parent == opened.folder / "recovery"
    kept.write_bytes(b"project")
    opened.engine.finish()
    note = json.loads(kept.with_suffix(".json").read_text())
    assert note["name"] == "picture.png"
    assert note["last_step"] == opened.history[-1]
    opened.questions.to_save = [opened.folder / "work.unflatten"]
    opened.key("Ctrl+S")
    opened.engine.finish()
    left = [one.name for one in (opened.folder / "recovery").iterdir()]
    assert left == [f"{kept.stem.rpartition('-')[0]}.lock"]


def test_work_of_a_dead_run_is_offered_and_recovered(make_editor, tmp_path: Path) -> None:
    folder = tmp_path / "recovery"
    folder.mkdir()
    (folder / "1-a-1.unflatten").write_bytes(b"project")
    note = {"name": "dusk.png", "layers": 6, "last_step": "Hide"}
    (folder / "1-a-1.json").write_text(json.dumps(note))
    editor = make_editor()
    unsaved = editor.window.start.unsaved
    name, details = unsaved.list.item(0).text().splitlines()
    assert name == "dusk.png"
    assert details.endswith("6 layers, Hide")
    assert editor.focus is unsaved.list
    editor.key("Return")
    assert editor.engine.submissions[-1][1] == OpenFile(str(folder / "1-a-1.unflatten"))
    editor.engine.finish(document=flat_document())
    editor.settle()
    assert editor.session.name == "dusk.png"
    assert editor.session.is_modified
    assert (folder / "1-a-1.unflatten").exists()  # until it is kept anew, or saved
    editor.questions.to_save = [editor.folder / "work.unflatten"]
    editor.key("Ctrl+S")
    editor.engine.finish()
    assert [one.name for one in folder.iterdir()] == []


def test_the_sum_check_follows_what_is_shown(decomposed: Editor) -> None:
    assert decomposed.sum_text == "Adds up exactly, 0 px differ"
    assert decomposed.window.status.sum_text == "Adds up exactly"
    decomposed.select("Line art")
    decomposed.do("layer.toggle_visible")
    assert decomposed.sum_text == "Sum check paused, 1,200 px differ, Line art hidden"
    decomposed.undo()
    assert decomposed.sum_text == "Adds up exactly, 0 px differ"


def test_layers_that_do_not_add_up_are_said_to(editor: Editor) -> None:
    document = flat_document()
    almost = with_layer(document, document.layers[0].id, opacity=0.995)
    editor.open(document=replace(almost, original=document.original))
    assert editor.sum_text.startswith("Adds up within 1 level") or "Adds up" in editor.sum_text
    wrong = with_layer(document, document.layers[0].id, visible=False)
    editor.open(document=wrong, name="wrong.png")
    assert editor.sum_text == "Does not add up, 60,000 px differ"


LOST = ("Only PSD and .unflatten keep the effects of “Ink”.",)


def test_what_a_format_would_lose_is_asked_before_it_is_written_and_once(opened: Editor) -> None:
    target = opened.folder / "out.psd"
    opened.questions.to_save = [target] * 3
    opened.questions.loss_answers = [LossAnswer.SAVE_ANYWAY]
    opened.do("file.export_psd")
    opened.engine.finish(losses=LOST)
    opened.qtbot.waitUntil(lambda: "losses out.psd" in opened.questions.asked)
    assert opened.questions.losses == LOST
    assert opened.window.toast.text == ""
    assert opened.engine.submissions[-1][1] == SaveFile(str(target), LOST)
    opened.engine.finish(warnings=LOST)
    assert opened.window.toast.text == "Saved out.psd, 1 layer"
    opened.do("file.export_psd")
    assert opened.engine.submissions[-1][1] == SaveFile(str(target), LOST)
    opened.engine.finish(warnings=LOST)
    opened.open()
    opened.do("file.export_psd")
    assert opened.engine.submissions[-1][1] == SaveFile(str(target), ())
    opened.engine.finish()


def test_what_would_be_lost_can_be_saved_as_a_project_instead(opened: Editor) -> None:
    change(opened)
    opened.questions.to_save = [opened.folder / "out.ora", opened.folder / "work.unflatten"]
    opened.questions.answers = [Answer.SAVE]
    opened.questions.loss_answers = [LossAnswer.SAVE_PROJECT]
    opened.do("file.close")
    opened.engine.finish(losses=LOST)
    opened.qtbot.waitUntil(lambda: len(opened.questions.to_save) == 0)
    assert opened.session.is_modified
    opened.engine.finish()
    assert not opened.session.is_open


def test_refusing_a_loss_writes_nothing_and_keeps_the_document_open(opened: Editor) -> None:
    change(opened)
    opened.questions.to_save = [opened.folder / "out.ora", opened.folder / "work.unflatten"]
    opened.questions.answers = [Answer.SAVE]
    opened.questions.loss_answers = [LossAnswer.CANCEL]
    opened.do("file.close")
    opened.engine.finish(losses=LOST)
    opened.qtbot.waitUntil(lambda: not opened.questions.loss_answers)
    assert opened.engine.jobs == ()
    opened.do("file.save_as")
    opened.engine.finish()
    assert opened.session.is_open
    assert not opened.session.is_modified
