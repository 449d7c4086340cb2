"""A case is judged by the law of the day on which a rule speaks: at the desk, on both databases."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow.answers import ChargeAnswer
from desk.workflow.application import Application
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError
from forms.catalogue import FOLDER, changed_catalogue
from tests.workflow.conftest import HOME, SALE_PAPERS, SELLER, Walk, party, sale

Change = Callable[[dict[str, Any]], object]
Under = Callable[..., Walk]
EVE = datetime(2018, 3, 26, 2, 0, tzinfo=UTC)
DAY = datetime(2018, 3, 27, 2, 0, tzinfo=UTC)
WITHOUT_CONTRACT = tuple(code for code in SALE_PAPERS if code != "M13")


@pytest.fixture
def under(walk_on_both: Walk, tmp_path: Path) -> Iterator[Under]:
    """Work the small centre under changed law."""
    opened: list[Desk] = []

    def open_one(**changes: Change) -> Walk:
        for name, change in changes.items():
            data = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
            change(data)
            (tmp_path / "law").mkdir(exist_ok=True)
            text = json.dumps(data, ensure_ascii=False)
            (tmp_path / "law" / f"{name}.json").write_text(text, encoding="utf-8")
        law = changed_catalogue(tmp_path / "law")
        opened.append(Desk.open(walk_on_both.url, catalogue=law, keep_papers=False))
        return Walk(opened[-1], walk_on_both.url)

    yield open_one
    for desk in opened:
        desk.close()


def accept(walk: Walk, application: Application, at: datetime) -> list[str]:
    """Try an acceptance at an instant; return what refused it, or what it was told."""
    try:
        command = c.AcceptCase(case_id=new_id(), application=application)
        answer = walk.desk.do(command, by="w1", at=at)
    except DeskError as refusal:
        return [f"refused {code}" for code in refusal.codes]
    return [str(finding.code) for finding in answer.findings]


def test_a_rule_begins_on_its_first_day(under: Under) -> None:
    walk = under(rules=lambda rules: rules["R54"].update(level="BLOCK", valid_from="2018-03-27"))
    incomplete = sale(materials=WITHOUT_CONTRACT)

    assert accept(walk, incomplete, DAY) == ["refused R54"]
    assert "R54" not in accept(walk, incomplete, EVE)


def test_a_rule_ends_with_its_last_day(under: Under) -> None:
    walk = under(rules=lambda rules: rules["R54"].update(level="BLOCK", valid_to="2018-03-26"))
    incomplete = sale(materials=WITHOUT_CONTRACT)

    assert accept(walk, incomplete, EVE) == ["refused R54"]
    assert "R54" not in accept(walk, incomplete, DAY)


def lost_paper() -> Application:
    """Apply for a certificate again; the loss was announced 15 working days before the eve."""
    return Application(
        item="LY061",
        units=(HOME,),
        parties=(party(SELLER, "holder"),),
        reason="遗失",
        fields={"statement_date": "2018-03-02"},
        materials=("M01", "M02", "M56"),
    )


def longer_statements(rules: dict[str, Any]) -> None:
    """Let the statement of a loss stand for 20 working days from the 27th on."""
    days = rules["R46"]["parameters"][0]
    rules["R46"]["parameters"] = [
        {**days, "valid_to": "2018-03-26"},
        {**days, "value": 20, "valid_from": "2018-03-27"},
    ]


def test_a_parameter_changes_with_the_day(under: Under) -> None:
    walk = under(rules=longer_statements)

    assert accept(walk, lost_paper(), DAY) == ["refused R46"]
    assert "R46" not in accept(walk, lost_paper(), EVE)


def test_a_case_is_charged_by_the_fee_of_the_day_on_which_it_is_charged(under: Under) -> None:
    def dearer(fees: dict[str, Any]) -> None:
        homes = fees["classes"]["F_STD"]["amounts"][0]
        fees["classes"]["F_STD"]["amounts"] = [
            {**homes, "valid_to": "2018-03-26"},
            {**homes, "fen": 12_000, "valid_from": "2018-03-27"},
        ]

    walk = under(fees=dearer)
    case_id = new_id()
    walk.desk.do(c.AcceptCase(case_id=case_id, application=sale()), by="w1", at=EVE)

    charged = [walk.desk.do(c.ChargeCase(case_id=case_id), by="w1", at=day) for day in (EVE, DAY)]

    fees = [
        line.amount
        for answer in charged
        if isinstance(answer, ChargeAnswer)
        for line in answer.lines
        if line.line == "fee"
    ]
    assert fees == [8_000, 12_000]


def test_the_entry_is_judged_by_the_law_of_its_own_day(under: Under) -> None:
    walk = under(rules=lambda rules: rules["R40"].update(valid_from="2018-03-27"))
    case_id = new_id()
    walk.desk.do(c.AcceptCase(case_id=case_id, application=sale()), by="w1", at=EVE)
    walk.desk.do(c.ClaimCase(case_id=case_id), by="a1", at=EVE)
    agreed = c.DecideCase(case_id=case_id, decision="approve", opinion="同意登记。")
    walk.desk.do(agreed, by="a1", at=EVE)

    with pytest.raises(DeskError) as refusal:
        walk.desk.do(c.RegisterCase(case_id=case_id), by="a1", at=DAY)

    assert refusal.value.codes == ("R40",)
    entered = walk.desk.do(c.RegisterCase(case_id=case_id), by="a1", at=EVE)
    assert "R40" not in {finding.code for finding in entered.findings}
