"""Every error a person may meet, as one small hierarchy.

    UnflattenError
    ├── BadFileError        a file is unreadable, damaged or unsafe       exit 3
    ├── UsageError          the call or request makes no sense            exit 2
    ├── UnsupportedError    understood, but not possible (yet)            exit 2
    ├── ModelMissingError   a model has to be installed first             exit 4
    ├── OutOfMemory         the work does not fit                         exit 5
    └── InternalError       our own mistake                               exit 1

`str(error)` says what happened in one sentence; `hint` says what to do about it.
"""

from typing import ClassVar


class UnflattenError(Exception):
    """What happened (the message) and what to do (`hint`), both written for the artist."""

    code: ClassVar[str] = "internal"
    exit_status: ClassVar[int] = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    @property
    def sentence(self) -> str:
        """Message and hint as they are shown on one line."""
        return f"{self} {self.hint}".strip()


class BadFileError(UnflattenError):
    """A file could not be read, is damaged, or would be unsafe to open."""

    code = "bad_file"
    exit_status = 3


class UsageError(UnflattenError):
    """The command line or the request is not valid."""

    code = "bad_request"
    exit_status = 2


class UnsupportedError(UnflattenError):
    """A valid request for something this version cannot do."""

    code = "unsupported"
    exit_status = 2


class ModelMissingError(UnflattenError):
    """The work needs a model that is not installed."""

    code = "model_missing"
    exit_status = 4


class OutOfMemory(UnflattenError):
    """The work does not fit into the memory of this computer or its graphics card."""

    code = "out_of_memory"
    exit_status = 5


class InternalError(UnflattenError):
    """Something that should not happen happened."""
