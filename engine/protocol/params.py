"""What can be asked of the engine: one struct per task.

The window builds these, the tasks receive them. The tag in the JSON field `task` is the task's
name. A task that works on pixels gets them beside its params, as a document.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from engine.document.model import JobNote


class OpenFile(msgspec.Struct, frozen=True, tag_field="task", tag="open_file"):
    """Read the file at `path` (absolute). Answers with its document and warnings."""

    path: str


class SaveFile(msgspec.Struct, frozen=True, tag_field="task", tag="save_file"):
    """Write the given document to `path` (absolute); the ending decides the format.

    Answers with warnings about what the format cannot hold. accepted: losses that the artist has
    agreed to; when there are others nothing is written, and the answer lists them all. None: it is
    written whatever is lost.
    """

    path: str
    accepted: tuple[str, ...] | None = None


class DecomposeIllustration(
    msgspec.Struct, frozen=True, tag_field="task", tag="decompose_illustration"
):
    """Take a flat illustration apart into line art, highlight, shadow and flat colour.

    layer None: the given document is a flat picture; answers with a new document.
    layer: the id of a pixel layer in the given document; answers with the group of layers that
    takes its place.
    """

    layer: int | None = None


class Echo(msgspec.Struct, frozen=True, tag_field="task", tag="echo"):
    """Trial: answer with the given document and `text` as a warning."""

    text: str = ""


class Slow(msgspec.Struct, frozen=True, tag_field="task", tag="slow"):
    """Trial: report `steps` times, `pause` seconds apart, and answer like echo."""

    steps: int = 10
    pause: float = 0.01


class Deaf(msgspec.Struct, frozen=True, tag_field="task", tag="deaf"):
    """Trial: sleep for `seconds` without ever looking at the cancel flag."""

    seconds: float = 60.0


class Crash(msgspec.Struct, frozen=True, tag_field="task", tag="crash"):
    """Trial: die of a segmentation fault in native code."""


class Print(msgspec.Struct, frozen=True, tag_field="task", tag="print"):
    """Trial: print `text` to standard output from Python and from C, then answer like echo."""

    text: str = "hello"


class Oom(msgspec.Struct, frozen=True, tag_field="task", tag="oom"):
    """Trial: ask for more memory than there is."""


Params: TypeAlias = (
    OpenFile | SaveFile | DecomposeIllustration | Echo | Slow | Deaf | Crash | Print | Oom
)


BESIDE = (OpenFile, SaveFile)
"""Tasks that are worked on beside the others: work is written aside also while a long job runs."""


def task_name(kind: type[msgspec.Struct]) -> str:
    """The name of the task that params of this kind are for."""
    return str(kind.__struct_config__.tag)


def job_note(params: Params, when: float) -> JobNote:
    """What a document remembers of a job; when: seconds since 1970, UTC."""
    return JobNote(task_name(type(params)), msgspec.json.encode(params).decode(), when)


def noted_params(note: JobNote) -> Params | None:
    """What was asked then, to ask it again; None when this program knows no such job any more."""
    try:
        params: Params = msgspec.json.decode(note.params, type=Params)
    except msgspec.DecodeError:
        return None
    return params


def layer_of(params: Params) -> int | None:
    """The id of the one layer that the task works on, None when it takes the whole document."""
    return params.layer if isinstance(params, DecomposeIllustration) else None
