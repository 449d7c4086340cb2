"""Windows without a display, on copies of one demonstration centre."""

import gc
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.local.settings import Language, Settings
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts import words
from desk.windows.parts.background import Background
from desk.windows.parts.office import Office, OnDuty
from desk.windows.parts.theme import apply_theme
from desk.windows.parts.words import ROLES, speak
from desk.workflow.demo import DemoCentre
from desk.workflow.desk import Desk
from desk.workflow.founding import CentreSpec, StaffSpec, create_database, midnight
from desk.workflow.queries.people import staff
from tests.windows.office_counter import Counter
from tests.workflow.conftest import DAY

if TYPE_CHECKING:
    from tests.windows.practising import Clerk

HERE = Path(__file__).parent
SIZE = (1366, 728)
_numbers = count(1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the platform without a display say its one sentence about every window."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(autouse=True)
def garbage_on_this_thread() -> Iterator[None]:
    """Collect as the program does: never on a worker, where it would destroy widgets."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration centre up to now, to copy from."""
    path = tmp_path_factory.mktemp("demonstration") / "centre.db"
    DemoCentre(now=datetime.now(UTC)).create(f"sqlite:///{path}", keep_papers=False)
    return path


@pytest.fixture
def open_office(qtbot: QtBot) -> Iterator[Callable[[str], Office]]:
    """Open a desk and its worker on a database; both end with the test."""
    opened: list[Office] = []

    def open_one(url: str) -> Office:
        opened.append(Office(Desk.open(url, keep_papers=False), Background()))
        return opened[-1]

    yield open_one
    for office in opened:
        office.background.stop()
        qtbot.waitUntil(lambda it=office: it.background.idle)  # type: ignore[misc]
        office.desk.close()


@pytest.fixture
def office(demonstration: Path, tmp_path: Path, open_office: Callable[[str], Office]) -> Office:
    """The office on a fresh copy of the demonstration; w02 sits at window 2."""
    path = tmp_path / f"centre{next(_numbers)}.db"
    shutil.copyfile(demonstration, path)
    made = open_office(f"sqlite:///{path}")
    made.person = duty(made, "w02")
    return made


@pytest.fixture
def open_session(qapp: QApplication) -> Iterator[Callable[[Office, Language], Session]]:
    """Open the windows of an office in a language; they close with the test."""
    opened: list[Session] = []

    def open_one(office: Office, language: Language) -> Session:
        settings = Settings(language=language, login="w02", window=2)
        opened.append(Session(qapp, office, settings, keep=False))
        return opened[-1]

    yield open_one
    for session in opened:
        session.close()
        qapp.removeTranslator(session._translator)
    words.speak("zh")


def duty(office: Office, login: str, *, all_roles: bool = False) -> OnDuty:
    """Put a person of the staff on duty; with all roles every screen opens for him."""
    with office.desk.ask() as reader:
        one = next(person for person in staff(reader) if person.login == login)
    roles = frozenset(ROLES) if all_roles else one.roles
    return OnDuty(login=one.login, name=one.name, roles=roles, window=one.window)


class Waiting(Protocol):
    """Who waits: the robot of the tests, or a measurement."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = ...) -> None: ...  # noqa: N802 - the robot's name


def settle(bot: Waiting, office: Office) -> None:
    """Wait until nothing is under way; an answer may have asked for more."""
    for _ in range(3):
        bot.waitUntil(lambda: office.background.idle)
        QApplication.processEvents()
    bot.waitUntil(lambda: office.background.idle)


def shown_window(session: Session, person: OnDuty) -> MainWindow:
    """Show the frame for a person in the size of a small screen."""
    window = session.take_duty(person)
    window.resize(*SIZE)
    return window


@pytest.fixture(scope="session")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration centre up to now, to copy from."""
    path = tmp_path_factory.mktemp("demonstration") / "centre.db"
    DemoCentre(now=datetime.now(UTC)).create(f"sqlite:///{path}", keep_papers=False)
    return path


@pytest.fixture
def counter(qtbot: QtBot, qapp: QApplication, morning: Path, tmp_path: Path) -> Iterator[Counter]:
    """A fresh copy of the centre, with a worker thread of its own."""
    apply_theme(qapp, "light")
    speak("zh")
    path = tmp_path / "centre.db"
    shutil.copy(morning, path)
    desk = Desk.open(f"sqlite:///{path}")
    background = Background()
    yield Counter(qtbot, Office(desk, background))
    background.stop()
    desk.close()


def live_centre(file: Path) -> str:
    """Make a live centre with one clerk who may do everything."""
    url = f"sqlite:///{file}"
    centre = CentreSpec(
        name="辽源市不动产登记中心",
        authority="辽源市自然资源局",
        short="吉",
        area_name="辽源市",
        area_codes=("220402",),
        windows=2,
        year=DAY.year,
    )
    clerk = StaffSpec(login="w1", name="于丽娟", roles=("clerk", "printer"), window=1)
    create_database(url, kind="live", centre=centre, staff=(clerk,), at=midnight(DAY))
    return url


@pytest.fixture
def clerk(
    qtbot: QtBot,
    tmp_path: Path,
    open_office: Callable[[str], Office],
    open_session: Callable[[Office, Language], Session],
) -> "Clerk":
    """Somebody at work in a live centre who goes to practise."""
    from tests.windows.practising import Clerk  # which needs this module

    office = open_office(live_centre(tmp_path / "live.db"))
    return Clerk(qtbot, office, open_session(office, "zh"))
