"""The styles that generated drawings come in: chances and ranges, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Range = tuple[float, float]
ALL_SUBJECTS = (
    "bust", "bust", "bust", "chibi", "chibi", "beast head", "beast head", "sitting", "face",
    "bird", "fish", "slime", "tree", "flower", "mushroom", "potted", "house", "castle", "cup",
    "book", "star", "gem", "sword", "cake", "fruit", "ball", "umbrella",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shading:
    """Chances (0..1) that a drawing has a kind of light; see `shading`."""

    form: float = 0.9
    offset: float = 0.4
    second: float = 0.2
    strokes: float = 0.3
    cast: float = 0.5
    blobs: float = 0.15
    soft_edges: float = 0.1
    own_tints: float = 0.6
    painterly: float = 0.0
    airbrush: float = 0.15
    contact: float = 0.0
    screentone: float = 0.0
    glint: float = 0.5
    gloss: float = 0.4
    rim: float = 0.2
    shine: float = 0.0
    glow: float = 0.05


@dataclass(frozen=True, slots=True)
class Style:
    """Everything that makes pictures of one style alike.

    width: nominal line width as a share of the picture's size. inks: "black", "dark" (tinted),
    "trace"
    (darkened local colour), "own" (darkened colour of the shape outlined), "single" (one colour for
    all lines). damage: chance of JPEG, noise, paper or resampling.
    """

    subjects: tuple[str, ...] = ALL_SUBJECTS
    shading: Shading = field(default_factory=Shading)
    width: Range = (0.0025, 0.0065)
    swell: Range = (0.0, 0.4)
    roughness: Range = (0.0, 0.05)
    wobble: Range = (0.0, 0.6)
    gap: Range = (0.0, 0.15)
    lost: Range = (0.0, 0.03)
    double: Range = (0.0, 0.0)
    texture: Range = (0.0, 0.0)
    opacity: Range = (1.0, 1.0)
    tapered_outlines: float = 0.2
    outlined: bool = True
    inks: tuple[str, ...] = ("black", "dark", "trace")
    schemes: tuple[str, ...] = ("natural", "natural", "vivid", "muted", "near", "pastel", "night")
    backgrounds: tuple[str, ...] = (
        "paper",
        "paper",
        "plain",
        "plain",
        "shapes",
        "landscape",
        "room",
    )
    border: float = 0.0
    crowd: tuple[int, int] = (1, 2)
    damage: float = 0.3


STYLES: Mapping[str, Style] = {
    "icon": Style(
        shading=Shading(form=0.5, strokes=0, cast=0.2, own_tints=0.1, blobs=0, glint=0.3,
                        gloss=0.1, rim=0),
        width=(0.004, 0.009), swell=(0, 0), wobble=(0, 0), gap=(0, 0), lost=(0, 0),
        inks=("black", "dark"),
        backgrounds=("paper", "plain"), damage=0.0, crowd=(1, 2), tapered_outlines=0,
    ),
    "cel": Style(shading=Shading(second=0.4, strokes=0.5)),
    "anime": Style(
        subjects=("bust", "bust", "bust", "chibi"), inks=("trace", "own", "dark"),
        width=(0.0016, 0.004),
        shading=Shading(own_tints=0.95, gloss=0.8, strokes=0.6, offset=0.6, second=0.3,
                        airbrush=0.5),
        gap=(0.0, 0.5),
    ),
    "brush": Style(
        width=(0.006, 0.014), swell=(0.3, 0.6), roughness=(0.08, 0.25), lost=(0.05, 0.2),
        gap=(0.2, 0.7),
        inks=("black", "dark"), tapered_outlines=0.5, wobble=(0.3, 1.5),
    ),
    "sticker": Style(
        border=1.0, width=(0.004, 0.011), swell=(0, 0.15), inks=("black", "dark", "own", "single"),
        backgrounds=("paper", "plain", "plain", "shapes"), schemes=("vivid", "natural", "pastel"),
        crowd=(1, 1),
    ),
    "emote": Style(
        subjects=("beast head", "beast head", "sitting", "face", "chibi", "slime", "bust"),
        width=(0.007, 0.014), swell=(0, 0.25), inks=("black", "dark"), backgrounds=("paper",),
        shading=Shading(form=0.25, offset=0.1, strokes=0.1, cast=0.2, painterly=1.0,
                        airbrush=0.5, contact=0.5,
                        shine=0.6, gloss=0.2, glint=0.2, rim=0.1),
        schemes=("natural", "vivid"), crowd=(1, 1), damage=0.1,
    ),
    "chibi": Style(
        subjects=("chibi",), schemes=("pastel", "natural", "vivid"), inks=("own", "dark", "single"),
        width=(0.003, 0.007), border=0.3, crowd=(1, 3),
    ),
    "lineless": Style(
        outlined=False, shading=Shading(form=0.9, offset=0.6, cast=0.6, own_tints=0.8, strokes=0.3),
        schemes=("pastel", "muted", "natural", "vivid", "near"), inks=("dark", "own"),
    ),
    "painterly": Style(
        width=(0.002, 0.005), texture=(0.2, 0.9), inks=("trace", "single", "own"),
        opacity=(0.75, 1.0),
        shading=Shading(form=0.6, soft_edges=0.9, painterly=0.6, airbrush=0.7, contact=0.3,
                        shine=0.5, glow=0.3),
        damage=0.4, gap=(0.2, 0.8),
    ),
    "sketch": Style(
        width=(0.0018, 0.004), double=(0.3, 0.8), texture=(0.4, 1.0), wobble=(0.8, 2.2),
        gap=(0.4, 0.9),
        inks=("single", "dark", "black"), tapered_outlines=0.8, opacity=(0.8, 1.0),
        shading=Shading(form=0.6, second=0, glint=0.2, gloss=0.2),
    ),
    "comic": Style(
        width=(0.004, 0.009), swell=(0.3, 0.6), inks=("black",), tapered_outlines=0.6,
        shading=Shading(screentone=0.6, own_tints=0.2, cast=0.7, strokes=0.5, blobs=0.3),
        damage=0.5,
        schemes=("muted", "natural", "night"),
    ),
    "pale": Style(
        schemes=("near", "pastel"), inks=("own", "trace", "dark"), width=(0.002, 0.005),
        shading=Shading(own_tints=0.8), backgrounds=("paper", "plain", "shapes"),
    ),
    "dusk": Style(
        schemes=("night", "near"), inks=("black", "dark", "trace"),
        shading=Shading(rim=0.7, glow=0.5, airbrush=0.5, cast=0.7, blobs=0.3),
    ),
    "scene": Style(
        subjects=("house", "castle", "tree", "flower", "potted", "mushroom", "sitting", "chibi",
                  "bird"),
        backgrounds=("landscape", "landscape", "room"), crowd=(2, 4), width=(0.002, 0.005),
        shading=Shading(cast=0.9, blobs=0.5, airbrush=0.4),
    ),
    "still life": Style(
        subjects=("cup", "book", "cake", "fruit", "ball", "umbrella", "sword", "gem", "star",
                  "potted"),
        backgrounds=("paper", "plain", "shapes", "room"), crowd=(1, 4),
        shading=Shading(cast=0.7, glint=0.8, shine=0.2),
    ),
}  # fmt: skip
