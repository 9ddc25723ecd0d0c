"""What decomposing promises, on random pictures and on a drawing with known layers."""

from __future__ import annotations

import hashlib
import time

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.progress import JobCancelled, Progress
from engine.tasks.illustration import rows
from engine.tasks.illustration.decompose import Illustration, decompose
from engine.tasks.illustration.graph import MOST_COLOURS
from tests.engine.tasks.illustration.drawing import (
    BODY,
    HAT,
    LIGHT,
    PALETTE,
    PAPER,
    SHADE,
    Drawing,
    drawing,
)
from tests.engine.tasks.illustration.recomposition import flat_of, largest_errors, recomposed

KINDS = ("noise", "gradient", "flat", "screentone", "strokes", "jpeg")


def random_picture(
    kind: str, height: int, width: int, alpha: str, dtype: type, seed: int
) -> NDArray[np.integer]:
    """A picture of a kind: H×W×4, straight alpha."""
    rng = np.random.default_rng(seed)
    rows_, columns = np.mgrid[:height, :width]
    if kind == "noise":
        colour = rng.integers(0, 256, (height, width, 3))
    elif kind == "gradient":
        colour = np.stack([rows_ * 3 % 256, columns % 256, (rows_ + columns) * 2 % 256], -1)
    elif kind == "screentone":
        colour = np.repeat(((np.cos(rows_ * 0.9) * np.cos(columns * 0.9)) > 0.2)[..., None], 3, 2)
        colour = colour * 255
    else:
        colour = np.full((height, width, 3), rng.integers(0, 256, 3), np.uint8)
        for _ in range(6):
            ends = rng.integers(-5, max(height, width) + 5, (2, 2))
            ink = [int(value) for value in rng.integers(0, 256, 3)]
            thick = int(rng.integers(1, 9)) if kind != "flat" else -1
            if thick < 0:
                cv2.rectangle(colour, ends[0].tolist(), ends[1].tolist(), ink, -1)
            else:
                cv2.line(colour, ends[0].tolist(), ends[1].tolist(), ink, thick, cv2.LINE_AA)
        if kind == "jpeg":
            colour = cv2.imdecode(
                cv2.imencode(".jpg", colour, [cv2.IMWRITE_JPEG_QUALITY, 70])[1], 1
            )
    if alpha == "opaque":
        cover = np.full((height, width), 255)
    elif alpha == "noise":
        cover = rng.integers(0, 256, (height, width))
    else:
        cover = np.clip(columns * 4 - 20, 0, 255)
    picture = np.dstack([colour, cover]).astype(dtype)
    if dtype is np.uint16:
        picture = picture * 257 + rng.integers(0, 2, picture.shape).astype(np.uint16) * (
            (picture > 0) & (picture < 255)
        )
    return np.ascontiguousarray(picture, dtype)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    kind=st.sampled_from(KINDS),
    height=st.integers(1, 70),
    width=st.integers(1, 90),
    alpha=st.sampled_from(["opaque", "noise", "ramp"]),
    dtype=st.sampled_from([np.uint8, np.uint16]),
    seed=st.integers(0, 2**16),
)
def test_the_layers_add_up_to_the_picture_at_every_pixel(
    kind: str, height: int, width: int, alpha: str, dtype: type, seed: int
) -> None:
    picture = random_picture(kind, height, width, alpha, dtype, seed)
    illustration = decompose(picture, Progress.silent())
    allowed = 1 if dtype is np.uint8 else 4
    colour_error, alpha_error = largest_errors(illustration, picture)
    assert colour_error <= allowed
    assert alpha_error <= allowed
    _, cover = recomposed(illustration)
    assert not cover[picture[..., 3] == 0].any()
    assert illustration.line.dtype == illustration.palette.dtype == picture.dtype


@pytest.mark.parametrize("shape", [(1, 1), (1, 900), (900, 1), (2, 3)])
def test_the_smallest_and_thinnest_pictures_add_up(shape: tuple[int, int]) -> None:
    picture = random_picture("noise", *shape, "noise", np.uint8, 5)
    assert max(largest_errors(decompose(picture, Progress.silent()), picture)) <= 1


@pytest.fixture(scope="module")
def known() -> Drawing:
    return drawing()


@pytest.fixture(scope="module")
def found(known: Drawing) -> Illustration:
    return decompose(known.picture, Progress.silent())


def slot_at(found: Illustration, where: NDArray[np.bool_]) -> int:
    return int(np.bincount(found.ids[where]).argmax())


