"""Layers that belong together."""

from engine.document.edits import added, all_added_above, duplicated, grouped, removed
from engine.document.links import linked, links_in_use, unlinked, with_linked
from engine.document.model import Document, GroupLayer, LayerId
from engine.document.tree import Place, find_layer, walk
from tests.engine.document.strategies import sketch


def ids(document: Document, *names: str) -> list[LayerId]:
    return [layer.id for name in names for layer in walk(document.layers) if layer.name == name]


def names(document: Document, layer_ids: tuple[LayerId, ...]) -> list[str]:
    return [layer.name for one in layer_ids if (layer := find_layer(document, one)) is not None]


def test_linked_layers_come_along_wherever_they_lie() -> None:
    document = sketch()
    document = linked(document, ids(document, "Ink", "Shadow"))
    assert names(document, with_linked(document, ids(document, "Shadow"))) == ["Shadow", "Ink"]
    assert names(document, with_linked(document, ids(document, "Paper"))) == ["Paper"]


def test_linking_a_linked_layer_joins_both_families() -> None:
    document = sketch()
    document = linked(document, ids(document, "Ink", "Shadow"))
    document = linked(document, ids(document, "Paper", "Flat"))
    document = linked(document, ids(document, "Ink", "Flat"))
    assert len(with_linked(document, ids(document, "Paper"))) == 4


def test_two_families_stay_apart() -> None:
    document = sketch()
    document = linked(document, ids(document, "Ink", "Shadow"))
    document = linked(document, ids(document, "Paper", "Flat"))
    assert len(with_linked(document, ids(document, "Paper"))) == 2


def test_one_layer_cannot_be_linked_and_linking_twice_changes_nothing() -> None:
    document = sketch()
    assert linked(document, ids(document, "Ink")) is document
    document = linked(document, ids(document, "Ink", "Shadow"))
    assert linked(document, ids(document, "Ink", "Shadow")) is document
    assert unlinked(document, ids(document, "Paper")) is document


def test_an_unlinked_layer_leaves_the_others_linked() -> None:
    document = sketch()
    document = linked(document, ids(document, "Ink", "Shadow", "Paper"))
    document = unlinked(document, ids(document, "Shadow"))
    assert len(with_linked(document, ids(document, "Ink"))) == 2
    assert len(with_linked(document, ids(document, "Shadow"))) == 1


def test_what_is_left_alone_is_linked_with_nothing() -> None:
    document = sketch()
    document = linked(document, ids(document, "Ink", "Shadow"))
    document = removed(document, ids(document, "Ink"))
    assert links_in_use(document.layers) == frozenset()


def test_a_copy_is_not_linked_with_its_original() -> None:
    document = sketch()
    document = linked(document, ids(document, "Ink", "Shadow"))
    copied = duplicated(document, ids(document, "Ink")[0])
    assert len(with_linked(copied, ids(copied, "Ink copy"))) == 1


def test_layers_inside_a_copied_group_are_linked_with_each_other_only() -> None:
    document = sketch()
    document = linked(document, ids(document, "Flat", "Shadow"))
    copied = duplicated(document, ids(document, "Folder")[0])
    assert len(links_in_use(copied.layers)) == 2
    for shadow in ids(copied, "Shadow"):
        assert len(with_linked(copied, [shadow])) == 2


def test_links_of_layers_from_elsewhere_do_not_meet_those_that_are_there() -> None:
    document = sketch()
    document = linked(document, ids(document, "Ink", "Paper"))
    other = linked(sketch(), ids(sketch(), "Flat", "Shadow"))
    folder = find_layer(other, ids(other, "Folder")[0])
    assert isinstance(folder, GroupLayer)
    both = added(document, folder, Place(None, 0))
    assert len(with_linked(both, ids(both, "Ink"))) == 2


def test_layers_added_together_are_linked_among_themselves() -> None:
    document = sketch()
    document = linked(document, ids(document, "Ink", "Paper"))
    other = linked(sketch(), ids(sketch(), "Ink", "Paper"))
    below = ids(document, "Ink")[0]
    both = all_added_above(document, other.layers, below)
    assert [layer.name for layer in both.layers] == ["Paper", "Folder", "Ink"] * 2
    for ink in ids(both, "Ink"):
        assert len(with_linked(both, [ink])) == 2
    assert len({layer.id for layer in walk(both.layers)}) == 10


def test_grouping_keeps_links() -> None:
    document = sketch()
    document = linked(document, ids(document, "Ink", "Paper"))
    document = grouped(document, ids(document, "Ink", "Paper"), "Both")
    assert len(with_linked(document, ids(document, "Ink"))) == 2
