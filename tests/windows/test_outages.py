"""Outages with the thing itself: a file that another program holds, a line cut or gone mute."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, make_url, select

import db.patience
from db.ids import new_id
from db.server import PrivateServer
from db.session import SQLITE_PINS
from db.tables.cases import CASE_EVENTS
from desk.local.settings import Language
from desk.windows.counter.kept_acceptance import KeptAcceptanceScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.windows.recovery.offline_strip import OfflineStrip
from desk.workflow.commands import AcceptCase
from desk.workflow.errors import DeskError
from tests.local.test_the_outbox import CASES, HOMES, found_street
from tests.windows.conftest import duty, settle
from tests.windows.proxy import Proxy
from tests.workflow.conftest import sale

pytestmark = pytest.mark.gui
SHORT = 1.5  # s, instead of the patience of a working day
LONG = 30_000  # ms
Open = Callable[[Office, Language], Session]
HOLDER = """
import sys
from db.session import sqlite_driver
raw = sqlite_driver()[0].connect(sys.argv[1], isolation_level=None)
raw.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
raw.execute("ROLLBACK")
"""


@pytest.fixture
def proxy(server: PrivateServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Proxy]:
    """A line to the server that can be cut or muted."""
    monkeypatch.setattr(db.patience, "NO_ANSWER", SHORT)
    folder = Path(str(make_url(server.url()).query["host"]))
    made = Proxy(folder / ".s.PGSQL.5432")
    yield made
    made.close()


@pytest.fixture
def street(proxy: Proxy, postgresql_url: str, open_office: Callable[[str], Office]) -> Office:
    """A centre with ten homes, reached over the line."""
    found_street(postgresql_url)
    url = make_url(postgresql_url).set(host="127.0.0.1", port=proxy.port, query={})
    return open_office(url.render_as_string(hide_password=False))


def take_in(office: Office, home: str, said: list[str]) -> AcceptCase:
    """Send an acceptance as the screen does, and note what is answered."""
    command = AcceptCase(case_id=new_id(), application=sale(home), window=1)

    def refused(error: DeskError) -> None:
        said.append(error.text("en"))

    office.do(office, command, lambda answer: said.append(type(answer).__name__), refused)
    return command


def accepted(office: Office) -> tuple[int, int]:
    """Count the acceptances, and the cases that they are of."""
    query = select(func.count(), func.count(CASE_EVENTS.c.case_id.distinct()))
    with office.desk.ask() as reader:
        found = reader.connection.execute(query.where(CASE_EVENTS.c.kind == "case.accepted")).one()
    return found[0], found[1]


@contextmanager
def held(url: str) -> Iterator[None]:
    """Let another program hold the file for itself."""
    path = url.removeprefix("sqlite:///")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    try:
        yield
    finally:
        holder.communicate(timeout=10)


def at_window(office: Office, open_session: Open) -> tuple[MainWindow, OfflineStrip]:
    """Take window 1."""
    window = open_session(office, "en").take_duty(duty(office, "w1"))
    strip = window.findChild(OfflineStrip)
    assert strip is not None
    return window, strip


def test_a_file_that_another_program_holds_is_away_and_entry_goes_on(
    qtbot: QtBot,
    sqlite_url: str,
    monkeypatch: pytest.MonkeyPatch,
    open_office: Callable[[str], Office],
    open_session: Open,
) -> None:
    monkeypatch.setitem(SQLITE_PINS, "busy_timeout", "500")
    monkeypatch.setattr("desk.workflow.desk.PATIENCE", SHORT)
    found_street(sqlite_url)
    office = open_office(sqlite_url)
    window, strip = at_window(office, open_session)
    settle(qtbot, office)
    said: list[str] = []

    with held(sqlite_url):
        begun = time.monotonic()
        take_in(office, HOMES[0], said)
        office.look(office, lambda *_: "read", said.append)  # it was asked before anybody knew
        qtbot.waitUntil(lambda: said[1:] == ["read"], timeout=LONG)
        assert strip.isVisible()  # what can be read is not back: it can't be written
        assert time.monotonic() - begun < SHORT * 4
        assert "not yet accepted" in said[0]
        key_a_price(office, window)
        qtbot.wait(3_000)  # it is tried again, and still held
        assert strip.isVisible()
        assert accepted(office) == (0, 0)

    qtbot.waitUntil(lambda: office.keeping.outbox.waiting == 0, timeout=LONG)
    settle(qtbot, office)
    assert not office.is_away
    assert accepted(office) == (1, 1)


def key_a_price(office: Office, window: MainWindow) -> None:
    """Go on keying: what is keyed is on this PC, and what can't be checked says so."""
    window.go("C03", "LY013")
    screen = window.screen
    assert isinstance(screen, KeptAcceptanceScreen)
    screen.model.put("fields/price", "318000.00")
    screen.check.trigger()
    assert "Not checked: away" in screen.findings.item(0).text()
    office.keeping.settle()
    kept = office.keeping.journal.values(str(screen.keeper.draft))
    assert kept["values/fields/price"] == "318000.00"
    window.go("C12")
    assert window.front == "C03"
    assert "does not open while the database is away" in window.banner.text
    assert not window.rail.buttons["C12"].isEnabled()


