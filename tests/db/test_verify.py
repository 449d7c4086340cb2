"""Each invariant, broken on purpose behind the triggers' back, is found and named."""

from collections.abc import Callable
from fractions import Fraction
from uuid import UUID

import pytest
from sqlalchemy import Connection, Engine, delete, event, insert, text, update

from db.ids import new_id
from db.session import writing
from db.tables import METADATA, bundles, cases, money, papers, people, receipts, register, units
from db.verify import verify
from tests.db import rows
from tests.db.rows import NOON, UNIT, acting


@pytest.fixture
def worked(centre: Engine) -> Engine:
    """A centre in which a little has happened."""
    rows.accepted_case(centre)
    with acting(centre) as connection:
        rows.add_right(connection)
        rows.receive_sheet(connection)
    return centre


def behind_the_triggers(engine: Engine, act: Callable[[Connection], object]) -> None:
    """Change rows as somebody with the file, or a superuser, could."""
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            for table in METADATA.sorted_tables:
                connection.execute(text(f"ALTER TABLE {table.name} DISABLE TRIGGER ALL"))
        else:
            names = connection.execute(
                text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            ).scalars()
            for name in names.all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        act(connection)


def test_all_is_well_after_ordinary_work(worked: Engine) -> None:
    assert verify(worked) == []


def _share(connection: Connection) -> None:
    right = new_id()
    values = {"unit_code": UNIT, "right_type": "23", "registration_type": 0, "group_id": right}
    rows.add(
        connection,
        register.RIGHTS,
        id=right,
        n=7,
        co_ownership="shares",
        fields={},
        rank_at=NOON,
        **values,
    )
    connection.execute(
        insert(register.RIGHT_NOW),
        {"right_id": right, "unit_code": UNIT, "right_type": "23", "page": ""},
    )
    person = {"name": "甲", "id_type": "1", "id_number": "1", "person": {}}
    rows.add(connection, register.HOLDERS, right_id=right, ord=0, share=Fraction(1, 3), **person)


def _gap(connection: Connection) -> None:
    case = connection.execute(cases.CASES.select()).first()
    assert case is not None
    connection.execute(insert(cases.CASE_NUMBERS), {"case_id": case.id, "year": 2018, "no": 3})
    connection.execute(insert(people.COUNTERS), {"series": "case", "period": "2018", "last": 4})


def _overpaid(connection: Connection) -> None:
    case = connection.execute(cases.CASES.select()).first()
    assert case is not None
    rows.add(
        connection,
        money.PAYMENTS,
        case_id=case.id,
        event_n=9,
        what="fee",
        amount=8_000,
        method="cash",
    )


def _half_a_bundle(connection: Connection) -> None:
    first = connection.execute(cases.CASES.select()).first()
    assert first is not None
    bundle, second = new_id(), new_id()
    rows.add(connection, cases.CASES, id=second)
    now = {"case_id": second, "state": "registered", "n": 1, "round": 0, "registered_at": NOON}
    connection.execute(insert(cases.CASE_NOW), now)
    rows.add(connection, bundles.BUNDLES, id=bundle)
    for place, case in enumerate((first.id, second), start=1):
        rows.add(connection, bundles.BUNDLE_CASES, bundle_id=bundle, place=place, case_id=case)


def _block(connection: Connection, first: int, last: int) -> UUID:
    block = new_id()
    values = {"id": block, "year": 2018, "first_no": first, "last_no": last, "window": 1}
    rows.add(connection, receipts.RECEIPT_BLOCKS, **values)
    return block


def _void(connection: Connection, block: UUID, no: int) -> None:
    values = {"year": 2018, "no": no, "block_id": block, "how": "void", "reason": "卡纸"}
    rows.add(connection, receipts.RECEIPT_ENDS, **values)


def _blocks_apart(connection: Connection) -> None:
    _block(connection, 1, 20)
    _block(connection, 31, 50)


def _blocks_overlap(connection: Connection) -> None:
    _block(connection, 1, 20)
    _block(connection, 11, 30)


def _outside_the_block(connection: Connection) -> None:
    _void(connection, _block(connection, 1, 20), 21)


def _passed_over(connection: Connection) -> None:
    block = _block(connection, 1, 20)
    _void(connection, block, 1)
    _void(connection, block, 3)


def _used_for_another(connection: Connection) -> None:
    case = connection.execute(cases.CASES.select()).first()
    assert case is not None
    block = _block(connection, 1, 20)
    given = {"for_case": new_id(), "item": "LY013", "received_at": NOON, "received_by": "w1"}
    of = {"year": 2018, "no": 1, "block_id": block}
    rows.add(connection, receipts.RECEIPTS_FOR_PAPERS, **of, **given, values={}, sha256="")
    rows.add(connection, receipts.RECEIPT_ENDS, **of, how="used", case_id=case.id)


BREACHES: dict[str, Callable[[Connection], object]] = {
    "case_now": lambda c: c.execute(update(cases.CASE_NOW).values(state="registered")),
    "case_events": lambda c: c.execute(update(cases.CASE_EVENTS).values(n=5)),
    "right_now: a live right is missing": lambda c: c.execute(delete(register.RIGHT_NOW)),
    "unit_now: facts": lambda c: c.execute(update(units.UNIT_NOW).values(n=4)),
    "unit_now: endings": lambda c: c.execute(update(units.UNIT_NOW).values(ended_at=NOON)),
    "unit_slots: missing": lambda c: c.execute(delete(units.UNIT_SLOTS)),
    "sheet_now": lambda c: c.execute(update(papers.SHEET_NOW).values(place="W09")),
    "stock_moves": lambda c: c.execute(
        update(papers.STOCK_MOVES).where(papers.STOCK_MOVES.c.n == 2).values(from_place="W05")
    ),
    "a written sheet without a job": lambda c: c.execute(
        update(papers.SHEET_NOW).values(place="PRINTED")
    ),
    "shares sum to one": _share,
    "numbers without gaps": _gap,
    "paid at most what was charged": _overpaid,
    "bundles are entered together": _half_a_bundle,
    "receipts: blocks without gap and overlap": _blocks_apart,
    "receipts: a number outside its block": _outside_the_block,
    "receipts: a gap that nobody named": _passed_over,
    "receipts: used for another case": _used_for_another,
}


@pytest.mark.parametrize("invariant", BREACHES)
def test_a_broken_invariant_is_found(worked: Engine, invariant: str) -> None:
    foreign_keys_off(worked)

    behind_the_triggers(worked, BREACHES[invariant])

    assert invariant in {breach.invariant for breach in verify(worked)}


def test_one_number_in_two_blocks_is_found(worked: Engine) -> None:
    behind_the_triggers(worked, _blocks_overlap)

    found = {breach.invariant for breach in verify(worked)}
    assert found == {"receipts: blocks without gap and overlap"}


def foreign_keys_off(engine: Engine) -> None:
    """Let a test on SQLite break what its foreign keys would not allow."""
    if engine.dialect.name == "sqlite":
        event.listen(
            engine, "checkout", lambda raw, *_: raw.execute("PRAGMA foreign_keys = 0").fetchall()
        )
