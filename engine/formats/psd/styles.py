"""Layer styles in PSD: effects out of their descriptors, and settings of advanced blending.

Effects lie in `lfx2` (one of each kind) or `lmfx` (several); the binary `lrFX` of Photoshop 5 is a
copy that only says something when neither is there. Effects that are switched off are left out.
"""

from __future__ import annotations

import colorsys
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np

from engine.document.adjustments import STRAIGHT, CurvePoints, GradientStop
from engine.document.geometry import Rect
from engine.document.modes import BlendMode
from engine.document.style import (
    Bevel,
    BevelStyle,
    Board,
    Effect,
    Glow,
    Gradient,
    GradientForm,
    GradientMethod,
    Knockout,
    Overlay,
    Pattern,
    Satin,
    Shade,
    Shadow,
    Stroke,
    StrokePlace,
    Style,
)
from engine.formats.psd.cursor import Cursor
from engine.formats.psd.descriptors import Value, parsed_descriptor
from engine.formats.psd.mapping import BLEND_MODES
from engine.formats.psd.records import USER_MASK, LayerRecord

Descriptor = Mapping[str, Value]

EFFECTS = (b"lmfx", b"lfx2", b"lfxs", b"lrFX")
"""Blocks that hold effects."""

_ENUM_MODES: Mapping[str, BlendMode] = MappingProxyType(
    {
        "Nrml": BlendMode.NORMAL,
        "Dslv": BlendMode.DISSOLVE,
        "Drkn": BlendMode.DARKEN,
        "Mltp": BlendMode.MULTIPLY,
        "CBrn": BlendMode.COLOR_BURN,
        "Lghn": BlendMode.LIGHTEN,
        "Scrn": BlendMode.SCREEN,
        "CDdg": BlendMode.COLOR_DODGE,
        "Ovrl": BlendMode.OVERLAY,
        "SftL": BlendMode.SOFT_LIGHT,
        "HrdL": BlendMode.HARD_LIGHT,
        "Dfrn": BlendMode.DIFFERENCE,
        "Xclu": BlendMode.EXCLUSION,
        "H   ": BlendMode.HUE,
        "Strt": BlendMode.SATURATION,
        "Clr ": BlendMode.COLOR,
        "Lmns": BlendMode.LUMINOSITY,
        "blendSubtraction": BlendMode.SUBTRACT,
        "blendDivide": BlendMode.DIVIDE,
        "passThrough": BlendMode.NORMAL,
    }
    | {
        "".join([first, *(word.title() for word in rest)]): mode
        for mode in BlendMode
        for first, *rest in [mode.value.split("_")]
        if mode is not BlendMode.PASS_THROUGH
    }
)
"""Names of modes in descriptors: four letters, and the long ones (colorBurn) of newer versions."""

_FORMS: Mapping[str, GradientForm] = MappingProxyType(
    {
        "Lnr": GradientForm.LINEAR,
        "linear": GradientForm.LINEAR,
        "Rdl": GradientForm.RADIAL,
        "radial": GradientForm.RADIAL,
        "Angl": GradientForm.ANGLE,
        "angle": GradientForm.ANGLE,
        "Rflc": GradientForm.REFLECTED,
        "reflected": GradientForm.REFLECTED,
        "Dmnd": GradientForm.DIAMOND,
        "diamond": GradientForm.DIAMOND,
        "shapeburst": GradientForm.SHAPE_BURST,
    }
)
_METHODS: Mapping[str, GradientMethod] = MappingProxyType(
    {"Perc": GradientMethod.PERCEPTUAL, "Lnr ": GradientMethod.LINEAR}
)
_BEVELS: Mapping[str, BevelStyle] = MappingProxyType(
    {
        "OtrB": BevelStyle.OUTER,
        "InrB": BevelStyle.INNER,
        "Embs": BevelStyle.EMBOSS,
        "PlEb": BevelStyle.PILLOW,
        "strokeEmboss": BevelStyle.STROKE,
    }
)
_PLACES: Mapping[str, StrokePlace] = MappingProxyType(
    {"InsF": StrokePlace.INSIDE, "CtrF": StrokePlace.CENTER, "OutF": StrokePlace.OUTSIDE}
)
_ORDER = (
    ("dropShadowMulti", "DrSh"),
    ("", "OrGl"),
    ("", "patternFill"),
    ("gradientFillMulti", "GrFl"),
    ("solidFillMulti", "SoFi"),
    ("", "ChFX"),
    ("", "IrGl"),
    ("innerShadowMulti", "IrSh"),
    ("frameFXMulti", "FrFX"),
    ("", "ebbl"),
)
"""Effects from the lowest to the highest: the key of a list of them, and of a single one."""


