"""How databases are opened: pins, transactions that roll back, readers that cannot write."""

from fractions import Fraction
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from db.ids import new_id
from db.session import SQLITE_PINS, has_wal_fault, open_engine, reading, sqlite_driver, writing
from db.tables import people
from db.types import Instant, Json, Share
from tests.db.rows import NOON


@pytest.mark.parametrize(
    ("version", "faulty"),
    [
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 4), False),
        ((4, 0, 0), False),
    ],
)
def test_versions_of_sqlite_that_lose_writes_are_known(
    version: tuple[int, int, int], faulty: bool
) -> None:
    assert has_wal_fault(version) is faulty


def test_the_library_in_use_has_no_such_fault() -> None:
    assert not sqlite_driver()[1]


def test_a_file_is_opened_with_every_pin(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'pinned.db'}")
    with reading(engine) as connection:
        found = {
            pin: str(connection.exec_driver_sql(f"PRAGMA {pin}").scalar()) for pin in SQLITE_PINS
        }
    engine.dispose()

    assert found == SQLITE_PINS


def staff(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.scalar(select(func.count()).select_from(people.STAFF)) or 0


def test_an_error_rolls_everything_back(engine: Engine) -> None:
    def abort() -> None:
        with writing(engine) as connection:
            connection.execute(insert(people.STAFF), {"login": "x1", "name": "x"})
            raise InterruptedError

    with pytest.raises(InterruptedError):
        abort()

    assert staff(engine) == 0


def test_a_writing_transaction_commits_at_its_end(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(insert(people.STAFF), {"login": "x1", "name": "x"})

    assert staff(engine) == 1


def test_a_reader_cannot_write(engine: Engine) -> None:
    with pytest.raises(DBAPIError), reading(engine) as connection:
        connection.execute(insert(people.STAFF), {"login": "x1", "name": "x"})

    assert staff(engine) == 0


def test_a_connection_that_read_can_write_afterwards(engine: Engine) -> None:
    assert staff(engine) == 0

    with writing(engine) as connection:
        connection.execute(insert(people.STAFF), {"login": "x1", "name": "x"})

    assert staff(engine) == 1


@pytest.mark.parametrize(
    ("kind", "value"),
    [(Instant(), NOON), (Json(), {"乙": [1, "二", None]}), (Share(), Fraction(2, 3))],
)
def test_values_come_back_as_they_went_in(engine: Engine, kind: object, value: object) -> None:
    for dialect in (engine.dialect,):
        bound = kind.process_bind_param(value, dialect)  # type: ignore[attr-defined]
        assert kind.process_result_value(bound, dialect) == value  # type: ignore[attr-defined]


def test_an_instant_without_a_zone_is_refused(engine: Engine) -> None:
    with pytest.raises(ValueError, match="time zone"):
        Instant().process_bind_param(NOON.replace(tzinfo=None), engine.dialect)


def test_ids_are_unique_and_in_order_of_making() -> None:
    made = [new_id() for _ in range(20_000)]

    assert len(set(made)) == len(made)
    assert made == sorted(made)
    assert {one.version for one in made} == {7}


def test_the_database_answers(engine: Engine) -> None:
    with reading(engine) as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
