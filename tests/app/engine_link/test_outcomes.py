from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from app.engine_link.job import Job
from app.engine_link.outcomes import applied
from engine.document.edits import moved, removed, with_layer
from engine.document.geometry import Size
from engine.document.model import BlendMode, Document, GroupLayer, LayerId, PixelLayer
from engine.document.raster import raster_from_array, with_pixels
from engine.document.tree import Place, walk
from engine.protocol.params import DecomposeIllustration, OpenFile, Params
from engine.protocol.values import Outcome


def layer(number: int, name: str, **more) -> PixelLayer:
    raster = raster_from_array(np.full((8, 8, 4), number, np.uint8))
    return PixelLayer(id=LayerId(number), name=name, raster=raster, **more)


def document() -> Document:
    """Paper below, a picture in a folder above."""
    folder = GroupLayer(id=LayerId(2), name="Folder", layers=(layer(3, "Picture"),))
    return Document(size=Size(8, 8), layers=(layer(1, "Paper"), folder), next_id=4)


def parts(name: str = "Picture") -> Outcome:
    children = (layer(2, "Flat colour"), layer(3, "Line art"))
    return Outcome(layers=(GroupLayer(id=LayerId(1), name=name, layers=children),))


def job(asked: Params, submitted: Document | None) -> Job:
    return Job(1, asked, submitted)


@pytest.fixture(autouse=True)
def _application(qapp):
    return None


def tree(document: Document) -> list[str]:
    return [layer.name for layer in walk(document.layers)]


def test_the_group_takes_the_place_of_the_layer():
    before = document()
    after = applied(before, job(DecomposeIllustration(3), before), parts())
    assert tree(after) == ["Paper", "Folder", "Picture", "Flat colour", "Line art"]
    ids = [layer.id for layer in walk(after.layers)]
    assert len(set(ids)) == len(ids) and after.next_id == max(ids) + 1
    assert after.layers[0] is before.layers[0]


def test_what_the_artist_changed_meanwhile_stays_changed():
    before = document()
    now = with_layer(before, LayerId(3), name="Hero", opacity=0.5, blend=BlendMode.MULTIPLY)
    now = moved(now, [LayerId(3)], Place(None, 0))
    after = applied(now, job(DecomposeIllustration(3), before), parts())
    assert tree(after) == ["Hero", "Flat colour", "Line art", "Paper", "Folder"]
    assert (after.layers[0].opacity, after.layers[0].blend) == (0.5, BlendMode.MULTIPLY)


def test_a_layer_that_is_gone_gets_its_parts_on_top():
    before = document()
    now = removed(before, [LayerId(3)])
    after = applied(now, job(DecomposeIllustration(3), before), parts())
    assert tree(after) == ["Paper", "Folder", "Picture", "Flat colour", "Line art"]
    assert len(after.layers) == 3


def test_a_layer_that_was_painted_on_meanwhile_is_kept():
    before = document()
    picture = before.layers[1].layers[0]
    painted = with_pixels(picture.raster, np.full((2, 2, 4), 9, np.uint8), left=0, top=0)
    now = with_layer(before, LayerId(3), raster=painted)
    after = applied(now, job(DecomposeIllustration(3), before), parts("Parts"))
    assert tree(after) == ["Paper", "Folder", "Picture", "Parts", "Flat colour", "Line art"]
    assert after.layers[1].layers[0].raster is painted


def test_a_group_that_others_are_clipped_to_does_not_pass_through():
    before = document()
    shade = layer(9, "Shade", clipped=True)
    folder = replace(before.layers[1], layers=(*before.layers[1].layers, shade))
    before = replace(before, layers=(before.layers[0], folder), next_id=10)
    after = applied(before, job(DecomposeIllustration(3), before), parts())
    group = after.layers[1].layers[0]
    assert (group.name, group.blend) == ("Picture", BlendMode.NORMAL)


def test_an_opened_document_is_taken_as_it_is():
    opened = document()
    other = Document(size=Size(1, 1))
    assert applied(other, job(OpenFile("/a.png"), None), Outcome(document=opened)) is opened


def test_a_new_document_replaces_only_the_one_it_was_made_from():
    before, result = document(), replace(document(), layers=parts().layers)
    asked = job(DecomposeIllustration(), before)
    assert applied(before, asked, Outcome(document=result)) is result
    now = with_layer(before, LayerId(1), name="Renamed")
    after = applied(now, asked, Outcome(document=result))
    assert tree(after) == [
        "Renamed",
        "Folder",
        "Picture",
        "Picture",
        "Flat colour",
        "Line art",
    ]


def test_an_outcome_without_pixels_changes_nothing():
    before = document()
    assert applied(before, job(DecomposeIllustration(3), before), Outcome()) is before


def test_a_picture_that_was_renamed_or_joined_meanwhile_is_still_replaced():
    before = Document(size=Size(8, 8), layers=(layer(1, "Picture"),), next_id=2)
    result = replace(before, layers=parts().layers, original=before.layers[0].raster, next_id=9)
    now = with_layer(before, LayerId(1), name="Hero")
    now = replace(now, layers=(*now.layers, layer(2, "Notes")), next_id=3)
    after = applied(now, job(DecomposeIllustration(), before), Outcome(document=result))
    assert tree(after) == ["Hero", "Flat colour", "Line art", "Notes"]
    assert after.original is result.original
