"""The recolour mode as the artist meets it: builds its parts and gives every key its act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent

from app.canvas.recolor.keys import ModeKeys
from app.canvas.recolor.marks import ModeFrame, SlotMarks
from app.canvas.recolor.preview import RecolorPreview
from app.canvas.recolor.screen_picker import pick_from_screen
from app.canvas.recolor.tool import RecolorTool
from app.canvas.tools.toolbox import Toolbox
from app.canvas.view import CanvasView
from app.commands.key_places import load_key_places
from app.commands.recolor_keys import KeyReader, load_key_table
from app.languages.translate import tr
from app.panels.recolor.key_card import SHOWN_FOR, KeyCard
from app.panels.recolor.legends import Legends
from app.panels.recolor.options import RecolorOptions
from app.panels.recolor.panel import SlotsPanel
from app.panels.recolor.pop_overs import PopOvers
from app.panels.recolor.references import References
from app.panels.recolor.strip import EDGE, Strip
from app.session.colors import from_depth, in_depth
from app.session.recoloring import Recoloring
from app.session.recoloring_acts import RecolorActs
from app.session.recoloring_extraction import Extraction
from app.session.recoloring_harmony import HarmonyTrial
from app.session.recoloring_order import Order
from app.session.recoloring_regions import RegionWalk
from app.session.recoloring_transfer import Transfer
from app.session.recoloring_variants import Variants
from app.session.recoloring_words import announcement
from app.session.session import Session
from app.session.swatches import Swatches
from app.settings import Settings
from app.theme.theme import Theme
from engine.document.model import Color, FamilyRule
from engine.recolor.nudging import Axis, Step
from engine.recolor.regions import Direction
from engine.recolor.searching import found

USES = "recolor_uses"
TAP = 250
"""Milliseconds: a key that is held sooner than this was a tap."""
_AXES = {
    "lighter": (Axis.LIGHTNESS, 1),
    "darker": (Axis.LIGHTNESS, -1),
    "more_chroma": (Axis.CHROMA, 1),
    "less_chroma": (Axis.CHROMA, -1),
    "hue_up": (Axis.HUE, 1),
    "hue_down": (Axis.HUE, -1),
}
_DIRECTIONS = {one.name.lower(): one for one in Direction}
_APP_WIDE = ("history.undo", "history.redo")
"""Acts of the table that the program does itself, everywhere."""
_WITHOUT_SLOTS = ("mode.toggle", "mode.out", "mode.keys", "type.value")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the mode works with."""

    session: Session
    canvas: CanvasView
    toolbox: Toolbox
    settings: Settings
    theme: Theme
    say: Callable[[str], None]
    announce: Callable[[str], None]
    show_keys: Callable[[], None]


