"""Whatever comes to the counter, in any order: the register stays what a registrar would write.

A few histories, always the same ones, are played in the ordinary run. More of them, new ones each
time, with `REGISTER_MACHINE_EXAMPLES=500`. One that goes wrong is told as it came, not shortened:
that would take longer than reading it.
"""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import (
    run_state_machine_as_test,
)

from db.server import PrivateServer
from tests.workflow.register_model.of_courts import CourtsActs
from tests.workflow.register_model.of_mortgages import MortgagesActs
from tests.workflow.register_model.of_notices import NoticesActs
from tests.workflow.register_model.of_owners import OwnersActs
from tests.workflow.register_model.of_sites import SitesActs
from tests.workflow.register_model.of_units import UnitsActs
from tests.workflow.register_model.office import (
    Office,
    found,
)

LONG = int(os.environ.get("REGISTER_MACHINE_EXAMPLES", "0"))
STEPS = 30


class AnyHistory(OwnersActs, UnitsActs, MortgagesActs, NoticesActs, CourtsActs, SitesActs):
    """All that can come to the counter."""


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A founded SQLite file to copy from."""
    path = tmp_path_factory.mktemp("machine") / "master.db"
    found(f"sqlite:///{path}")
    return path


def run(machine: type[AnyHistory], examples: int) -> None:
    """Run histories: always the same ones, unless a long run is asked for."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=not LONG,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate,),
            report_multiple_bugs=False,
        ),
    )


@pytest.mark.slow
@pytest.mark.timeout(7200 if LONG else 300)
def test_any_history_on_sqlite(master: Path, tmp_path: Path) -> None:
    files: Iterator[int] = count(1)

    class OnSqlite(AnyHistory):
        def open_office(self) -> Office:
            return Office.copy_of(master, tmp_path / f"history{next(files)}.db")

    run(OnSqlite, LONG or 30)


@pytest.mark.slow
@pytest.mark.postgresql
@pytest.mark.timeout(7200 if LONG else 300)
def test_any_history_on_postgresql(server: PrivateServer) -> None:
    numbers: Iterator[int] = count(1)
    found(server.create_database("founded"))

    class OnPostgresql(AnyHistory):
        name: str

        def open_office(self) -> Office:
            self.name = f"history{next(numbers)}"
            return Office(server.create_database(self.name, "founded"))

        def teardown(self) -> None:
            super().teardown()
            server.drop_database(self.name)

    run(OnPostgresql, LONG // 10 or 3)
