"""Recorded conversations, made by running the window with UNFLATTEN_WIRE_LOG set to a path.

In the ones kept here the session directory is called SESSION and tracebacks are cut. Version and
build are those of the program that replays them.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.engine_link.wire_log import WireRecord
from engine.protocol.messages import PROTOCOL, Hello, Ready, ToEngine, ToWindow, build

RECORDINGS = sorted(Path(__file__).parent.glob("recordings/*.jsonl"))


def read_recording(path: Path, session: Path) -> list[ToEngine | ToWindow]:
    """All messages of both directions in the order in which the window saw them."""
    messages: list[ToEngine | ToWindow] = []
    for line in path.read_bytes().splitlines():
        record = msgspec.json.decode(line, type=WireRecord)
        kinds = ToEngine if record.to == "engine" else ToWindow
        message = msgspec.json.decode(record.message, type=kinds)
        if isinstance(message, Hello):
            message = Hello(PROTOCOL, build(), str(session))
        if isinstance(message, Ready):
            message = Ready(PROTOCOL, build(), message.tasks)
        messages.append(message)
    return messages
