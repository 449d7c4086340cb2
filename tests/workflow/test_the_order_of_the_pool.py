"""Whoever passes over what: the pool gives out the first that is left, and nothing waits forever.

Approvers do whatever they like, for days, while new cases come in; a model of a few lines says
which case must come next.
"""

import shutil
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow import review_commands as rc
from desk.workflow.answers import CaseAnswer
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError
from desk.workflow.queries.cases import case
from tests.workflow.conftest import SELLER, mortgage, sale
from tests.workflow.crowded_pool import MORNING, found_crowded, unit_of

HOUSES = 24
APPROVERS = ("a0", "a1", "a3")
"""Two of them accept cases too."""
ACTS = st.tuples(
    st.sampled_from(("accept", "claim", "claim", "skip", "skip", "release", "decide", "night")),
    st.sampled_from(APPROVERS),
)


@dataclass(frozen=True, slots=True, order=True)
class Waiting:
    """A case in the order stated: least time left, then earlier accepted."""

    due: datetime
    accepted: datetime
    case_id: UUID
    by: str = field(compare=False)


class Office:
    """A pool and what everybody did with it, as people would remember it."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.now = desk, MORNING
        self.waiting: list[Waiting] = []
        self.held: dict[str, list[Waiting]] = {login: [] for login in APPROVERS}
        self.passed: set[tuple[str, UUID]] = set()
        self.accepted = 0

    def first(self, login: str) -> Waiting | None:
        free = (
            one
            for one in sorted(self.waiting)
            if one.by != login and (login, one.case_id) not in self.passed
        )
        return next(free, None)

    def do(self, command: c.Command, login: str) -> CaseAnswer:
        self.now += timedelta(minutes=1)
        answer = self.desk.do(command, by=login, at=self.now)
        assert isinstance(answer, CaseAnswer)
        return answer

    def accept(self, login: str) -> None:
        if self.accepted == HOUSES:
            return
        self.accepted += 1
        clerk = "a1" if login == "a1" else "a0"
        make = sale if self.accepted % 3 else mortgage
        command = c.AcceptCase(case_id=new_id(), application=make(unit_of(self.accepted), SELLER))
        self.now += timedelta(minutes=1)
        self.desk.do(command, by=clerk, at=self.now)
        with self.desk.ask() as reader:
            view = case(reader, command.case_id, self.now)
        assert view is not None
        assert view.row.due_at is not None
        self.waiting.append(Waiting(view.row.due_at, self.now, command.case_id, clerk))

    def claim(self, login: str) -> bool:
        expected = self.first(login)
        if expected is None:
            with pytest.raises(DeskError, match="D-TICKET"):
                self.do(c.ClaimCase(), login)
            return False
        assert self.do(c.ClaimCase(), login).case_id == expected.case_id
        self.waiting.remove(expected)
        self.held[login].append(expected)
        return True

    def skip(self, login: str) -> None:
        first = self.first(login)
        if first is not None:
            self.do(rc.SkipCase(case_id=first.case_id, reason="1"), login)
            self.passed.add((login, first.case_id))

    def release(self, login: str) -> None:
        if self.held[login]:
            held = self.held[login].pop()
            self.do(c.ReleaseClaim(case_id=held.case_id, reason="开会"), login)
            self.waiting.append(held)

    def decide(self, login: str) -> None:
        if self.held[login]:
            held = self.held[login].pop()
            approve = c.DecideCase(case_id=held.case_id, decision="approve", opinion="同意登记。")
            self.do(approve, login)

    def night(self, _login: str) -> None:
        """What was passed over is there again in the morning."""
        self.now = MORNING + timedelta(days=(self.now - MORNING).days + 1)
        self.passed.clear()


@pytest.fixture(scope="module")
def centre(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("centre") / "desk.db"
    shutil.copyfile(empty_file, path)
    found_crowded(f"sqlite:///{path}", ["a0", "a1", "a2", "a3"], HOUSES)
    return path


@settings(max_examples=15, deadline=None, derandomize=True)
@given(acts=st.lists(ACTS, min_size=15, max_size=30))
def test_whatever_approvers_do_the_first_left_comes_next_and_nothing_stays(
    centre: Path, acts: list[tuple[str, str]]
) -> None:
    path = centre.with_name("one.db")
    shutil.copyfile(centre, path)
    with closing(Desk.open(f"sqlite:///{path}", keep_papers=False)) as desk:
        office = Office(desk)
        for _ in range(4):
            office.accept("a0")
        for act, login in acts:
            getattr(office, act)(login)
        office.night("")
        for login in APPROVERS:
            while office.held[login]:
                office.decide(login)
        for login in ("a3", "a0", "a1"):  # the last two may not decide what they accepted
            while office.claim(login):
                office.decide(login)
        assert office.waiting == []
