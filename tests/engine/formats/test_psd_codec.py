"""PackBits and prediction: what is packed unpacks, by us and by others; damage stays inside."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from psd_tools.compression import decode_rle, encode_rle

from engine.formats.psd.codec import Compression, ZipEncoder, channel_rows, rle_band, rle_channel
from engine.formats.psd.kernels import (
    join_planes,
    pack_rows,
    packed_bound,
    split_words,
    unpack_rows,
    words_of,
)

# Few values, so that runs and literals of all lengths come up.
PLANES = arrays(
    np.uint8, array_shapes(min_dims=2, max_dims=2, max_side=300), elements=st.integers(0, 2)
)


def packed(rows):
    out = np.empty(len(rows) * packed_bound(rows.shape[1]), np.uint8)
    counts = np.empty(len(rows), np.int64)
    used = pack_rows(rows, out, counts)
    assert used == counts.sum() <= len(out)
    return out[:used], counts


def unpacked(data, counts, shape):
    out = np.zeros(shape, np.uint8)
    damaged = unpack_rows(data, np.cumsum(counts) - counts, counts, out)
    return out, damaged


@settings(deadline=None)
@given(PLANES)
def test_what_is_packed_unpacks(rows):
    data, counts = packed(rows)
    found, damaged = unpacked(data, counts, rows.shape)
    assert np.array_equal(found, rows)
    assert damaged == 0


@settings(deadline=None)
@given(PLANES)
def test_psd_tools_reads_our_packbits_and_we_read_its(rows):
    height, width = rows.shape
    data, counts = packed(rows)
    whole = counts.astype(">u2").tobytes() + data.tobytes()
    assert bytes(decode_rle(whole, width, height, 8, 1)) == rows.tobytes()
    theirs = np.frombuffer(encode_rle(rows.tobytes(), width, height, 8, 1), np.uint8)
    plane, damaged = channel_rows(
        np.concatenate([np.array([0, 1], np.uint8), theirs]), width, height, 8, False
    ).read(0, height)
    assert np.array_equal(plane, rows)
    assert damaged == 0


@pytest.mark.parametrize("width", [1, 2, 3, 127, 128, 129, 255, 256, 257])
def test_rows_at_the_limits_of_a_run(width):
    rows = np.vstack(
        [
            np.zeros(width, np.uint8),
            np.arange(width).astype(np.uint8),
            np.repeat(np.arange(width), 2)[:width].astype(np.uint8),
            np.repeat(np.arange(width), 3)[:width].astype(np.uint8),
        ]
    )
    data, counts = packed(rows)
    assert np.array_equal(unpacked(data, counts, rows.shape)[0], rows)
    assert counts[0] <= 2 * -(-width // 128)
    assert counts.max() <= packed_bound(width)


@settings(deadline=None)
@given(
    st.binary(max_size=400),
    st.lists(st.integers(-(2**40), 2**40), min_size=3, max_size=3),
    st.lists(st.integers(0, 2**40), min_size=3, max_size=3),
)
def test_damaged_packbits_never_leave_their_arrays(data, starts, counts):
    guarded = np.full((5, 50), 77, np.uint8)
    unpack_rows(np.frombuffer(data, np.uint8), np.array(starts), np.array(counts), guarded[1:4])
    assert (guarded[0] == 77).all() and (guarded[4] == 77).all()


@settings(deadline=None)
@given(PLANES, st.integers(1, 40))
def test_bands_read_in_turn_or_out_of_turn_are_the_plane(rows, band):
    height, width = rows.shape
    channel = rle_channel([rle_band(rows[top : top + band]) for top in range(0, height, band)])
    assert channel.compression is Compression.RLE
    stored = np.frombuffer(written(channel), np.uint8)
    assert len(stored) == channel.size(False)
    source = channel_rows(stored, width, height, 8, False)
    tops = list(range(0, height, band))
    for top in tops[::-1]:
        plane, damaged = source.read(top, min(height, top + band))
        assert np.array_equal(plane, rows[top : top + band])
        assert damaged == 0


@settings(deadline=None)
@given(arrays(np.uint16, array_shapes(min_dims=2, max_dims=2, max_side=60)), st.integers(1, 40))
def test_16_bit_planes_survive_prediction_and_zip(rows, band):
    height, width = rows.shape
    encoder = ZipEncoder()
    for top in range(0, height, band):
        encoder.add(rows[top : top + band])
    stored = np.frombuffer(written(encoder.finished()), np.uint8)
    source = channel_rows(stored, width, height, 16, False)
    parts = [source.read(top, min(height, top + band)) for top in range(0, height, band)]
    assert np.array_equal(np.vstack([plane for plane, _ in parts]), rows)
    assert sum(damaged for _, damaged in parts) == 0


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_pixels_split_and_join(dtype):
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, np.iinfo(dtype).max + 1, (40, 50, 4)).astype(dtype)
    planes = np.zeros((4, 30, 60), dtype)
    split_words(words_of(pixels), 5, 7, planes, 3)
    assert np.array_equal(planes[:, :, 3:48], np.moveaxis(pixels[7:37, 5:50], 2, 0))
    assert (planes[:, :, :3] == 0).all() and (planes[:, :, 48:] == 0).all()
    back = np.zeros_like(pixels)
    join_planes(planes, 3, words_of(back), 5, 7)
    assert np.array_equal(back[7:37, 5:50], pixels[7:37, 5:50])
    assert (back[:7] == 0).all() and (back[:, :5] == 0).all() and (back[37:] == 0).all()


def written(channel):
    import io

    file = io.BytesIO()
    channel.write(file, False)
    return file.getvalue()