def test_a_drawing_gets_its_slots_back(known: Drawing, found: Illustration) -> None:
    clear = cv2.erode((known.line == 0).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    slots = [slot_at(found, clear & (known.ids == k)) for k in (PAPER, BODY, HAT)]
    assert len(set(slots)) == 3
    for slot, true in zip(slots, (PAPER, BODY, HAT), strict=True):
        assert np.abs(found.palette[slot].astype(int) - PALETTE[true]).max() <= 1
        where = clear & (known.ids == true)
        assert (found.ids[where] == slot).mean() > 0.995
    assert len(found.palette) <= 4


def test_an_exact_colour_is_another_one_than_the_paper_next_to_it() -> None:
    paper, shirt = 255, 250
    picture = np.full((200, 200, 4), 255, np.uint8)
    cv2.circle(picture, (100, 100), 60, (shirt, shirt, shirt, 255), -1)
    cv2.circle(picture, (100, 100), 60, (20, 16, 24, 255), 4, cv2.LINE_AA)
    found = decompose(picture, Progress.silent())
    colours = [found.palette[found.ids[y, x]].tolist() for y, x in ((10, 10), (100, 100))]
    assert colours == [[paper] * 3, [shirt] * 3]
    # the same two whites are one where the picture is worn
    worn = picture.copy()
    grain = np.random.default_rng(3).integers(-2, 3, (200, 200, 3))
    worn[..., :3] = np.clip(worn[..., :3] + grain, 0, 255)
    found = decompose(worn, Progress.silent())
    assert found.ids[10, 10] == found.ids[100, 100]


def test_more_exact_colours_than_a_picture_can_have_are_taken_wider() -> None:
    shades = np.random.default_rng(0).integers(30, 256, (40, 40, 3)).astype(np.uint8)
    picture = np.full((320, 320, 4), 255, np.uint8)
    picture[..., :3] = np.repeat(np.repeat(shades, 8, 0), 8, 1)
    found = decompose(picture, Progress.silent())
    assert 1 < len(found.palette) < MOST_COLOURS
    assert max(largest_errors(found, picture)) <= 1


@pytest.mark.parametrize("is_tinted_alike", [True, False])
def test_a_shadow_behind_a_line_belongs_to_what_has_the_same_tint(is_tinted_alike: bool) -> None:
    """Two balls show the tint of the shadows; a box has its dark side beyond a line."""
    tint = np.array([0.6, 0.55, 0.7])
    ink = (20, 16, 24)
    picture = np.full((240, 320, 3), 255, np.uint8)

    def shaded(colour: tuple[int, int, int], factors: NDArray[np.float64]) -> list[int]:
        return np.floor(np.array(colour) * factors + 0.5).astype(int).tolist()

    for x, colour in ((70, (240, 200, 90)), (230, (120, 210, 230))):
        cv2.circle(picture, (x, 70), 50, colour, -1)
        cv2.ellipse(picture, (x, 70), (50, 50), 0, 10, 170, shaded(colour, tint), -1)
        cv2.circle(picture, (x, 70), 50, ink, 4, cv2.LINE_AA)
    box = (230, 90, 120)
    side = tint if is_tinted_alike else np.array([0.35, 0.9, 0.6])
    cv2.rectangle(picture, (60, 150), (160, 220), box, -1)
    cv2.rectangle(picture, (160, 150), (240, 220), shaded(box, side), -1)
    for left, right in ((60, 160), (160, 240)):
        cv2.rectangle(picture, (left, 150), (right, 220), ink, 4, cv2.LINE_AA)
    opaque = np.dstack([picture, np.full(picture.shape[:2], 255, np.uint8)])
    found = decompose(opaque, Progress.silent())
    assert found.palette[found.ids[185, 110]].tolist() == list(box)
    assert (found.ids[185, 110] == found.ids[185, 200]) == is_tinted_alike


def test_a_drawing_gets_its_lines_back(known: Drawing, found: Illustration) -> None:
    alpha = found.line[..., 3] / 255.0
    assert np.abs(alpha - known.line).mean() < 0.004
    opaque = known.line > 0.99
    assert (alpha[opaque] > 0.9).mean() > 0.99
    colour = found.line[..., :3][opaque & (alpha > 0.98)]
    assert np.abs(colour - np.array([20, 16, 24])).max() <= 6


def test_a_drawing_gets_its_shadow_and_light_back(known: Drawing, found: Illustration) -> None:
    away = cv2.dilate((known.line > 0).astype(np.uint8), np.ones((5, 5), np.uint8)) == 0
    inside = cv2.erode(known.shadow.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    shade = found.shadow[inside & away]
    assert (shade[:, 3] == 255).all()
    assert np.abs(shade[:, :3] / 255.0 - SHADE).max() < 0.02
    inside = cv2.erode(known.light.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    assert np.abs(found.highlight[inside & away][:, :3] / 255.0 - LIGHT).max() < 0.03
    near = cv2.dilate((known.shadow | known.light).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    assert not found.shadow[away & ~near].any()
    assert not found.highlight[away & ~near].any()


def test_flat_colour_is_closed_under_the_lines(known: Drawing, found: Illustration) -> None:
    assert (found.flat_alpha == 255).all()
    under = known.line > 0.99
    ink = np.array([20, 16, 24]) / 255
    assert np.abs(flat_of(found)[under] - ink).max(-1).min() > 0.1


def test_recolouring_a_slot_changes_only_its_pixels(known: Drawing, found: Illustration) -> None:
    slot = slot_at(found, known.ids == HAT)
    palette = found.palette.copy()
    palette[slot] = (20, 200, 40)
    before, _ = recomposed(found)
    after, _ = recomposed(found, palette)
    owned = (found.ids == slot) | ((found.second == slot) & (found.coverage > 0))
    assert np.array_equal(before[~owned], after[~owned])
    hat = (known.ids == HAT) & (known.line == 0) & ~known.light & ~known.shadow
    assert np.abs(after[hat] * 255 - (20, 200, 40)).max() < 2.5


def test_sixteen_bits_are_kept(known: Drawing) -> None:
    picture = known.picture.astype(np.uint16) * 257
    picture[..., :3] = np.minimum(picture[..., :3].astype(np.int64) + 77, 65535)
    found = decompose(picture, Progress.silent())
    assert max(largest_errors(found, picture)) <= 4
    slot = slot_at(found, known.ids == PAPER)
    assert (
        np.abs(found.palette[slot].astype(int) - (PALETTE[PAPER].astype(int) * 257 + 77)).max() <= 4
    )


def test_a_clean_drawing_needs_no_residual(found: Illustration) -> None:
    assert found.residual is None
    assert found.residual_mean == 0.0


def test_grain_stays_out_of_shadow_and_light(known: Drawing) -> None:
    rng = np.random.default_rng(11)
    noisy = known.picture.copy()
    grain = rng.normal(0, 1.5, (*known.picture.shape[:2], 3))
    noisy[..., :3] = np.clip(np.round(noisy[..., :3] + grain), 0, 255)
    found = decompose(noisy, Progress.silent())
    assert max(largest_errors(found, noisy)) <= 1
    assert found.residual is not None
    assert 0.5 / 255 < found.residual_mean < 2.0 / 255
    marks = (known.line > 0) | known.shadow | known.light
    calm = cv2.dilate(marks.astype(np.uint8), np.ones((9, 9), np.uint8)) == 0
    assert (found.shadow[calm][:, 3] > 0).mean() < 0.02
    assert (found.highlight[calm][:, 3] > 0).mean() < 0.02


def digest(illustration: Illustration) -> str:
    parts = [illustration.palette, illustration.ids, illustration.second, illustration.coverage]
    parts += [illustration.flat_alpha, illustration.shadow, illustration.highlight]
    parts += [illustration.line]
    if illustration.residual is not None:
        parts.append(illustration.residual)
    return hashlib.sha256(
        b"".join(np.ascontiguousarray(part).tobytes() for part in parts)
    ).hexdigest()


def test_the_same_picture_gives_the_same_bytes(
    known: Drawing, found: Illustration, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "MOST_THREADS", 1)
    monkeypatch.setattr(rows, "BAND_PIXELS", 4096)
    assert digest(decompose(known.picture, Progress.silent())) == digest(found)


def test_a_cancel_is_noticed_at_every_stage(known: Drawing) -> None:
    stages: list[str] = []
    decompose(known.picture, Progress(lambda _, stage: stages.append(stage)))
    named = list(dict.fromkeys(stage for stage in stages if stage))
    assert len(named) >= 4
    for wanted in named:
        reached: list[str] = []
        progress = Progress(
            lambda _, stage, reached=reached: reached.append(stage),
            lambda reached=reached, wanted=wanted: wanted in reached,
        )
        with pytest.raises(JobCancelled):
            decompose(known.picture, progress)
        assert reached[-1] == wanted


def test_progress_never_falls_and_stays_below_one(known: Drawing) -> None:
    seen: list[float] = []
    decompose(known.picture, Progress(lambda fraction, _: seen.append(fraction)))
    assert seen == sorted(seen)
    assert all(0 <= fraction <= 1 for fraction in seen)


LONGEST_WORK = 0.06  # of the job's computing time, at 2400×2400; far less of a larger picture


def test_a_large_picture_asks_and_tells_often_and_stops_at_once() -> None:
    """Computing time, not that of the clock: the law holds on a slow and on a busy machine."""
    picture = cv2.resize(drawing(1200).picture, (2400, 2400), interpolation=cv2.INTER_CUBIC)
    decompose(picture[:200, :200], Progress.silent())  # compiles the kernels
    asked: list[float] = []
    told: list[tuple[float, float]] = []
    decompose(
        picture,
        Progress(
            lambda fraction, _: told.append((time.process_time(), fraction)),
            lambda: asked.append(time.process_time()) is not None,
        ),
    )
    whole = time.process_time() - asked[0]
    assert np.diff(asked).max() < LONGEST_WORK * whole
    moment, fraction = np.array(told).T
    assert np.diff(moment).max() < 2 * LONGEST_WORK * whole
    assert np.abs((moment - moment[0]) / whole - fraction).max() < 0.3
    for end in (0.2, 0.5, 0.9):
        assert work_after_cancel(picture, end) < LONGEST_WORK * whole


def work_after_cancel(picture: NDArray[np.uint8], end: float) -> float:
    """Seconds of computing between the first question answered with a cancel and the end."""
    reached, stopped = [0.0], [0.0]

    def is_cancelled() -> bool:
        if reached[0] >= end and not stopped[0]:
            stopped[0] = time.process_time()
        return stopped[0] > 0

    with pytest.raises(JobCancelled):
        decompose(picture, Progress(lambda at, _: reached.__setitem__(0, at), is_cancelled))
    return time.process_time() - stopped[0]
