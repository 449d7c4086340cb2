"""An approval carries the looking: which rows agreed, and what was typed anew without seeing it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from db.ids import new_id
from db.session import open_engine, reading
from db.tables.cases import DECISIONS
from desk.workflow import commands as c
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError
from desk.workflow.evidence.blind import is_drawn
from desk.workflow.evidence.of_case import Comparison
from desk.workflow.queries.to_compare import to_compare
from tests.workflow.conftest import BUYER, Walk, found_centre, sale

Refused = Callable[..., None]
TYPED = {"price": "31.8w", "tail": BUYER.id_number[-4:]}
KEY = "5e" * 32
DRAWN, TRIED = 0.05, 10_000


@pytest.fixture
def live(sqlite_url: str) -> Iterator[Walk]:
    """The small centre as it works, with its clock on this day."""
    found_centre(sqlite_url, kind="live")
    desk = Desk.open(sqlite_url, keep_papers=False)
    walk = Walk(desk, sqlite_url)
    walk.now = datetime.now(UTC)
    yield walk
    desk.close()


def obliged(walk: Walk) -> None:
    walk.do(c.ChangeSetting(key="review.looked", value=True), "m1")


def rows(walk: Walk, case_id: UUID) -> Comparison:
    with walk.desk.ask() as reader:
        found = to_compare(reader, case_id, walk.now)
    assert found is not None
    return found


def looked(walk: Walk, case_id: UUID, **otherwise: str) -> dict[str, object]:
    """Look at every row that needs a person and find it right, but for some."""
    same = {row.key: "same" for row in rows(walk, case_id).rows if row.needs_person}
    return {"rows": same | otherwise, "blind": TYPED}


def approve(case_id: UUID, evidence: dict[str, object]) -> c.DecideCase:
    return c.DecideCase(case_id=case_id, decision="approve", opinion="同意", evidence=evidence)


def drawn(walk: Walk) -> UUID:
    """Accept and claim a case of which price and number are typed anew."""
    key = walk.desk.setting.seal_key
    case_id = next(one for one in iter(new_id, None) if is_drawn(one, key))
    walk.do(c.AcceptCase(case_id=case_id, application=sale()), "w1")
    walk.do(c.ClaimCase(), "a1")
    return case_id


def test_an_approval_of_what_was_looked_at_keeps_the_looking(walk_on_both: Walk) -> None:
    walk = walk_on_both
    obliged(walk)
    case_id = walk.claimed()
    evidence = looked(walk, case_id) | {"notes": {"signed": "已核"}}
    walk.do(approve(case_id, evidence), "a1")

    engine = open_engine(walk.url)
    with reading(engine) as connection:
        kept = connection.execute(select(DECISIONS.c.evidence)).scalar_one()
    engine.dispose()
    assert kept == evidence


def test_an_approval_without_looking_is_refused_and_names_the_rows(
    walk: Walk, refused: Refused
) -> None:
    obliged(walk)
    case_id = walk.claimed()
    evidence = looked(walk, case_id)
    del evidence["rows"]["field/price"]  # type: ignore[attr-defined]
    refused(approve(case_id, evidence), "a1", "D-LOOKED")

    with pytest.raises(DeskError) as refusal:
        walk.do(approve(case_id, evidence), "a1")
    assert "成交价格" in refusal.value.text("zh")
    assert "Price" in refusal.value.text("en")


def test_all_that_is_open_and_all_that_differs_is_said_at_once(walk: Walk) -> None:
    obliged(walk)
    case_id = walk.claimed()
    evidence = looked(walk, case_id, signed="differs")
    del evidence["rows"]["field/dwelling_count"]  # type: ignore[attr-defined]
    del evidence["rows"]["identity/0"]  # type: ignore[attr-defined]
    with pytest.raises(DeskError) as refusal:
        walk.do(approve(case_id, evidence), "a1")

    assert [finding.facts["variant"] for finding in refusal.value.findings] == ["open", "differs"]
    assert [finding.facts["count"] for finding in refusal.value.findings] == [2, 1]


def test_what_differs_may_be_returned_or_refused(walk: Walk) -> None:
    obliged(walk)
    case_id = walk.claimed()
    command = c.DecideCase(
        case_id=case_id,
        decision="return",
        opinion="价格与合同不一致",
        evidence={"rows": {"field/price": "differs"}},
    )

    assert walk.on_case(command, "a1").state == "returned"


def test_a_rehearsal_asks_for_no_looking(walk: Walk) -> None:
    assert walk.on_case(approve(walk.claimed(), {}), "a1").state == "approved"


def test_a_live_centre_asks_for_it_unless_it_says_otherwise(live: Walk) -> None:
    case_id = live.claimed()
    with pytest.raises(DeskError) as refusal:
        live.do(approve(case_id, {}), "a1")
    assert set(refusal.value.codes) == {"D-LOOKED"}
    live.do(c.ChangeSetting(key="review.looked", value=False), "m1")

    assert live.on_case(approve(case_id, {}), "a1").state == "approved"


def test_one_case_in_twenty_is_drawn_and_nobody_knows_it_without_the_key() -> None:
    ids = [uuid4() for _ in range(TRIED)]
    ones = {one for one in ids if is_drawn(one, KEY)}

    assert abs(len(ones) / TRIED - DRAWN) < 0.01
    assert ones == {one for one in ids if is_drawn(one, KEY)}
    others = {one for one in ids if is_drawn(one, "a7" * 32)}
    assert abs(len(ones & others) / TRIED - DRAWN**2) < 0.003


def test_of_a_drawn_case_price_and_number_are_hidden(walk: Walk) -> None:
    found = rows(walk, drawn(walk))
    shown = {row.key: row.entered.zh for row in found.rows}

    assert found.blind is not None
    assert (found.blind.amount, found.blind.holder) == ("price", BUYER.name)
    assert "318000" not in "".join(shown.values())
    assert shown["identity/1"].endswith(BUYER.id_number[:-4] + "****")


@pytest.mark.parametrize(
    ("typed", "variants"),
    [
        ({"price": "31.9w", "tail": TYPED["tail"]}, ["price"]),
        ({"price": "318,000.00", "tail": "0000"}, ["tail"]),
        ({"price": "many", "tail": ""}, ["price", "tail"]),
    ],
)
def test_what_was_typed_otherwise_refuses_the_approval(
    walk: Walk, typed: dict[str, str], variants: list[str]
) -> None:
    case_id = drawn(walk)
    with pytest.raises(DeskError) as refusal:
        walk.do(approve(case_id, {"blind": typed}), "a1")

    assert [finding.facts["variant"] for finding in refusal.value.findings] == variants
    assert "318000" not in refusal.value.text("zh")
    assert BUYER.id_number[-4:] not in refusal.value.text("zh")


def test_a_drawn_case_is_approved_once_it_is_typed_right(walk: Walk) -> None:
    obliged(walk)
    case_id = drawn(walk)
    evidence = looked(walk, case_id)
    with pytest.raises(DeskError):
        walk.do(approve(case_id, {"rows": evidence["rows"]}), "a1")

    assert walk.on_case(approve(case_id, evidence), "a1").state == "approved"
