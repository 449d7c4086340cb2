"""U-21: each act of an entry is undone by one step, and the entry is then exactly what it was."""

from hypothesis import given
from hypothesis import strategies as st

from desk.local.history import STEPS, History
from desk.windows.counter.entry_model import EntryModel
from forms.canonical import fingerprint

PATHS = st.sampled_from(("units", "reason", "fields/price", "parties/1/name", "materials/M01"))
VALUES = st.one_of(st.none(), st.text(max_size=5), st.integers(), st.lists(st.text(max_size=3)))
ACTS = st.lists(st.tuples(PATHS, VALUES), max_size=60)


@given(ACTS)
def test_u21_every_act_is_one_step_back_and_one_step_forward(
    acts: list[tuple[str, object]],
) -> None:
    model = EntryModel()
    history = History(model.snapshot())
    model.settled.connect(lambda: history.add(model.snapshot()))
    before = [fingerprint(model.snapshot())]
    for path, value in acts:
        model.put(path, value)
        if fingerprint(model.snapshot()) != before[-1]:
            before.append(fingerprint(model.snapshot()))
    for expected in reversed(before[:-1]):
        text = history.undo()
        assert text is not None
        model.restore(text)
        assert fingerprint(model.snapshot()) == expected
    assert history.undo() is None
    for expected in before[1:]:
        text = history.redo()
        assert text is not None
        model.restore(text)
        assert fingerprint(model.snapshot()) == expected
    assert history.redo() is None


def test_u21_two_hundred_steps_can_be_undone_and_no_more() -> None:
    history = History("0")
    for n in range(1, 301):
        history.add(str(n))

    undone = [history.undo() for _ in range(STEPS + 1)]
    assert undone[-2:] == [str(300 - STEPS), None]


def test_an_act_after_undoing_ends_what_was_undone() -> None:
    history = History("a")
    history.add("b")
    assert history.undo() == "a"
    history.add("c")

    assert history.redo() is None
    assert history.undo() == "a"
