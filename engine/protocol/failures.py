"""From exceptions to what the artist is told; both sides of the wire meet them."""

from __future__ import annotations

import errno
import traceback
from typing import cast, get_args

from engine.errors import UnflattenError
from engine.protocol.messages import ErrorCode, ErrorInfo


def error_info(error: BaseException) -> ErrorInfo:
    """What happened and what to do about it; the traceback goes into `detail`."""
    code, message, hint = _told(error)
    detail = "".join(traceback.format_exception(error))
    return ErrorInfo(code, _speakable(message), _speakable(hint), _speakable(detail))


def _told(error: BaseException) -> tuple[ErrorCode, str, str]:
    match error:
        case UnflattenError() if error.code in get_args(ErrorCode):
            return cast(ErrorCode, error.code), str(error), error.hint
        case MemoryError():
            return (
                "out_of_memory",
                "There is not enough memory for this.",
                "Close other programs, or try a smaller picture.",
            )
        case OSError(errno=errno.ENOSPC):
            return "disk_full", "The disk is full.", "Free some space and try again."
    return (
        "internal",
        f"Something went wrong inside Unflatten ({type(error).__name__}).",
        "Your document is safe. The log tells more.",
    )


def _speakable(text: str) -> str:
    """Text that JSON can carry: file names may hold bytes that are no Unicode."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
