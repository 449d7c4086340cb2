"""Looking into the register for somebody: who may, what is kept of it, what the paper says."""

import io
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pdfplumber
import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError

from db.ids import new_id
from db.session import open_engine, writing
from db.tables.searches import SEARCHES
from desk.workflow import commands as c
from desk.workflow.answers import SearchAnswer
from desk.workflow.application import Person
from desk.workflow.desk import Desk
from desk.workflow.queries.papers import paper
from desk.workflow.queries.register import as_at
from printing.raster import page_count
from printing.seal import is_genuine
from tests.printing.test_codes import decoded
from tests.workflow.conftest import (
    BUYER,
    HOME,
    MORTGAGED,
    SELLER,
    STRANGER,
    UNKNOWN,
    Walk,
    found_centre,
)

GROUND = "本人身份证"


def own(person: Person = SELLER, **changes: Any) -> c.SearchPerson:
    """A person asks what is entered for himself."""
    values: dict[str, Any] = {
        "asker": person,
        "relation": "1",
        "purpose": "1",
        "reason": GROUND,
        "name": person.name,
        "id_type": person.id_type,
        "id_number": person.id_number,
    }
    return c.SearchPerson(**(values | changes))


def page(unit: str = HOME, **changes: Any) -> c.ExtractPage:
    """The owner asks for the page of his home."""
    values: dict[str, Any] = {
        "asker": SELLER,
        "relation": "1",
        "purpose": "2",
        "reason": GROUND,
        "unit": unit,
    }
    return c.ExtractPage(**(values | changes))


def search(walk: Walk, command: c.Search, by: str = "w1") -> SearchAnswer:
    answer = walk.do(command, by)
    assert isinstance(answer, SearchAnswer)
    return answer


def printed(walk: Walk, answer: SearchAnswer) -> str:
    """Read the paper of a search back from its PDF, without breaks."""
    assert answer.paper_id is not None
    with walk.desk.ask() as reader:
        found = paper(reader, answer.paper_id)
    assert found is not None
    with pdfplumber.open(io.BytesIO(found.content)) as pdf:
        return "".join((one.extract_text() or "") for one in pdf.pages).replace("\n", "")


def kept(walk: Walk) -> list[dict[str, object]]:
    with walk.desk.ask() as reader:
        return [dict(row) for row in reader.rows(select(SEARCHES).order_by(SEARCHES.c.no))]


@pytest.fixture
def walk(url: str) -> Iterator[Walk]:
    """The small centre on both databases; all searches are written on paper."""
    found_centre(url)
    desk = Desk.open(url)
    yield Walk(desk, url)
    desk.close()


def test_an_owner_learns_what_is_entered_for_him(walk: Walk) -> None:
    answer = search(walk, own())

    assert answer.units == (HOME,)
    assert answer.number == "CX2018-0000001"
    said = printed(walk, answer)
    assert SELLER.name in said
    assert SELLER.id_number in said
    assert "不动产权利共1项" in said
    (row,) = kept(walk)
    told = (row["kind"], row["purpose"], row["reason"], row["actor"])
    assert told == ("person", "1", GROUND, "w1")
    assert row["found"] == [HOME]


def test_who_holds_nothing_gets_the_proof_of_it(walk: Walk) -> None:
    answer = search(walk, own(BUYER, purpose="5"))

    assert answer.units == ()
    said = printed(walk, answer)
    assert "无房证明" in said
    assert "不动产权利：无。" in said
    assert "220402" in said  # the region that was searched
    assert "不包括其他地区" in said


def test_a_namesake_with_another_number_is_another_person(walk: Walk) -> None:
    namesake = Person(name=SELLER.name, id_type="1", id_number=BUYER.id_number)

    assert search(walk, own(namesake)).units == ()


def test_an_old_number_of_fifteen_digits_is_the_same_person(walk: Walk) -> None:
    old = SELLER.id_number[:6] + SELLER.id_number[8:17]
    answer = search(walk, own(id_number=old, asker=SELLER))

    assert answer.units == (HOME,)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"reason": "  "}, None),
        ({"purpose": ""}, None),
        ({"purpose": "77"}, None),
        ({"relation": ""}, None),
        ({"asker": Person(name="", id_type="1", id_number="1")}, None),
        ({"relation": "3"}, "relation"),
        ({"relation": "4"}, "relation"),
        ({"asker": BUYER}, "name"),
    ],
)
def test_without_a_lawful_ground_nothing_is_shown_and_nothing_kept(
    walk: Walk, refused: Callable[..., None], wrong: dict[str, Any], field: str | None
) -> None:
    refused(own(**wrong), "w1", "D-SEARCH", fields=(field,) if field else ())

    assert kept(walk) == []


@pytest.mark.parametrize("relation", ["2", "5"])
def test_heirs_and_organs_may_ask_about_somebody_else(walk: Walk, relation: str) -> None:
    command = own(asker=BUYER, relation=relation, reason="公证书（2018）吉辽证字第12号")

    assert search(walk, command).units == (HOME,)


