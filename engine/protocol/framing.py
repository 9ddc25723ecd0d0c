"""Messages on a byte stream: a 4-byte big-endian length, then that many bytes of JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Generic, TypeVar

import msgspec

from engine.protocol.errors import ProtocolError

LENGTH_BYTES: Final = 4
MAX_MESSAGE_BYTES: Final = 64 * 2**20
"""Pixels never travel in messages; the largest thing that does is a tree of layers."""

Message = TypeVar("Message")

_encoder = msgspec.json.Encoder()


def frame(message: msgspec.Struct) -> bytes:
    """The bytes of one message.

    Raises ProtocolError when it is too large or holds text that is no Unicode (a broken path).
    """
    try:
        body = _encoder.encode(message)
    except (UnicodeEncodeError, msgspec.MsgspecError) as error:
        raise ProtocolError(f"cannot be written as JSON: {error}") from error
    if len(body) > MAX_MESSAGE_BYTES:
        raise ProtocolError(
            f"message of {len(body)} bytes, at most {MAX_MESSAGE_BYTES} are allowed"
        )
    return len(body).to_bytes(LENGTH_BYTES, "big") + body


class Deframer(Generic[Message]):
    """Puts the messages of one side together again from pieces of any size.

    kinds: the union of structs that may come. max_bytes: longest message that is believed.
    """

    def __init__(self, kinds: object, max_bytes: int = MAX_MESSAGE_BYTES) -> None:
        self._decoder: msgspec.json.Decoder[Message] = msgspec.json.Decoder(kinds)
        self._max_bytes = max_bytes
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[Message]:
        """Add a piece of the stream; yields every message that is complete with it.

        Raises ProtocolError for a message too large, that is no JSON, of an unknown kind or with a
        field of the wrong type. Messages before it are yielded first.
        """
        self._buffer += data
        while len(self._buffer) >= LENGTH_BYTES:
            length = int.from_bytes(self._buffer[:LENGTH_BYTES], "big")
            if length > self._max_bytes:
                raise ProtocolError(f"message of {length} bytes announced: the stream is broken")
            end = LENGTH_BYTES + length
            if len(self._buffer) < end:
                return
            body = bytes(self._buffer[LENGTH_BYTES:end])
            del self._buffer[:end]
            yield self._decoded(body)

    def finish(self) -> None:
        """The stream has ended. Raises ProtocolError when it ended inside a message."""
        if self._buffer:
            raise ProtocolError(f"the stream ended {len(self._buffer)} bytes into a message")

    def _decoded(self, body: bytes) -> Message:
        try:
            return self._decoder.decode(body)
        except (msgspec.DecodeError, RecursionError) as error:
            raise ProtocolError(f"not a message of this protocol: {error}") from error
