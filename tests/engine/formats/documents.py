"""Random documents that a file format must bring back, and what "the same document" means."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
from hypothesis import strategies as st

from engine.document.geometry import Size
from engine.document.links import links_in_use
from engine.document.model import (
    BlendMode,
    ColorTag,
    Document,
    FamilyRule,
    GroupLayer,
    Layer,
    LayerId,
    Locks,
    Mask,
    PixelLayer,
    Relation,
    Role,
    Slot,
    SlotMap,
    SlotRole,
)
from engine.document.palette import with_family, with_fields, with_variant
from engine.document.raster import (
    Raster,
    content_bounds,
    cropped,
    empty_raster,
    raster_from_array,
    with_pixels,
)
from engine.document.slots import painted, slot_map_from_arrays

CANVAS = Size(150, 140)
NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30) | st.sampled_from(
    ["線画", "Тень", "🎨 colour 👩‍🎨", "é" * 200, ""]
)
BYTES = st.sampled_from([0, 1, 77, 128, 254, 255]).map(lambda value: value / 255)
SHARES = st.sampled_from([0.0, 0.123456789, 1 / 3, 1.0])


def noise(seed: int, height: int, width: int, dtype: type, *, channels: int = 4) -> np.ndarray:
    """Random samples with plain areas, empty rows and columns, and holes."""
    rng = np.random.default_rng(seed)
    top = np.iinfo(dtype).max
    shape = (height, width, channels) if channels > 1 else (height, width)
    samples = rng.integers(0, top + 1, shape).astype(dtype)
    samples[: height // 3] = top
    samples[:, : width // 4] = rng.integers(0, top + 1)
    if channels == 4:
        samples[rng.random((height, width)) < 0.1, 3] = 0
        samples[height - height // 5 :] = 0
    return samples


@st.composite
def rasters(draw: st.DrawFn, dtype: type) -> Raster:
    if draw(st.integers(0, 5)) == 0:
        return empty_raster(dtype)
    height, width = draw(st.integers(1, 150)), draw(st.integers(1, 170))
    left, top = draw(st.integers(-140, 160)), draw(st.integers(-140, 150))
    samples = noise(draw(st.integers(0, 20)), height, width, dtype)
    return raster_from_array(samples, left=left, top=top)


@st.composite
def masks(draw: st.DrawFn, dtype: type, shares: st.SearchStrategy[float]) -> Mask:
    fill = draw(st.sampled_from([0, int(np.iinfo(dtype).max)]))
    raster = empty_raster(dtype, channels=1, fill=fill)
    if draw(st.booleans()):
        samples = noise(
            draw(st.integers(0, 20)),
            draw(st.integers(1, 140)),
            draw(st.integers(1, 140)),
            dtype,
            channels=1,
        )
        left, top = draw(st.integers(-100, 100)), draw(st.integers(-100, 100))
        raster = with_pixels(raster, samples, left=left, top=top)
    return Mask(raster, draw(shares), draw(st.booleans()))


@st.composite
def flat_layers(draw: st.DrawFn, size: Size, dtype: type) -> PixelLayer:
    """A layer painted from a palette, anti-aliased borders included."""
    rng = np.random.default_rng(draw(st.integers(0, 20)))
    full = int(np.iinfo(dtype).max)
    numbers = [3, 7, 40000]
    colors = rng.integers(0, full + 1, (3, 2, 3)).tolist()
    palette = tuple(
        Slot(number, f"色 {number}", tuple(new), tuple(old))
        for number, (new, old) in zip(numbers, colors, strict=True)
    )
    shape = (size.height, size.width)
    ids = np.array(numbers, np.uint16)[rng.integers(0, 3, shape)]
    coverage = np.where(rng.random(shape) < 0.2, rng.integers(0, 256, shape), 0).astype(np.uint8)
    slots = slot_map_from_arrays(palette, ids, np.full_like(ids, 7), coverage)
    if draw(st.booleans()):
        slots = _arranged(slots)
    alpha = np.full(shape, full, dtype)
    return PixelLayer(
        id=LayerId(0), name="Flat", raster=painted(slots, alpha), slots=slots, role=Role.FLAT
    )


def _arranged(slots: SlotMap) -> SlotMap:
    """With a pin, a family, variants and a wish that sRGB could not grant."""
    relation = Relation(0.7, 1.25, -12.5, 0.01, 0.002, -0.003)
    slots = with_family(slots, 3, {7: (SlotRole.SHADOW_1, relation)})
    slots = with_fields(
        slots,
        {
            7: {"pinned": True, "wanted": (0.51, 0.33, 264.25)},
            40000: {"rule": FamilyRule.TOWARD_SHADE_HUE, "role": SlotRole.LINE},
        },
    )
    return replace(with_variant(slots, "夜"), next_id=50000)


@st.composite
def documents(
    draw: st.DrawFn,
    *,
    depths: tuple[int, ...] = (8, 16),
    shares: st.SearchStrategy[float] = BYTES,
    empty_groups: bool = True,
) -> Document:
    """Any document. shares: its opacities and densities."""
    depth = draw(st.sampled_from(depths))
    dtype = np.uint8 if depth == 8 else np.uint16
    size = draw(st.sampled_from([CANVAS, Size(1, 1), Size(129, 3)]))
    common = {
        "id": st.just(LayerId(0)),
        "name": NAMES,
        "visible": st.booleans(),
        "opacity": shares,
        "fill_opacity": shares,
        "clipped": st.booleans(),
        "mask": st.none() | masks(dtype, shares),
        "role": st.sampled_from(Role),
        "color_tag": st.sampled_from(ColorTag),
        "locks": st.builds(Locks, st.booleans(), st.booleans(), st.booleans()),
        "link": st.sampled_from([0, 7, 9]),
    }
    modes = st.sampled_from([mode for mode in BlendMode if mode is not BlendMode.PASS_THROUGH])
    plain = st.builds(PixelLayer, raster=rasters(dtype), blend=modes, **common)
    layers: st.SearchStrategy[Layer] = st.recursive(
        plain | flat_layers(size, dtype),
        lambda inside: st.builds(
            GroupLayer,
            layers=st.lists(inside, min_size=0 if empty_groups else 1, max_size=3).map(tuple),
            blend=st.sampled_from(BlendMode),
            expanded=st.booleans(),
            **common,
        ),
        max_leaves=4,
    )
    profile = b"ICC!" * 4 + b"RGB " + bytes(range(200)) + b"acsp"
    found = draw(st.lists(layers, max_size=3).map(tuple))
    return Document(
        size=size,
        layers=with_ids(found),
        depth=depth,
        profile=draw(st.none() | st.just(profile)),
        resolution=draw(st.sampled_from([72.0, 300.0, 118.5])),
        next_id=200,
    )


def with_ids(layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """The same layers with ids of their own, not in the order of the tree, and links from 1 on."""
    ids = iter(range(199, 0, -1))
    links = {link: at for at, link in enumerate(sorted(links_in_use(layers)), start=1)}

    def fresh(layer: Layer) -> Layer:
        layer = replace(layer, id=LayerId(next(ids)), link=links.get(layer.link, 0))
        if isinstance(layer, GroupLayer):
            return replace(layer, layers=tuple(fresh(child) for child in layer.layers))
        return layer

    return tuple(fresh(layer) for layer in layers)


def exactly(document: Document) -> object:
    """The document as plain values, to compare with ==: every field but what other programs'
    files say beyond them, every stored tile."""
    return _plain(document, _tiles)


def visibly(document: Document) -> object:
    """As `exactly`, without `original` and without colours that hide behind alpha 0."""
    return _plain(replace(document, original=None), _visible_tiles)


def _plain(value: object, pixels) -> object:
    if isinstance(value, Raster):
        return pixels(value)
    if isinstance(value, tuple) and not isinstance(value, str):
        return tuple(_plain(one, pixels) for one in value)
    if hasattr(value, "__dataclass_fields__"):
        return type(value).__name__, {
            one.name: _plain(getattr(value, one.name), pixels)
            for one in fields(value)
            if one.compare
        }
    return value


def _tiles(raster: Raster) -> object:
    tiles = {key: tile.tobytes() for key, tile in raster.tiles.items()}
    return str(raster.dtype), raster.channels, raster.fill, tiles


def _visible_tiles(raster: Raster) -> object:
    if raster.channels == 1:
        return _tiles(raster)
    tiles = {}
    for key, tile in cropped(raster, content_bounds(raster)).tiles.items():
        shown = np.where(tile[..., 3:] == 0, 0, tile).astype(tile.dtype)
        if shown.any():
            tiles[key] = shown.tobytes()
    return str(raster.dtype), raster.channels, raster.fill, tiles


def pixel_layer(pixels: np.ndarray, *, number: int = 1, left: int = 0, top: int = 0, **changes):
    """A pixel layer for a test that wants just this one."""
    raster = raster_from_array(pixels, left=left, top=top)
    return PixelLayer(id=LayerId(number), raster=raster, **({"name": "Layer"} | changes))


def slots_of(document: Document) -> list[SlotMap]:
    """The slot maps of the top layers."""
    return [
        layer.slots
        for layer in document.layers
        if isinstance(layer, PixelLayer) and layer.slots is not None
    ]
