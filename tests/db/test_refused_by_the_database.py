"""What the database refuses by itself, whoever asks and whatever the program forgot."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import Connection, Engine, delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from db.ids import new_id
from db.refusals import refusal_of
from db.session import open_engine, reading, writing
from db.tables import INSERT_ONLY, METADATA, cases, papers, people, register, stock, units
from tests.db import rows
from tests.db.rows import NOON, UNIT, acting

KEPT_BY_TRIGGERS = ("case_now", "right_now", "unit_now", "sheet_now", "print_job_now", "unit_slots")


def refused(engine: Engine, act: Callable[[Connection], object], actor: str = "w1") -> str:
    """Return the code with which an act is refused; the test fails where it is not."""
    with pytest.raises(DBAPIError) as error, acting(engine, actor) as connection:
        act(connection)
    found = refusal_of(error.value)
    assert found is not None, str(error.value)
    return found.code


@pytest.mark.parametrize("name", sorted(INSERT_ONLY))
def test_a_fact_is_neither_changed_nor_removed(centre: Engine, name: str) -> None:
    table = METADATA.tables[name]
    with reading(centre) as connection:
        guards = set(connection.scalars(text(GUARDS[centre.dialect.name]), {"t": name}))

    wanted = (
        {f"{name}_no_update", f"{name}_no_delete"}
        if centre.dialect.name == "sqlite"
        else {f"{name}_only_added", f"{name}_not_emptied"}
    )
    assert wanted <= guards
    with reading(centre) as connection:
        filled = connection.execute(select(table).limit(1)).first() is not None
    if filled:
        column = next(iter(table.c))
        assert (
            refused(centre, lambda c: c.execute(update(table).values({column: column}))) == "D-FACT"
        )
        assert refused(centre, lambda c: c.execute(delete(table))) == "D-FACT"


GUARDS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :t",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = CAST(:t AS regclass)",
}


@pytest.mark.parametrize("name", KEPT_BY_TRIGGERS)
def test_what_is_current_is_not_written_by_hand(centre: Engine, name: str) -> None:
    rows.accepted_case(centre)
    with acting(centre) as connection:
        rows.add_right(connection)
        rows.receive_sheet(connection)
    table = METADATA.tables[name]
    with reading(centre) as connection:
        if connection.execute(select(table).limit(1)).first() is None:
            return
    assert refused(centre, lambda c: c.execute(delete(table))) == "D-FACT"


def test_a_state_is_not_set_without_its_event(centre: Engine) -> None:
    rows.accepted_case(centre)

    code = refused(centre, lambda c: c.execute(update(cases.CASE_NOW).values(state="registered")))

    assert code == "D-FACT"


def test_a_move_that_is_not_in_the_table_is_refused(centre: Engine) -> None:
    case = rows.accepted_case(centre)

    def jump(connection: Connection) -> None:
        move = "accepted case.registered registered"
        rows.add_event(connection, case, 2, move, actor="a1")

    assert refused(centre, jump, "a1") == "D-STAGE"
    assert rows.state_of(centre, case) == "accepted"


def test_an_event_from_another_state_is_refused(centre: Engine) -> None:
    case = rows.accepted_case(centre)

    def late(connection: Connection) -> None:
        move = "in_approval case.approved approved"
        rows.add_event(connection, case, 2, move, actor="a1")

    assert refused(centre, late, "a1") == "D-STAGE"


def test_an_event_number_is_used_once_and_none_is_left_out(centre: Engine) -> None:
    case = rows.accepted_case(centre)

    for n in (1, 3):
        code = refused(
            centre,
            lambda c, n=n: rows.add_event(c, case, n, "accepted charge.made accepted"),  # type: ignore[misc]
        )
        assert code == "D-VERSION"


def test_only_who_may_does(centre: Engine) -> None:
    case = rows.accepted_case(centre)

    code = refused(
        centre, lambda c: rows.add_event(c, case, 2, "accepted case.claimed in_approval")
    )

    assert code == "D-ROLE"


def test_who_accepted_may_not_review(centre: Engine) -> None:
    with acting(centre, "b1") as connection:
        case = rows.begin_case(connection)
        move = "- case.accepted accepted"
        rows.add_event(connection, case, 1, move, actor="b1", window=1, item_code="LY013")

    def claim(connection: Connection) -> None:
        rows.add_event(connection, case, 2, "accepted case.claimed in_approval", actor="b1")

    assert refused(centre, claim, "b1") == "R50"


def test_only_who_claimed_decides(centre: Engine) -> None:
    case = rows.accepted_case(centre)
    rows.move_case(centre, case, 2, "accepted case.claimed in_approval", "a1")

    def decide(connection: Connection) -> None:
        rows.add_event(connection, case, 3, "in_approval case.approved approved", actor="b1")

    assert refused(centre, decide, "b1") == "D-ROLE"


def test_a_unit_has_one_open_case_that_disposes_of_it(centre: Engine) -> None:
    first = rows.accepted_case(centre)

    def second(connection: Connection) -> None:
        case = rows.begin_case(connection)
        rows.add_event(connection, case, 1, "- case.accepted accepted", window=1)
        rows.add_application(connection, case, 1)

    assert refused(centre, second) == "R07"
    rows.accepted_case(centre, slot="none")
    rows.move_case(centre, first, 2, "accepted case.withdrawn withdrawn", "w1")
    rows.accepted_case(centre)


def test_a_corrected_application_takes_the_place_of_the_one_before(centre: Engine) -> None:
    other = UNIT[:-1] + "2"
    with acting(centre) as connection:
        rows.add_unit(connection, other)
    case = rows.accepted_case(centre)

    with acting(centre) as connection:
        rows.add_event(connection, case, 2, "accepted case.supplemented accepted")
        rows.add_application(connection, case, 2, other)

    with reading(centre) as connection:
        slots = connection.execute(select(units.UNIT_SLOTS.c.unit_code)).scalars().all()
    assert slots == [other]


def test_a_unit_has_one_live_ownership(centre: Engine) -> None:
    with acting(centre) as connection:
        rows.add_right(connection)

    assert refused(centre, lambda c: rows.add_right(c, n=2, kind="3")) == "D-VERSION"
    with acting(centre) as connection:
        rows.add_right(connection, n=2, kind="23")
        rows.add_right(connection, n=3, kind="23")


def close(connection: Connection, right: UUID, case: UUID) -> None:
    rows.add(
        connection, register.CLOSINGS, right_id=right, cause="transfer", case_id=case, actor="a1"
    )


def test_a_right_is_closed_once(centre: Engine) -> None:
    case = rows.accepted_case(centre)
    with acting(centre) as connection:
        right = rows.add_right(connection)
    with acting(centre, "a1") as connection:
        close(connection, right, case)
        rows.add_right(connection, n=2)

    assert refused(centre, lambda c: close(c, right, case), "a1") == "D-VERSION"


def test_a_sheet_is_in_one_place_and_moves_from_there(centre: Engine) -> None:
    with acting(centre) as connection:
        rows.receive_sheet(connection)

    assert refused(centre, lambda c: rows.move_sheet(c, "D1", 3, "W02", "PRINTED")) == "D-STOCK"
    assert refused(centre, lambda c: rows.move_sheet(c, "D1", 2, "VAULT", "W03")) == "D-STOCK"
    with acting(centre) as connection:
        rows.move_sheet(connection, "D1", 3, "W01", "PRINTED")


def add_job(connection: Connection, certificate: UUID, serial: str, case: UUID) -> None:
    job = new_id()
    rows.add(
        connection,
        papers.PRINT_JOBS,
        id=job,
        certificate_id=certificate,
        serial=serial,
        case_id=case,
    )
    rows.add(connection, papers.PRINT_JOB_EVENTS, job_id=job, n=1, state="reserved")


def add_certificate(connection: Connection, right: UUID, case: UUID, no: int) -> UUID:
    certificate = new_id()
    rows.add(
        connection,
        papers.CERTIFICATES,
        id=certificate,
        kind="certificate",
        year=2018,
        no=no,
        number=f"吉（2018）辽源市不动产权第{no:07d}号",
        right_id=right,
        values={},
        case_id=case,
    )
    return certificate


@pytest.mark.parametrize(
    ("actor", "changes", "code"),
    [
        ("a1", {}, "D-ROLE"),  # an approver keeps no stock
        ("b1", {"kind": "received"}, "D-ROLE"),  # nor does a clerk receive any
        ("w1", {"second": "nobody"}, "D-ROLE"),
        ("w1", {"second": "w1"}, "ck_stock_acts_second"),
        ("w1", {"reason": ""}, "ck_stock_acts_witness"),
        ("w1", {"second": None}, "ck_stock_acts_witness"),
    ],
)
def test_a_sheet_goes_out_of_use_before_two_people(
    centre: Engine, actor: str, changes: dict[str, str | None], code: str
) -> None:
    row = {
        "id": new_id(),
        "kind": "spoilt",
        "sheet_kind": "proof",
        "first": "22100000001",
        "last": "22100000001",
        "sheets": 1,
        "from_place": "VAULT",
        "to_place": "SPOILT",
        "reason": "torn",
        "second": "a1",
        "evidence": {},
        "at": NOON,
    }
    with pytest.raises(DBAPIError) as error, acting(centre, actor) as connection:
        connection.execute(insert(stock.STOCK_ACTS), row | {"actor": actor} | changes)

    assert code in str(error.value.orig)
    with acting(centre, "w1") as connection:
        connection.execute(insert(stock.STOCK_ACTS), row | {"actor": "w1"})


def test_a_certificate_has_one_sheet_and_a_sheet_one_certificate(centre: Engine) -> None:
    case = rows.accepted_case(centre)
    with acting(centre) as connection:
        right = rows.add_right(connection)
        first = add_certificate(connection, right, case, 1)
        second = add_certificate(connection, right, case, 2)
        add_job(connection, first, "D1", case)

    assert refused(centre, lambda c: add_job(c, first, "D2", case)) == "D-STOCK"
    assert refused(centre, lambda c: add_job(c, second, "D1", case)) == "D-STOCK"


@pytest.mark.parametrize("last", [3, 7, 5])
def test_a_counter_goes_up_by_one(centre: Engine, last: int) -> None:
    with acting(centre) as connection:
        connection.execute(insert(people.COUNTERS), {"series": "case", "period": "2018", "last": 5})

    code = refused(centre, lambda c: c.execute(update(people.COUNTERS).values(last=last)))

    assert code == "D-FACT"


def test_the_facts_of_a_unit_follow_one_another(centre: Engine) -> None:
    def skip(connection: Connection) -> None:
        rows.add(
            connection, units.UNIT_FACTS, unit_code=UNIT, n=3, location="某路2号", usage="住宅"
        )

    assert refused(centre, skip) == "D-VERSION"


@pytest.mark.postgresql
def test_a_live_database_sets_time_and_person_itself(postgresql_url: str) -> None:
    engine = open_engine(postgresql_url)
    rows.found_centre(engine, "live")
    before = datetime.now(UTC)
    with acting(engine, "w1", NOON) as connection:
        case = rows.begin_case(connection)
        rows.add_event(connection, case, 1, "- ticket.drawn ticketed")
    with writing(engine) as connection:
        event = connection.execute(select(cases.CASE_EVENTS)).one()
    engine.dispose()

    assert event.at >= before
    assert event.at != NOON


@pytest.mark.postgresql
def test_a_rehearsal_goes_by_the_clock_and_the_person_of_the_day(postgresql_url: str) -> None:
    engine = open_engine(postgresql_url)
    rows.found_centre(engine)
    with acting(engine, "w1", NOON) as connection:
        case = rows.begin_case(connection)
        rows.add_event(connection, case, 1, "- ticket.drawn ticketed", at=datetime.now(UTC))
    with writing(engine) as connection:
        event = connection.execute(select(cases.CASE_EVENTS)).one()
    engine.dispose()

    assert (event.at, event.actor) == (NOON, "w1")
