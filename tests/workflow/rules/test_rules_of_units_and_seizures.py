"""R01–R03, R07–R09, R20, R41–R44, R49, R56: the unit, what is open on it, what is seized."""

from dataclasses import replace
from datetime import date

import pytest

from desk.workflow.facts import Facts, Stage
from tests.workflow.rules.builders import (
    BANK,
    CENTRE,
    COURT,
    COURT_ORGAN,
    DEVELOPER,
    HOUSE,
    LAND,
    LI,
    NOW,
    OTHER_COURT,
    TODAY,
    UPPER_COURT,
    WANG,
    ZHANG,
    at,
    case,
    facts,
    later,
    mortgage,
    notice,
    open_case,
    owned,
    party,
    refused,
    right,
    sale,
    seizure,
    unit,
    warns,
)

HOME = unit(owned(ZHANG))
ORDER = {
    "authority": COURT,
    "document_no": "(2024)吉0402执1号",
    "from": "2024-05-20",
    "to": "2027-05-19",
}


def mortgaging(place: object = HOME, **more: object) -> Facts:
    fields = {"amount": "300000.00", "from": "2024-05-20", "to": "2044-05-19"}
    parties = (party("obligor", ZHANG), party("holder", BANK))
    return facts("LY040", place, *parties, fields=fields, **more)  # type: ignore[arg-type]


def seizing(place: object = HOME, **more: object) -> Facts:
    values: dict[str, object] = {"fields": ORDER, "reason": "查封", **more}
    return facts("LY058", place, party("organ", COURT_ORGAN), **values)  # type: ignore[arg-type]


def releasing(by: str, *held: object, acts_on: object = None) -> Facts:
    fields = {"authority": by, "document_no": "(2024)吉04执恢9号"}
    place = unit(owned(ZHANG), *held)  # type: ignore[arg-type]
    return facts("LY059", place, party("organ", COURT_ORGAN), fields=fields, acts_on=acts_on)  # type: ignore[arg-type]


FIRST = seizure()
SECOND = seizure(OTHER_COURT, since=date(2023, 5, 1))
RAN_OUT = seizure(to="2024-05-19")
LAST_DAY = seizure(to="2024-05-20")
UNDER_MORTGAGE = mortgage()

