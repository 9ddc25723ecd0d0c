from __future__ import annotations

from app.engine_link.restart import RestartPolicy
from engine.protocol.params import Crash, Echo


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def policy() -> tuple[RestartPolicy, Clock]:
    clock = Clock()
    return RestartPolicy(10.0, clock), clock


def die_after(seconds: float, restart: RestartPolicy, clock: Clock, killer=None) -> bool:
    restart.engine_started()
    clock.now += seconds
    return restart.may_restart(killer)


def test_one_death_is_forgiven_two_quick_ones_are_not():
    restart, clock = policy()
    assert die_after(1, restart, clock)
    assert not die_after(9, restart, clock)


def test_deaths_after_a_while_are_forgiven_for_ever():
    restart, clock = policy()
    assert all(die_after(11, restart, clock) for _ in range(9))


def test_a_slow_death_between_makes_quick_ones_count_anew():
    restart, clock = policy()
    assert die_after(1, restart, clock)
    assert die_after(60, restart, clock)
    assert die_after(1, restart, clock)


def test_the_same_job_kills_only_twice():
    restart, clock = policy()
    assert die_after(60, restart, clock, Crash())
    assert die_after(60, restart, clock, Echo("other"))
    assert die_after(60, restart, clock, Crash())
    assert not die_after(60, restart, clock, Crash())


def test_a_job_that_survives_and_the_artist_wipe_the_slate():
    for wipe in (RestartPolicy.job_survived, RestartPolicy.reset):
        restart, clock = policy()
        assert die_after(1, restart, clock, Crash())
        wipe(restart)
        assert die_after(1, restart, clock, Crash())
        assert not die_after(60, restart, clock, Crash())
