"""A clerk finds a unit by its code, a number or its place; whole ones need no search."""

from typing import Any

import pytest
from sqlalchemy import Connection, event, text

from desk.workflow.queries.register import find_units
from tests.workflow.conftest import EMPTY, HOME, MORTGAGED, OTHER_HOME, Walk

PROOF = "吉（2016）辽源市不动产证明第0001126号"


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        (HOME, [HOME]),
        (f"{HOME[:6]} {HOME[6:12]} {HOME[12:].lower()}", [HOME]),
        (HOME[:-1] + "9", []),
        (PROOF, [MORTGAGED]),
        ("吉(2016)辽源市不动产证明第0001126号", [MORTGAGED]),
        ("人民大街", sorted((HOME, OTHER_HOME, MORTGAGED, EMPTY))),
    ],
    ids=["code", "code as it is read out", "no such unit", "number", "half width", "place"],
)
def test_a_unit_is_found_by_what_the_applicant_brings(
    walk_on_both: Walk, typed: str, codes: list[str]
) -> None:
    with walk_on_both.desk.ask() as reader:
        assert [row.code for row in find_units(reader, typed, 5, walk_on_both.now)] == codes


def test_a_unit_is_found_by_the_paper_that_this_office_made(walk_on_both: Walk) -> None:
    walk_on_both.printed()
    with walk_on_both.desk.ask() as reader:
        number = reader.connection.execute(text("SELECT number FROM certificates")).scalar_one()
        found = find_units(reader, number, 5, walk_on_both.now)
    assert [row.code for row in found] == [HOME]


@pytest.mark.parametrize("typed", [HOME, PROOF], ids=["code", "number"])
def test_a_whole_code_or_number_reads_no_more_units_in_a_large_register(
    walk: Walk, typed: str
) -> None:
    plans: list[str] = []
    with walk.desk.ask() as reader:
        connection = reader.connection

        def explain(within: Connection, *told: Any) -> None:
            _, statement, values, *_ = told
            if not str(statement).startswith("EXPLAIN"):
                asked = within.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
                plans.extend(row.detail for row in asked)

        event.listen(connection, "before_cursor_execute", explain)
        find_units(reader, typed, 5, walk.now)
    tables = ("units", "unit_facts", "unit_now", "rights", "holders", "certificates")
    assert any("SEARCH" in plan for plan in plans)
    scanned = [plan.split()[1] for plan in plans if plan.startswith("SCAN ")]
    assert set(scanned).isdisjoint(tables), plans