STORIES = [
    ("an ordinary sale is taken", sale(HOME), set()),
    ("a code of 27 characters", sale(HOME, codes=[HOUSE[:-1]]), {"R01"}),
    ("a code in small letters", sale(HOME, codes=[HOUSE.lower()]), {"R01"}),
    (
        "a code that was used up",
        facts("LY003", unit(ended=True), party("holder", ZHANG), also=["M10", "M11"]),
        {"R01"},
    ),
    ("a sale of what was never registered", sale(unit()), {"R02"}),
    ("a sale of what is cancelled", sale(unit(owned(ZHANG, closed=True))), {"R02"}),
    (
        "cancelling a mortgage that is closed",
        facts(
            "LY046",
            unit(owned(ZHANG), mortgage(closed=True)),
            party("holder", BANK),
            acts_on=mortgage(closed=True),
        ),
        {"R02"},
    ),
    (
        "cancelling an ownership as if it were a mortgage",
        facts("LY046", HOME, party("holder", BANK), acts_on=HOME.ownership),
        {"R02"},
    ),
    (
        "cancelling a mortgage on a home without first registration",
        facts("LY046", unit(UNDER_MORTGAGE), party("holder", BANK), acts_on=UNDER_MORTGAGE),
        set(),
    ),
    (
        "a notice of a pre-sold home needs no right",
        facts(
            "LY048",
            unit(),
            party("obligor", DEVELOPER),
            party("holder", LI),
        ),
        set(),
    ),
    (
        "a construction mortgage rests on the land",
        facts(
            "LY042",
            unit(),
            party("obligor", DEVELOPER),
            party("holder", BANK),
            land=unit(right("3", DEVELOPER), code=LAND, usage="城镇住宅用地"),
        ),
        set(),
    ),
    ("a sale under seizure", sale(unit(owned(ZHANG), FIRST)), {"R03"}),
    ("a sale on the last day of the seizure", sale(unit(owned(ZHANG), LAST_DAY)), {"R03"}),
    ("a sale on the day after the seizure", sale(unit(owned(ZHANG), RAN_OUT)), set()),
    ("a mortgage under seizure", mortgaging(unit(owned(ZHANG), FIRST)), {"R03"}),
    (
        "a sale on seized land of the same owner",
        sale(HOME, land=unit(right("3", ZHANG), FIRST, code=LAND)),
        {"R03"},
    ),
    (
        "a sale on seized land of another owner",
        sale(HOME, land=unit(right("3", DEVELOPER), FIRST, code=LAND)),
        set(),
    ),
    (
        "cancelling a mortgage under seizure",
        facts(
            "LY046",
            unit(owned(ZHANG), UNDER_MORTGAGE, FIRST),
            party("holder", BANK),
            acts_on=UNDER_MORTGAGE,
        ),
        set(),
    ),
    (
        "a new paper under seizure",
        facts("LY060", unit(owned(ZHANG), FIRST), party("holder", ZHANG)),
        set(),
    ),
    (
        "a sale while an order is under way",
        sale(unit(owned(ZHANG), open_cases=(open_case("LY058", later(NOW, -5)),))),
        {"R03"},
    ),
    (
        "a second sale while one is open",
        sale(unit(owned(ZHANG), open_cases=(open_case("LY013", later(NOW, -5)),))),
        {"R07"},
    ),
    (
        "a sale while an objection is under way",
        sale(unit(owned(ZHANG), open_cases=(open_case("LY056", later(NOW, -5)),))),
        set(),
    ),
    (
        "a seizure while a sale is open",
        seizing(unit(owned(ZHANG), open_cases=(open_case("LY013", later(NOW, -5)),))),
        set(),
    ),
    ("a sale of a locked unit", sale(unit(owned(ZHANG), lock_reason="征收冻结")), {"R08"}),
    (
        "a new address for a locked unit",
        facts(
            "LY029",
            unit(owned(ZHANG), lock_reason="征收冻结"),
            party("holder", ZHANG),
            fields={"location": "人民大街2号"},
        ),
        set(),
    ),
    (
        "a building registered twice",
        facts("LY003", HOME, party("holder", ZHANG), also=["M10", "M11"]),
        {"R09"},
    ),
    (
        "a building on land with its own entry",
        facts(
            "LY003",
            unit(right("3", ZHANG), code=LAND, kind="house"),
            party("holder", ZHANG),
            also=["M10", "M11"],
        ),
        set(),
    ),
    (
        "land registered twice",
        facts("LY002", unit(right("3", ZHANG), code=LAND), party("holder", ZHANG), reason="出让"),
        {"R09"},
    ),
    ("a seizure without the officers' cards", seizing(without=["M24"]), {"R41"}),
    ("a release by another court", releasing(OTHER_COURT, FIRST, acts_on=FIRST), {"R44"}),
    ("a release by the court that seized", releasing(COURT, FIRST, acts_on=FIRST), set()),
    ("a release by the court above", releasing(UPPER_COURT, FIRST, acts_on=FIRST), set()),
    (
        "a release by the court below",
        releasing(COURT, seizure(UPPER_COURT), acts_on=seizure(UPPER_COURT)),
        {"R44"},
    ),
    (
        "a release of a waiting one by its own court",
        releasing(OTHER_COURT, FIRST, SECOND, acts_on=SECOND),
        set(),
    ),
    ("a release of all that one court seized", releasing(COURT, FIRST), set()),
    ("a release where the court holds nothing", releasing(OTHER_COURT, FIRST), {"R44"}),
]


@pytest.mark.parametrize(
    ("asked", "codes"), [pytest.param(asked, codes, id=name) for name, asked, codes in STORIES]
)
def test_acceptance_refuses_exactly(asked: Facts, codes: set[str]) -> None:
    assert refused(asked) == codes


