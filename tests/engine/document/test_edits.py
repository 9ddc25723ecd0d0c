from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.document.edits import (
    added,
    added_above,
    duplicated,
    grouped,
    layer_after_removal,
    moved,
    removed,
    ungrouped,
    with_layer,
    with_new_pixel_layer,
)
from engine.document.model import GroupLayer, LayerId, PixelLayer
from engine.document.raster import empty_raster
from engine.document.tree import Place, layer_by_id, places, walk
from tests.engine.document.strategies import documents, edits, sketch


def names(document):
    """Layer names with the children of groups in brackets, bottom to top."""

    def shown(layer):
        if isinstance(layer, GroupLayer):
            return f"{layer.name}({' '.join(map(shown, layer.layers))})"
        return layer.name

    return " ".join(map(shown, document.layers))


def by_name(document, name):
    return next(layer for layer in walk(document.layers) if layer.name == name)


@given(documents(), st.data())
def test_layer_ids_stay_unique_and_are_never_reused(document, data):
    before = {layer.id for layer in walk(document.layers)}
    after = data.draw(edits(document))
    ids = [layer.id for layer in walk(after.layers)]
    assert len(ids) == len(set(ids))
    assert all(one < after.next_id for one in ids)
    assert all(one >= document.next_id for one in set(ids) - before)


def test_a_change_to_the_same_value_returns_the_same_document():
    document = sketch()
    layer = by_name(document, "Flat")
    assert with_layer(document, layer.id, name="Flat", opacity=1.0) is document


def test_an_edit_shares_every_layer_it_does_not_touch():
    document = sketch()
    edited = with_layer(document, by_name(document, "Shadow").id, opacity=0.5)
    assert edited.layers[0] is document.layers[0]
    assert edited.layers[2] is document.layers[2]
    assert by_name(edited, "Flat") is by_name(document, "Flat")


def test_an_unknown_layer_is_an_error():
    with pytest.raises(KeyError):
        with_layer(sketch(), LayerId(99), name="x")


def test_a_new_layer_gets_the_next_id_and_its_place():
    document = sketch()
    edited = with_new_pixel_layer(document, "New", by_name(document, "Flat").id)
    assert names(edited) == "Paper Folder(Flat New Shadow) Ink"
    assert by_name(edited, "New").id == document.next_id


def test_moving_into_a_group_and_out_again():
    document = sketch()
    folder, ink = by_name(document, "Folder").id, by_name(document, "Ink").id
    inside = moved(document, [ink], Place(folder, 1))
    assert names(inside) == "Paper Folder(Flat Ink Shadow)"
    assert names(moved(inside, [ink], Place(None, 0))) == "Ink Paper Folder(Flat Shadow)"


def test_moving_several_layers_keeps_their_order():
    document = sketch()
    chosen = [by_name(document, "Ink").id, by_name(document, "Paper").id]
    assert names(moved(document, chosen, Place(None, 2))) == "Folder(Flat Shadow) Paper Ink"


def test_moving_to_the_same_place_changes_nothing():
    document = sketch()
    paper = by_name(document, "Paper").id
    assert moved(document, [paper], Place(None, 0)) is document
    assert moved(document, [paper], Place(None, 1)) is document


def test_a_group_cannot_be_moved_into_itself():
    document = sketch()
    folder = by_name(document, "Folder").id
    with pytest.raises(ValueError, match="into itself"):
        moved(document, [folder], Place(folder, 0))


def test_grouping_and_ungrouping():
    document = sketch()
    chosen = [by_name(document, "Folder").id, by_name(document, "Ink").id]
    together = grouped(document, chosen, "All")
    assert names(together) == "Paper All(Folder(Flat Shadow) Ink)"
    apart = ungrouped(together, by_name(together, "All").id)
    assert names(apart) == names(document)


def test_a_copy_has_its_own_ids_and_shares_its_pixels():
    document = sketch()
    folder = by_name(document, "Folder")
    copy = duplicated(document, folder.id)
    assert names(copy) == "Paper Folder(Flat Shadow) Folder copy(Flat Shadow) Ink"
    original, twin = folder.layers[0], copy.layers[2].layers[0]
    assert twin.id != original.id
    assert twin.raster is original.raster


def test_removing_a_group_removes_what_is_inside():
    document = sketch()
    left = removed(document, [by_name(document, "Folder").id, by_name(document, "Flat").id])
    assert names(left) == "Paper Ink"


def test_after_a_removal_the_layer_below_is_next():
    document = sketch()
    assert layer_after_removal(document, by_name(document, "Ink").id) == document.layers[1].id
    assert layer_after_removal(document, by_name(document, "Paper").id) == document.layers[1].id


def test_adding_above_nothing_goes_on_top():
    document = sketch()
    layer = PixelLayer(id=LayerId(0), name="Top", raster=empty_raster(np.uint8))
    assert names(added_above(document, layer, None)).endswith("Ink Top")


def test_places_name_every_layer():
    document = sketch()
    where = places(document)
    assert len(where) == 5
    for layer_id, place in where.items():
        siblings = (
            document.layers if place.parent is None else layer_by_id(document, place.parent).layers
        )
        assert siblings[place.index].id == layer_id


def test_an_added_group_brings_its_children_with_new_ids():
    document = sketch()
    child = PixelLayer(id=LayerId(1), name="Child", raster=empty_raster())
    group = GroupLayer(id=LayerId(1), name="Result", layers=(child, replace(child, name="Two")))
    edited = added(document, group, Place(None, 0))
    assert [layer.id for layer in walk(edited.layers[:1])] == [
        document.next_id,
        document.next_id + 1,
        document.next_id + 2,
    ]
