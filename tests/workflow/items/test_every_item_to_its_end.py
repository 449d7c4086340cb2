"""All 61 items on a real centre: accepted, entered, printed, handed out; the paper read back."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desk.workflow.facts import RightFacts, Stage
from desk.workflow.queries.register import UnitView
from forms.catalogue import delivered
from tests.workflow.items.counter import Counter, Printed
from tests.workflow.rules.test_every_item_with_complete_papers import STORIES, Story, told

PROVED = frozenset({"19", "23", "92", "96", "97"})
FORMS = {"sole": "单独所有", "joint": "共同共有", "shares": "按份共有"}
MATTERS = {"92": "居住权", "96": "预告登记", "97": "异议登记"}


@pytest.fixture
def counter(request: pytest.FixtureRequest, sqlite_url: str) -> Iterator[Counter]:
    story: Story = request.param
    opened = Counter(sqlite_url, told(story, Stage.ACCEPTANCE))
    yield opened
    opened.close()


def standing(counter: Counter) -> list[tuple[UnitView, RightFacts]]:
    """Return what the case entered, or what stood already where it only made a new paper."""
    made = counter.made_by_the_case()
    if made or counter.facts.item.act != "replace_paper":
        return made
    view = counter.view(counter.facts.units[0].code)
    return [(view, row.right) for row in view.rights if row.live and row.right.is_ownership]


def paper_of(right: RightFacts, papers: list[Printed]) -> Printed:
    """Return the paper that carries the number of an entry."""
    return next(paper for paper in papers if paper.says(str(right.number)))


def check_certificate(view: UnitView, right: RightFacts, paper: Printed) -> None:
    unit, types = view.unit, delivered().codes["right_type"]
    assert paper.kind == "certificate"
    assert paper.says(*(holder.name for holder in right.holders))
    assert paper.says(FORMS[str(right.co_ownership)])
    assert paper.says(unit.location, unit.code, types.zh(right.type), unit.usage)
    assert paper.says(str(unit.land_right_nature), f"{(unit.floor_area or 0) / 100:.2f}㎡")
    assert unit.land_term_to is not None
    assert paper.says(f"{unit.land_term_to:%Y年%m月%d日}")
    for holder in right.holders:
        if holder.share is not None:
            assert paper.says(f"{holder.name}:{holder.share}")


def check_proof(view: UnitView, right: RightFacts, paper: Printed) -> None:
    assert paper.kind == "proof"
    types = delivered().codes["right_type"]
    assert paper.says(MATTERS.get(right.type) or types.zh(right.type))
    assert paper.says(view.unit.location[:12])
    assert paper.says(*(holder.name for holder in right.holders))
    if amount := right.fields.get("amount"):
        assert paper.says(f"{float(str(amount)) / 10000:.4f}万元")
    if right.type == "23":
        restricted = "是" if right.fields.get("transfer_restricted") else "否"
        assert paper.says(f"是否存在禁止或限制转让抵押不动产的约定：{restricted}")
    if right.fields.get("matter"):
        assert paper.says(str(right.fields["matter"]))
    for key in ("from", "to"):
        if right.type != "97" and (day := right.fields.get(key)):
            year, month, date = str(day).split("-")
            assert paper.says(f"{year}年{month}月{date}日")


def old_numbers(counter: Counter) -> set[str]:
    """Return the numbers of the papers that the entries of the case follow."""
    followed = {right.predecessor_id for _, right in counter.made_by_the_case()}
    views = [counter.view(place.code) for place in counter.places]
    rows = [row.right for view in views for row in view.rights]
    # A purchase or pre-mortgage that comes true is another right: its paper follows no number.
    return {
        str(right.number)
        for right in rows
        if right.id in followed and right.number and counter.facts.item.act != "notice_convert"
    }


@pytest.mark.parametrize("counter", STORIES, ids=[s[0] for s in STORIES], indirect=True)
def test_it_runs_to_its_end_and_its_paper_says_what_the_register_says(counter: Counter) -> None:
    counter.accept(counter.application())
    entered = counter.to_the_register()
    papers = counter.print_all() if entered.numbers else []
    assert len(papers) == len(entered.numbers)
    for number in entered.numbers:
        assert any(paper.says(number) for paper in papers)
    proved = [(v, r) for v, r in standing(counter) if r.number in entered.numbers]
    assert bool(proved) is bool(entered.numbers)
    for view, right in proved:
        check = check_proof if right.type in PROVED else check_certificate
        check(view, right, paper_of(right, papers))
    text = "".join(paper.text for paper in papers)
    for number in old_numbers(counter) if papers else ():
        assert f"原证号：{number}" in text
    assert counter.hand_out() == "issued"


@pytest.mark.parametrize("counter", [s for s in STORIES if s[0] == "LY045"], indirect=True)
def test_fixed_claims_stand_beside_the_maximum_that_bounds_them(counter: Counter) -> None:
    counter.accept(replace(counter.application(), fields={"amount": "123456.00"}))
    counter.to_the_register()
    (paper,) = counter.print_all()
    assert paper.says(
        "最高债权额：26.0000万元", "确定的债权数额：12.3456万元", "最高额抵押权已确定"
    )


WORDS = {"LY060": "换发", "LY061": "补发"}


@pytest.mark.parametrize(
    "counter", [s for s in STORIES if s[0] in WORDS], ids=sorted(WORDS), indirect=True
)
def test_a_paper_made_again_says_so_and_names_the_one_before(counter: Counter) -> None:
    before = counter.view(counter.facts.units[0].code).unit.ownership
    assert before is not None
    counter.accept(counter.application())
    counter.to_the_register()
    (paper,) = counter.print_all()
    assert paper.says(WORDS[counter.facts.item.code], str(before.number))