def test_a_unit_of_another_county_is_not_served() -> None:
    asked = sale(HOME)
    assert refused(replace(asked, centre=replace(CENTRE, area_codes=("220403",)))) == {"R56"}


def test_a_locked_unit_warns_where_no_right_changes() -> None:
    place = unit(owned(ZHANG), lock_reason="征收冻结")
    assert "R08" in warns(facts("LY060", place, party("holder", ZHANG)))


def test_a_seizure_after_acceptance_stops_the_entry_and_not_a_supplement() -> None:
    place = unit(owned(ZHANG), seizure(moment=later(NOW, 5)))
    assert refused(sale(place, stage=Stage.REGISTRATION)) == {"R20"}
    assert refused(sale(place, the_case=case())) == set()


def test_a_seizure_that_ran_out_before_the_entry_stops_nothing() -> None:
    place = unit(owned(ZHANG), seizure(moment=later(NOW, 5), to="2024-05-21"), day=date(2024, 6, 3))
    asked = sale(place, stage=Stage.REGISTRATION, day=date(2024, 6, 3))
    assert refused(asked) == set()


def test_an_order_served_and_not_yet_entered_stops_the_entry() -> None:
    place = unit(owned(ZHANG), open_cases=(open_case("LY058", later(NOW, 5)),))
    assert refused(sale(place, stage=Stage.REGISTRATION)) == {"R20"}


def test_a_court_transfer_is_not_stopped_but_another_courts_seizure_is_told() -> None:
    place = unit(owned(ZHANG), seizure(OTHER_COURT))
    asked = facts(
        "LY021",
        place,
        party("holder", WANG),
        party("organ", COURT_ORGAN),
        co_ownership="sole",
        fields={"authority": COURT},
        stage=Stage.REGISTRATION,
    )
    assert refused(asked) == set()
    assert "R20" in warns(asked)


@pytest.mark.parametrize(
    ("item", "minutes", "codes"),
    [("LY013", -5, {"R49"}), ("LY013", 5, set()), ("LY060", -5, {"R49"})],
)
def test_entries_follow_the_order_of_acceptance(item: str, minutes: int, codes: set[str]) -> None:
    place = unit(owned(ZHANG), open_cases=(open_case(item, later(NOW, minutes)),))
    assert refused(sale(place, stage=Stage.REGISTRATION)) == codes


def test_a_seizure_is_entered_whatever_is_open() -> None:
    place = unit(owned(ZHANG), open_cases=(open_case("LY013", later(NOW, -5)),))
    assert refused(seizing(place, stage=Stage.REGISTRATION)) == set()


def test_the_entry_of_a_seizure_tells_its_place_and_what_it_takes_hold_of() -> None:
    waiting = seizing(unit(owned(ZHANG), FIRST), stage=Stage.REGISTRATION)
    before_title = seizing(unit(notice(LI, "1")), stage=Stage.REGISTRATION)
    alone = seizing(stage=Stage.REGISTRATION)
    assert "R42" in warns(waiting)
    assert "R42" in warns(before_title)
    assert "R42" not in warns(alone)


def test_an_order_beyond_three_years_is_taken_with_a_hint() -> None:
    assert "R43" in warns(seizing(fields={**ORDER, "to": "2027-05-21"}))
    assert "R43" not in warns(seizing())


def test_a_debtor_who_does_not_own_the_unit_is_told_only() -> None:
    stranger = facts(
        "LY058", HOME, party("organ", COURT_ORGAN), party("obligor", WANG), fields=ORDER
    )
    assert refused(stranger) == set()
    assert "R41" in warns(stranger)


def test_a_right_closed_since_acceptance_stops_the_entry() -> None:
    gone = mortgage(closed=True)
    asked = facts(
        "LY045",
        unit(owned(ZHANG), gone),
        party("holder", BANK),
        acts_on=gone,
        stage=Stage.REGISTRATION,
    )
    assert refused(asked) == {"R02"}


def test_the_day_of_the_stories_is_a_working_day() -> None:
    assert at(TODAY) == NOW
