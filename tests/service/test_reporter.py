from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.protocol.messages import Progressed
from engine.service.reporter import MOST_PER_SECOND, ProgressReporter


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


reports = st.lists(
    st.tuples(
        st.floats(0, 0.5),
        st.floats(-0.5, 1.5),
        st.sampled_from(["", "Lines", "Regions", "Light"]),
    ),
    max_size=200,
)


@given(reports)
@settings(deadline=None)
def test_what_is_told_is_throttled_monotone_and_never_complete(steps):
    clock = Clock()
    told: list[tuple[float, Progressed]] = []
    report = ProgressReporter(1, lambda message: told.append((clock.now, message)), clock)
    for pause, fraction, stage in steps:
        clock.now += pause
        report(fraction, stage)
    fractions = [message.fraction for _, message in told]
    assert fractions == sorted(fractions)
    assert all(0.0 <= fraction < 1.0 for fraction in fractions)
    times = [at for at, _ in told]
    for first, eleventh in zip(times, times[MOST_PER_SECOND:], strict=False):
        assert eleventh - first >= 1.0


def test_a_new_stage_is_told_at_once_and_the_same_stage_waits():
    clock = Clock()
    told: list[Progressed] = []
    report = ProgressReporter(1, told.append, clock)
    report(0.1, "Lines")
    report(0.2, "Lines")
    report(0.3, "Regions")
    assert told == [Progressed(1, 0.1, "Lines"), Progressed(1, 0.3, "Regions")]
    clock.now += 0.2
    report(0.4, "")
    assert told[-1] == Progressed(1, 0.4, "Regions")