@dataclass(frozen=True, slots=True)
class StyleSources:
    """What styles refer to: patterns by id, and the light that all effects may share.

    reference: the point of a layer (of the block `fxrp`) where patterns begin that follow it.
    mixes_text: the program that wrote the file mixes the edges of text as light.
    """

    canvas: Rect
    patterns: Mapping[str, Pattern] = field(default_factory=dict)
    angle: float = 30.0
    altitude: float = 30.0
    reference: tuple[float, float] = (0.0, 0.0)
    mixes_text: bool = False

    def at(self, record: LayerRecord) -> StyleSources:
        """The same for one layer."""
        data = record.block(b"fxrp") or b""
        place = struct.unpack(">dd", data[:16]) if len(data) >= 16 else (0.0, 0.0)
        known = all(abs(one) < 1 << 20 for one in place)
        return replace(self, reference=place if known else (0.0, 0.0))


def style_of(record: LayerRecord, sources: StyleSources) -> Style:
    """The style of a layer; damaged effects are left out."""
    knockout = (record.block(b"knko") or b"\0")[0]
    return Style(
        effects=tuple(_effects(record, sources)),
        clips_apart=(record.block(b"clbl") or b"\1")[:1] == b"\0",
        interior_as_group=(record.block(b"infx") or b"\0")[:1] != b"\0",
        mask_hides_effects=_mask_hides_effects(record),
        knockout=Knockout(knockout) if knockout <= 2 else Knockout.NONE,
        board=_board(record, sources.canvas),
        is_text=sources.mixes_text and record.block(b"TySh") is not None,
        rounded=True,
    )


def _mask_hides_effects(record: LayerRecord) -> bool:
    """Whether what a mask of the layer hides are its effects too: one flag each for what was
    painted and for a path."""
    painted = record.channel(USER_MASK) is not None and record.block(b"lmgm")
    path = record.block(b"vmsk", b"vsms") is not None and record.block(b"vmgm")
    return any((flag or b"\0")[:1] != b"\0" for flag in (painted, path))


def _board(record: LayerRecord, canvas: Rect) -> Board | None:
    """What an artboard lies on (kinds of background: white, black, none, a colour of its own)."""
    data = record.block(b"artb", b"artd", b"abdd")
    if data is None:
        return None
    try:
        whole = parsed_descriptor(data)
    except ValueError:
        return None
    place = whole.get("artboardRect")
    if not isinstance(place, dict):
        return None
    left, top, right, bottom = (
        round(_number(place, key)) for key in ("Left", "Top ", "Rght", "Btom")
    )
    rect = Rect(left, top, right, bottom).intersected(canvas)
    if rect.is_empty:
        return None
    colors: Mapping[Value, Shade | None] = {
        1: (1.0, 1.0, 1.0),
        2: (0.0, 0.0, 0.0),
        4: shade(whole.get("Clr ")),
    }
    return Board(rect=rect, color=colors.get(whole.get("artboardBackgroundType")))


def _effects(record: LayerRecord, sources: StyleSources) -> Iterator[Effect]:
    sources = sources.at(record)
    data = record.block(b"lmfx") or record.block(b"lfx2", b"lfxs")
    if data is None:
        yield from _old_effects(record.block(b"lrFX") or b"", sources)
        return
    try:
        whole = parsed_descriptor(data[4:])
    except ValueError:
        return
    if not whole.get("masterFXSwitch", True):
        return
    for several, single in _ORDER:
        listed = whole.get(several) if several else None
        found: list[Value] = listed if isinstance(listed, list) else [whole.get(single)]
        # Lists begin with the highest effect.
        for one in reversed(found):
            if isinstance(one, dict) and one.get("enab"):
                effect = _effect(single, one, sources)
                if effect is not None:
                    yield effect