@pytest.mark.parametrize("login", ["g1", "a1"])
def test_only_counter_and_supervisor_search(
    walk: Walk, refused: Callable[..., None], login: str
) -> None:
    refused(own(), login, "D-ROLE")
    refused(page(), login, "D-ROLE")


def test_the_page_names_the_unit_its_rights_and_what_is_under_way(walk: Walk) -> None:
    case_id = walk.accepted()
    answer = search(walk, page(history=True))

    said = printed(walk, answer)
    for part in ("220402 001001 GB00001 F00010001", SELLER.name, "存量房买卖转移登记", "现势"):
        assert part in said
    assert SELLER.id_number not in said  # masked: the page does not need it
    with walk.desk.ask() as reader:
        view = as_at(reader, HOME, walk.now)
    assert view is not None
    assert [case.case_id for case in view.open_cases] == [case_id]
    assert str(view.open_cases[0].case_no) in said


def test_the_page_as_it_stood_before_the_sale_shows_the_seller_alone(walk: Walk) -> None:
    before = walk.now
    walk.registered()
    then = printed(walk, search(walk, page(as_at=before, history=True)))
    now = printed(walk, search(walk, page(history=True)))
    without_history = printed(walk, search(walk, page()))

    assert SELLER.name in then
    assert BUYER.name not in then
    assert "历史" in now
    assert "转移（受理号2018-" in now
    assert BUYER.name in now
    assert "历史" not in without_history


def test_between_acceptance_and_entry_the_case_is_pending_at_that_moment_only(walk: Walk) -> None:
    before = walk.now
    walk.accepted()
    during = walk.now
    moments = []
    with walk.desk.ask() as reader:
        for moment in (before, during):
            view = as_at(reader, HOME, moment)
            assert view is not None
            moments.append((len(view.open_cases), "in_process" in view.state))

    assert moments == [(0, False), (1, True)]


def test_who_only_intends_a_deal_learns_no_names_and_no_sums(walk: Walk) -> None:
    command = page(MORTGAGED, asker=BUYER, relation="4", reason="拟购买")
    said = printed(walk, search(walk, command))

    assert STRANGER.name not in said
    assert "260000" not in said
    assert "26.0000万元" not in said
    assert "抵押权" in said
    assert "不予提供" in said


def test_a_mortgage_stands_on_the_page_with_its_rank_and_sum(walk: Walk) -> None:
    said = printed(walk, search(walk, page(MORTGAGED, asker=STRANGER)))

    assert "第1顺位" in said
    assert "26.0000万元" in said
    assert "抵押权人" in said


def test_a_unit_that_is_not_there_and_a_moment_to_come_are_refused(
    walk: Walk, refused: Callable[..., None]
) -> None:
    refused(page(UNKNOWN), "w1", "D-UNKNOWN", fields=("unit",))
    tomorrow = walk.now + timedelta(days=1)
    refused(page(as_at=tomorrow), "w1", "D-SEARCH", fields=("as_at",))
    assert kept(walk) == []


def test_searches_are_numbered_without_gaps_also_after_a_refusal(
    walk: Walk, refused: Callable[..., None]
) -> None:
    numbers = [search(walk, own()).number]
    refused(page(UNKNOWN), "w1", "D-UNKNOWN", fields=("unit",))
    numbers.append(search(walk, page()).number)

    assert numbers == ["CX2018-0000001", "CX2018-0000002"]


def test_the_code_on_the_paper_is_genuine(walk: Walk) -> None:
    answer = search(walk, page())
    assert answer.paper_id is not None
    with walk.desk.ask() as reader:
        found = paper(reader, answer.paper_id)
    assert found is not None
    codes = [
        code
        for place in range(page_count(found.content))
        for code in decoded(found.content, place).values()
    ]

    sealed = next(code for code in codes if "|" in code)
    assert sealed.startswith(f"{answer.number}|{HOME}|")
    assert is_genuine(bytes.fromhex(walk.desk.setting.seal_key), sealed)
    assert answer.number in codes


def test_the_database_itself_keeps_searches_as_they_are(walk: Walk) -> None:
    search(walk, own())
    engine = open_engine(walk.url)
    with pytest.raises(DBAPIError, match="D-FACT"), writing(engine) as connection:
        connection.execute(text("UPDATE searches SET purpose = '9'"))
    bare = kept(walk)[0] | {"id": new_id(), "no": 2, "reason": " "}
    with pytest.raises(DBAPIError, match="D-SEARCH"), writing(engine) as connection:
        connection.execute(insert(SEARCHES).values(bare))
    engine.dispose()


def test_a_search_sent_twice_is_made_once(walk: Walk) -> None:
    command = own()

    assert walk.do(command, "w1") == walk.do(command, "w1")
    assert len(kept(walk)) == 1
