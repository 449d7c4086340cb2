"""The questioning record belongs to the papers of its case, with each person's answers."""

from collections.abc import Iterator
from typing import Any

import pytest

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow.answers import CasesAnswer
from desk.workflow.desk import Desk
from desk.workflow.queries.papers import paper, papers_of
from tests.workflow.conftest import BUYER, HOME, SELLER, Walk, mortgage, sale

ANSWERS = (
    ("true_will", "于丽", "obligor", "yes", ""),
    ("true_will", "赵海燕", "holder", "yes", ""),
    ("lease", "于丽", "obligor", "no", ""),
    ("lease", "赵海燕", "holder", "yes", "租期至2020年"),
)
INTERVIEW = [
    dict(zip(("question", "person", "role", "answer", "note"), line, strict=True))
    for line in ANSWERS
]
RECORD = "interview_record"
SIGNED = [{"signer": "于丽", "strokes": [[[0, 0], [1, 1]]]}]


@pytest.fixture
def with_papers(walk: Walk) -> Iterator[Walk]:
    """The same centre, papers kept."""
    desk = Desk.open(walk.url)
    yield Walk(desk, walk.url)
    desk.close()


def accepted(walk: Walk, evidence: c.Evidence) -> tuple[list[str], dict[str, Any]]:
    """Accept a sale; return the kinds of its papers and what the first one says."""
    case_id = new_id()
    walk.do(c.AcceptCase(case_id=case_id, application=sale(), evidence=evidence), "w1")
    with walk.desk.ask() as reader:
        rows = papers_of(reader, case_id)
        first = paper(reader, rows[0].id)
    assert first is not None
    return [row.kind for row in rows], first.values


def test_each_answer_each_note_and_each_signature_stand_in_the_record(with_papers: Walk) -> None:
    kinds, said = accepted(with_papers, {"interview": INTERVIEW, "signatures": SIGNED})

    assert kinds[0] == RECORD
    assert kinds[-1] == "receipt"
    assert said["code"] == "2018-0000001"
    by_question = {question: answers for _, question, answers in said["answers"]}
    assert by_question["申请登记的事项是否为您的真实意思表示？"] == (
        "于丽（义务人）：是\n赵海燕（权利人）：是"
    )
    assert by_question["该不动产是否已经出租？"].endswith(
        "赵海燕（权利人）：是。备注：租期至2020年"
    )
    assert by_question["该不动产是否存在权属争议？"] == "未回答"
    assert [row[0] for row in said["signatures"]] == ["于丽", "赵海燕"]
    assert said["signatures"][0][2] == "已在签名屏上签名"
    assert said["signatures"][1][2].strip() == ""


def test_where_nobody_was_asked_there_is_no_record(with_papers: Walk) -> None:
    kinds, _ = accepted(with_papers, {})

    assert RECORD not in kinds


def answered(question: str, person: str, role: str) -> c.Evidence:
    line = {"question": question, "person": person, "role": role, "answer": "yes", "note": ""}
    return {"interview": [line]}


def test_each_case_of_a_bundle_has_the_record_of_its_own_questions(with_papers: Walk) -> None:
    asked = (
        answered("lease", SELLER.name, "obligor"),
        answered("true_will", BUYER.name, "obligor"),
    )
    applications = (sale(), mortgage(HOME, BUYER))
    cases = tuple(
        c.BundledCase(application=application, evidence=evidence)
        for application, evidence in zip(applications, asked, strict=True)
    )
    shared = {"signatures": [{"signer": BUYER.name, "strokes": [[[0, 0], [1, 1]]]}]}
    answer = with_papers.do(c.AcceptBundle(cases=cases, evidence=shared), "w1")
    assert isinstance(answer, CasesAnswer)

    for case, item, person, sign in zip(
        answer.cases,
        ("买卖", "抵押"),
        (SELLER.name, BUYER.name),
        ("", "已在签名屏上签名"),
        strict=True,
    ):
        with with_papers.desk.ask() as reader:
            (row,) = [row for row in papers_of(reader, case.case_id) if row.kind == RECORD]
            record = paper(reader, row.id)
        assert record is not None
        assert record.values["code"] == case.case_no
        assert item in record.values["item"]
        ((name, _role, signed, _at),) = record.values["signatures"]
        assert (name, signed.strip()) == (person, sign)
        said = [answers for _, _, answers in record.values["answers"] if answers != "未回答"]
        assert [line.split("（")[0] for line in said] == [person]
