"""Why? – for a unit and an item: what would stand in the way, before anybody applies."""

from collections.abc import Iterator
from dataclasses import replace

from desk.workflow.application import Application
from desk.workflow.errors import Finding
from desk.workflow.facts import SEIZURE, Facts, Stage
from desk.workflow.readings.kinds import ACTS_ON, show
from desk.workflow.rules.asking import ask_all, found
from forms.items import Item

# What the register itself says; rules about people and papers wait for an application.
OF_THE_REGISTER = frozenset(
    {
        "R01",
        "R02",
        "R03",
        "R04",
        "R05",
        "R06",
        "R07",
        "R08",
        "R09",
        "R16",
        "R17",
        "R21",
        "R23",
        "R26",
    }
    | {"R32", "R37", "R56"}
)


def obstacles(facts: Facts, item: Item) -> tuple[Finding, ...]:
    """Return what the register would answer to an item on these units, with nothing handed in."""
    blank = Application(
        item=item.code,
        units=tuple(unit.code for unit in facts.units),
        parties=(),
        materials=(),
    )
    asked = replace(
        facts,
        stage=Stage.ACCEPTANCE,
        item=item,
        application=blank,
        materials=frozenset(),
        case=None,
    )
    return (*_nothing_to_act_on(asked), *ask_all(asked, OF_THE_REGISTER))


def _nothing_to_act_on(facts: Facts) -> Iterator[Finding]:
    """R02: what changes, cancels or releases a right needs one that lives."""
    act = facts.item.act
    wanted = SEIZURE if act == "release" else ACTS_ON.get(act)
    places = (*facts.units, *facts.parcels.values())  # a mortgage under construction is the land's
    if wanted and not any(place.live(wanted) for place in places):
        for unit in facts.units:
            kind = facts.catalogue.codes["right_type"].by_code[wanted]
            about = {"type_zh": kind.zh, "type_en": kind.en}
            yield found(facts, "R02", "nothing", unit=show(unit.code), about=about)


def obstacles_to_all(facts: Facts) -> dict[str, tuple[Finding, ...]]:
    """Return for every item, by its code, what would stand in its way on these units."""
    return {code: obstacles(facts, item) for code, item in facts.catalogue.items.items()}