@pytest.mark.postgresql
@pytest.mark.parametrize("how", ["mute", "cut"])
def test_of_an_answer_that_never_came_the_same_act_sent_again_makes_no_second_case(
    qtbot: QtBot, proxy: Proxy, street: Office, open_session: Open, how: str
) -> None:
    window, strip = at_window(street, open_session)
    settle(qtbot, street)
    said: list[str] = []
    window.banner.hide()

    proxy.mute()
    command = take_in(street, HOMES[0], said)
    if how == "cut":
        qtbot.wait(300)  # it is on its way
        proxy.cut()
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    assert "cannot be reached" in said[0]
    assert "sent once when the line is back" in said[0]
    assert strip.isVisible()

    proxy.heal()
    outbox = street.keeping.outbox
    qtbot.waitUntil(lambda: outbox.waiting == 0, timeout=LONG)
    settle(qtbot, street)
    (row,) = outbox.rows()
    assert (row.id, row.state, bool(row.case_no)) == (command.id, "sent", True)
    assert accepted(street) == (1, 1)


@pytest.mark.postgresql
def test_u20_ten_cases_of_half_an_hour_off_line_arrive_once_each(
    qtbot: QtBot, proxy: Proxy, street: Office, open_session: Open
) -> None:
    _window, strip = at_window(street, open_session)
    settle(qtbot, street)
    said: list[str] = []
    take_in(street, HOMES[0], said)
    qtbot.waitUntil(lambda: said == ["AcceptAnswer"], timeout=LONG)

    proxy.mute()
    take_in(street, HOMES[1], said)  # the line falls silent with this one on its way
    qtbot.waitUntil(lambda: len(said) == 2, timeout=LONG)
    proxy.cut()
    for home in HOMES[2:6]:
        take_in(street, home, said)
    qtbot.waitUntil(lambda: len(said) == 6, timeout=LONG)
    proxy.heal()
    proxy.mute()  # a line that seems to be back and is not
    for home in HOMES[6:]:
        take_in(street, home, said)
    qtbot.waitUntil(lambda: len(said) == CASES, timeout=LONG)
    assert street.keeping.outbox.waiting == CASES - 1
    assert f"{CASES - 1} to send" in strip.text()

    proxy.heal()
    outbox = street.keeping.outbox
    qtbot.waitUntil(lambda: outbox.waiting == 0, timeout=LONG)
    settle(qtbot, street)
    numbers = {row.case_no for row in outbox.rows()}
    assert accepted(street) == (CASES, CASES)
    assert (len(numbers), "" in numbers) == (CASES - 1, False)
    assert not street.is_away
