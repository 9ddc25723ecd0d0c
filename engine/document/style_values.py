"""Styles as plain values for messages and manifests, and back."""

from __future__ import annotations

import base64
import binascii
import zlib
from dataclasses import fields
from types import MappingProxyType
from typing import Any, Final, get_type_hints

import msgspec
import numpy as np

from engine.document.style import (
    Bevel,
    Board,
    Effect,
    Glow,
    Gradient,
    Knockout,
    Overlay,
    Paint,
    Pattern,
    Satin,
    Shadow,
    Stroke,
    Style,
)

_EFFECTS: Final = MappingProxyType(
    {
        "shadow": Shadow,
        "glow": Glow,
        "overlay": Overlay,
        "satin": Satin,
        "bevel": Bevel,
        "stroke": Stroke,
    }
)
"""Every kind of effect by the name that messages give it."""


def style_values(style: Style) -> dict[str, Any]:
    """The style in numbers, texts, lists and dicts; {} for a plain one."""
    changed = {
        one.name: getattr(style, one.name)
        for one in fields(style)
        if getattr(style, one.name) != one.default
    }
    if "knockout" in changed:
        changed["knockout"] = style.knockout.value
    if "effects" in changed:
        changed["effects"] = [_effect_values(effect) for effect in style.effects]
    if "board" in changed:
        changed["board"] = msgspec.to_builtins(style.board)
    if "inset" in changed:
        changed["inset"] = list(style.inset)
    return changed


def style_from(values: dict[str, Any]) -> Style:
    """The style that `style_values` described. ValueError when it is damaged."""
    known = {one.name for one in fields(Style)}
    if not known.issuperset(values):
        raise ValueError("a style says what nobody knows")
    try:
        read: dict[str, Any] = {
            key: value if key in _RICH else bool(value) for key, value in values.items()
        }
        if "board" in read:
            read["board"] = msgspec.convert(read["board"], Board)
        if "inset" in read:
            read["inset"] = msgspec.convert(read["inset"], tuple[float, float, float, float])
        if "effects" in read:
            read["effects"] = tuple(_effect(one) for one in read["effects"])
        if "knockout" in read:
            read["knockout"] = Knockout(read["knockout"])
        return Style(**read)
    except (KeyError, TypeError) as error:
        raise ValueError(f"a damaged style: {error}") from error


_RICH: Final = frozenset({"effects", "knockout", "inset", "board"})


def _effect_values(effect: Effect) -> dict[str, Any]:
    kind = next(name for name, known in _EFFECTS.items() if isinstance(effect, known))
    plain = {
        one.name: _paint_values(value) if one.name == "paint" else msgspec.to_builtins(value)
        for one in fields(effect)
        for value in [getattr(effect, one.name)]
    }
    return {"kind": kind, **plain}


def _effect(values: dict[str, Any]) -> Effect:
    kind: Any = _EFFECTS[values["kind"]]
    hints = get_type_hints(kind)
    read = {
        name: _paint(value) if name == "paint" else msgspec.convert(value, hints[name])
        for name, value in values.items()
        if name != "kind"
    }
    effect: Effect = kind(**read)
    return effect


def _text_of(data: bytes) -> str:
    return base64.b64encode(zlib.compress(data)).decode("ascii")


def _bytes_of(text: str, length: int) -> bytes:
    """What `_text_of` packed; never more than `length` bytes."""
    try:
        return zlib.decompressobj().decompress(base64.b64decode(text), length)
    except (zlib.error, binascii.Error) as error:
        raise ValueError(f"a damaged pattern: {error}") from error


def _paint_values(paint: Paint) -> dict[str, Any]:
    if isinstance(paint, Gradient):
        return {"gradient": msgspec.to_builtins(paint)}
    if isinstance(paint, Pattern):
        height, width = paint.pixels.shape[:2]
        return {
            "pattern": [width, height, _text_of(paint.pixels.tobytes())],
            "scale": paint.scale,
            "phase": list(paint.phase),
            "angle": paint.angle,
        }
    return {"color": list(paint)}


def _paint(values: dict[str, Any]) -> Paint:
    if "gradient" in values:
        return msgspec.convert(values["gradient"], Gradient)
    if "pattern" in values:
        width, height, text = values["pattern"]
        data = _bytes_of(text, width * height * 4)
        pixels = np.frombuffer(data, np.uint8).reshape(height, width, 4)
        x, y = values["phase"]
        return Pattern(pixels, values["scale"], (x, y), values["angle"])
    return msgspec.convert(values["color"], tuple[float, float, float])
