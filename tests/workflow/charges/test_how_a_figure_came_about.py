"""Every figure of a charge says how it came about, to the fen, in both languages and on paper."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from db.session import open_engine, reading
from db.tables.money import CHARGES, EXEMPTIONS
from desk.workflow import commands as c
from desk.workflow.charges import work_out
from desk.workflow.desk import Desk
from desk.workflow.kept import clauses_of
from desk.workflow.queries.cases import case
from desk.workflow.queries.papers import paper
from forms.clauses import said
from printing.raster import page_text
from tests.workflow.conftest import Walk, sale
from tests.workflow.rules.builders import LI, ZHANG, facts, owned, party, unit

OTHER = "220402001001GB00001F00010002"


def how(price: str, *places: object, homes: int = 1) -> list[tuple[str, str, int]]:
    asked = facts(
        "LY013",
        places or unit(owned(ZHANG)),  # type: ignore[arg-type]
        party("holder", LI),
        fields={"price": price, "dwelling_count": homes},
    )
    lines = [line for line in work_out(asked) if line.line == "deed_tax"]
    return [(said(line.basis, "zh"), said(line.basis, "en"), line.amount) for line in lines]


def test_a_tax_names_base_rate_and_why() -> None:
    ((zh, en, amount),) = how("318000.00")

    assert zh == "计税依据318000.00元×税率1%；家庭第1套住房，面积88.50平方米"
    assert en == "base 318000.00 yuan × 1%; home number 1 of the family, 88.50 m²"
    assert amount == 3_180_00


def test_rounding_is_told_where_there_was_any() -> None:
    ((zh, en, amount),) = how("318000.55")

    assert zh.endswith("；3180.0055元，四舍五入到分")
    assert en.endswith("; 3180.0055 yuan, rounded half up to the fen")
    assert amount == 3_180_01


def test_a_common_price_says_how_it_was_spread() -> None:
    first, last = how("100000.01", unit(owned(ZHANG)), unit(owned(ZHANG, unit=OTHER), code=OTHER))

    assert first[0].startswith("总价100000.01元按面积分摊：88.50/177.00平方米")
    assert "50000.01元" in first[0]
    assert "50000.00元" in last[0]
    assert "the last unit takes the rest" in last[1]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", ["住宅80.00元/件×1件", "计税依据318000.00元"]),
        ("en", ["home: 80.00 yuan a piece × 1", "base 318000.00 yuan"]),
    ],
)
def test_what_is_kept_is_read_in_either_language(
    walk_on_both: Walk, language: str, told: list[str]
) -> None:
    case_id = walk_on_both.accepted()
    walk_on_both.do(c.ChargeCase(case_id=case_id), "w1")
    with walk_on_both.desk.ask() as reader:
        view = case(reader, case_id, walk_on_both.now)
    assert view is not None

    for row, begins in zip(view.charges, told, strict=True):
        assert said(row.basis, language).startswith(begins)


def test_an_early_charge_keeps_its_chinese_sentence() -> None:
    kept = clauses_of({"text": "住宅80.00元/件×1件"})

    assert said(kept, "zh") == "住宅80.00元/件×1件（原记录）"
    assert said(kept, "en") == "住宅80.00元/件×1件 (as kept)"


@pytest.fixture
def with_papers(walk: Walk) -> Iterator[Walk]:
    """The same centre, papers kept."""
    desk = Desk.open(walk.url)
    yield Walk(desk, walk.url)
    desk.close()


def test_the_slip_shows_how_each_figure_came_about_with_its_rounding(with_papers: Walk) -> None:
    walk = with_papers
    case_id = walk.accepted(sale(fields={"price": "318000.55", "dwelling_count": 1}))
    walk.do(c.ChargeCase(case_id=case_id), "w1")
    with walk.desk.ask() as reader:
        view = case(reader, case_id, walk.now)
        assert view is not None
        slip = paper(reader, next(row.id for row in view.papers if row.kind == "fee_slip"))
    assert slip is not None

    text = "".join(page_text(slip.content).split())

    assert "住宅80.00元/件×1件" in text
    assert "3180.0055元，四舍五入到分" in text
    assert "3180.01" in text


@pytest.mark.parametrize("said_as", ["small_business", "小微企业（含个体工商户）免收"])
def test_a_reason_out_of_the_list_is_kept_by_its_code(walk: Walk, said_as: str) -> None:
    case_id = walk.accepted()
    walk.do(c.ChargeCase(case_id=case_id), "w1")
    walk.do(c.ExemptCharge(case_id=case_id, what="fee", reason=said_as), "w1")

    engine = open_engine(walk.url)
    with reading(engine) as connection:
        kept = connection.execute(select(EXEMPTIONS.c.reason)).scalar_one()
        bases = connection.execute(select(CHARGES.c.basis)).scalars().all()
    engine.dispose()

    assert kept == "small_business"
    assert all(set(basis) == {"clauses"} for basis in bases)
