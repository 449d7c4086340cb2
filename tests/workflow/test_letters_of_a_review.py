"""What the applicants are told when their case is given back."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest

from desk.workflow import commands as c
from desk.workflow.desk import Desk
from desk.workflow.queries.papers import PaperView, paper, papers_of
from desk.workflow.rules.lapse import supplement_until
from forms.checks.dates import format_day_zh
from printing.raster import page_text
from tests.workflow.conftest import BUYER, DAY, SELLER, Walk


@pytest.fixture
def printing(walk: Walk) -> Iterator[Walk]:
    """The small centre, where papers are kept."""
    desk = Desk.open(walk.url)
    yield Walk(desk, walk.url)
    desk.close()


def kept(walk: Walk, case_id: UUID, kind: str) -> list[PaperView]:
    """Return the papers of a kind in a case."""
    with walk.desk.ask() as reader:
        found = [paper(reader, row.id) for row in papers_of(reader, case_id) if row.kind == kind]
    return [view for view in found if view is not None]


def test_a_case_given_back_is_told_of_at_once_and_until_when(printing: Walk) -> None:
    case_id = printing.claimed()
    points = [
        {"what": "申请书缺少买受人签名", "ask": "买受人到场补签"},
        {"what": "买卖合同金额与申报不符"},
    ]
    give_back = c.DecideCase(
        case_id=case_id, decision="return", opinion="材料待补正。", evidence={"points": points}
    )
    printing.do(give_back, "a1")

    (notice,) = kept(printing, case_id, "supplement_notice")
    text = page_text(notice.content)
    until = supplement_until(printing.now, 5, printing.desk.setting.calendar)
    assert until > date(2018, 4, 1)
    for said in (
        *(SELLER.name, BUYER.name, "2018-0000001", "存量房", "曹振国", format_day_zh(DAY)),
        *("申请书缺少买受人签名", "买受人到场补签", "买卖合同金额与申报不符"),
        *(f"{format_day_zh(until)}前", "次日起5个工作日", "视为放弃本次申请"),
    ):
        assert said in text, said


def test_without_a_list_each_line_of_the_opinion_is_a_point(printing: Walk) -> None:
    case_id = printing.claimed()
    opinion = "缺少婚姻证明\n\n合同无签名"
    printing.do(c.DecideCase(case_id=case_id, decision="return", opinion=opinion), "a1")

    (notice,) = kept(printing, case_id, "supplement_notice")
    assert notice.values["points"] == [["1", "缺少婚姻证明", "——"], ["2", "合同无签名", "——"]]


def test_a_case_given_back_twice_has_two_notices(printing: Walk) -> None:
    case_id = printing.claimed()
    for why in ("缺少婚姻证明", "合同无签名"):
        printing.do(c.DecideCase(case_id=case_id, decision="return", opinion=why), "a1")
        printing.do(c.SupplementCase(case_id=case_id, materials=("M06",)), "w1")
        printing.do(c.ClaimCase(case_id=case_id), "a1")

    notices = kept(printing, case_id, "supplement_notice")
    assert [notice.values["points"][0][1] for notice in notices] == ["缺少婚姻证明", "合同无签名"]


def test_an_approval_asks_for_nothing(printing: Walk) -> None:
    approved = printing.approved()

    assert kept(printing, approved, "supplement_notice") == []
