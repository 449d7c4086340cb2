"""Trying changed law: what would have ended otherwise, and nothing in the database is touched."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from db.ids import new_id
from db.tables.money import EXEMPTIONS
from desk.workflow import commands as c
from desk.workflow.desk import Desk
from desk.workflow.facts import Stage
from desk.workflow.trial.law import LawGap, Trial, try_law
from forms.catalogue import FOLDER, Catalogue, changed_catalogue
from tests.workflow.conftest import (
    BUYER,
    HOME,
    MORTGAGED,
    OWNER,
    SALE_PAPERS,
    STRANGER,
    Walk,
    dump,
    mortgage,
    party,
    sale,
)

Change = Callable[[dict[str, Any]], object]
Try = Callable[..., Trial]
EVER = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))
WITHOUT_CONTRACT = tuple(code for code in SALE_PAPERS if code != "M13")


def law(folder: Path, **changes: Change) -> Catalogue:
    """Return the delivered law with some files changed."""
    folder.mkdir()
    for name, change in changes.items():
        data = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        change(data)
        text = json.dumps(data, ensure_ascii=False)
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    return changed_catalogue(folder)


@pytest.fixture
def try_with(tmp_path: Path) -> Try:
    """Try the delivered law with some files changed."""

    def attempt(walk: Walk, period: tuple[datetime, datetime] = EVER, **changes: Change) -> Trial:
        with walk.desk.ask() as reader:
            return try_law(reader, law(tmp_path / "changed", **changes), *period)

    return attempt


def same(_data: dict[str, Any]) -> None:
    """Change nothing."""


def missing_papers_refuse(rules: dict[str, Any]) -> None:
    rules["R54"]["level"] = "BLOCK"


def dearer_homes(fees: dict[str, Any], since: str = "2016-12-01") -> None:
    homes = fees["classes"]["F_STD"]["amounts"][0]
    fees["classes"]["F_STD"]["amounts"].insert(
        0, {**homes, "fen": 12050, "valid_from": since, "valid_to": None}
    )


def test_unchanged_law_ends_nothing_otherwise_whatever_the_register_holds_by_now(
    walk_on_both: Walk, try_with: Try
) -> None:
    walk = walk_on_both
    walk.issued()  # a stranger to the register now: the seller's house is the buyer's
    walk.registered(mortgage())
    resold = sale(seller=BUYER, parties=(party(BUYER, "obligor"), party(OWNER, "holder")))
    walk.registered(resold)
    walk.accepted(sale(MORTGAGED, STRANGER))
    walk.do(
        c.SeizeUnits(
            case_id=new_id(),
            units=(HOME,),
            fields={
                "authority": "辽源市中级人民法院",
                "document_no": "（2018）吉04执1号",
                "from": "2018-03-26",
                "to": "2021-03-25",
            },
        ),
        "w1",
    )

    trial = try_with(walk, rules=same)

    assert (trial.findings, trial.charges, trial.unlike) == ((), (), ())
    assert (trial.cases, trial.judged, trial.charged) == (5, 8, 3)


def test_a_stricter_rule_names_the_cases_it_would_have_stopped(
    walk_on_both: Walk, try_with: Try
) -> None:
    walk = walk_on_both
    walk.registered(sale(materials=WITHOUT_CONTRACT))
    walk.registered(mortgage())

    trial = try_with(walk, rules=missing_papers_refuse)

    (found,) = trial.findings
    assert (found.case_no, found.item, found.stage) == ("2018-0000001", "LY013", Stage.ACCEPTANCE)
    assert (found.code, found.before, found.after) == ("R54", ("WARN",), ("BLOCK",))
    assert found.ends == "refused"
    assert trial.charges == ()


def test_a_rule_that_ended_before_the_day_says_nothing(walk: Walk, try_with: Try) -> None:
    walk.accepted(sale(materials=WITHOUT_CONTRACT))

    trial = try_with(walk, rules=lambda rules: rules["R54"].update(valid_to="2018-03-25"))

    (found,) = trial.findings
    assert (found.before, found.after, found.ends) == (("WARN",), (), "done")


def test_a_rule_at_the_entry_is_tried_with_what_had_been_paid_by_then(
    walk: Walk, try_with: Try
) -> None:
    walk.registered()

    trial = try_with(walk, rules=lambda rules: rules["R40"].update(level="WARN"))

    assert trial.findings == ()


def test_other_fees_name_line_and_amounts(walk_on_both: Walk, try_with: Try) -> None:
    walk_on_both.registered()
    walk_on_both.registered(mortgage())

    trial = try_with(walk_on_both, fees=dearer_homes)

    lines = [(charge.case_no, charge.line, charge.before, charge.after) for charge in trial.charges]
    assert lines == [
        ("2018-0000001", "fee", 8000, 12050),
        ("2018-0000002", "fee", 8000, 12050),
    ]
    assert (trial.findings, trial.unlike) == ((), ())


def test_a_fee_that_begins_later_changes_nothing(walk: Walk, try_with: Try) -> None:
    walk.registered()

    trial = try_with(walk, fees=lambda fees: dearer_homes(fees, since="2018-03-27"))

    assert trial.charges == ()


def test_only_the_cases_of_the_period_are_tried(walk: Walk, try_with: Try) -> None:
    walk.accepted(sale(materials=WITHOUT_CONTRACT))
    day_before = (EVER[0], walk.now - timedelta(days=1))

    trial = try_with(walk, day_before, rules=missing_papers_refuse)

    assert (trial.cases, trial.findings) == (0, ())


def test_a_supplement_is_judged_with_all_papers_handed_in_by_then(
    walk: Walk, try_with: Try
) -> None:
    case = walk.accepted(sale(materials=WITHOUT_CONTRACT))
    whole = sale(materials=("M13",))
    walk.do(c.SupplementCase(case_id=case, materials=("M13",), application=whole), "w1")

    trial = try_with(walk, rules=missing_papers_refuse)

    (found,) = trial.findings
    assert found.at < walk.now
    assert (trial.judged, trial.unlike) == (2, ())


def test_a_gap_in_the_changed_law_is_named(walk: Walk, try_with: Try) -> None:
    walk.registered()

    with pytest.raises(LawGap) as gap:
        try_with(
            walk,
            taxes=lambda taxes: taxes.update(
                standard_rates=[{**taxes["standard_rates"][0], "valid_from": "2019-01-01"}],
                reliefs=[],
            ),
        )

    assert gap.value.case_no == "2018-0000001"


def test_a_record_that_the_law_in_force_does_not_give_is_told(
    walk: Walk, tmp_path: Path, try_with: Try
) -> None:
    then = law(tmp_path / "then", rules=lambda r: r["R54"].update(valid_to="2018-03-25"))
    other = Desk.open(walk.url, catalogue=then, keep_papers=False)
    Walk(other, walk.url).accepted(sale(materials=WITHOUT_CONTRACT))
    other.close()

    assert try_with(walk, rules=same).unlike == ("2018-0000001",)


def test_trying_writes_nothing_and_cannot(walk_on_both: Walk, try_with: Try) -> None:
    walk = walk_on_both
    case = walk.registered()
    before = dump(walk.url)

    try_with(walk, rules=missing_papers_refuse, fees=dearer_homes)

    assert dump(walk.url) == before
    row = {"case_id": case, "event_n": 9, "what": "fee", "amount": 0, "reason": "x"}
    with walk.desk.ask() as reader, pytest.raises(DBAPIError, match=r"read-?only"):
        reader.connection.execute(insert(EXEMPTIONS), {**row, "at": walk.now, "actor": "w1"})
