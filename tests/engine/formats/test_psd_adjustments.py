"""Adjustment layers through PSD and the other formats."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import psd_tools
import pytest
from psd_tools.api import adjustments as known

from engine.compositor.composite import flatten
from engine.document.adjustments import (
    Adjustment,
    BlackAndWhite,
    BrightnessContrast,
    ChannelMixer,
    ChannelShares,
    ColorBalance,
    ColorLookup,
    Curves,
    Exposure,
    GradientMap,
    GradientMethod,
    GradientStop,
    HueRange,
    HueSaturation,
    Inks,
    Invert,
    Levels,
    LevelsRecord,
    PhotoFilter,
    Posterize,
    SelectiveColor,
    Threshold,
    Vibrance,
)
from engine.document.geometry import Size
from engine.document.model import AdjustmentLayer, BlendMode, Document, LayerId, Mask, PixelLayer
from engine.document.raster import raster_from_array
from engine.errors import BadFileError
from engine.formats.adjustment_values import adjustment_from, values_of
from engine.formats.files import open_document, save_document
from engine.formats.plain import PlainValues
from engine.progress import Progress

TABLE = np.linspace(65535, 0, 81).astype(">u2").tobytes()
ADJUSTMENTS: tuple[Adjustment, ...] = (
    Levels(master=LevelsRecord(20, 230, 5, 250, 1.4), blue=LevelsRecord(0, 255, 40, 200)),
    Curves(master=((0, 0), (90, 140), (255, 255)), red=((0, 255), (255, 0))),
    BrightnessContrast(brightness=20, contrast=-30),
    BrightnessContrast(brightness=-60, contrast=40, legacy=False),
    Exposure(exposure=0.75, offset=-0.125, gamma=1.25),
    HueSaturation(hue=70, saturation=40, lightness=-10),
    HueSaturation(ranges=(HueRange(315, 345, 15, 45, 90, -50, 20), HueRange(1, 2, 3, 4, 5, 6, 7))),
    HueSaturation(hue=200, saturation=60, lightness=15, colorize=True),
    ColorBalance(shadows=(30, 0, -50), midtones=(0, 40, 0), highlights=(-20, 0, 60)),
    ColorBalance(midtones=(50, -20, 0), keep_luminosity=False),
    GradientMap(stops=(GradientStop(0, (1, 0, 0)), GradientStop(0.5, (0, 0, 1))), reverse=True),
    Invert(),
    Posterize(levels=5),
    Threshold(level=100),
    Vibrance(vibrance=30, saturation=-20),
    BlackAndWhite(reds=-10, magentas=120),
    BlackAndWhite(is_tinted=True, tint=(1.0, 0.6, 0.2)),
    PhotoFilter(color=(1.0, 0.2, 0.0), density=40, keep_luminosity=False),
    ChannelMixer(red=ChannelShares(50, 60, -20, 5)),
    ChannelMixer(is_gray=True, gray=ChannelShares(20, 30, 40, 10)),
    SelectiveColor(reds=Inks(-50, 20, 30, 10), blacks=Inks(5, -5, 0, 20)),
    SelectiveColor(whites=Inks(black=20), is_relative=False),
    GradientMap(smoothness=1.0, method=GradientMethod.PERCEPTUAL),
    ColorLookup(title="Dämmerung", size=3, table=TABLE),
)


def names(adjustment: object) -> str:
    return type(adjustment).__name__


def document_with(adjustment: Adjustment, depth: int = 8) -> Document:
    dtype = np.uint8 if depth == 8 else np.uint16
    rng = np.random.default_rng(3)
    pixels = rng.integers(0, np.iinfo(dtype).max + 1, (40, 60, 4)).astype(dtype)
    mask = Mask(raster_from_array(pixels[:20, :30, 0].copy(), left=5, top=4), density=102 / 255)
    layers = (
        PixelLayer(id=LayerId(1), name="Paper", raster=raster_from_array(pixels)),
        AdjustmentLayer(
            id=LayerId(2),
            name="Ändern 色",
            adjustment=adjustment,
            blend=BlendMode.SOFT_LIGHT,
            opacity=204 / 255,
            clipped=True,
            mask=mask,
        ),
    )
    return Document(size=Size(60, 40), layers=layers, depth=depth, next_id=3)


def through(document: Document, path: Path) -> Document:
    save_document(document, path, Progress.silent())
    return open_document(path, Progress.silent()).document


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("adjustment", ADJUSTMENTS, ids=names)
def test_psd_brings_an_adjustment_layer_back(
    adjustment: Adjustment, depth: int, tmp_path: Path
) -> None:
    document = document_with(adjustment, depth)
    back = through(document, tmp_path / "a.psd")
    layer, original = back.layers[1], document.layers[1]
    assert isinstance(layer, AdjustmentLayer)
    assert layer.adjustment == adjustment
    fields = ("name", "blend", "opacity", "clipped", "visible", "id")
    for field in fields:
        assert getattr(layer, field) == getattr(original, field), field
    assert np.array_equal(flatten(back), flatten(document))


@pytest.mark.parametrize("ending", [".unflatten", ""])
@pytest.mark.parametrize("adjustment", ADJUSTMENTS, ids=names)
def test_projects_and_folders_keep_every_parameter(
    adjustment: Adjustment, ending: str, tmp_path: Path
) -> None:
    document = document_with(adjustment)
    layer = through(document, tmp_path / f"kept{ending}").layers[1]
    assert isinstance(layer, AdjustmentLayer)
    assert layer.adjustment == adjustment


def test_openraster_says_that_it_leaves_adjustments_out(tmp_path: Path) -> None:
    warnings = save_document(document_with(Invert()), tmp_path / "a.ora", Progress.silent())
    assert any("adjustments are left out" in warning for warning in warnings)
    assert len(open_document(tmp_path / "a.ora", Progress.silent()).document.layers) == 1


def test_psd_tools_reads_the_same_values(tmp_path: Path) -> None:
    layers = tuple(
        AdjustmentLayer(id=LayerId(number + 1), name=names(one), adjustment=one)
        for number, one in enumerate(ADJUSTMENTS)
    )
    document = replace(document_with(Invert()), layers=layers, next_id=99)
    path = tmp_path / "all.psd"
    save_document(document, path, Progress.silent())
    found = list(psd_tools.PSDImage.open(path))
    kinds = [layer.kind for layer in found]
    assert kinds == [
        "levels", "curves", "brightnesscontrast", "brightnesscontrast", "exposure",
        "huesaturation", "huesaturation", "huesaturation", "colorbalance", "colorbalance",
        "gradientmap", "invert", "posterize", "threshold", "vibrance", "blackandwhite",
        "blackandwhite", "photofilter", "channelmixer", "channelmixer", "selectivecolor",
        "selectivecolor", "gradientmap", "colorlookup",
    ]  # fmt: skip
    levels, curves, legacy, newer, exposure, hue, ranges, tint, balance, tones, _, _, tone, cut = (
        found[:14]
    )
    assert isinstance(levels, known.Levels)
    master, blue = levels.data[0], levels.data[3]
    assert (master.input_floor, master.input_ceiling, master.gamma) == (20, 230, 140)
    assert (blue.output_floor, blue.output_ceiling) == (40, 200)
    assert isinstance(curves, known.Curves)
    assert curves.data is not None
    assert curves.data.data[0] == [(0, 0), (140, 90), (255, 255)]  # output before input
    assert isinstance(legacy, known.BrightnessContrast)
    assert isinstance(newer, known.BrightnessContrast)
    assert newer.brightness == -60 and newer.contrast == 40 and not newer.use_legacy
    assert isinstance(exposure, known.Exposure)
    assert (exposure.exposure, exposure.exposure_offset, exposure.gamma) == (0.75, -0.125, 1.25)
    assert isinstance(hue, known.HueSaturation) and isinstance(ranges, known.HueSaturation)
    assert hue.master == (70, 40, -10) and not hue.enable_colorization
    assert ranges.data[0] == [(315, 345, 15, 45), (90, -50, 20)]
    assert isinstance(tint, known.HueSaturation)
    assert tint.enable_colorization and tint.colorization == (200, 60, 15)
    assert isinstance(balance, known.ColorBalance) and isinstance(tones, known.ColorBalance)
    assert balance.shadows == (30, 0, -50) and balance.luminosity and not tones.luminosity
    assert isinstance(tone, known.Posterize) and tone.posterize == 5
    assert isinstance(cut, known.Threshold) and cut.threshold == 100
    vibrance, _, gray, lens, mixer, _, inks, *_ = found[14:]
    assert isinstance(vibrance, known.Vibrance) and isinstance(gray, known.BlackAndWhite)
    assert (vibrance.vibrance, vibrance.saturation) == (30, -20)
    assert (gray.red, gray.blue, gray.use_tint) == (40, 20, True)
    assert isinstance(lens, known.PhotoFilter) and isinstance(mixer, known.ChannelMixer)
    assert (lens.density, lens.luminosity) == (40, False)
    assert list(mixer.data[:5]) == [50, 60, -20, 0, 5] and not mixer.monochrome
    assert isinstance(inks, known.SelectiveColor)
    assert tuple(inks.data[1]) == (-50, 20, 30, 10) and inks.method == 0


def test_damaged_values_are_refused() -> None:
    good = values_of(GradientMap())
    assert adjustment_from(PlainValues(good)) == GradientMap()
    for broken in (
        {"kind": "fog"},
        {**good, "stops": []},
        {**good, "stops": [[0.0, [0, 0, 0]]] * 500},
        {"kind": "exposure", "exposure": float("nan")},
        {"kind": "levels", "master": 3},
        {"kind": "curves", "master": [[1, 2, 3]]},
    ):
        with pytest.raises(ValueError):
            adjustment_from(PlainValues(broken))


def test_a_project_with_a_damaged_adjustment_is_one_clear_error(tmp_path: Path) -> None:
    import zipfile

    path, other = tmp_path / "good.unflatten", tmp_path / "bad.unflatten"
    save_document(document_with(Posterize(levels=5)), path, Progress.silent())
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b'"posterize"', b'"fog"'))
    with pytest.raises(BadFileError):
        open_document(other, Progress.silent())