def _effect(kind: str, one: Descriptor, sources: StyleSources) -> Effect | None:
    mode, opacity = _mode(one.get("Md  ")), _share(one, "Opct", 1.0)
    match kind:
        case "DrSh" | "IrSh":
            return Shadow(
                is_inner=kind == "IrSh",
                mode=mode,
                opacity=opacity,
                color=shade(one.get("Clr ")),
                angle=_angle(one, sources),
                distance=_number(one, "Dstn"),
                spread=_spread(one),
                size=_number(one, "blur"),
                contour=_contour(one.get("TrnS")),
                knocks_out=bool(one.get("layerConceals", True)),
            )
        case "OrGl" | "IrGl":
            return Glow(
                is_inner=kind == "IrGl",
                mode=mode,
                opacity=opacity,
                paint=gradient_of(one, sources) or shade(one.get("Clr ")),
                spread=_spread(one),
                size=_number(one, "blur"),
                contour=_contour(one.get("TrnS")),
                reach=_share(one, "Inpr", 0.5),
                is_precise=one.get("GlwT") == "PrBL",
                from_center=one.get("glwS") == "SrcC",
            )
        case "SoFi":
            return Overlay(mode=mode, opacity=opacity, paint=shade(one.get("Clr ")))
        case "GrFl":
            gradient = gradient_of(one, sources)
            if gradient is None:
                return None
            return Overlay(mode=mode, opacity=opacity, paint=gradient)
        case "patternFill":
            pattern = pattern_of(one, sources)
            if pattern is None:
                return None
            return Overlay(mode=mode, opacity=opacity, paint=pattern)
        case "ChFX":
            return Satin(
                mode=mode,
                opacity=opacity,
                color=shade(one.get("Clr ")),
                angle=_number(one, "lagl"),
                distance=_number(one, "Dstn"),
                size=_number(one, "blur"),
                contour=_contour(one.get("MpgS")),
                inverted=bool(one.get("Invr", True)),
            )
        case "FrFX":
            paint = {
                "GrFl": gradient_of(one, sources),
                "Ptrn": pattern_of(one, sources),
            }.get(str(one.get("PntT"))) or shade(one.get("Clr "))
            return Stroke(
                mode=mode,
                opacity=opacity,
                paint=paint,
                size=_number(one, "Sz  "),
                place=_PLACES.get(str(one.get("Styl")), StrokePlace.OUTSIDE),
                overprints=bool(one.get("overprint", False)),
            )
        case _:
            return _bevel(one, sources)


def _bevel(one: Descriptor, sources: StyleSources) -> Bevel:
    is_global = bool(one.get("uglg"))
    return Bevel(
        style=_BEVELS.get(str(one.get("bvlS")), BevelStyle.INNER),
        highlight_mode=_mode(one.get("hglM")),
        highlight=shade(one.get("hglC")),
        highlight_opacity=_share(one, "hglO", 0.75),
        shadow_mode=_mode(one.get("sdwM")),
        shadow=shade(one.get("sdwC")),
        shadow_opacity=_share(one, "sdwO", 0.75),
        angle=_angle(one, sources),
        altitude=sources.altitude if is_global else _number(one, "Lald", 30.0),
        depth=_share(one, "srgR", 1.0),
        size=_number(one, "blur"),
        soften=_number(one, "Sftn"),
        is_down=one.get("bvlD") == "Out ",
        is_chiseled=one.get("bvlT") != "SfBL",
        gloss=_contour(one.get("TrnS")),
    )


def _mode(value: Value) -> BlendMode:
    return _ENUM_MODES.get(str(value), BlendMode.NORMAL)


def _number(one: Descriptor, key: str, otherwise: float = 0.0) -> float:
    value = one.get(key)
    if isinstance(value, tuple):
        value = value[0]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return otherwise
    return float(value) if abs(value) < 1e6 else otherwise


