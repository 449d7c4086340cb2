"""What runs out does so at midnight of its last day, in every query alike, and no job must run."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desk.workflow import commands as c
from desk.workflow.application import Application, Person
from desk.workflow.errors import DeskError
from desk.workflow.queries import obstacles, register
from tests.workflow.register_model.applying import HOME, applying, entered, party
from tests.workflow.register_model.office import (
    DENIED,
    DEVELOPER,
    LI,
    RAW,
    WANG,
    ZHANG,
    Office,
    Refused,
    found,
)

ORDER = {"authority": "辽源市龙山区人民法院", "document_no": "(2024)吉0402执1号"}
SALE = applying(
    "LY013", party("obligor", ZHANG), party("holder", LI), fields={"price": "300000.00"}
)


@pytest.fixture
def office(sqlite_url: str) -> Iterator[Office]:
    found(sqlite_url)
    opened = Office(sqlite_url)
    yield opened
    opened.close()


def local(month: int, day: int, clock: str) -> datetime:
    hour, minute, second = (int(part) for part in clock.split(":"))
    return datetime(2024, month, day, hour, minute, second, tzinfo=ZoneInfo("Asia/Shanghai"))


def says(office: Office, application: Application, code: str, moment: datetime) -> bool:
    """Tell whether a rule has something to say to an application at a moment."""
    with office.desk.ask() as reader:
        found_ = obstacles.would_find(reader, application, moment, "w1")
    return code in {finding.code for finding in found_}


def everywhere(office: Office, word: str, rule: str, moment: datetime) -> set[bool]:
    """Return what the unit, the list, the rule, the explanation and the past say of a moment."""
    with office.desk.ask() as reader:
        unit = register.unit(reader, HOME, moment)
        (row,) = register.find_units(reader, HOME, 1, moment)
        why = obstacles.obstacles_on(reader, HOME, moment)["LY013"]
        past = register.as_at(reader, HOME, moment)
    assert unit is not None
    assert past is not None
    return {
        word in unit.state,
        word in row.state,
        word in past.state,
        rule in {finding.code for finding in why},
        says(office, SALE, rule, moment),
    }


def test_an_objection_holds_for_fifteen_days_to_the_last_second(office: Office) -> None:
    entered(office, applying("LY056", party("holder", WANG), fields={"matter": "实际出资"}))
    assert everywhere(office, "objection", "R06", office.now) == {True}
    assert everywhere(office, "objection", "R06", local(3, 19, "23:59:59")) == {True}
    assert everywhere(office, "objection", "R06", local(3, 20, "00:00:00")) == {False}


def test_an_objection_entered_just_before_midnight_counts_from_that_day(office: Office) -> None:
    office.now = local(3, 4, "23:50:00")
    entered(office, applying("LY056", party("holder", WANG), fields={"matter": "实际出资"}))
    assert everywhere(office, "objection", "R06", local(3, 19, "23:59:59")) == {True}
    assert everywhere(office, "objection", "R06", local(3, 20, "00:00:00")) == {False}


def test_a_seizure_holds_on_its_last_day_and_not_on_the_next(office: Office) -> None:
    fields = {**ORDER, "from": "2024-03-04", "to": "2024-03-31"}
    assert office.seize((HOME,), fields) is None
    assert everywhere(office, "seized", "R03", local(3, 31, "23:59:59")) == {True}
    assert everywhere(office, "seized", "R03", local(4, 1, "00:00:00")) == {False}


def test_the_waiting_order_is_in_force_from_the_midnight_on_which_the_first_ran_out(
    office: Office,
) -> None:
    for until, court in (("2024-03-31", "辽源市龙山区人民法院"), ("2024-06-30", "西安区人民法院")):
        fields = {"authority": court, "document_no": "执1号", "from": "2024-03-04", "to": until}
        assert office.seize((HOME,), fields) is None

    def in_force(moment: datetime) -> list[tuple[object, int | None]]:
        with office.desk.ask() as reader:
            view = register.unit(reader, HOME, moment)
        assert view is not None
        return [(r.fields["to"], r.rank) for r in view.unit.live("98")]

    assert in_force(local(3, 31, "23:59:59")) == [("2024-03-31", 0), ("2024-06-30", 1)]
    assert in_force(local(4, 1, "00:00:00")) == [("2024-06-30", 0)]
    assert everywhere(office, "seized", "R03", local(4, 1, "00:00:00")) == {True}
    assert everywhere(office, "seized", "R03", local(7, 1, "00:00:00")) == {False}


def test_a_notice_is_converted_on_the_ninetieth_day_and_not_on_the_next(office: Office) -> None:
    home = RAW[0]
    bought = applying("LY048", party("obligor", DEVELOPER), party("holder", LI), units=(home,))
    entered(office, bought)
    entered(office, applying("LY003", party("holder", DEVELOPER), units=(home,)))
    notice = office.views([home])[home].unit.live("96")[0]
    convert = applying(
        "LY053",
        party("obligor", DEVELOPER),
        party("holder", LI),
        units=(home,),
        right=str(notice.id),
        fields={"price": "300000.00"},
    )
    assert not says(office, convert, "R28", local(6, 2, "23:59:59"))
    assert says(office, convert, "R28", local(6, 3, "00:00:00"))
    # It does not run out by itself: it stands until it is cancelled.
    with office.desk.ask() as reader:
        view = register.unit(reader, home, local(6, 3, "00:00:00"))
    assert view is not None
    assert view.state == {"noticed"}


def test_an_announcement_runs_to_the_end_of_its_fifteenth_working_day(office: Office) -> None:
    heir = applying("LY016", party("holder", LI), reason="继承", confirmed=DENIED)
    case_id = office.accept(heir)
    assert not isinstance(case_id, Refused)
    office.do(c.AnnounceCase(case_id=case_id), "w1")
    office.do(c.ChargeCase(case_id=case_id), "w1")
    office.do(c.ExemptCharge(case_id=case_id, what="all", reason="法定继承"), "w1")
    office.do(c.ClaimCase(case_id=case_id), "a1")
    office.do(c.DecideCase(case_id=case_id, decision="approve", opinion="同意"), "a1")

    def stops(moment: datetime) -> bool:
        with office.desk.ask() as reader:
            change = register.register_change(reader, case_id, moment)
        assert change is not None
        return "R33" in {finding.code for finding in change.findings}

    assert stops(local(3, 25, "23:59:59"))
    assert not stops(local(3, 26, "00:00:00"))
    office.now = local(3, 25, "23:58:00")
    with pytest.raises(DeskError) as refusal:
        office.do(c.RegisterCase(case_id=case_id), "a1")
    assert refusal.value.codes == ("R33",)
    assert "2024-03-25" in refusal.value.text("zh")
    office.do(c.RegisterCase(case_id=case_id), "a1")


def test_a_paper_is_made_again_on_the_day_after_the_fifteenth_working_day(office: Office) -> None:
    lost = applying("LY061", party("holder", ZHANG), fields={"statement_date": "2024-03-04"})
    assert says(office, lost, "R46", local(3, 25, "23:59:59"))
    assert not says(office, lost, "R46", local(3, 26, "00:00:00"))


def test_a_working_day_that_was_swapped_counts_as_the_calendar_says(office: Office) -> None:
    # 4 to 6 April 2024 are holidays and Sunday the 7th is worked: fifteen days end on the 17th.
    lost = applying("LY061", party("holder", ZHANG), fields={"statement_date": "2024-03-26"})
    assert says(office, lost, "R46", local(4, 17, "23:59:59"))
    assert not says(office, lost, "R46", local(4, 18, "00:00:00"))


def test_full_age_is_reached_on_the_eighteenth_birthday(office: Office) -> None:
    born = "2204222006040112"  # 1 April 2006
    number = next(f"{born}1{x}" for x in "0123456789X" if _checks(f"{born}1{x}"))
    gift = applying(
        "LY014",
        party("obligor", ZHANG),
        party("holder", Person(name="小明", id_type="1", id_number=number)),
        reason="赠与",
    )
    assert says(office, gift, "R12", local(3, 31, "23:59:59"))
    assert not says(office, gift, "R12", local(4, 1, "00:00:00"))


def _checks(number: str) -> bool:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], weights, strict=True))
    return "10X98765432"[total % 11] == number[17]


def test_nothing_is_written_when_something_runs_out(office: Office) -> None:
    entered(office, applying("LY056", party("holder", WANG), fields={"matter": "实际出资"}))
    before = office.dump()
    office.now += timedelta(days=400)
    assert everywhere(office, "objection", "R06", office.now) == {False}
    assert office.dump() == before
