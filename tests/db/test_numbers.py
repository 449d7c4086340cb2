"""Numbers are gapless and unique, whoever aborts and however many take them at once."""

import multiprocessing
from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from db.numbers import last_number, set_start, take_number
from db.session import open_engine, reading, writing

PROCESSES = 4
EACH = 25


def take(engine: Engine) -> int:
    with writing(engine) as connection:
        return take_number(connection, "case", "2018")


def test_numbers_follow_one_another_from_the_start_that_was_set(engine: Engine) -> None:
    with writing(engine) as connection:
        set_start(connection, "case", "2018", 9860)

    assert [take(engine) for _ in range(3)] == [9861, 9862, 9863]


def test_a_new_year_begins_at_one(engine: Engine) -> None:
    take(engine)

    with writing(engine) as connection:
        assert take_number(connection, "case", "2019") == 1


def test_a_number_of_an_aborted_act_is_given_back(engine: Engine) -> None:
    take(engine)

    def abort() -> None:
        with writing(engine) as connection:
            take_number(connection, "case", "2018")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        abort()

    assert take(engine) == 2


def many(url: str, turn: int) -> list[int]:
    """Take numbers in a process of its own; every fifth act is aborted."""
    engine = open_engine(url)
    taken = []
    for step in range(EACH):
        try:
            with writing(engine) as connection:
                number = take_number(connection, "certificate", "2018")
                if (step + turn) % 5 == 0:
                    raise RuntimeError
            taken.append(number)
        except RuntimeError:
            continue
    engine.dispose()
    return taken


@pytest.mark.slow
def test_processes_at_once_leave_no_gap_and_no_double(
    url: str, open_other: Callable[[], Engine]
) -> None:
    context = multiprocessing.get_context("spawn")
    with context.Pool(PROCESSES) as pool:
        lists = pool.starmap(many, [(url, turn) for turn in range(PROCESSES)])

    taken = sorted(number for one in lists for number in one)
    assert taken == list(range(1, len(taken) + 1))
    with reading(open_other()) as connection:
        assert last_number(connection, "certificate", "2018") == len(taken)
