from hypothesis import given
from hypothesis import strategies as st

from engine.document.edits import with_layer, with_new_pixel_layer
from engine.document.history import Entry, at_index, pruned, pushed, redone, started, undone
from tests.engine.document.strategies import documents, edits, sketch


def step(history, label, document, merge_key=None):
    return pushed(history, Entry(label, document, merge_key))


@given(documents(), st.data())
def test_undo_returns_the_very_same_documents_and_redo_leads_back(document, data):
    history = started("Open", document)
    states = [document]
    for number in range(data.draw(st.integers(1, 4))):
        after = data.draw(edits(history.present))
        if after is not history.present:
            states.append(after)
        history = step(history, f"Step {number}", after)
    for expected in reversed(states):
        assert history.present is expected
        history = undone(history)
    assert not history.can_undo
    for expected in states:
        assert history.present is expected
        history = redone(history)
    assert not history.can_redo


def test_the_same_document_records_nothing():
    history = started("Open", sketch())
    assert step(history, "Nothing", history.present) is history


def test_a_new_step_forgets_what_was_undone():
    document = sketch()
    layer = document.layers[0].id
    history = step(started("Open", document), "A", with_layer(document, layer, name="A"))
    history = step(undone(history), "B", with_layer(document, layer, name="B"))
    assert [entry.label for entry in history.entries] == ["Open", "B"]


def test_nudges_in_a_row_become_one_step():
    document = sketch()
    layer = document.layers[0].id
    history = started("Open", document)
    for opacity in (0.9, 0.8, 0.7):
        after = with_layer(history.present, layer, opacity=opacity)
        history = step(history, "Opacity", after, merge_key=("opacity", layer))
    assert len(history.entries) == 2
    assert undone(history).present is document


def test_a_nudge_back_to_the_start_removes_its_step():
    document = sketch()
    layer = document.layers[0].id
    history = started("Open", document)
    for opacity in (0.9, 1.0):
        after = with_layer(history.present, layer, opacity=opacity)
        history = step(history, "Opacity", after, merge_key=("opacity", layer))
    assert not history.can_undo


def test_pruning_drops_the_oldest_states_but_never_the_present():
    history = started("Open", sketch())
    for number in range(5):
        history = step(history, f"{number}", with_new_pixel_layer(history.present, "x", None))
    present = history.present
    small = pruned(history, 1)
    assert small.present is present
    assert len(small.entries) == 1
    assert pruned(history, 1 << 40) is history


def test_any_state_can_be_visited():
    document = sketch()
    history = step(started("Open", document), "New", with_new_pixel_layer(document, "x", None))
    assert at_index(history, 0).present is document
