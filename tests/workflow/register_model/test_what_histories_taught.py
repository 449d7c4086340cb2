"""Short histories that once went wrong, each told from the counter's side."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desk.workflow.application import Application, Person
from desk.workflow.errors import Finding, Level
from tests.workflow.register_model.applying import BANK, HOME, LOAN, OTHER, applying, entered, party
from tests.workflow.register_model.office import (
    LI,
    RAW,
    WANG,
    ZHANG,
    Office,
    Refused,
    found,
)

NEW = ("220402001001GB00001F00020001", "220402001001GB00001F00020002")


@pytest.fixture
def office(sqlite_url: str) -> Iterator[Office]:
    found(sqlite_url)
    opened = Office(sqlite_url)
    yield opened
    opened.close()


def mortgaged(office: Office, *units: str) -> str:
    """Mortgage homes of Zhang and Li; return the number of the proof."""
    givers = [person for code, person in ((HOME, ZHANG), (OTHER, LI)) if code in units]
    entered(
        office,
        applying(
            "LY040",
            *(party("obligor", giver) for giver in givers),
            party("holder", BANK),
            units=units,
            fields=LOAN,
        ),
    )
    view = office.views(units)[units[0]]
    return next(str(row.right.number) for row in view.rights if row.right.type == "23")


def split(office: Office, *also: str, codes: tuple[str, ...] = NEW) -> Application:
    rows = [
        {
            "code": code,
            "kind": "house",
            "location": "门市",
            "usage": "商业服务",
            "floor_area": "40.00",
        }
        for code in codes
    ]
    return applying(
        "LY032", party("holder", ZHANG), reason="分割", fields={"new_units": rows}, also=also
    )


def live_types(office: Office, code: str) -> list[str]:
    return [row.right.type for row in office.views([code])[code].rights if row.live]


def test_a_bank_releases_by_its_old_proof_after_the_home_was_split(office: Office) -> None:
    number = mortgaged(office, HOME)
    entered(office, split(office, "M36"))
    assert [live_types(office, code) for code in NEW] == [["4", "23"], ["4", "23"]]
    assert number in office.papers_in_force()

    entered(office, applying("LY046", party("holder", BANK), units=NEW, right=number))
    assert [live_types(office, code) for code in NEW] == [["4"], ["4"]]
    assert number not in office.papers_in_force()


def test_after_a_split_one_bank_releases_its_own_mortgage_and_not_the_other_banks(
    office: Office,
) -> None:
    first = mortgaged(office, HOME)
    other = replace(BANK, name="中国农业银行辽源分行")
    entered(
        office,
        applying("LY040", party("obligor", ZHANG), party("holder", other), fields=LOAN),
    )
    entered(office, split(office, "M36"))
    entered(office, applying("LY046", party("holder", BANK), units=NEW, right=first))
    for code in NEW:
        left = office.views([code])[code].unit.live("23")
        assert [right.holders[0].name for right in left] == [other.name]


def test_the_proof_of_two_homes_stays_in_force_when_one_of_them_burns_down(office: Office) -> None:
    number = mortgaged(office, HOME, OTHER)
    entered(office, applying("LY037", party("holder", ZHANG), reason="灭失"))
    assert live_types(office, OTHER) == ["4", "23"]
    assert number in office.papers_in_force()


def test_fifteen_days_are_not_counted_anew_on_the_units_of_a_split(office: Office) -> None:
    entered(office, applying("LY056", party("holder", WANG), fields={"matter": "共有人有遗漏"}))
    office.pass_days(10)
    entered(office, split(office))
    assert "97" in live_types(office, NEW[0])
    office.pass_days(6)
    assert "97" not in live_types(office, NEW[0])


def test_a_code_that_was_used_up_is_not_given_to_a_new_unit(office: Office) -> None:
    taken = office.accept(split(office, codes=(OTHER, NEW[0])))
    assert isinstance(taken, Refused)
    assert taken.codes == {"R01"}
    assert OTHER[:6] in taken.text


def test_a_code_that_another_case_took_meanwhile_stops_the_entry(office: Office) -> None:
    first = office.accept(split(office))
    rows = split(office).fields
    second = office.accept(
        applying("LY032", party("holder", LI), units=(OTHER,), reason="分割", fields=rows)
    )
    assert not isinstance(first, Refused)
    assert not isinstance(second, Refused)
    assert office.finish(first) is None
    stopped = office.finish(second)
    assert stopped is not None
    assert stopped.codes == {"R01"}


def test_one_of_two_joint_owners_cannot_write_the_other_out_of_the_register(office: Office) -> None:
    entered(
        office,
        applying(
            "LY018",
            party("obligor", ZHANG),
            party("holder", ZHANG),
            party("holder", LI),
            co_ownership="joint",
        ),
    )
    taken = office.accept(applying("LY034", party("holder", ZHANG), co_ownership="sole"))
    assert isinstance(taken, Refused)
    assert taken.codes == {"R14"}


def test_a_building_on_which_a_case_is_open_is_told_with_its_number(office: Office) -> None:
    office.accept(applying("LY003", party("holder", ZHANG), units=(RAW[0],)))
    taken = office.accept(applying("LY003", party("holder", LI), units=(RAW[0],)))
    assert isinstance(taken, Refused)
    assert taken.codes == {"R07"}
    assert "2024-0000001" in taken.text


@pytest.mark.parametrize("code", ["R07", "R50"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_the_database_itself_refuses_can_be_said(code: str, language: str) -> None:
    told = Finding(code=code, level=Level.BLOCK, facts={"variant": "meanwhile"})
    assert told.text(language)


def test_what_was_wrong_is_not_written_into_the_right_that_is_corrected(office: Office) -> None:
    wrong = applying(
        "LY054",
        party("holder", ZHANG),
        reason="权利人申请",
        fields={"matter": "登记簿将坐落误记为12号", "location": "人民大街21号"},
    )
    entered(office, wrong)
    view = office.views([HOME])[HOME]
    assert view.unit.location == "人民大街21号"
    assert view.unit.ownership is not None
    assert "matter" not in view.unit.ownership.fields


def test_the_register_as_at_a_past_moment_says_everything_as_it_was(office: Office) -> None:
    first = mortgaged(office, HOME)
    before, seen = office.now, office.views([HOME])[HOME]
    entered(
        office,
        applying("LY029", party("holder", ZHANG), fields={"location": "新街9号"}),
    )
    entered(office, applying("LY046", party("holder", BANK), right=first))
    entered(office, split(office))

    view = office.view_as_at(HOME, before)
    assert view is not None
    assert (view.unit.location, view.unit.ended) == ("人民大街1号1室", False)
    assert [row.right.number for row in view.rights] == [row.right.number for row in seen.rights]
    assert [row.right.rank for row in view.rights] == [None, 1]
    assert [row.cause for row in view.rights] == [None, None]
    assert view.state == {"mortgaged"}
    assert office.view_as_at(NEW[0], before) is None


def test_a_changed_rank_is_the_one_that_was_asked_for(office: Office) -> None:
    banks = [replace(BANK, name=f"银行{place}") for place in range(1, 5)]
    for bank in banks:
        entered(
            office,
            applying("LY040", party("obligor", ZHANG), party("holder", bank), fields=LOAN),
        )

    def line() -> list[str]:
        view = office.views([HOME])[HOME]
        return [right.holders[0].name for right in view.unit.live("23")]

    def move(bank: Person, rank: int) -> None:
        view = office.views([HOME])[HOME]
        right = next(r for r in view.unit.live("23") if r.holders[0].name == bank.name)
        asked = applying(
            "LY043",
            party("holder", bank),
            right=str(right.id),
            fields={"rank": rank},
            also=("M36",),
        )
        entered(office, asked)

    move(banks[3], 1)
    assert line() == ["银行4", "银行1", "银行2", "银行3"]
    move(banks[2], 2)
    assert line() == ["银行4", "银行3", "银行1", "银行2"]
    move(banks[3], 2)
    assert line() == ["银行3", "银行4", "银行1", "银行2"]
    move(banks[0], 2)
    assert line() == ["银行3", "银行1", "银行4", "银行2"]
    move(banks[2], 3)
    assert line() == ["银行1", "银行4", "银行3", "银行2"]
    move(banks[1], 2)
    assert line() == ["银行1", "银行2", "银行4", "银行3"]
