"""R45, R50–R53, R57, R58, what runs out, why something is not possible, the rules as a whole."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desk.workflow.facts import Stage
from desk.workflow.rules.asking import declared
from desk.workflow.rules.bundles import in_order
from desk.workflow.rules.daily import limit_used, run_out
from desk.workflow.rules.desk import may_claim, may_issue, may_print, may_withdraw
from desk.workflow.rules.explain import obstacles, obstacles_to_all
from desk.workflow.rules.lapse import is_lapsed, ranks
from forms.catalogue import delivered
from forms.messages import codes as sentences
from tests.workflow.rules.builders import (
    COURT,
    COURT_ORGAN,
    LI,
    OTHER_COURT,
    WANG,
    ZHANG,
    at,
    facts,
    mortgage,
    owned,
    party,
    right,
    sale,
    seizure,
    unit,
)

CATALOGUE = delivered()
HOME = unit(owned(ZHANG))


def test_whoever_accepts_a_case_does_not_review_it() -> None:
    assert [found.code for found in may_claim("w1", "w1")] == ["R50"]
    assert may_claim("w1", "a1") == ()


@pytest.mark.parametrize("state", ["registered", "printed", "issued"])
def test_nothing_is_withdrawn_after_the_entry(state: str) -> None:
    assert [found.code for found in may_withdraw(state)] == ["R51"]
    assert may_withdraw("approved") == ()


@pytest.mark.parametrize(
    ("in_stock", "right_kind", "window_of_sheet", "allowed"),
    [
        (True, True, 3, True),
        (True, True, None, True),
        (False, True, 3, False),
        (True, False, 3, False),
        (True, True, 4, False),
    ],
)
def test_a_sheet_must_be_in_hand_of_the_kind_and_of_the_window(
    in_stock: bool, right_kind: bool, window_of_sheet: int | None, allowed: bool
) -> None:
    found = may_print(
        serial="D22018000001",
        in_stock=in_stock,
        right_kind=right_kind,
        window_of_sheet=window_of_sheet,
        window=3,
    )
    assert [each.code for each in found] == ([] if allowed else ["R45"])
    assert all(each.text("zh") and each.text("en") for each in found)


def test_papers_go_to_the_holder_once_the_fee_is_settled() -> None:
    asked = sale(HOME, stage=Stage.ISSUE)
    assert may_issue(asked, LI, 0) == ()
    assert [found.code for found in may_issue(asked, LI, 8000)] == ["R52"]
    assert [found.code for found in may_issue(asked, WANG, 0)] == ["R53"]
    assert [found.code for found in may_issue(asked, ZHANG, 8000)] == ["R52", "R53"]


@pytest.mark.parametrize("role", ["holder", "agent", "guardian", "organ"])
def test_agents_guardians_and_organs_may_fetch(role: str) -> None:
    asked = facts("LY058", HOME, party(role, WANG))  # type: ignore[arg-type]
    assert may_issue(asked, WANG, 0) == ()


def test_the_receipt_of_an_order_goes_to_the_organ_it_names() -> None:
    asked = facts("LY058", HOME, party("organ", LI), fields={"authority": COURT})
    assert may_issue(asked, COURT_ORGAN, 0) == ()


def test_a_bundle_is_entered_in_its_fixed_order() -> None:
    def bundle(*names: str) -> list[str]:
        return [found.code for found in in_order([CATALOGUE.items[name] for name in names])]

    assert bundle("LY046", "LY013", "LY040") == []
    assert bundle("LY048", "LY049") == []
    assert bundle("LY040", "LY013") == ["R58"]
    assert bundle("LY013", "LY046") == ["R58"]


@pytest.mark.parametrize(("day", "lapsed"), [(date(2024, 6, 4), False), (date(2024, 6, 5), True)])
def test_an_objection_holds_fifteen_days_after_its_entry(day: date, lapsed: bool) -> None:
    assert is_lapsed("97", {}, at(date(2024, 5, 20), 16, 59), day) is lapsed


def test_the_day_of_an_entry_is_the_local_day() -> None:
    just_after_midnight = at(date(2024, 5, 20), 0, 1)
    assert just_after_midnight.date() == date(2024, 5, 19)
    assert not is_lapsed("97", {}, just_after_midnight, date(2024, 6, 4))


def test_a_notice_does_not_run_out_by_itself() -> None:
    assert not is_lapsed("96", {"to": "2020-01-01"}, at(date(2019, 1, 1)), date(2024, 5, 20))


def test_ranks_have_no_holes_when_one_in_front_is_gone() -> None:
    gone = mortgage(closed=True)
    second, third = mortgage(since=date(2017, 1, 1)), mortgage(since=date(2018, 1, 1))
    assert ranks([third, gone, second]) == {second.id: 1, third.id: 2}


def test_a_lapsed_seizure_lets_the_waiting_one_move_up() -> None:
    out = replace(seizure(to="2024-05-19"), lapsed=True)
    waiting = seizure(OTHER_COURT, since=date(2023, 5, 1))
    assert ranks([out, waiting]) == {waiting.id: 0}


@pytest.mark.parametrize(
    ("day", "code", "variant"),
    [
        (date(2026, 1, 29), "R43", "soon"),
        (date(2026, 2, 21), "R43", "soon"),
        (date(2026, 2, 27), "R43", "soon"),
        (date(2026, 3, 1), "R43", None),
    ],
)
def test_a_seizure_is_told_before_and_when_it_runs_out(
    day: date, code: str, variant: str | None
) -> None:
    told = run_out(seizure(), day, CATALOGUE)
    assert told is not None
    assert (told.code, told.facts.get("variant")) == (code, variant)
    assert told.text("zh")
    assert told.text("en")


def test_nothing_is_told_on_other_days_or_of_other_rights() -> None:
    assert run_out(seizure(), date(2026, 2, 1), CATALOGUE) is None
    assert run_out(mortgage(), date(2026, 2, 1), CATALOGUE) is None


def test_a_lapsed_objection_is_told() -> None:
    objection = right("97", WANG, since=date(2024, 5, 4), matter="出资人有误")
    told = run_out(objection, date(2024, 5, 20), CATALOGUE)
    assert told is not None
    assert told.code == "R18"
    assert told.text("zh")


@pytest.mark.parametrize(
    ("used", "variant"),
    [("1/2", "warning"), ("4/5", "urgent"), ("1", "urgent"), ("101/100", "overdue")],
)
def test_a_limit_is_told_at_half_at_four_fifths_and_over(used: str, variant: str) -> None:
    told = limit_used(
        Fraction(used), number="2024-0000001", catalogue=CATALOGUE, day=date(2024, 5, 20)
    )
    assert told is not None
    assert told.facts["variant"] == variant
    assert told.text("en")


def test_a_limit_hardly_used_is_not_told() -> None:
    used = Fraction(49, 100)
    assert limit_used(used, number="1", catalogue=CATALOGUE, day=date(2024, 5, 20)) is None


def test_why_names_what_the_register_says_and_nothing_about_papers() -> None:
    place = unit(owned(ZHANG), seizure(), mortgage(transfer_restricted=True))
    asked = facts("LY060", place)
    why = {found.code for found in obstacles(asked, CATALOGUE.items["LY013"])}
    assert why == {"R03", "R04"}
    assert obstacles(asked, CATALOGUE.items["LY060"]) == ()


def test_why_can_be_asked_of_all_items_at_once() -> None:
    why = obstacles_to_all(facts("LY060", unit()))
    assert {found.code for found in why["LY013"]} == {"R02"}
    assert why["LY003"] == ()
    assert set(why) == set(CATALOGUE.items)


def test_every_rule_of_the_catalogue_is_asked_somewhere() -> None:
    elsewhere = {"R45", "R50", "R51", "R52", "R53", "R55", "R57", "R58"}
    assert {rule.code for rule in declared()} | elsewhere == set(CATALOGUE.rules)


def test_every_rule_has_a_sentence() -> None:
    told = {code.split(".")[0] for code in sentences()}
    assert set(CATALOGUE.rules) <= told
