"""What first registrations, transfers and changes of the holder do to the register."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desk.workflow.application import Person
from desk.workflow.facts import Facts, RightFacts, Stage
from tests.workflow.effects.book import entered
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
    facts,
    later,
    mortgage,
    notice,
    owned,
    party,
    right,
    sale,
    seizure,
    unit,
)

HOME = unit(owned(ZHANG))
JOINT = unit(owned(ZHANG, LI))


def halves() -> RightFacts:
    people = [replace(person, share=Fraction(1, 2)) for person in (ZHANG, LI)]
    return owned(*people, co_ownership="shares")


def share_sold(buyer: Person, sold: str, got: str | None = None) -> Facts:
    return facts(
        "LY013", unit(halves()), party("obligor", ZHANG, sold), party("holder", buyer, got)
    )


def test_a_sale_closes_the_old_ownership_and_the_burdens_stay() -> None:
    place = unit(owned(ZHANG), mortgage(), right("97", WANG, since=date(2024, 5, 10)))
    after = entered(sale(place))
    assert after.holders(HOUSE) == [["李娜"]]
    assert after.holders(HOUSE, "23") == [["中国工商银行辽源分行"]]
    assert after.holders(HOUSE, "97") == [["王芳"]]
    assert after.causes() == ["transfer"]
    assert after.papers() == [("certificate", 1)]
    assert after.endings() == ["taken_back"]
    assert "吉（2016）辽源市不动产权第0001035号" in after.notes()


def test_the_new_entry_follows_the_old_one_and_keeps_the_price() -> None:
    after = entered(sale(HOME))
    new = after.plan.rights[0]
    assert HOME.ownership is not None
    assert new.predecessor_id == HOME.ownership.id
    assert new.registration_type == 200
    assert new.fields == {"price": "300000.00"}


def test_without_the_old_certificate_it_is_void() -> None:
    assert entered(sale(HOME, without=["M04"])).endings() == ["void"]


def test_a_share_sold_leaves_the_other_co_owner() -> None:
    standing = entered(share_sold(WANG, "1/2")).standing(HOUSE, "4")[0]
    assert standing.holders == ["李娜", "王芳"]
    assert standing.shares == ["1/2", "1/2"]


def test_a_part_of_a_share_leaves_the_seller_the_rest() -> None:
    standing = entered(share_sold(WANG, "1/4", "1/4")).standing(HOUSE, "4")[0]
    assert standing.holders == ["张伟", "李娜", "王芳"]
    assert standing.shares == ["1/4", "1/2", "1/4"]


def test_a_co_owner_adds_what_he_buys() -> None:
    standing = entered(share_sold(LI, "1/4")).standing(HOUSE, "4")[0]
    assert standing.shares == ["1/4", "3/4"]


def test_the_last_share_makes_a_sole_owner() -> None:
    standing = entered(share_sold(LI, "1/2")).standing(HOUSE, "4")[0]
    assert (standing.holders, standing.co_ownership, standing.shares) == (["李娜"], "sole", [])


def test_half_of_a_sole_ownership_makes_co_owners() -> None:
    asked = facts("LY013", HOME, party("obligor", ZHANG, "1/2"), party("holder", LI))
    standing = entered(asked).standing(HOUSE, "4")[0]
    assert (standing.co_ownership, standing.shares) == ("shares", ["1/2", "1/2"])


def test_a_spouse_is_added() -> None:
    asked = facts(
        "LY018",
        HOME,
        party("obligor", ZHANG),
        party("holder", ZHANG),
        party("holder", LI),
        co_ownership="joint",
    )
    standing = entered(asked).standing(HOUSE, "4")[0]
    assert (standing.holders, standing.co_ownership) == (["张伟", "李娜"], "joint")


def test_a_divorce_leaves_one() -> None:
    asked = facts(
        "LY017",
        JOINT,
        party("obligor", ZHANG),
        party("obligor", LI),
        party("holder", LI),
        co_ownership="sole",
    )
    assert entered(asked).holders(HOUSE) == [["李娜"]]


def test_changed_shares_stand_as_they_are_named() -> None:
    asked = facts(
        "LY022",
        unit(halves()),
        party("obligor", ZHANG, "1/2"),
        party("obligor", LI, "1/2"),
        party("holder", ZHANG, "1/3"),
        party("holder", LI, "2/3"),
        co_ownership="shares",
    )
    assert entered(asked).standing(HOUSE, "4")[0].shares == ["1/3", "2/3"]


def test_an_exchange_crosses_two_homes() -> None:
    asked = facts(
        "LY019",
        [HOME, unit(owned(LI), code=SECOND)],
        party("obligor", ZHANG),
        party("obligor", LI),
        party("holder", ZHANG),
        party("holder", LI),
        co_ownership="sole",
    )
    after = entered(asked)
    assert after.holders(HOUSE) == [["李娜"]]
    assert after.holders(SECOND) == [["张伟"]]
    assert after.papers() == [("certificate", 1), ("certificate", 1)]


def test_two_homes_sold_together_have_a_certificate_each() -> None:
    asked = sale(HOME)
    both = replace(asked, units=(HOME, unit(owned(ZHANG), code=SECOND)))
    after = entered(both)
    assert after.papers() == [("certificate", 1), ("certificate", 1)]
    assert len({new.group_id for new in after.plan.rights}) == 2


@pytest.mark.parametrize(
    ("copies", "papers"),
    [(1, [(None, 1)]), (2, [(0, 1), (1, 1)]), (3, [(None, 1), (None, 2), (None, 3)])],
)
def test_co_owners_have_one_certificate_or_one_each(
    copies: int, papers: list[tuple[int | None, int]]
) -> None:
    asked = facts(
        "LY013",
        HOME,
        party("obligor", ZHANG),
        party("holder", LI),
        party("holder", WANG),
        co_ownership="joint",
        fields={"price": "1.00", "copies": copies},
    )
    made = entered(asked).plan.papers
    assert [(paper.holder_ord, paper.copy) for paper in made] == papers


def test_the_noticed_buyers_notice_is_fulfilled_and_anothers_stays() -> None:
    own, other = notice(LI, "2"), notice(WANG, "2")
    after = entered(sale(unit(owned(ZHANG), own, other), also=["M36", "M46"]))
    assert after.holders(HOUSE, "96") == [["王芳"]]
    assert after.causes() == ["transfer", "converted"]


def by_court(*held: RightFacts, authority: str = COURT) -> Facts:
    return facts(
        "LY021",
        unit(owned(ZHANG), *held),
        party("holder", WANG),
        party("organ", COURT_ORGAN),
        co_ownership="sole",
        fields={"authority": authority},
        stage=Stage.REGISTRATION,
        without=["M04"],
    )


def test_the_court_that_seized_transfers_and_the_waiting_ones_lapse() -> None:
    after = entered(by_court(seizure(), seizure(OTHER_COURT, since=date(2023, 6, 1))))
    assert after.holders(HOUSE) == [["王芳"]]
    assert after.standing(HOUSE, "98") == []
    assert after.causes() == ["transfer", "disposed", "lapsed"]
    assert after.endings() == ["void"]


def test_another_courts_earlier_seizure_stays_and_a_later_one_gives_way() -> None:
    assert len(entered(by_court(seizure(OTHER_COURT))).standing(HOUSE, "98")) == 1
    after = entered(by_court(seizure(OTHER_COURT, moment=later(NOW, 5))))
    assert after.standing(HOUSE, "98") == []


def test_first_registrations_choose_the_right_by_what_stands_on_the_land() -> None:
    plot, house = unit(code=LAND, usage="工业用地"), unit()
    wood = unit(code="220402001001JE00001L00000001", kind="forest")
    expected = [
        ("LY001", plot, "", "1"),
        ("LY002", plot, "出让", "3"),
        ("LY003", house, "", "4"),
        ("LY005", plot, "", "7"),
        ("LY005", house, "", "8"),
        ("LY006", plot, "", "5"),
        ("LY006", house, "", "6"),
        ("LY007", plot, "", "9"),
        ("LY008", plot, "", "11"),
        ("LY008", wood, "家庭承包", "10"),
        ("LY008", wood, "国有林地划拨", "12"),
        ("LY009", plot, "", "24"),
    ]
    for item, place, reason, right_type in expected:
        after = entered(facts(item, place, party("holder", ZHANG), reason=reason))
        assert after.holders(place.code, right_type) == [["张伟"]], item
        assert after.papers() == [("certificate", 1)]


def test_granted_land_records_its_nature_and_term() -> None:
    fields = {"land_right_nature": "出让", "land_term_to": "2094-05-19"}
    asked = facts("LY002", unit(code=LAND), party("holder", ZHANG), fields=fields)
    version = entered(asked).plan.units[0]
    assert (version.land_right_nature, version.land_term_to) == ("出让", date(2094, 5, 19))


def test_a_building_takes_in_the_lands_own_entry() -> None:
    place = unit(right("3", DEVELOPER), code=LAND)
    after = entered(facts("LY003", place, party("holder", DEVELOPER)))
    assert after.holders(LAND, "3") == []
    assert after.holders(LAND, "4") == [[DEVELOPER.name]]


def test_a_project_enters_homes_common_parts_and_its_mortgage() -> None:
    site = mortgage(kind="construction", unit=LAND)
    plot = unit(right("3", DEVELOPER), site, code=LAND)
    sold = unit(notice(LI, "1"), code="220402001001GB00001F00010003")
    rooms = unit(code="220402001001GB00001F00010009", usage="物管用房")
    asked = facts(
        "LY004",
        [unit(), unit(code=SECOND), sold, rooms],
        party("holder", DEVELOPER),
        land=plot,
        also=["M61"],
    )
    after = entered(asked)
    assert after.holders(rooms.code, "94") == [[]]
    assert after.holders(rooms.code) == []
    assert after.holders(HOUSE, "23") == after.holders(SECOND, "23") == [[BANK.name]]
    assert after.holders(sold.code, "23") == []
    assert after.holders(LAND, "23") == []
    assert after.papers() == [*[("certificate", 1)] * 3, ("proof", 2)]
    assert after.fields(HOUSE, "23")[0]["mortgage_kind"] == "general"


def test_a_new_name_stands_in_the_right_with_its_share() -> None:
    called = replace(ZHANG, name="张伟明")
    asked = facts("LY028", unit(halves()), party("obligor", ZHANG), party("holder", called))
    standing = entered(asked).standing(HOUSE, "4")[0]
    assert (standing.holders, standing.shares) == (["张伟明", "李娜"], ["1/2", "1/2"])


def test_a_bank_renamed_keeps_rank_and_gets_one_proof_for_all_homes() -> None:
    group = mortgage().group_id
    first, second = mortgage(group=group), mortgage(group=group)
    asked = facts(
        "LY028",
        [unit(owned(ZHANG), first), unit(owned(ZHANG), second, code=SECOND)],
        party("obligor", BANK),
        party("holder", replace(BANK, name="工商银行")),
        acts_on=first,
    )
    after = entered(asked)
    assert after.holders(HOUSE, "23") == after.holders(SECOND, "23") == [["工商银行"]]
    assert after.papers() == [("proof", 2)]
    assert {new.rank_at for new in after.plan.rights} == {first.rank_at}
    assert {new.group_id for new in after.plan.rights} == {group}


def test_joint_owners_become_owners_by_shares() -> None:
    asked = facts(
        "LY034",
        JOINT,
        party("holder", ZHANG, "1/2"),
        party("holder", LI, "1/2"),
        co_ownership="shares",
    )
    standing = entered(asked).standing(HOUSE, "4")[0]
    assert (standing.co_ownership, standing.shares) == ("shares", ["1/2", "1/2"])


def test_a_correction_writes_the_holder_as_the_applicant_is_known() -> None:
    meant = replace(ZHANG, id_number="22040219900307002X")
    asked = facts("LY054", unit(halves()), party("holder", meant), reason="权利人申请")
    after = entered(asked)
    new = after.plan.rights[0]
    assert new.holders[0].id_number == "22040219900307002X"
    assert new.holders[0].share == Fraction(1, 2)
    assert after.causes() == ["corrected"]
