"""What mortgages, notices, easements, objections, seizures and new papers do to the register."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from desk.workflow.effects import EFFECTS
from desk.workflow.facts import Facts, RightFacts, Stage
from forms.catalogue import delivered
from tests.workflow.effects.book import After, entered
from tests.workflow.rules.builders import (
    BANK,
    COURT,
    COURT_ORGAN,
    DEVELOPER,
    HOUSE,
    LAND,
    LI,
    NOW,
    OTHER_COURT,
    SECOND,
    WANG,
    ZHANG,
    at,
    case,
    facts,
    later,
    mortgage,
    notice,
    owned,
    party,
    right,
    seizure,
    unit,
)

HOME = unit(owned(ZHANG))
TERMS = {"amount": "300000.00", "from": "2024-05-20", "to": "2044-05-19"}
GROUP = UUID(int=1)
HELD = mortgage(kind="maximum", group=GROUP)
HELD_TOO = mortgage(kind="maximum", group=GROUP, unit=SECOND)
TWO_HOMES = [unit(owned(ZHANG), HELD), unit(owned(ZHANG), HELD_TOO, code=SECOND)]


def on_mortgage(item: str, *parties: object, **more: object) -> After:
    values: dict[str, object] = {"acts_on": HELD, **more}
    return entered(facts(item, TWO_HOMES, *parties, **values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("item", "kind"), [("LY040", "general"), ("LY041", "maximum"), ("LY042", "construction")]
)
def test_one_mortgage_on_two_homes_has_one_proof(item: str, kind: str) -> None:
    places = [HOME, unit(owned(ZHANG), code=SECOND)]
    parties = (party("obligor", ZHANG), party("holder", BANK))
    after = entered(facts(item, places, *parties, fields=TERMS))
    assert after.holders(HOUSE, "23") == after.holders(SECOND, "23") == [[BANK.name]]
    assert after.papers() == [("proof", 2)]
    assert after.fields(HOUSE, "23") == [
        {"mortgage_kind": kind, "transfer_restricted": False, **TERMS}
    ]


def test_a_second_mortgage_ranks_behind_the_first() -> None:
    place = unit(owned(ZHANG), mortgage(DEVELOPER))
    asked = facts("LY040", place, party("obligor", ZHANG), party("holder", BANK), fields=TERMS)
    assert [(s.rank, s.holders) for s in entered(asked).standing(HOUSE, "23")] == [
        (1, [DEVELOPER.name]),
        (2, [BANK.name]),
    ]


def test_changed_terms_stand_on_every_unit_and_the_rank_stays() -> None:
    after = on_mortgage("LY043", party("holder", BANK), fields={"amount": "1.00"}, also=["M40"])
    assert after.fields(SECOND, "23")[0]["amount"] == "1.00"
    assert after.fields(SECOND, "23")[0]["mortgage_kind"] == "maximum"
    assert {new.rank_at for new in after.plan.rights} == {HELD.rank_at}
    assert after.endings() == ["taken_back", "taken_back"]
    assert after.papers() == [("proof", 2)]


@pytest.mark.parametrize(("wanted", "order"), [(1, "CAB"), (2, "ACB"), (3, "ABC")])
def test_a_mortgage_takes_the_rank_agreed(wanted: int, order: str) -> None:
    people = {"A": DEVELOPER, "B": BANK, "C": WANG}
    held = [
        mortgage(person, since=date(2016 + place, 1, 1))
        for place, person in enumerate(people.values())
    ]
    asked = facts(
        "LY043",
        unit(owned(ZHANG), *held),
        party("holder", WANG),
        acts_on=held[2],
        fields={"rank": wanted},
    )
    standing = entered(asked).standing(HOUSE, "23")
    assert [each.holders for each in standing] == [[people[key].name] for key in order]
    assert [each.rank for each in standing] == [1, 2, 3]


def test_a_claim_assigned_moves_the_mortgage_with_its_rank() -> None:
    after = on_mortgage("LY044", party("obligor", BANK), party("holder", DEVELOPER))
    assert after.holders(HOUSE, "23") == after.holders(SECOND, "23") == [[DEVELOPER.name]]
    assert after.causes() == ["transfer", "transfer"]
    assert {new.rank_at for new in after.plan.rights} == {HELD.rank_at}


def test_a_crystallised_mortgage_says_so_and_its_amount() -> None:
    after = on_mortgage("LY045", party("holder", BANK), fields={"amount": "9.00"})
    assert after.fields(HOUSE, "23")[0]["crystallised"] is True
    assert after.fields(HOUSE, "23")[0]["amount"] == "9.00"


def test_a_full_release_closes_all_units_and_a_partial_one_those_named() -> None:
    assert on_mortgage("LY046", party("holder", BANK), also=["M40"]).causes() == ["cancelled"] * 2
    asked = facts("LY046", TWO_HOMES[0], party("holder", BANK), acts_on=HELD)
    released = entered(replace(asked, acted=(HELD, HELD_TOO)))
    assert released.causes() == ["cancelled"]
    assert released.endings() == []


def test_a_construction_mortgage_moves_to_the_homes_with_its_rank() -> None:
    site = mortgage(kind="construction", unit=LAND)
    places = [unit(owned(DEVELOPER)), unit(owned(DEVELOPER), code=SECOND)]
    asked = facts("LY047", places, party("obligor", DEVELOPER), party("holder", BANK), acts_on=site)
    after = entered(asked)
    assert after.holders(LAND, "23") == []
    assert after.holders(HOUSE, "23") == after.holders(SECOND, "23") == [[BANK.name]]
    assert {new.rank_at for new in after.plan.rights} == {site.rank_at}
    assert after.papers() == [("proof", 2)]


@pytest.mark.parametrize(
    ("item", "kind", "given"), [("LY048", "1", None), ("LY049", "3", None), ("LY050", "4", "4")]
)
def test_a_notice_is_entered_with_its_kind_and_proof(
    item: str, kind: str, given: str | None
) -> None:
    fields = {"notice_kind": given, "amount": "5.00"}
    parties = (party("obligor", ZHANG), party("holder", LI))
    after = entered(facts(item, unit(), *parties, fields=fields))
    assert after.holders(HOUSE, "96") == [["李娜"]]
    assert after.fields(HOUSE, "96") == [{"notice_kind": kind, "amount": "5.00"}]
    assert after.papers() == [("proof", 1)]


def test_an_assigned_notice_keeps_its_place_and_a_cancelled_one_is_gone() -> None:
    held = notice(LI, "1")
    assigned = entered(facts("LY051", unit(held), party("holder", WANG), acts_on=held))
    assert assigned.holders(HOUSE, "96") == [["王芳"]]
    assert assigned.plan.rights[0].rank_at == held.rank_at
    cancelled = entered(facts("LY052", unit(held), party("holder", LI), acts_on=held))
    assert cancelled.holders(HOUSE, "96") == []
    assert cancelled.papers() == []


def converted(*notices: RightFacts, acts_on: RightFacts, buyers: object = None) -> After:
    place = unit(owned(DEVELOPER), *notices, mortgage(WANG, since=date(2024, 4, 1)))
    parties = [party("obligor", DEVELOPER), party("holder", LI)]
    if buyers:
        parties.append(party("holder", BANK))
    return entered(facts("LY053", place, *parties, acts_on=acts_on, co_ownership="sole"))


@pytest.mark.parametrize("bank_applies", [True, False])
def test_notices_come_true_together_and_the_mortgage_ranks_from_its_notice(
    bank_applies: bool,
) -> None:
    bought = notice(LI, "1", since=date(2023, 1, 1))
    pledged = notice(BANK, "3", since=date(2023, 1, 2), amount="5.00")
    after = converted(bought, pledged, acts_on=bought, buyers=bank_applies)
    assert after.holders(HOUSE) == [["李娜"]]
    assert after.holders(HOUSE, "96") == []
    assert after.holders(HOUSE, "23") == [[BANK.name], ["王芳"]]
    assert after.papers() == [("certificate", 1), ("proof", 1)]
    assert after.plan.rights[1].fields["amount"] == "5.00"


def test_a_pre_mortgage_comes_true_alone_when_the_buyer_owns_already() -> None:
    pledged = notice(BANK, "3")
    place = unit(owned(LI), pledged)
    parties = (party("obligor", LI), party("holder", BANK))
    after = entered(facts("LY053", place, *parties, acts_on=pledged))
    assert after.holders(HOUSE) == [["李娜"]]
    assert after.holders(HOUSE, "23") == [[BANK.name]]
    assert after.papers() == [("proof", 1)]


def test_an_easement_stands_in_both_books() -> None:
    places = [HOME, unit(owned(LI), code=SECOND)]
    parties = (party("obligor", ZHANG), party("holder", LI))
    after = entered(facts("LY010", places, *parties, fields={"matter": "通行"}))
    assert after.fields(HOUSE, "19") == [{"matter": "通行", "side": "servient"}]
    assert after.fields(SECOND, "19") == [{"matter": "通行", "side": "dominant"}]
    assert after.papers() == [("proof", 2)]


def test_an_easement_changes_and_ends_in_both_books() -> None:
    one, two = right("19", LI, group=GROUP), right("19", LI, group=GROUP)
    places = [unit(owned(ZHANG), one), unit(owned(LI), two, code=SECOND)]
    changed = entered(
        facts("LY035", places, party("holder", LI), acts_on=one, fields={"to": "2030-01-01"})
    )
    assert changed.fields(SECOND, "19") == [{"to": "2030-01-01"}]
    ended = entered(facts("LY038", places, party("holder", LI), acts_on=one))
    assert ended.holders(HOUSE, "19") == ended.holders(SECOND, "19") == []


def test_habitation_comes_and_goes() -> None:
    parties = (party("obligor", ZHANG), party("holder", LI))
    after = entered(facts("LY011", HOME, *parties, fields={"to": "2044-05-19"}))
    assert after.holders(HOUSE, "92") == [["李娜"]]
    held = right("92", LI)
    gone = entered(facts("LY039", unit(owned(ZHANG), held), party("holder", LI), acts_on=held))
    assert gone.holders(HOUSE, "92") == []


def test_an_objection_names_the_right_it_is_about() -> None:
    assert HOME.ownership is not None
    after = entered(facts("LY056", HOME, party("holder", WANG), fields={"matter": "出资"}))
    assert after.holders(HOUSE, "97") == [["王芳"]]
    assert after.plan.rights[0].subject_id == HOME.ownership.id
    held = right("97", WANG, since=date(2024, 5, 10))
    gone = entered(facts("LY057", unit(held), party("holder", WANG), acts_on=held))
    assert gone.causes() == ["cancelled"]


ORDER = {
    "authority": COURT,
    "document_no": "(2024)吉0402执1号",
    "from": "2024-05-20",
    "to": "2027-05-19",
}


def seized(*held: RightFacts, reason: str = "查封", **more: object) -> After:
    place = unit(owned(ZHANG), *held)
    values: dict[str, object] = {"stage": Stage.REGISTRATION, "fields": ORDER, **more}
    return entered(facts("LY058", place, party("organ", COURT_ORGAN), reason=reason, **values))  # type: ignore[arg-type]


def test_orders_wait_in_the_order_in_which_they_were_served() -> None:
    # Served at nine, entered after one that was served five minutes later.
    other = seizure(OTHER_COURT, moment=later(NOW, 5))
    after = seized(seizure(OTHER_COURT), other, the_case=case(accepted_at=NOW))
    orders = sorted(
        (r for r in after.rights if r.type == "98"), key=lambda r: (r.rank_at, r.rank_n)
    )
    assert [r.fields["authority"] for r in orders] == [OTHER_COURT, COURT, OTHER_COURT]
    assert [s.rank for s in after.standing(HOUSE, "98")] == [0, 1, 2]
    assert after.papers() == []


@pytest.mark.parametrize(
    ("held", "noticed", "kind"),
    [(False, False, "1"), (True, False, "2"), (False, True, "3"), (True, True, "4")],
)
def test_the_kind_of_a_seizure_follows_from_the_register(
    held: bool, noticed: bool, kind: str
) -> None:
    rights = [seizure(OTHER_COURT)] if held else []
    rights += [notice(LI, "1")] if noticed else [owned(ZHANG)]
    asked = facts("LY058", unit(*rights), party("organ", COURT_ORGAN), fields=ORDER)
    assert entered(asked).plan.rights[0].fields["seizure_kind"] == kind


def test_a_renewed_seizure_keeps_its_place_before_the_waiting_one() -> None:
    first, second = seizure(), seizure(OTHER_COURT, since=date(2023, 5, 1))
    after = seized(first, second, reason="续封")
    orders = sorted((r for r in after.rights if r.type == "98"), key=lambda r: r.rank_at)
    assert [r.fields["authority"] for r in orders] == [COURT, OTHER_COURT]
    assert orders[0].fields["to"] == "2027-05-19"
    assert after.causes() == ["renewed"]


def released(acts_on: RightFacts | None, *held: RightFacts) -> After:
    place = unit(owned(ZHANG), *held)
    fields = {"authority": COURT, "document_no": "(2024)吉0402执恢1号"}
    organ = party("organ", COURT_ORGAN)
    return entered(facts("LY059", place, organ, acts_on=acts_on, fields=fields))


def test_the_first_that_waits_moves_up_when_the_one_before_is_released() -> None:
    first, second = seizure(), seizure(OTHER_COURT, since=date(2023, 5, 1))
    assert [s.rank for s in released(first, first, second).standing(HOUSE, "98")] == [0]


def test_a_release_without_a_name_ends_all_of_its_organ() -> None:
    again = seizure(since=date(2023, 6, 1))
    after = released(None, seizure(), seizure(OTHER_COURT, since=date(2023, 5, 1)), again)
    assert [dict(r.fields)["authority"] for r in after.rights if r.type == "98"] == [OTHER_COURT]


def test_a_damaged_certificate_is_replaced_and_the_right_stays() -> None:
    after = entered(facts("LY060", HOME, party("holder", ZHANG)))
    assert not after.plan.rights
    assert not after.plan.closings
    assert after.papers() == [("certificate", 1)]
    assert after.endings() == ["taken_back"]
    assert "换发" in after.notes()


def test_a_lost_proof_is_re_issued_for_all_homes_and_the_old_one_is_void() -> None:
    asked = facts("LY061", TWO_HOMES, party("holder", BANK), acts_on=HELD)
    after = entered(asked)
    assert after.papers() == [("proof", 2)]
    assert after.endings() == ["void", "void"]
    assert "补发" in after.notes()


def test_every_act_of_the_catalogue_has_an_effect() -> None:
    assert {item.act for item in delivered().items.values()} == set(EFFECTS)


def test_the_instant_of_entry_ranks_where_none_is_given() -> None:
    asked: Facts = facts("LY040", HOME, party("obligor", ZHANG), party("holder", BANK))
    assert entered(asked).plan.rights[0].rank_at is None
    assert at(asked.day) == NOW