def _share(one: Descriptor, key: str, otherwise: float) -> float:
    """A percentage as a share."""
    return _number(one, key, otherwise * 100) / 100


def _spread(one: Descriptor) -> float:
    """How much of the size isn't blurred."""
    return min(max(_number(one, "Ckmt") / 100, 0.0), 1.0)


def _angle(one: Descriptor, sources: StyleSources) -> float:
    return sources.angle if one.get("uglg") else _number(one, "lagl", 120.0)


def shade(value: Value) -> Shade:
    """A colour of any kind as R, G, B in 0..1; black when it cannot be told."""
    if not isinstance(value, dict):
        return 0.0, 0.0, 0.0
    match value.get("class"):
        case "RGBC" if "redFloat" in value:
            floats = ("redFloat", "greenFloat", "blueFloat")
            red, green, blue = (_number(value, key) for key in floats)
        case "RGBC":
            red, green, blue = (_number(value, key) / 255 for key in ("Rd  ", "Grn ", "Bl  "))
        case "Grsc":
            red = green = blue = 1 - _number(value, "Gry ") / 100
        case "HSBC":
            red, green, blue = colorsys.hsv_to_rgb(
                _number(value, "H   ") / 360,
                _number(value, "Strt") / 100,
                _number(value, "Brgh") / 100,
            )
        case "CMYC":
            black = 1 - _number(value, "Blck") / 100
            red, green, blue = (
                (1 - _number(value, key) / 100) * black for key in ("Cyn ", "Mgnt", "Ylw ")
            )
        case "LbCl":
            red, green, blue = _from_lab(value)
        case _:
            red = green = blue = 0.0
    return _clipped(red), _clipped(green), _clipped(blue)


