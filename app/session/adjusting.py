"""Adjustments: new layers, their settings while they are turned, and changes of a layer's pixels.

A change of pixels is tried out first: it is seen at once, worked out beside the GUI thread, and
becomes one undo step when it is accepted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.languages.translate import mark, tr
from app.session.background import Background
from app.session.session import Gesture, Session
from engine.document.adjustments import ADJUSTMENTS, Adjustment, ColorLookup, kind_of
from engine.document.edits import added_above, with_layer, with_layer_replaced
from engine.document.model import AdjustmentLayer, Document, LayerId, PixelLayer
from engine.document.tree import find_layer, layer_by_id
from engine.painting.selection import Selection, mask_from_selection

TITLES = {
    "levels": mark("Levels"),
    "curves": mark("Curves"),
    "brightness_contrast": mark("Brightness and contrast"),
    "exposure": mark("Exposure"),
    "hue_saturation": mark("Hue and saturation"),
    "vibrance": mark("Vibrance"),
    "color_balance": mark("Colour balance"),
    "black_and_white": mark("Black and white"),
    "photo_filter": mark("Photo filter"),
    "channel_mixer": mark("Channel mixer"),
    "color_lookup": mark("Colour lookup"),
    "selective_color": mark("Selective colour"),
    "gradient_map": mark("Gradient map"),
    "invert": mark("Invert"),
    "posterize": mark("Posterize"),
    "threshold": mark("Threshold"),
}
"""Kind of adjustment -> its name for people."""


def title_of(adjustment: Adjustment) -> str:
    return tr(TITLES[kind_of(adjustment)])


@dataclass(slots=True)
class _Trial:
    """A change of pixels that is being tried out. is_ending: accepted, not yet worked out."""

    gesture: Gesture
    layer: LayerId
    adjustment: Adjustment
    is_ending: bool = False


class Adjuster(QObject):
    """What is being adjusted: the chosen adjustment layer, or the pixels of the chosen layer.

    Lives on the GUI thread.
    """

    changed = Signal()
    """another subject, or other settings of it"""
    trial_began = Signal()
    cube_refused = Signal(str)
    """why, for people"""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session = session
        self._background = Background(self)
        self._background.done.connect(self._on_worked_out)
        self._reading = Background(self)
        self._reading.done.connect(self._on_cube)
        self._trial: _Trial | None = None
        self._drag: Gesture | None = None
        for signal in (session.opened, session.closed, session.history_changed):
            signal.connect(self._on_step)
        for signal in (session.changed, session.selection_changed):
            signal.connect(self.changed)

    # What is adjusted

    @property
    def layer(self) -> AdjustmentLayer | None:
        """The adjustment layer whose settings are shown."""
        document, current = self._session.document, self._session.current
        if self._trial is not None or document is None or current is None:
            return None
        layer = find_layer(document, current)
        return layer if isinstance(layer, AdjustmentLayer) else None

    @property
    def adjustment(self) -> Adjustment | None:
        if self._trial is not None:
            return self._trial.adjustment
        return None if self.layer is None else self.layer.adjustment

    @property
    def subject(self) -> LayerId | None:
        """The layer that is adjusted, or that adjusts what lies below it."""
        if self._trial is not None:
            return self._trial.layer
        return None if self.layer is None else self.layer.id

    @property
    def base(self) -> Document | None:
        """The document without what is being tried out."""
        return self._session.document if self._trial is None else self._trial.gesture.base

    @property
    def is_trying(self) -> bool:
        return self._trial is not None

    @property
    def is_busy(self) -> bool:
        return self._background.is_busy

    @property
    def can_adjust_pixels(self) -> bool:
        chosen = self._session.selected_layers
        return len(chosen) == 1 and isinstance(chosen[0], PixelLayer) and not chosen[0].locks.pixels

    # Layers

    def add_layer(self, kind: str) -> None:
        """A new adjustment layer above the chosen one, masked by what is selected."""
        document = self._session.document
        if document is None:
            return
        title, area = tr(TITLES[kind]), self._session.area
        mask = None if area is None else mask_from_selection(area, document.dtype)
        layer = AdjustmentLayer(
            id=LayerId(0), name=title, adjustment=ADJUSTMENTS[kind](), mask=mask
        )
        current = self._session.current
        self._session.apply(
            tr("New layer “{name}”", name=title), lambda now: added_above(now, layer, current)
        )
        self._session.select((LayerId(document.next_id),))

    # Settings

    def begin_drag(self) -> None:
        """What is set until `end_drag` is one undo step."""
        layer = self.layer
        if layer is not None:
            self._drag = self._session.begin(tr("Change “{name}”", name=layer.name))

    def end_drag(self) -> None:
        drag, self._drag = self._drag, None
        if drag is not None:
            drag.commit()

    def set(self, adjustment: Adjustment, what: str = "") -> None:
        """Other settings. what: which one; steps in a row on the same one become one."""
        if self._trial is not None:
            self._trial.adjustment = adjustment
            self._work_out(self._trial)
            self.changed.emit()
            return
        layer = self.layer
        if layer is None:
            return
        edit = partial(_with_adjustment, layer_id=layer.id, adjustment=adjustment)
        if self._drag is not None:
            self._drag.update(edit)
        else:
            label = tr("Change “{name}”", name=layer.name)
            self._session.apply(label, edit, merge_key=("adjustment", layer.id, what))

    def reset(self) -> None:
        """The settings that change nothing, or that a new layer of the kind has."""
        if self.adjustment is not None:
            self.set(type(self.adjustment)())

    def load_cube(self, path: Path) -> None:
        """Look colours up in the table of a .cube file, as soon as it is read."""
        self._reading.run(partial(_read_cube, path))

    def _on_cube(self, result: ColorLookup | str) -> None:
        if isinstance(result, str):
            self.cube_refused.emit(result)
        elif isinstance(self.adjustment, ColorLookup):
            self.set(result, "table")

    # Pixels

    def try_out(self, kind: str) -> None:
        """Begin to adjust the pixels of the chosen layer; nothing is recorded yet."""
        if not self.can_adjust_pixels:
            return
        self.cancel()
        layer = self._session.selected_layers[0].id
        gesture = self._session.begin(tr(TITLES[kind]))
        self._trial = _Trial(gesture, layer, ADJUSTMENTS[kind]())
        self._work_out(self._trial)
        self.changed.emit()
        self.trial_began.emit()

    def adjust_now(self, kind: str) -> None:
        """Adjust the pixels of the chosen layer by settings that there is no choice of."""
        self.try_out(kind)
        self.accept()

    def accept(self) -> None:
        """Record what is tried out as one step, as soon as the last settings are worked out."""
        trial = self._trial
        if trial is None:
            return
        if self._background.is_busy:
            trial.is_ending = True
            return
        self._trial = None
        trial.gesture.commit()
        self.changed.emit()

    def cancel(self) -> None:
        """Back to the pixels as they were."""
        trial, self._trial = self._trial, None
        if trial is not None:
            self._background.drop()
            trial.gesture.abort()
            self.changed.emit()

    def stop(self) -> None:
        """For the end of the program."""
        self._background.stop()
        self._reading.stop()

    # Inside

    def _work_out(self, trial: _Trial) -> None:
        base = trial.gesture.base
        self._background.run(
            partial(
                _adjusted, trial.gesture, base, trial.layer, trial.adjustment, self._session.area
            )
        )

    def _on_worked_out(self, result: tuple[Gesture, Document]) -> None:
        gesture, document = result
        trial = self._trial
        if trial is None or trial.gesture is not gesture:
            return
        gesture.update(lambda _base: document)
        if trial.is_ending and not self._background.is_busy:
            self.accept()

    def _on_step(self) -> None:
        """Whatever else is done ends a trial: the session has recorded what was shown."""
        if self._trial is not None and not self._session.is_in_gesture:
            self._trial = None
            self._background.drop()
        self.changed.emit()


def _with_adjustment(document: Document, layer_id: LayerId, adjustment: Adjustment) -> Document:
    return with_layer(document, layer_id, adjustment=adjustment)


def _adjusted(
    gesture: Gesture,
    base: Document,
    layer_id: LayerId,
    adjustment: Adjustment,
    area: Selection | None,
) -> tuple[Gesture, Document]:
    """On the thread of the background."""
    # It takes a while to load, and the window must not wait for that when it starts.
    from engine.painting.adjust import adjusted

    layer = layer_by_id(base, layer_id)
    assert isinstance(layer, PixelLayer)
    raster = adjusted(layer.raster, adjustment, area)
    if raster is layer.raster:
        return gesture, base
    changed = replace(layer, raster=raster, slots=None)
    return gesture, with_layer_replaced(base, layer_id, changed)


def _read_cube(path: Path) -> ColorLookup | str:
    """The table of a .cube file, or why there is none. On the thread of the background."""
    from engine.compositor.cubes import LARGEST, lookup_from_cube

    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        return lookup_from_cube(data, path.stem)
    except OSError:
        return tr("“{name}” cannot be read.", name=path.name)
    except ValueError as error:
        return tr(
            "“{name}” is no .cube file of a 3D table: {reason}.", name=path.name, reason=error
        )
