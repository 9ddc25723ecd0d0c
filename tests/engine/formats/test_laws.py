"""What is written comes back: the law of every layered format, on random documents."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from engine.compositor.composite import flatten
from engine.formats.files import open_document, save_document
from engine.progress import Progress
from tests.engine.formats.documents import SHARES, documents, exactly, visibly

LAW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def reopened(document, path):
    warnings = save_document(document, path, Progress.silent())
    opened = open_document(path, Progress.silent())
    return opened.document, warnings, opened.warnings


@pytest.mark.parametrize("ending", ["psd", "psb"])
@LAW
@given(document=documents())
def test_photoshop_documents_come_back_whole(ending, document, tmp_path_factory):
    path = tmp_path_factory.mktemp("psd") / f"影.{ending}"
    found, lost, warnings = reopened(document, path)
    assert visibly(found) == visibly(document)
    assert (lost, warnings) == ((), ())
    assert np.array_equal(flatten(found), flatten(document))


@LAW
@given(document=documents(shares=SHARES))
def test_projects_come_back_to_the_last_byte(document, tmp_path_factory):
    path = tmp_path_factory.mktemp("project") / "a.unflatten"
    found, lost, warnings = reopened(document, path)
    assert exactly(found) == exactly(document)
    assert (lost, warnings) == ((), ())


@pytest.mark.parametrize("name", ["folder", "a.zip"])
@LAW
@given(document=documents(shares=SHARES, empty_groups=False))
def test_folders_and_zips_come_back_whole(name, document, tmp_path_factory):
    path = tmp_path_factory.mktemp("layers") / name
    found, lost, warnings = reopened(document, path)
    assert visibly(found) == visibly(document)
    assert (lost, warnings) == ((), ())


@pytest.mark.parametrize("ending", ["psd", "unflatten", "ora", "zip"])
@settings(LAW, max_examples=5)
@given(document=documents())
def test_saving_twice_gives_the_same_bytes(ending, document, tmp_path_factory):
    folder = tmp_path_factory.mktemp("twice")
    for name in ("a", "b"):
        save_document(document, folder / f"{name}.{ending}", Progress.silent())
    assert (folder / f"a.{ending}").read_bytes() == (folder / f"b.{ending}").read_bytes()
