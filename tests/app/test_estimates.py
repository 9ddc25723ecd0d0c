"""What a job needs is told before a large one begins, and before one that does not fit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.dialogs.estimate import EstimateDialog
from app.session import decomposing, estimate
from app.session.estimate import BASE_SECONDS, Estimator
from tests.app.editor import Editor
from tests.app.pictures import flat_document

LARGE = flat_document(6000, 4000)


def asked() -> EstimateDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EstimateDialog)
    return dialog


def test_small_jobs_begin_without_a_question(opened: Editor) -> None:
    opened.decompose_key()
    assert QApplication.activeModalWidget() is None
    assert len(opened.engine.jobs) == 1


def test_a_large_job_tells_its_need_and_begins_when_told_to(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decomposing, "free_memory", lambda: 8_000_000_000)
    monkeypatch.setattr(estimate, "LARGE_PIXELS", 60_000)
    editor.open()
    editor.decompose_key()
    assert "It fits" in asked().verdict.text()
    QTest.keyClick(asked(), Qt.Key.Key_Escape)
    assert editor.engine.jobs == ()
    editor.decompose_key()
    asked()._skip.setChecked(True)
    asked().go.click()
    assert len(editor.engine.jobs) == 1
    editor.engine.fail("internal", "It broke.")
    editor.decompose_key()
    assert QApplication.activeModalWidget() is None
    assert len(editor.engine.jobs) == 1


def test_what_does_not_fit_is_asked_about_also_when_questions_are_skipped(
    opened: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decomposing, "free_memory", lambda: 100_000_000)
    opened.program.services.settings.set("skip_estimates", True)
    opened.decompose_key()
    assert "short" in asked().verdict.text()
    QTest.keyClick(asked(), Qt.Key.Key_Return)
    assert opened.engine.jobs == ()
    opened.decompose_key()
    asked().go.click()
    assert len(opened.engine.jobs) == 1


def test_the_time_is_learnt_from_what_really_happened() -> None:
    estimator = Estimator()
    first = estimator.need(LARGE, None)
    assert first.fits
    estimator.learn(LARGE, BASE_SECONDS + 96.0)
    small = flat_document(3000, 1000)
    assert estimator.need(LARGE, None).seconds == pytest.approx(BASE_SECONDS + 96.0)
    assert estimator.need(small, None).seconds == pytest.approx(BASE_SECONDS + 12.0)
