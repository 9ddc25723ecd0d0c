"""The queue by itself, in this process: whatever comes in whatever order, each job ends once."""

from __future__ import annotations

import threading
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.protocol.errors import ProtocolError
from engine.protocol.framing import Deframer
from engine.protocol.messages import (
    Cancelled,
    Failed,
    Finished,
    Started,
    Submit,
    ToWindow,
)
from engine.protocol.params import Echo, Oom, OpenFile, Slow
from engine.service.jobs import Jobs
from engine.tasks.task import TRIALS_VARIABLE, find_task


@pytest.fixture(scope="module", autouse=True)
def _trial_tasks():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(TRIALS_VARIABLE, "1")
        yield


class Heard:
    """Collects what the queue says."""

    def __init__(self) -> None:
        self.messages: list[ToWindow] = []
        self._deframer: Deframer[ToWindow] = Deframer(ToWindow)
        self._lock = threading.Lock()

    def __call__(self, data: bytes) -> None:
        with self._lock:
            self.messages.extend(self._deframer.feed(data))

    def ends(self) -> Counter[int]:
        kinds = Finished | Cancelled | Failed
        return Counter(message.job for message in self.messages if isinstance(message, kinds))


tasks = st.sampled_from([Echo(), Slow(5, 0.0005), Oom(), OpenFile("relative")])
calls = st.one_of(
    st.tuples(st.just("submit"), tasks),
    st.tuples(st.just("cancel"), st.integers(0, 8)),
    st.tuples(st.just("unload"), st.none()),
)


@given(st.lists(calls, max_size=12))
@settings(max_examples=40, deadline=None)
def test_every_job_ends_exactly_once(tmp_path_factory, steps):
    heard = Heard()
    jobs = Jobs(heard, tmp_path_factory.getbasetemp())
    main = threading.Thread(target=jobs.run, name="jobs")
    main.start()
    submitted = 0
    files: set[int] = set()
    for kind, argument in steps:
        if kind == "submit":
            submitted += 1
            if isinstance(argument, OpenFile):
                files.add(submitted)
            jobs.submit(Submit(submitted, argument))
        elif kind == "cancel":
            jobs.cancel(argument)
        else:
            jobs.unload()
    jobs.close()
    main.join(20)
    assert not main.is_alive()
    assert heard.ends() == Counter(range(1, submitted + 1))
    started = [message.job for message in heard.messages if isinstance(message, Started)]
    for lane in ([one for one in started if one in files], [x for x in started if x not in files]):
        assert lane == sorted(lane)


def test_files_do_not_wait_for_a_long_job(tmp_path):
    heard = Heard()
    jobs = Jobs(heard, tmp_path)
    jobs.submit(Submit(1, Slow(100_000, 0.01)))
    jobs.submit(Submit(2, OpenFile(str(tmp_path / "missing"))))
    main = threading.Thread(target=jobs.run, name="jobs")
    main.start()
    while not heard.ends()[2]:
        threading.Event().wait(0.01)
    assert not heard.ends()[1]
    jobs.close()
    main.join(20)
    assert heard.ends() == Counter([1, 2])


def test_a_job_submitted_after_the_end_is_cancelled(tmp_path):
    heard = Heard()
    jobs = Jobs(heard, tmp_path)
    jobs.close()
    jobs.submit(Submit(1, Echo()))
    jobs.run()
    assert heard.messages == [Cancelled(1)]


def test_a_number_is_used_once(tmp_path):
    jobs = Jobs(Heard(), tmp_path)
    jobs.submit(Submit(1, Echo()))
    with pytest.raises(ProtocolError, match="twice"):
        jobs.submit(Submit(1, Echo()))


def test_a_job_whose_libraries_are_still_loading_is_cancelled_at_once(tmp_path, monkeypatch):
    is_loading, may_go_on = threading.Event(), threading.Event()

    def slow_import(params):
        is_loading.set()
        assert may_go_on.wait(20)
        return find_task(params)

    monkeypatch.setattr("engine.service.jobs.find_task", slow_import)
    heard = Heard()
    jobs = Jobs(heard, tmp_path)
    jobs.submit(Submit(1, Echo()))
    main = threading.Thread(target=jobs.run, name="jobs")
    main.start()
    assert is_loading.wait(20)
    jobs.cancel(1)
    jobs.cancel(1)
    assert heard.ends() == Counter([1])
    assert heard.messages[-1] == Cancelled(1)
    may_go_on.set()
    jobs.submit(Submit(2, Echo()))
    while not heard.ends()[2]:
        threading.Event().wait(0.01)
    jobs.close()
    main.join(20)
    assert heard.ends() == Counter([1, 2])


def test_file_names_that_are_no_unicode_do_not_break_the_answer(tmp_path):
    heard = Heard()
    jobs = Jobs(heard, tmp_path)
    jobs.submit(Submit(1, OpenFile("relative\udc80")))
    main = threading.Thread(target=jobs.run, name="jobs")
    main.start()
    while not heard.ends():
        threading.Event().wait(0.01)
    jobs.close()
    main.join(20)
    assert "\\udc80" in next(m for m in heard.messages if isinstance(m, Failed)).error.message