class RecolorMode(QObject):
    """One for the window. `panel` is for the dock; all else lies over the canvas."""

    switched = Signal(bool)

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        session, canvas, theme = around.session, around.canvas, around.theme
        self._around, self._session, self._canvas = around, session, canvas
        self._toolbox = around.toolbox
        self.recoloring = Recoloring(session, self)
        self.walk = RegionWalk(session, self.recoloring, self)
        self.acts = RecolorActs(self.recoloring, lambda: self.walk.regions)
        self.variants = Variants(self.recoloring)
        self.harmony = HarmonyTrial(self.recoloring)
        self.swatches = Swatches(self)
        self.transfer = Transfer(self.recoloring, self.swatches)
        self.extraction = Extraction(session, self)
        self.table = load_key_table()
        self.places = places = load_key_places()
        self.legends = Legends(self.table, places, around.settings, self)
        self.preview = RecolorPreview(session, self.recoloring, canvas)
        self.marks = SlotMarks(self.recoloring, self.walk, canvas, theme)
        self.tool = RecolorTool(canvas, self.walk, self._on_picked)
        self.frame = ModeFrame(tr("Recolour"), theme, canvas)
        self.strip = Strip(self.recoloring, self.walk, self.legends, theme, canvas)
        self.card = KeyCard(self.table, self.legends, theme, canvas)
        self.panel = SlotsPanel(
            self.recoloring,
            self.walk,
            self.variants,
            self.swatches,
            self.legends,
            self.acts.rename,
            theme,
        )
        self.options = RecolorOptions(self.recoloring, self.acts, self.legends, theme)
        self.references = References(self.swatches, self._slots_in_list, around, self.strip, self)
        self.pop_overs = PopOvers(self.harmony, self.acts, canvas, self.strip, theme)
        self.pop_overs.closed.connect(self._take_focus)
        self.keys = ModeKeys(
            KeyReader(self.table, places),
            self,
            (canvas, self.panel.list),
            self.legends.learn,
            self,
        )
        self._runs = self._made_runs()
        self._releases: dict[str, Callable[[], None]] = {
            "frame.slot": self._end_frame,
            "compare.original": partial(self._hold_original, False),
            "pick.canvas": self._end_picking,
        }
        self._found_from: int | None = None
        self._hits: tuple[int, ...] = ()
        self._picks = 0
        self._wants_card = False
        self._frame_hold = QTimer(self, singleShot=True, interval=TAP)
        self._frame_hold.timeout.connect(lambda: self.marks.set_isolated(True))
        self._connect()

    def _connect(self) -> None:
        recoloring = self.recoloring
        recoloring.switched.connect(self._on_switched)
        recoloring.focused.connect(self._on_focused)
        recoloring.changed.connect(self.marks.hide_for_change)
        recoloring.said.connect(self._around.say)
        self.walk.moved.connect(self._on_region)
        self.walk.found.connect(self._rank)
        self._toolbox.changed.connect(self._on_tool)
        self.strip.typed.connect(self._on_typed)
        self.strip.nudged.connect(self.acts.nudge)
        self.strip.entry_left.connect(self._close_entry)
        self.strip.make_slots.clicked.connect(self._extract)
        self.options.scope_chosen.connect(self._set_scope)
        self.options.rule_chosen.connect(self._set_rule)
        self.options.order_chosen.connect(self._set_order)
        self.panel.swatches.chosen.connect(self._give_swatch)
        self.panel.swatches.carry_asked.connect(partial(self.transfer.step, 1))
        self.panel.swatches.load_asked.connect(self.references.choose)
        self.panel.swatches.library_asked.connect(self.references.keep)
        self.panel.revert.clicked.connect(recoloring.revert)
        self.panel.finder.wanted.connect(self._on_find)
        self.panel.finder.stepped.connect(self._on_find_step)
        self.panel.finder.ended.connect(self._on_find_end)
        self.transfer.said.connect(self._around.say)
        self.extraction.said.connect(self._around.say)
        self.extraction.ended.connect(self._on_extracted)

    # What the window and the keys ask

    @property
    def is_on(self) -> bool:
        return self.recoloring.is_on

    @property
    def is_settled(self) -> bool:
        """Whether everything that is worked out beside the window is done."""
        return (
            self.recoloring.is_settled
            and self.walk.is_complete
            and self.marks.is_complete
            and not self.extraction.is_busy
        )

    def load_reference(self) -> None:
        """Ask for a picture or palette whose colours can be given to slots; enters the mode."""
        self.recoloring.enter()
        self.references.choose()

    def toggle(self) -> None:
        """Enter the mode, or leave it with all changes."""
        if self.is_on:
            self.recoloring.leave()
        else:
            self.recoloring.enter()

    def stop(self) -> None:
        """For the end of the program."""
        for part in (self.recoloring, self.walk, self.preview, self.marks, self.extraction):
            part.stop()
        self._frame_hold.stop()

    @property
    def hears_keys(self) -> bool:
        return self.is_on

    def can(self, act: str, number: int) -> bool:
        if act in _APP_WIDE or act not in self._runs:
            return False
        if act in ("transfer.next", "transfer.previous"):
            return bool(self.swatches.all) and self.recoloring.has_slots
        if act == "color.swatch":
            return self.swatches.swatch(number) is not None and self.recoloring.has_slots
        if act in _WITHOUT_SLOTS or act == "reference.load":
            return True
        return self.recoloring.focus is not None

    def run(self, act: str, number: int, repeats: int) -> None:
        self.strip.set_down(self.keys.held)
        self.card.set_down(self.keys.held)
        group, _, name = act.partition(".")
        if group in ("color", "coarse") and name in _AXES:
            size = Step.COARSE if group == "coarse" else Step.TAP
            axis, direction = _AXES[name]
            self.acts.nudge(axis, direction, size, repeats)
        else:
            self._runs[act](number)

    def release(self, act: str) -> None:
        self.strip.set_down(self.keys.held)
        self.card.set_down(self.keys.held)
        if act in self._releases:
            self._releases[act]()

    def other_key(self, event: QKeyEvent) -> None:
        """Whoever gets it shall find the document as it is shown; a tool's letter leaves."""
        self.recoloring.settle()
        is_plain = not event.modifiers().value
        if is_plain and 0x20 < event.key() < 0x7F and chr(event.key()) in self.table.leaving:
            self.recoloring.leave()

    # Acts

    def _made_runs(self) -> dict[str, Callable[[int], None]]:
        it, acts, variants = self.recoloring, self.acts, self.variants
        runs: dict[str, Callable[[], object]] = {
            "mode.toggle": self.toggle,
            "mode.out": self._step_out,
            "mode.revert": it.revert,
            "mode.keys": self._show_keys,
            "bank.next": lambda: it.set_bank(it.bank + 1),
            "bank.previous": lambda: it.set_bank(it.bank - 1),
            "focus.next": lambda: it.step(1),
            "focus.previous": lambda: it.step(-1),
            "focus.first": lambda: it.focus_on(it.list[0].id),
            "focus.last": lambda: it.focus_on(it.list[-1].id),
            "region.next": lambda: self.walk.step(1),
            "region.previous": lambda: self.walk.step(-1),
            "family.up": lambda: acts.walk_family(-1),
            "family.down": lambda: acts.walk_family(1),
            "visited.back": lambda: it.visit(-1),
            "visited.forward": lambda: it.visit(1),
            "find.slot": self._begin_find,
            "frame.slot": self._begin_frame,
            "scope.toggle": self._toggle_scope,
            "select.all": lambda: it.choose([s.id for s in it.list if not s.pinned]),
            "select.none": lambda: it.choose(()),
            "select.invert": lambda: it.choose([s.id for s in it.list if s.id not in it.chosen]),
            "type.value": self._begin_entry,
            "type.hex": lambda: self.strip.open_entry("#"),
            "pick.canvas": self._begin_picking,
            "pick.screen": self._pick_screen,
            "color.swap": acts.swap,
            "color.copy": self._copy,
            "color.paste": partial(self._paste, with_name=False),
            "color.paste_named": partial(self._paste, with_name=True),
            "color.reset": partial(acts.reset, is_all_chosen=False),
            "color.reset_selected": partial(acts.reset, is_all_chosen=True),
            "color.repeat": acts.repeat,
            "harmony.open": self.pop_overs.open_harmony,
            "slot.pin": acts.pin,
            "family.link": acts.toggle_link,
            "family.rule": self.pop_overs.open_rules,
            "slot.merge": acts.merge,
            "slot.split_region": acts.split_region,
            "slot.split_color": self._split_by_color,
            "family.make": acts.make_family,
            "family.dissolve": acts.dissolve_family,
            "slot.rename": self._rename,
            "slot.move_up": lambda: acts.move(-1),
            "slot.move_down": lambda: acts.move(1),
            "variant.new": variants.add,
            "variant.next": lambda: variants.step(1),
            "variant.previous": lambda: variants.step(-1),
            "variant.flip": variants.flip,
            "compare.original": partial(self._hold_original, True),
            "compare.split": lambda: self._canvas.set_split(self._canvas.split is None),
            "reference.load": self.references.choose,
            "transfer.next": lambda: self.transfer.step(1),
            "transfer.previous": lambda: self.transfer.step(-1),
        }
        counted_runs: dict[str, Callable[[int], None]] = {
            "focus.digit": self._focus_digit,
            "color.swatch": self._give_swatch,
            "variant.digit": variants.show_number,
        }
        for name, direction in _DIRECTIONS.items():
            runs[f"focus.{name}"] = partial(self._walk, direction, is_adding=False)
            runs[f"extend.{name}"] = partial(self._walk, direction, is_adding=True)
        counted_runs.update((act, _without_number(run)) for act, run in runs.items())
        nudges = (f"{group}.{name}" for group in ("color", "coarse") for name in _AXES)
        counted_runs.update((act, _nothing) for act in nudges)
        return counted_runs

    def _step_out(self) -> None:
        """Typing and pop-overs take Esc themselves; then the choice goes, then the mode."""
        if self.tool.is_picking:
            self._cancel_picking()
        elif self.transfer.is_trying:
            self.transfer.cancel()
        elif len(self.recoloring.chosen) > 1:
            self.recoloring.choose(())
        elif self.acts.is_region_only:
            self._toggle_scope()
        else:
            self.recoloring.leave()

    def _focus_digit(self, number: int) -> None:
        slot = self.recoloring.slot_in_bank(number)
        if slot is None:
            self._around.say(tr("This bank has no slot {digit}.", digit=(number + 1) % 10))
        else:
            self.recoloring.focus_on(slot.id)

    def _walk(self, direction: Direction, *, is_adding: bool) -> None:
        self.walk.walk(direction, is_adding=is_adding)
        self.marks.point_at_neighbors()

    def _give_swatch(self, number: int) -> None:
        swatch = self.swatches.swatch(number)
        if swatch is not None:
            self.acts.set_color(in_depth(swatch.color, self.recoloring.depth))

    def _show_keys(self) -> None:
        """The card; when it is there, all keys."""
        if self.card.isVisible() or not self.card.fits:
            self._around.show_keys()
        else:
            self.card.show()
            self.card.raise_()

    def _toggle_scope(self) -> None:
        self._set_scope(not self.acts.is_region_only)

    def _set_scope(self, is_region_only: bool) -> None:
        self.acts.is_region_only = is_region_only
        self.strip.set_region_only(is_region_only)
        self.marks.set_region_only(is_region_only)
        self.options.refresh()
        self._take_focus()

    def _set_rule(self, rule: FamilyRule) -> None:
        self.acts.set_rule(rule)
        self._take_focus()

    def _set_order(self, order: Order) -> None:
        self.recoloring.set_order(order, self.walk.ranks(order))
        self._take_focus()

    def _rename(self) -> None:
        self.panel.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.list.rename_focused()

    # Typing and finding

    def _begin_entry(self) -> None:
        if self.recoloring.focus is None:
            self._extract()
        else:
            self.strip.open_entry("")

    def _on_typed(self, text: str) -> None:
        try:
            self.acts.type(text)
        except ValueError as error:
            self.strip.entry.show_invalid(str(error))
            self._around.say(str(error))
            return
        self._close_entry()

    def _close_entry(self) -> None:
        self._take_focus()
        self.strip.close_entry()

    def _begin_find(self) -> None:
        focus = self.recoloring.focus
        self._found_from = None if focus is None else focus.id
        self._hits = ()
        self.panel.open_find()

    def _on_find(self, text: str) -> None:
        self._hits = found(self.recoloring.slots, text, self.recoloring.depth)
        if self._hits:
            self.recoloring.focus_on(self._hits[0], is_visit=False)

    def _on_find_step(self, step: int) -> None:
        focus = self.recoloring.focus
        if focus is not None and focus.id in self._hits:
            at = self._hits.index(focus.id) + step
            self.recoloring.focus_on(self._hits[at % len(self._hits)], is_visit=False)

    def _on_find_end(self, is_kept: bool) -> None:
        self.panel.close_find()
        if not is_kept and self._found_from is not None:
            self.recoloring.focus_on(self._found_from, is_visit=False)
        self._take_focus()

    # Keys that are held

    def _begin_frame(self) -> None:
        self._frame_hold.start()

    def _end_frame(self) -> None:
        if self._frame_hold.isActive():  # a tap
            self._frame_hold.stop()
            self._zoom_to_slot()
        self.marks.set_isolated(False)

    def _zoom_to_slot(self) -> None:
        focus, regions = self.recoloring.focus, self.walk.regions
        parts = () if focus is None or regions is None else regions.of_slot(focus.id)
        if parts:
            bounds = parts[0].bounds
            for part in parts[1:]:
                bounds = bounds.united(part.bounds)
            self._canvas.zoom_to(bounds)
            self.marks.flash()

    def _hold_original(self, is_down: bool) -> None:
        self.recoloring.settle()
        self._canvas.handling.hold_key(Qt.Key.Key_Backslash, is_down=is_down)

    def _begin_picking(self) -> None:
        document, focus = self._session.document, self.recoloring.focus
        if document is not None and focus is not None:
            self.recoloring.settle()
            self._picks += 1
            depth = self.recoloring.depth
            self.tool.begin_picking(document, from_depth(focus.color, depth))

    def _on_picked(self, color: Color) -> None:
        self.acts.set_color(color, key=("pick", self._picks))

    def _end_picking(self) -> None:
        if self.tool.is_picking:
            self.tool.end_picking()
            self.recoloring.settle()

    def _cancel_picking(self) -> None:
        self.tool.end_picking()
        self.recoloring.drop()

    def _pick_screen(self) -> None:
        def give(color: QColor) -> None:
            rgb = (color.red(), color.green(), color.blue())
            self.acts.set_color(in_depth(rgb, self.recoloring.depth))
            self._take_focus()

        if pick_from_screen(give) is None:
            self._around.say(tr("This system does not let programs look at the screen."))

    # Clipboard

    def _copy(self) -> None:
        copied = self.acts.copy()
        if copied is not None:
            QGuiApplication.clipboard().setText(copied.text)
            self._around.say(tr("Copied {hex}", hex=copied.text))

    def _paste(self, *, with_name: bool) -> None:
        self.acts.paste(QGuiApplication.clipboard().text(), with_name=with_name)

    # Slots of a layer without any

    def _extract(self) -> None:
        candidate = self.recoloring.candidate
        if candidate is not None and not self.extraction.is_busy:
            self.strip.say_busy(tr("Finding the colours of “{name}”", name=candidate.name))
            self.extraction.start(candidate)

    def _on_extracted(self) -> None:
        self.strip.refresh()

    def _split_by_color(self) -> None:
        self.recoloring.settle()
        document = self._session.document
        if document is not None:
            self.acts.split_by_color(document)

    # Following

    def _on_switched(self) -> None:
        is_on = self.is_on
        self.keys.release_all()
        for widget in (self.frame, self.strip):
            widget.setVisible(is_on)
        self.card.hide()
        if is_on:
            if self._canvas.handling.tool is not self.tool:
                uses = self._around.settings.get(USES, 0)
                self._around.settings.set(USES, uses + 1)
                self._wants_card = uses < SHOWN_FOR
            self.card.setVisible(self._wants_card and self.card.fits)
            self._canvas.handling.choose(self.tool)
            self._reserve()
            self.strip.refresh()
            self.strip.raise_()
            self._take_focus()
            self._say_focus()
        else:
            self._canvas.reserve(0, 0)
            self.acts.is_region_only = False
            self.strip.set_region_only(False)
            self.marks.set_region_only(False)
            self.options.refresh()
            self.marks.set_isolated(False)
            self.transfer.forget()
            self.pop_overs.hide()
            self.strip.close_entry()
            self.panel.close_find()
            if self._canvas.handling.tool is self.tool:
                self._canvas.handling.choose(self._toolbox.tool)
        self.switched.emit(is_on)

    def _reserve(self) -> None:
        """Keep strip and card off a picture that is fitted."""
        right = self.card.card.width() + EDGE if self.card.isVisible() else 0
        self._canvas.reserve(right, self._around.theme.tokens.size("strip"))

    def _on_tool(self) -> None:
        """Another tool was chosen: it has the canvas now."""
        if self.is_on:
            self.recoloring.leave()

    def _on_focused(self) -> None:
        if self.swatches.pages > 1:
            self.swatches.set_page(self.recoloring.bank)
        self._say_focus()

    def _on_region(self) -> None:
        self.acts.region = self.walk.here

    def _rank(self) -> None:
        self.recoloring.set_order(self.recoloring.order, self.walk.ranks(self.recoloring.order))

    def _say_focus(self) -> None:
        """For screen readers."""
        focus = self.recoloring.focus
        if focus is not None and self.is_on:
            count = len(self.recoloring.list)
            number = self.recoloring.number_of(focus.id) + 1
            words = announcement(focus, number, count, self.recoloring.depth)
            self._around.announce(words)

    def _take_focus(self) -> None:
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _slots_in_list(self) -> list[tuple[str, tuple[int, int, int]]]:
        """Names and 8-bit colours, for palettes to keep."""
        depth = self.recoloring.depth
        return [(one.name, from_depth(one.color, depth)) for one in self.recoloring.list]


def _without_number(run: Callable[[], object]) -> Callable[[int], None]:
    def numbered(_number: int) -> None:
        run()

    return numbered


def _nothing(_number: int) -> None:
    """A nudge: `run` does it, with its repeats."""
