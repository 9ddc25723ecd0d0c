from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.protocol.documents import WireOutcome
from engine.protocol.errors import ProtocolError
from engine.protocol.framing import MAX_MESSAGE_BYTES, Deframer, frame
from engine.protocol.messages import (
    Cancel,
    Cancelled,
    ErrorInfo,
    Failed,
    Finished,
    Hello,
    Progressed,
    Shutdown,
    Submit,
    ToEngine,
    ToWindow,
    Unload,
)
from engine.protocol.params import DecomposeIllustration, Echo, OpenFile

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
numbers = st.integers(1, 2**53)
requests = st.one_of(
    st.builds(Hello, st.integers(0, 9), texts, texts),
    st.builds(Submit, numbers, st.builds(OpenFile, texts)),
    st.builds(Submit, numbers, st.builds(DecomposeIllustration, st.none() | numbers)),
    st.builds(Cancel, numbers),
    st.just(Unload()),
    st.just(Shutdown()),
)
answers = st.one_of(
    st.builds(Progressed, numbers, st.floats(0, 1), texts),
    st.builds(Failed, numbers, st.builds(ErrorInfo, st.just("internal"), texts, texts, texts)),
    st.builds(Finished, numbers, st.builds(WireOutcome, warnings=st.tuples(texts))),
    st.builds(Cancelled, numbers),
)


def chunks(stream: bytes, cuts: list[int]) -> list[bytes]:
    edges = [0, *sorted(cut % (len(stream) + 1) for cut in cuts), len(stream)]
    return [stream[a:b] for a, b in pairwise(edges)]


@given(st.lists(requests, max_size=6), st.lists(st.integers(0, 10_000), max_size=30))
@settings(deadline=None)
def test_any_chunking_of_the_stream_gives_the_same_requests(messages, cuts):
    deframer: Deframer[ToEngine] = Deframer(ToEngine)
    stream = b"".join(map(frame, messages))
    heard = [message for chunk in chunks(stream, cuts) for message in deframer.feed(chunk)]
    assert heard == messages
    deframer.finish()


@given(st.lists(answers, max_size=6), st.lists(st.integers(0, 10_000), max_size=30))
@settings(deadline=None)
def test_any_chunking_of_the_stream_gives_the_same_answers(messages, cuts):
    deframer: Deframer[ToWindow] = Deframer(ToWindow)
    stream = b"".join(map(frame, messages))
    assert [one for chunk in chunks(stream, cuts) for one in deframer.feed(chunk)] == messages


@given(requests, st.data())
@settings(deadline=None)
def test_a_stream_that_ends_inside_a_message_is_an_error(message, data):
    stream = frame(message)
    cut = data.draw(st.integers(1, len(stream) - 1))
    deframer: Deframer[ToEngine] = Deframer(ToEngine)
    assert list(deframer.feed(stream[:cut])) == []
    with pytest.raises(ProtocolError, match="ended"):
        deframer.finish()


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_give_messages_or_a_protocol_error(noise):
    deframer: Deframer[ToEngine] = Deframer(ToEngine)
    try:
        list(deframer.feed(noise))
        list(deframer.feed(len(noise).to_bytes(4, "big") + noise))
    except ProtocolError:
        pass


def body(text: bytes) -> bytes:
    return len(text).to_bytes(4, "big") + text


@pytest.mark.parametrize(
    "text",
    [
        b'{"type":"Destroy"}',
        b'{"job":1}',
        b"",
        b"no json",
        b'{"type":"Cancel","job":"one"}',
        b'{"type":"Cancel"}',
        b'{"type":"Submit","job":1,"params":{"task":"unheard_of"}}',
        b'{"type":"Progressed","job":1,"fraction":0.5,"stage":""}',
        b'{"type":"Cancel","job":1}{"type":"Cancel","job":2}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_what_is_no_request_is_a_protocol_error(text):
    deframer: Deframer[ToEngine] = Deframer(ToEngine)
    with pytest.raises(ProtocolError):
        list(deframer.feed(body(text)))


def test_messages_before_the_broken_one_are_heard():
    deframer: Deframer[ToEngine] = Deframer(ToEngine)
    stream = deframer.feed(frame(Cancel(7)) + body(b"broken"))
    assert next(stream) == Cancel(7)
    with pytest.raises(ProtocolError):
        next(stream)


def test_an_announced_message_that_is_too_large_is_refused_before_it_comes():
    deframer: Deframer[ToEngine] = Deframer(ToEngine)
    with pytest.raises(ProtocolError, match="announced"):
        list(deframer.feed((MAX_MESSAGE_BYTES + 1).to_bytes(4, "big")))


def test_a_message_that_is_too_large_is_not_sent():
    with pytest.raises(ProtocolError, match="at most"):
        frame(Submit(1, Echo("x" * (MAX_MESSAGE_BYTES + 1))))


def test_text_that_is_no_unicode_is_not_sent():
    with pytest.raises(ProtocolError):
        frame(Submit(1, OpenFile("/home/art/\udcff.png")))


def test_unknown_fields_are_ignored():
    deframer: Deframer[ToEngine] = Deframer(ToEngine)
    assert list(deframer.feed(body(b'{"type":"Cancel","job":3,"why":"new"}'))) == [Cancel(3)]
