from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fakes.peer import Peer, engine_process


@pytest.fixture
def silent_peer(tmp_path) -> Iterator[Peer]:
    """An engine process that has heard nothing yet."""
    with engine_process(tmp_path) as peer:
        yield peer


@pytest.fixture
def peer(silent_peer: Peer) -> Peer:
    """An engine process that is ready."""
    silent_peer.greet()
    silent_peer.hear()
    return silent_peer
