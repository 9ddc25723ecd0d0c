"""A character with twenty slots is recoloured to a chart by keyboard only, every press counted."""

from __future__ import annotations

import pytest

from app.session.swatches import Swatch
from tests.app.editor import Editor
from tests.app.recolor.character import COLORS
from tests.app.recolor.playing import Player

MOST_PER_SLOT = 3.0


def chart() -> list[tuple[int, int, int]]:
    """A night version of the character."""
    return [
        (red * 2 // 5, green // 2, min(255, blue * 3 // 5 + 40)) for _, (red, green, blue) in COLORS
    ]


def result(player: Player) -> list[tuple[int, int, int]]:
    player.settle()
    return [slot.color for slot in player.layer.slots.palette]


@pytest.fixture
def ready(player: Player) -> Player:
    player.mode.swatches.set("night.gpl", [Swatch(color) for color in chart()])
    player.presses = 0
    return player


def told(what: str, player: Player) -> float:
    average = player.presses / len(COLORS)
    print(f"\n{what}: {player.presses} key presses for {len(COLORS)} slots, {average:.2f} per slot")
    return average


def test_from_a_chart_in_the_order_of_the_slots(ready: Player) -> None:
    for at in range(len(COLORS)):
        if at and at % 10 == 0:
            ready.press("Tab")
        digit = str((at + 1) % 10)
        ready.press(digit, f"Shift+{digit}")
    assert result(ready) == chart()
    assert told("Digit and swatch", ready) <= MOST_PER_SLOT


def test_from_a_chart_step_by_step_through_the_list(ready: Player) -> None:
    for at in range(len(COLORS)):
        ready.press(f"Shift+{(at + 1) % 10}")
        if at < len(COLORS) - 1:
            ready.press("]")
    assert result(ready) == chart()
    assert told("Swatch and next slot", ready) <= MOST_PER_SLOT


def test_from_a_chart_in_any_order_by_hex_in_the_clipboard(editor: Editor) -> None:
    """Without swatches: typed values cost what they are long."""
    player = Player(editor)
    player.presses = 0
    for at, (red, green, blue) in enumerate(chart()[:10]):
        player.press(str((at + 1) % 10), "Return")
        for sign in f"{red:02x}{green:02x}{blue:02x}":
            player.press(sign)
        player.press("Return")
    assert result(player)[:10] == chart()[:10]
    assert player.presses == 90
    print(f"\nTyped hex: {player.presses} key presses for 10 slots, 9.00 per slot")


def test_a_whole_chart_is_carried_over_with_one_key(editor: Editor) -> None:
    """When the chart is a shifted version of the palette, the first mapping is the right one."""
    player = Player(editor)
    lighter = [tuple(min(255, one + 6) for one in color) for _, color in COLORS]
    player.mode.swatches.set("lighter.gpl", [Swatch(color) for color in reversed(lighter)])
    player.presses = 0
    player.press("T")
    assert result(player) == lighter
    assert told("Carried over", player) <= 0.05
