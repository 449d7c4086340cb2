"""What is keyed for a case is kept in one place: by path, with its source, whole at any moment."""

import json

from pytestqt.qtbot import QtBot

from desk.windows.counter.entry_model import EntryModel
from desk.windows.counter.entry_state import EntryState, Source

Change = tuple[str, object, object]


def heard(model: EntryModel) -> list[Change]:
    """Write down what a model tells."""
    told: list[Change] = []
    model.changed.connect(lambda path, old, new: told.append((path, old, new)))
    return told


def a_sale() -> EntryModel:
    """Key a sale of one house by one person to another."""
    model = EntryModel()
    model.set_item("LY013")
    model.put("units", ["220402001001GB00001F00010001"], Source.CODE)
    model.add_party({"role": "obligor", "name": "王明", "id_number": "220402196708162201"})
    model.add_party({"role": "holder", "name": "陈刚", "share": "1/2"}, Source.CARD)
    model.add_party({"role": "holder"})
    model.put("fields/price", "1280000.00")
    model.put("materials/M01", "present")
    model.put("materials/M02", "deferred")
    return model


def test_a_value_is_told_with_what_stood_before_and_the_same_once_more_is_silent() -> None:
    model = EntryModel()
    told = heard(model)
    model.put("fields/price", "1280000.00")
    model.put("fields/price", "1280000.00", Source.REGISTER)
    model.put("fields/price", "")
    assert told == [
        ("fields/price", None, "1280000.00"),
        ("fields/price", "1280000.00", None),
    ]
    assert model.source("fields/price") is None


def test_what_is_read_never_overwrites_what_was_typed() -> None:
    model = EntryModel()
    model.put("parties/1/phone", "13800000000")
    model.fill(
        {"parties/1/phone": "13900000000", "parties/1/address": "人民大街1号"}, Source.EARLIER
    )
    assert model.value("parties/1/phone") == "13800000000"
    assert model.source("parties/1/phone") is Source.TYPED
    assert model.source("parties/1/address") is Source.EARLIER


def test_the_application_has_the_people_who_were_keyed_and_the_papers_that_are_there() -> None:
    application = a_sale().state.application(("R16",))
    assert application.item == "LY013"
    assert [(party.role, party.name) for party in application.parties] == [
        ("obligor", "王明"),
        ("holder", "陈刚"),
    ]
    assert (application.materials, application.confirmed) == (("M01",), ("R16",))
    assert application.fields == {"price": "1280000.00"}


def test_a_person_who_is_taken_out_takes_the_answers_along_and_nobody_changes_place() -> None:
    model = a_sale()
    model.put("answers/true_will/1", "yes")
    model.put("answers/true_will/2", "no")
    model.drop_party(1)
    assert model.state.party_keys == (2, 3)
    assert [line["person"] for line in model.state.interview()] == ["陈刚"]


def test_a_snapshot_brings_everything_back_with_its_sources(qtbot: QtBot) -> None:
    model = a_sale()
    text, other = model.snapshot(), EntryModel()
    with qtbot.waitSignal(other.replaced):
        other.restore(text)
    assert other.state == model.state
    assert other.snapshot() == text
    assert other.source("units") is Source.CODE
    assert json.loads(text)["item"] == "LY013"


def test_one_act_is_one_step_whatever_it_changes() -> None:
    model = EntryModel()
    steps: list[str] = []
    model.settled.connect(lambda: steps.append(model.snapshot()))
    model.add_party({"role": "holder", "name": "陈刚", "phone": "13800000000"})
    model.drop_party(1)
    assert [EntryState.restore(step).people for step in steps] == [(1,), ()]