def _clipped(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _from_lab(value: Descriptor) -> Shade:
    light = (_number(value, "Lmnc") + 16) / 116
    xyz = (light + _number(value, "A   ") / 500, light, light - _number(value, "B   ") / 200)
    x, y, z = (
        white * (one**3 if one > 6 / 29 else (one - 16 / 116) * 108 / 841)
        for one, white in zip(xyz, (0.96422, 1.0, 0.82521), strict=True)
    )
    linear = (
        3.1338561 * x - 1.6168667 * y - 0.4906146 * z,
        -0.9787684 * x + 1.9161415 * y + 0.0334540 * z,
        0.0719453 * x - 0.2289914 * y + 1.4052427 * z,
    )
    red, green, blue = (
        12.92 * one if one <= 0.0031308 else 1.055 * one ** (1 / 2.4) - 0.055
        for one in map(_clipped, linear)
    )
    return red, green, blue


def _contour(value: Value) -> CurvePoints:
    points = value.get("Crv ") if isinstance(value, dict) else None
    if not isinstance(points, list):
        return STRAIGHT
    return tuple(
        (_number(point, "Hrzn"), _number(point, "Vrtc"))
        for point in points
        if isinstance(point, dict)
    )


def gradient_of(one: Descriptor, sources: StyleSources) -> Gradient | None:
    """The gradient in a descriptor of an effect or fill layer; None without one."""
    whole = one.get("Grad")
    if not isinstance(whole, dict):
        return None
    colors = whole.get("Clrs")
    if not isinstance(colors, list) or not colors:
        return None
    length = _number(whole, "Intr", 4096.0)
    alphas = whole.get("Trns")
    listed = alphas if isinstance(alphas, list) else []
    stops = [stop for stop in colors if isinstance(stop, dict)]
    veils = [stop for stop in listed if isinstance(stop, dict)]
    offset = one.get("Ofst")
    shift = offset if isinstance(offset, dict) else {}
    return Gradient(
        colors=tuple(GradientStop(_number(s, "Lctn") / 4096, shade(s.get("Clr "))) for s in stops),
        alphas=tuple(
            GradientStop(_number(s, "Lctn") / 4096, (0.0, 0.0, 0.0), _share(s, "Opct", 1.0))
            for s in veils
        )
        or (GradientStop(0.0, (0.0, 0.0, 0.0)),),
        color_middles=tuple(_number(s, "Mdpn", 50.0) / 100 for s in stops),
        alpha_middles=tuple(_number(s, "Mdpn", 50.0) / 100 for s in veils) or (0.5,),
        form=_FORMS.get(str(one.get("Type")).strip(), GradientForm.LINEAR),
        angle=_number(one, "Angl", 90.0),
        scale=_share(one, "Scl ", 1.0),
        offset=(_share(shift, "Hrzn", 0.0), _share(shift, "Vrtc", 0.0)),
        reverse=bool(one.get("Rvrs", False)),
        frame=None if one.get("Algn", True) else sources.canvas,
        smoothness=length / 4096,
        method=_METHODS.get(
            str(one.get("gradientsInterpolationMethod", one.get("gs99"))), GradientMethod.CLASSIC
        ),
    )


def pattern_of(one: Descriptor, sources: StyleSources) -> Pattern | None:
    """The pattern in a descriptor of an effect or fill layer; None when the file lacks it."""
    named = one.get("Ptrn")
    found = sources.patterns.get(str(named.get("Idnt"))) if isinstance(named, dict) else None
    if found is None:
        return None
    phase = one.get("phase")
    place = phase if isinstance(phase, dict) else {}
    follows = bool(one.get("Algn", one.get("Lnkd", True)))
    left, top = sources.reference if follows else (0.0, 0.0)
    return replace(
        found,
        scale=max(_share(one, "Scl ", 1.0), 0.01),
        phase=(left + _number(place, "Hrzn"), top + _number(place, "Vrtc")),
        angle=_number(one, "Angl", 0.0),
    )


def _old_effects(data: bytes, sources: StyleSources) -> Iterator[Effect]:
    """The effects in a block of Photoshop 5, the lowest first."""
    cursor = Cursor(np.frombuffer(data, np.uint8), 0, len(data))
    found: dict[bytes, Effect] = {}
    try:
        _, count = cursor.unpack("HH")
        for _ in range(count):
            cursor.take(4)
            key = cursor.take(4)
            effect = _old_effect(key, cursor.part(cursor.number("I")), sources)
            if effect is not None:
                found[key] = effect
    except ValueError:
        pass  # what came before the damage counts
    order = (b"dsdw", b"oglw", b"sofi", b"iglw", b"isdw", b"bevl")
    yield from (found[key] for key in order if key in found)


def _old_effect(key: bytes, cursor: Cursor, sources: StyleSources) -> Effect | None:
    if key in (b"dsdw", b"isdw"):
        _, blur, intensity, angle, distance = (one / 65536 for one in cursor.unpack("iiiii"))
        color, mode = _old_color(cursor), _old_mode(cursor)
        enabled, is_global, opacity = cursor.unpack("BBB")
        if not enabled:
            return None
        return Shadow(
            is_inner=key == b"isdw",
            mode=mode,
            opacity=opacity / 255,
            color=color,
            angle=sources.angle if is_global else angle,
            distance=distance,
            spread=_clipped(intensity / 100),
            size=blur,
        )
    if key in (b"oglw", b"iglw"):
        _, blur, intensity = (one / 65536 for one in cursor.unpack("iii"))
        color, mode = _old_color(cursor), _old_mode(cursor)
        enabled, opacity = cursor.unpack("BB")
        if not enabled:
            return None
        return Glow(
            is_inner=key == b"iglw",
            mode=mode,
            opacity=opacity / 255,
            paint=color,
            spread=_clipped(intensity / 100),
            size=blur,
        )
    if key == b"sofi":
        cursor.take(4)
        mode, color = _old_mode(cursor), _old_color(cursor)
        opacity, enabled = cursor.unpack("BB")
        return Overlay(mode=mode, opacity=opacity / 255, paint=color) if enabled else None
    return None


def _old_mode(cursor: Cursor) -> BlendMode:
    cursor.take(4)
    return BLEND_MODES.get(cursor.take(4), BlendMode.NORMAL)


def _old_color(cursor: Cursor) -> Shade:
    space, *values = cursor.unpack("HHHHH")
    red, green, blue, _ = (value / 65535 for value in values)
    return (red, green, blue) if space == 0 else (0.0, 0.0, 0.0)
