"""A program that plays the engine's part of a recording: `python -m … RECORDING`.

It waits for each request that the recording has next, says what was answered, and exits without a
word where the recording ends.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from engine.protocol.framing import Deframer, frame
from engine.protocol.messages import Hello, ToEngine
from tests.wire.recording import read_recording


def requests() -> Iterator[ToEngine]:
    deframer: Deframer[ToEngine] = Deframer(ToEngine)
    while data := sys.stdin.buffer.raw.read(65536):
        yield from deframer.feed(data)


def main(recording: Path) -> int:
    heard = requests()
    for message in read_recording(recording, Path()):
        if isinstance(message, get_args(ToEngine)):
            asked = next(heard, None)
            if type(asked) is not type(message):
                print(f"expected {message}, heard {asked}", file=sys.stderr)
                return 3
            if not isinstance(message, Hello) and asked != message:
                print(f"expected {message}, heard {asked}", file=sys.stderr)
                return 3
        else:
            sys.stdout.buffer.write(frame(message))
            sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
