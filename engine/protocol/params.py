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


class SelectObject(msgspec.Struct, frozen=True, tag_field="task", tag="select_object"):
    """Find the object that clicks and a box mean in the given document, seen as one picture.

    clicks: (x, y, belongs to the object) in the order they were made. box: left, top, right,
    bottom. Answers with one layer whose alpha is the object.
    """

    clicks: tuple[tuple[int, int, bool], ...] = ()
    box: tuple[int, int, int, int] | None = None


class FillHole(msgspec.Struct, frozen=True, tag_field="task", tag="fill_hole"):
    """Paint what may lie behind something.

    The given document holds the picture and, on top, a layer whose alpha is the hole. Answers with
    one layer that covers the hole.
    """


class RefineMatte(msgspec.Struct, frozen=True, tag_field="task", tag="refine_matte"):
    """Cut something out with soft edges and without the colours of what is behind it.

    The given document holds the picture and, on top, a layer whose alpha is roughly the object.
    reach: pixels on either side of the rough border in which the real one may lie, 0: by its size.
    Answers with one layer, the object.
    """

    reach: int = 0


class LiftObject(msgspec.Struct, frozen=True, tag_field="task", tag="lift_object"):
    """Lift an object with its shadow off the given picture, over a background closed behind them.

    clicks, box: as for `select_object`; with neither, a second layer on top of the document says by
    its alpha what the object is. Answers with a new document.
    """

    clicks: tuple[tuple[int, int, bool], ...] = ()
    box: tuple[int, int, int, int] | None = None


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
    OpenFile
    | SaveFile
    | DecomposeIllustration
    | SelectObject
    | FillHole
    | RefineMatte
    | LiftObject
    | Echo
    | Slow
    | Deaf
    | Crash
    | Print
    | Oom
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
