"""Jobs as the artist sees them: progress, cancel, failure, an engine that dies."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.dialogs.log import LogDialog
from app.panels.jobs.card import FailedCard, JobCard
from tests.app.editor import Editor
from tests.app.pictures import decomposed_document, flat_document


def card_words(card: JobCard | FailedCard) -> str:
    labels = card.findChildren(QLabel)
    return " | ".join(one.text() for one in labels if one.text() and not one.isHidden())


def test_the_card_shows_stages_and_percent(opened: Editor) -> None:
    opened.decompose_key()
    opened.engine.progress(0.1, "Finding lines")
    opened.engine.progress(0.58, "Joining regions")
    jobs = opened.window.dock.jobs
    assert opened.window.dock.panel_name == "jobs"
    (card,) = jobs.cards
    opened.qtbot.waitUntil(lambda: "Finding lines" in card_words(card))
    words = card_words(card)
    assert "Decompose" in words
    assert "picture.png" in words
    assert "58\u2009%" in words
    assert "Joining regions" in words
    assert opened.window.dock.panel("jobs").windowTitle() == "Jobs  1"
    assert opened.window.status.job_text == "Decompose"


def test_cancel_answers_at_once_and_changes_nothing(opened: Editor) -> None:
    before = opened.document
    opened.engine.deaf = True
    opened.decompose_key()
    opened.engine.progress(0.5, "Finding lines")
    (card,) = opened.window.dock.jobs.cards
    assert isinstance(card, JobCard)
    card.cancel.click()
    assert "Cancelling, giving memory back" in card_words(card)
    assert not card.cancel.isEnabled()
    opened.engine.obey()
    assert opened.window.dock.jobs.cards == ()
    assert opened.document is before
    assert opened.history == ["Open picture.png"]
    assert opened.can("image.decompose")


def test_an_engine_that_dies_loses_nothing_and_the_card_says_so(opened: Editor) -> None:
    opened.do("layer.duplicate")
    before = opened.document
    opened.select("Background")
    opened.decompose_key()
    opened.engine.progress(0.5, "Finding lines")
    opened.engine.die()
    (card,) = opened.window.dock.jobs.cards
    assert isinstance(card, FailedCard)
    assert "Decompose stopped" in card.text
    assert "Your document is safe" in card.text
    assert "stopped unexpectedly" in opened.window.toast.text
    assert opened.document is before
    assert opened.can("image.decompose")


def test_try_again_asks_the_new_engine(opened: Editor) -> None:
    opened.decompose_key()
    opened.engine.die()
    (card,) = opened.window.dock.jobs.cards
    assert isinstance(card, FailedCard)
    card.retried.emit(card.record)
    (again,) = opened.window.dock.jobs.cards
    assert isinstance(again, JobCard)
    assert opened.engine.submissions[-1][1] == opened.engine.submissions[-2][1]


def test_an_engine_that_stays_down_can_be_started_from_the_message(opened: Editor) -> None:
    opened.engine.die(restarting=False)
    assert "Your document is safe" in opened.window.error.text
    opened.window.error._action.click()
    assert opened.window.error.text == ""
    opened.decompose()
    assert "Line art" in opened.names


def test_details_show_what_the_engine_wrote_last(opened: Editor) -> None:
    opened.decompose_key()
    opened.engine.die(log=("Segmentation fault in native code",))
    opened.window.show_log()
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, LogDialog)]
    assert "native code" in dialog.text.toPlainText()
    dialog.close()
    dialog.deleteLater()


def test_a_result_waits_for_the_drag_in_progress(opened: Editor) -> None:
    opened.decompose_key()
    slider = opened.window.dock.layers.head.opacity_slider
    slider.setSliderDown(True)
    slider.setValue(60)
    opened.engine.finish(document=decomposed_document(opened.engine.submissions[-1][2]))
    assert "Line art" not in opened.names
    slider.setSliderDown(False)
    assert "Line art" in opened.names
    assert opened.history[1] == "Background: opacity 60 %"


def test_a_file_that_cannot_be_read_is_said_inline(editor: Editor) -> None:
    path = editor.folder / "broken.png"
    path.touch()
    editor.window.paperwork.open_path(path)
    assert editor.window.start.drop.title.text() == "Opening broken.png"
    editor.engine.fail("bad_file", "The file is damaged.", "Try another copy.")
    assert editor.window.error.text == (
        "broken.png could not be opened The file is damaged. Try another copy."
    )
    assert not editor.session.is_open
    assert editor.window.start.drop.title.text() == "Drop a picture here"


def test_opening_is_cancelled_with_escape(editor: Editor) -> None:
    path = editor.folder / "large.png"
    path.touch()
    editor.window.paperwork.open_path(path)
    QTest.keyClick(editor.window, Qt.Key.Key_Escape)
    editor.qtbot.waitUntil(lambda: editor.engine.jobs == ())
    assert editor.window.start.drop.title.text() == "Drop a picture here"


def queued(editor: Editor) -> None:
    """Three layers to be decomposed, the first one at work."""
    editor.open(decomposed_document(flat_document()))
    for name in ("Flat colour", "Shadow", "Line art"):
        editor.select(name)
        editor.decompose_key()
    editor.engine.progress(0.3, "Finding lines")


def subjects(editor: Editor) -> list[str]:
    """Of the cards from top to bottom."""
    return [card.record.subject.partition(",")[0] for card in editor.window.dock.jobs.cards]


def test_jobs_wait_for_each_other_and_can_change_places(editor: Editor) -> None:
    queued(editor)
    assert subjects(editor) == ["Flat colour", "Shadow", "Line art"]
    running, second, third = editor.window.dock.jobs.cards
    assert isinstance(running, JobCard)
    assert isinstance(third, JobCard)
    assert running.earlier.isHidden()
    assert not third.earlier.isHidden()
    assert not third.later.isEnabled()
    third.earlier.click()
    assert subjects(editor) == ["Flat colour", "Line art", "Shadow"]
    assert [job.params.layer for job in editor.engine.jobs] == [2, 5, 3]
    assert not third.earlier.isEnabled()
    assert isinstance(second, JobCard)
    second.cancel.click()
    editor.qtbot.waitUntil(lambda: subjects(editor) == ["Flat colour", "Line art"])


def test_a_layer_is_decomposed_once_at_a_time_and_tried_again_for_itself(editor: Editor) -> None:
    queued(editor)
    editor.select("Shadow")
    assert not editor.can("image.decompose")
    editor.engine.fail("internal", "It broke.", job=editor.engine.jobs[1])
    editor.select("Flat colour")
    (failed,) = [one for one in editor.window.dock.jobs.cards if isinstance(one, FailedCard)]
    failed.retried.emit(failed.record)
    assert editor.engine.jobs[-1].params.layer == editor.id_of("Shadow")


def test_a_card_shows_what_it_works_on_and_leads_to_the_result(opened: Editor) -> None:
    opened.decompose_key()
    (card,) = opened.window.dock.jobs.cards
    assert isinstance(card, JobCard)
    opened.qtbot.waitUntil(lambda: not card.findChild(QLabel, "picture").pixmap().isNull())
    opened.engine.finish(document=decomposed_document(opened.document))
    opened.window.show_panel("jobs")
    card.show_result.click()
    assert opened.window.dock.fronts == ("layers",)
