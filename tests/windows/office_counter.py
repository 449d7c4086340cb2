"""One person at work on a demonstration centre, and the screens put before that person."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.windows.parts.office import Office, OnDuty
from desk.windows.parts.shell import Shell
from desk.workflow.clock import ClockView
from desk.workflow.queries.cases import CaseView, case
from desk.workflow.queries.people import person
from desk.workflow.queries.stages import in_state
from desk.workflow.reader import Reader

SIZE = (1198, 680)
Found = TypeVar("Found")
Shown = TypeVar("Shown", bound=QWidget)


class Frame:
    """Stands around a screen and remembers where it wanted to go."""

    def __init__(self) -> None:
        self.gone: list[tuple[str, object]] = []
        self.in_hand = ""

    def go(self, screen: str, subject: object = None) -> None:
        self.gone.append((screen, subject))

    def show_case(self, title: str, clock: ClockView | None) -> None:
        self.in_hand = title


class Counter:
    """A centre with one person on duty, and the screens put before that person."""

    def __init__(self, bot: QtBot, office: Office) -> None:
        self.bot, self.office, self.frame = bot, office, Frame()

    def sign_in(self, login: str) -> None:
        one = self.ask(lambda reader: person(reader, login))
        assert one is not None
        self.office.person = OnDuty(login=login, name=one.name, roles=one.roles, window=one.window)

    def ask(self, query: Callable[[Reader], Found]) -> Found:
        with self.office.desk.ask() as reader:
            return query(reader)

    def show(self, make: Callable[[Office, Shell], Shown]) -> Shown:
        screen = make(self.office, self.frame)
        self.bot.addWidget(screen)
        screen.resize(*SIZE)
        screen.show()
        return screen


def view_of(counter: Counter, number: str | None) -> CaseView:
    """Return a case as it stands now, by its number."""
    now = datetime.now(UTC)
    states = ("accepted", "in_approval", "approved", "registered", "printed", "withdrawn")
    rows = counter.ask(lambda reader: in_state(reader, states, now))
    case_id = next(row.case_id for row in rows if row.case_no == number)
    found = counter.ask(lambda reader: case(reader, case_id, now))
    assert found is not None
    return found
