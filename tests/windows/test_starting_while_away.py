"""The program is started while the database is away: by PIN, for who was here within a day."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import typer
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from db.ids import new_id
from db.local_file import LocalFile
from db.server import PrivateServer
from db.tables.cases import CASE_EVENTS
from desk.local.file import open_file
from desk.local.known import Known, KnownCentre, is_pin
from desk.local.settings import Language
from desk.places import window_address
from desk.windows.counter.kept_acceptance import KeptAcceptanceScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.frame.sign_in import SignIn
from desk.windows.parts.background import Background
from desk.windows.parts.office import Office
from desk.windows.recovery.offline_strip import OfflineStrip
from desk.windows.recovery.passphrase_dialog import PassphraseDialog
from desk.workflow.addresses import file_address
from desk.workflow.answers import BlockAnswer
from desk.workflow.awaited import AwaitedDesk
from desk.workflow.commands import AcceptCase, HandOutBlock
from desk.workflow.desk import Desk
from desk.workflow.errors import Unreachable
from desk.workflow.people import set_password
from desk.workflow.queries.people import PersonRow
from tests.local.test_the_outbox import HOMES, found_street
from tests.windows.conftest import settle
from tests.workflow.conftest import sale

pytestmark = pytest.mark.gui
Open = Callable[[Office, Language], Session]
CLERK = PersonRow(login="w1", name="于丽娟", window=1, active=True, roles=frozenset({"clerk"}))
PIN, PASSPHRASE = "381902", "correct horse battery staple"
NOW = datetime.now(UTC)


@pytest.fixture
def local(tmp_path: Path) -> Iterator[LocalFile]:
    """The file of this PC."""
    opened = open_file(tmp_path / "pc")
    yield opened
    opened.close()


@pytest.fixture
def open_away(qtbot: QtBot) -> Iterator[Callable[[str, KnownCentre, datetime], Office]]:
    """Start on a database that is away, at a PC where w1 signed in at some time."""
    opened: list[Office] = []

    def open_one(url: str, centre: KnownCentre, at: datetime) -> Office:
        desk = AwaitedDesk(url, centre.kind, centre.setting)
        office = Office(desk, Background())
        office.keeping.known.signed_in(url, centre, CLERK, at, PIN)
        office.set_away(True)
        opened.append(office)
        return office

    yield open_one
    for office in opened:
        office.background.stop()
        office.machines.stop()
        qtbot.waitUntil(lambda it=office: it.background.idle)  # type: ignore[misc]
        office.desk.close()


def known(url: str) -> KnownCentre:
    """Return a centre as a PC knows it from a sign-in."""
    desk = Desk.open(url, keep_papers=False)
    desk.close()
    return KnownCentre(kind=desk.kind, setting=desk.setting)


def numbered(url: str) -> tuple[HandOutBlock, BlockAnswer]:
    """Hand out numbers for receipts, as it happens at every sign-in."""
    desk, asked = Desk.open(url, keep_papers=False), HandOutBlock(window=1)
    block = desk.do(asked, by="w1")
    desk.close()
    assert isinstance(block, BlockAnswer)
    return asked, block


def accepted(office: Office) -> int:
    """Count the acceptances."""
    query = select(func.count()).where(CASE_EVENTS.c.kind == "case.accepted")
    with office.desk.ask() as reader:
        return int(reader.connection.scalar(query) or 0)


def page(session: Session) -> SignIn:
    """Show the sign-in."""
    window = session.begin()
    found = window.findChild(SignIn)
    assert found is not None
    return found


def take_in(bot: QtBot, office: Office, window: MainWindow) -> None:
    """Open the acceptance, key something, and keep an application in the outbox."""
    window.go("C03", "LY013")
    screen = window.screen
    assert isinstance(screen, KeptAcceptanceScreen)
    screen.model.put("fields/price", "318000.00")
    screen.check.trigger()
    assert "Not checked: away" in screen.findings.item(0).text()
    said: list[str] = []
    command = AcceptCase(case_id=new_id(), application=sale(HOMES[0]), window=1)
    office.do(office, command, lambda _a: said.append("done"), lambda e: said.append(e.text("en")))
    bot.waitUntil(lambda: bool(said))
    assert "not yet accepted" in said[0]


def test_a_rehearsal_is_opened_by_who_was_here_and_all_is_sent_when_the_file_is_back(
    qtbot: QtBot,
    sqlite_url: str,
    open_away: Callable[[str, KnownCentre, datetime], Office],
    open_session: Open,
) -> None:
    found_street(sqlite_url)
    centre, block = known(sqlite_url), numbered(sqlite_url)
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    hidden = path.rename(path.with_suffix(".elsewhere"))
    office = open_away(sqlite_url, centre, NOW)
    office.keeping.numbers.add(*block)
    session = open_session(office, "en")
    sign_in = page(session)
    assert [person.login for person in sign_in._people] == ["w1"]
    sign_in.enter.click()
    qtbot.waitUntil(lambda: isinstance(session.window, MainWindow))
    window = session.window
    assert isinstance(window, MainWindow)
    strip = window.findChild(OfflineStrip)
    assert strip is not None
    assert strip.isVisible()
    take_in(qtbot, office, window)
    assert not path.exists()  # nothing is made where the register was

    hidden.rename(path)
    qtbot.waitUntil(lambda: office.keeping.outbox.waiting == 0, timeout=15_000)
    settle(qtbot, office)
    assert (office.is_away, accepted(office)) == (False, 1)
    assert not strip.isVisible()


@pytest.fixture
def away() -> Iterator[PrivateServer]:
    """A server of its own, to be halted and started again."""
    with PrivateServer() as running:
        yield running


@pytest.mark.postgresql
def test_a_pin_opens_this_pc_and_only_the_passphrase_opens_the_database(
    qtbot: QtBot,
    away: PrivateServer,
    open_away: Callable[[str, KnownCentre, datetime], Office],
    open_session: Open,
) -> None:
    url = away.create_database("centre")
    found_street(url, "live")
    set_password(url, "w1", PASSPHRASE, by="w1")
    centre, block = known(url), numbered(url)
    away.halt()
    office = open_away(url, centre, NOW)
    office.keeping.numbers.add(*block)
    session = open_session(office, "en")
    sign_in = page(session)
    key_pin(sign_in, "111222")
    qtbot.waitUntil(lambda: bool(sign_in.banner.text))
    assert "PIN is not right" in sign_in.banner.text
    key_pin(sign_in, PIN)
    qtbot.waitUntil(lambda: isinstance(session.window, MainWindow))
    window = session.window
    assert isinstance(window, MainWindow)
    take_in(qtbot, office, window)

    away.start()
    qtbot.waitUntil(lambda: window.findChild(PassphraseDialog) is not None, timeout=15_000)
    dialog = window.findChild(PassphraseDialog)
    assert dialog is not None
    with pytest.raises(Unreachable):
        accepted(office)  # nothing passes yet
    give(dialog, "not my passphrase at all")
    qtbot.waitUntil(lambda: bool(dialog.problem.text()))
    assert office.keeping.outbox.waiting == 1
    give(dialog, PASSPHRASE)
    qtbot.waitUntil(lambda: office.keeping.outbox.waiting == 0, timeout=15_000)
    settle(qtbot, office)
    assert (office.is_away, accepted(office)) == (False, 1)


def key_pin(sign_in: SignIn, pin: str) -> None:
    """Key login and PIN, and take the window."""
    sign_in.person.setText("w1")
    sign_in.password.setText(pin)
    sign_in.why.setText("no machines here")
    sign_in.enter.click()


def give(dialog: PassphraseDialog, passphrase: str) -> None:
    """Give a passphrase."""
    dialog.line.setText(passphrase)
    dialog.open_.click()


def test_who_was_not_here_within_a_day_or_missed_thrice_does_not_come_in(
    local: LocalFile, sqlite_url: str
) -> None:
    found_street(sqlite_url)
    pc, centre = Known(local), known(sqlite_url)
    pc.signed_in(sqlite_url, centre, CLERK, NOW, PIN)
    day = timedelta(hours=24)
    assert pc.check_pin(sqlite_url, "w1", PIN, NOW + day - timedelta(seconds=1)) == "right"
    assert pc.check_pin(sqlite_url, "w1", PIN, NOW + day) == "ended"
    assert pc.check_pin(sqlite_url, "w1", PIN, NOW - timedelta(minutes=1)) == "ended"  # set back
    assert pc.check_pin(sqlite_url, "w9", PIN, NOW) == "ended"
    assert pc.people("sqlite:///elsewhere.db", NOW) == []

    tried = [pc.check_pin(sqlite_url, "w1", "000001", NOW) for _ in range(3)]
    assert tried == ["wrong", "wrong", "ended"]
    assert pc.check_pin(sqlite_url, "w1", PIN, NOW) == "ended"


def test_neither_pin_nor_passphrase_nor_the_seals_key_lies_on_the_disk(
    local: LocalFile, sqlite_url: str
) -> None:
    found_street(sqlite_url)
    centre = known(sqlite_url)
    Known(local).signed_in(sqlite_url, centre, CLERK, NOW, PIN)
    written = b"".join(part.read_bytes() for part in local.path.parent.iterdir())
    (row,) = local.rows("SELECT pin FROM people")

    assert row["pin"].startswith("$argon2id$")
    assert PIN.encode() not in written
    assert centre.setting.seal_key.encode() not in written
    again = Known(local).centre(sqlite_url)
    assert again is not None
    assert (again.kind, again.setting.centre) == (centre.kind, centre.setting.centre)
    assert again.setting.calendar.exceptions == centre.setting.calendar.exceptions


@pytest.mark.parametrize(
    ("text", "may"),
    [(PIN, True), ("111111", False), ("123456", False), ("987654", False), ("12345", False)],
)
def test_a_pin_is_six_digits_that_nobody_guesses_first(text: str, may: bool) -> None:
    assert is_pin(text) is may


def test_the_command_starts_without_its_database_where_somebody_was_here_today(
    tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    found_street(sqlite_url)
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    assert window_address(str(path)) == (file_address(path), False)
    pc = open_file()
    Known(pc).signed_in(sqlite_url, known(sqlite_url), CLERK, datetime.now(UTC), PIN)
    pc.close()
    hidden = path.rename(path.with_suffix(".elsewhere"))

    assert window_address(str(path)) == (file_address(path), True)
    with pytest.raises(typer.Exit):
        window_address(str(tmp_path / "never-seen.db"))
    hidden.rename(path)
    assert window_address(str(path)) == (file_address(path), False)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_the_sign_in_follows_the_database(
    qtbot: QtBot, url: str, open_office: Callable[[str], Office], open_session: Open
) -> None:
    found_street(url, "live")
    set_password(url, "w1", PASSPHRASE, by="w1")
    office = open_office(url)
    office.keeping.known.signed_in(office.desk.url, known(url), CLERK, NOW, PIN)
    session = open_session(office, "en")
    page(session)
    settle(qtbot, office)
    office.set_away(True)
    session._line._tries.stop()  # it is back when this test says so
    shown = sign_in_of(session)
    key_pin(shown, PIN)
    qtbot.waitUntil(lambda: bool(sign_in_of(session).banner.text))
    assert "a PIN does not open it" in shown.banner.text
    assert not isinstance(session.window, MainWindow)

    office.set_away(False)
    settle(qtbot, office)
    shown = sign_in_of(session)
    shown.person.setText("w1")
    shown.password.setText(PASSPHRASE)
    shown.why.setText("no machines here")
    shown.enter.click()
    qtbot.waitUntil(lambda: isinstance(session.window, MainWindow))


def sign_in_of(session: Session) -> SignIn:
    """Return the sign-in that stands there now."""
    found = session.window.findChild(SignIn) if session.window else None
    assert found is not None
    return found
