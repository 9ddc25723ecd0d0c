"""What a well-behaved and every kind of ill-behaved task does to the process."""

from __future__ import annotations

import ctypes
import sys
import time
from typing import Final

import numpy as np

from engine.errors import InternalError
from engine.progress import Progress
from engine.protocol.params import Crash, Deaf, Echo, Oom, Print, Slow
from engine.protocol.values import Inputs, Outcome
from engine.tasks.task import task

MORE_THAN_THERE_IS: Final = 1 << 56
"""Bytes; beyond the address space of today's processors, so no system grants them."""


@task(Echo)
def echo(params: Echo, inputs: Inputs, progress: Progress) -> Outcome:
    """The inputs as they came."""
    progress.at(0.5, "Echoing")
    return Outcome(document=inputs.document, warnings=(params.text,))


@task(Slow)
def dawdle(params: Slow, inputs: Inputs, progress: Progress) -> Outcome:
    """Takes its time, but listens."""
    for step in range(params.steps):
        progress.at(step / params.steps, f"Step {step + 1}")
        time.sleep(params.pause)
    return Outcome(document=inputs.document)


@task(Deaf)
def ignore_everything(params: Deaf, inputs: Inputs, progress: Progress) -> Outcome:
    """Does not listen until it is done."""
    progress.at(0.1, "Not listening")
    time.sleep(params.seconds)
    return Outcome(document=inputs.document)


@task(Crash)
def crash(params: Crash, inputs: Inputs, progress: Progress) -> Outcome:
    """Reads from address 0 in native code."""
    ctypes.string_at(0)
    raise InternalError("The crash did not happen.")


@task(Print)
def print_everywhere(params: Print, inputs: Inputs, progress: Progress) -> Outcome:
    """Prints from Python and, where its name is known, from the C library."""
    print(f"{params.text} from Python")
    if sys.platform != "win32":
        c_library = ctypes.CDLL(None)
        c_library.puts(f"{params.text} from C".encode())
        c_library.fflush(None)
    return Outcome(document=inputs.document)


@task(Oom)
def exhaust(params: Oom, inputs: Inputs, progress: Progress) -> Outcome:
    """Asks for more memory than there is."""
    np.empty(MORE_THAN_THERE_IS, np.uint8)
    raise InternalError("The memory was there.")
