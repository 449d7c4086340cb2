"""Rows as the program writes them, for tests of what the database itself refuses."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, Table, insert, select, text

from db.ids import new_id
from db.session import writing
from db.tables import cases, ledger, papers, people, register, units

NOON = datetime(2018, 3, 26, 4, 0, tzinfo=UTC)
UNIT = "220402001001GB00001F00010001"


@contextmanager
def acting(engine: Engine, actor: str = "w1", at: datetime = NOON) -> Iterator[Connection]:
    """Write as one person at one instant of a rehearsal."""
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            settings = {"a": actor, "n": at.isoformat()}
            connection.execute(
                text("SELECT set_config('desk.actor', :a, true), set_config('desk.now', :n, true)"),
                settings,
            )
        yield connection


def found_centre(engine: Engine, kind: str = "rehearsal") -> None:
    """A centre with one clerk who prints, one approver who registers, and one who is both."""
    staff = {
        "w1": ("clerk", "printer"),
        "a1": ("approver", "registrar"),
        "b1": ("clerk", "approver"),
    }
    with acting(engine) as connection:
        connection.execute(
            insert(people.BIRTH), {"id": 1, "kind": kind, "born_at": NOON, "seal_key": "00" * 32}
        )
        connection.execute(
            insert(people.STAFF), [{"login": login, "name": login} for login in staff]
        )
        connection.execute(
            insert(people.STAFF_ROLES),
            [{"login": login, "role": role} for login, roles in staff.items() for role in roles],
        )


def add(connection: Connection, table: Table, **values: Any) -> None:
    """Insert one row, with time and person where the table has them."""
    for name, value in (("at", NOON), ("actor", "w1")):
        if name in table.c and name not in values:
            values[name] = value
    connection.execute(insert(table).values(values))


def add_unit(connection: Connection, code: str = UNIT) -> None:
    """A unit with its first facts."""
    add(connection, units.UNITS, code=code, county=code[:6], parcel=code[:19], kind="house")
    add(connection, units.UNIT_FACTS, unit_code=code, n=1, location="某路1号", usage="住宅")


def add_right(connection: Connection, unit: str = UNIT, n: int = 1, kind: str = "4") -> UUID:
    """A right on a unit."""
    right = new_id()
    add(
        connection,
        register.RIGHTS,
        id=right,
        unit_code=unit,
        n=n,
        right_type=kind,
        registration_type=0,
        group_id=right,
        fields={},
        rank_at=NOON,
    )
    return right


def begin_case(connection: Connection) -> UUID:
    """A case without an event."""
    case = new_id()
    add(connection, cases.CASES, id=case)
    return case


def add_event(connection: Connection, case: UUID, n: int, move: str, **values: Any) -> None:
    """An event, its move written as `from kind to`, with a dash for no state."""
    start, kind, end = move.split()
    command = new_id()
    add(
        connection,
        ledger.COMMANDS,
        id=command,
        kind="Test",
        fingerprint="0" * 64,
        body={},
        actor=values.get("actor", "w1"),
    )
    add(
        connection,
        cases.CASE_EVENTS,
        case_id=case,
        n=n,
        kind=kind,
        from_state="" if start == "-" else start,
        to_state=end,
        command_id=command,
        data={},
        **values,
    )


def accepted_case(engine: Engine, unit: str = UNIT, slot: str = "disposing") -> UUID:
    """A case accepted by w1 on a unit that exists."""
    with acting(engine) as connection:
        case = begin_case(connection)
        add_event(connection, case, 1, "- case.accepted accepted", window=1, item_code="LY013")
        add_application(connection, case, 1, unit, slot)
    return case


def add_application(
    connection: Connection, case: UUID, n: int, unit: str = UNIT, slot: str = "disposing"
) -> None:
    """An application of a case for one unit."""
    values = {"item_code": "LY013", "slot": slot, "fields": {}, "confirmed": []}
    add(connection, cases.APPLICATIONS, case_id=case, n=n, **values)
    add(connection, cases.CASE_UNITS, case_id=case, n=n, ord=0, unit_code=unit)


def move_case(engine: Engine, case: UUID, n: int, move: str, actor: str, **values: Any) -> None:
    """One event in a transaction of its own."""
    with acting(engine, actor, NOON + timedelta(minutes=n)) as connection:
        at = NOON + timedelta(minutes=n)
        add_event(connection, case, n, move, actor=actor, at=at, **values)


def state_of(engine: Engine, case: UUID) -> str | None:
    """Where a case stands."""
    with writing(engine) as connection:
        now = cases.CASE_NOW
        state: str | None = connection.scalar(select(now.c.state).where(now.c.case_id == case))
        return state


def receive_sheet(connection: Connection, serial: str = "D1", place: str = "W01") -> None:
    """A sheet taken in and handed to a window."""
    add(
        connection,
        papers.STOCK_MOVES,
        serial=serial,
        n=1,
        kind="certificate",
        to_place="VAULT",
    )
    move_sheet(connection, serial, 2, "VAULT", place)


def move_sheet(connection: Connection, serial: str, n: int, start: str, end: str) -> None:
    """One move of a sheet."""
    add(
        connection,
        papers.STOCK_MOVES,
        serial=serial,
        n=n,
        kind="certificate",
        from_n=n - 1,
        from_place=start,
        to_place=end,
    )
