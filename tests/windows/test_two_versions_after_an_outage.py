"""A case taken in during an outage meets what a colleague saved of it: S05 asks field by field."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from db.ids import new_id
from db.tables.cases import CASE_EVENTS
from db.tables.people import AUDIT
from desk.local.journal import Base
from desk.local.settings import Language
from desk.windows.counter.entry_state import EntryState
from desk.windows.counter.kept_acceptance import KeptAcceptanceScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.windows.recovery.clash_dialog import ClashDialog
from desk.windows.recovery.keeper import flat
from desk.windows.recovery.sync_screen import SyncScreen
from desk.workflow.answers import TicketAnswer
from desk.workflow.commands import AcceptCase, CallNext, DrawTicket, PreReview
from desk.workflow.services.drafts import Draft, save_draft
from tests.windows.conftest import duty, settle
from tests.workflow.conftest import SALE_PAPERS, found_centre, sale

pytestmark = pytest.mark.gui
MINE = {
    "reason": "买卖(存量房)",
    "fields/price": "318000.00",
    "fields/dwelling_count": 1,
    "co_ownership": "sole",
}


@pytest.fixture
def at_window(
    url: str,
    open_office: Callable[[str], Office],
    open_session: Callable[[Office, Language], Session],
) -> tuple[Office, MainWindow]:
    """w1 at window 1 of the small centre, on each kind of database."""
    found_centre(url)
    office = open_office(url)
    return office, open_session(office, "en").take_duty(duty(office, "w1"))


def taken_in(office: Office, case: UUID, seen: datetime | None, n: int | None = None) -> AcceptCase:
    """Put an acceptance in the outbox, with its entry in the journal."""
    journal, entry = office.keeping.journal, EntryState(item="LY013", values=MINE)
    journal.begin(str(case), login="w1", item="LY013", title="")
    journal.write(str(case), flat(entry))
    if seen is not None:
        base = EntryState(item="LY013", values={"reason": "买卖(存量房)"})
        journal.saw(str(case), Base(seen=seen, snapshot=base.snapshot()))
    command = AcceptCase(case_id=case, application=sale(), window=1, seen=n)
    office.keeping.outbox.put(command, login="w1", title="LY013 赵海燕")
    return command


def drafted(
    office: Office, case: UUID, values: dict[str, object], by: str, seen: datetime | None
) -> datetime:
    """Save a draft of the case in the database."""
    draft = Draft(id=case, item="LY013", values=values, sources={}, seen=seen)
    return office.desk.upkeep(lambda act: save_draft(act, draft), by=by)


def asked(bot: QtBot, office: Office, window: MainWindow) -> tuple[SyncScreen, ClashDialog]:
    """Send the outbox, look at what clashed and open the question."""
    office.send_again.emit()
    settle(bot, office)
    window.go("S05")
    screen = window.screen
    assert isinstance(screen, SyncScreen)
    assert screen.listing.model.rows[0].state == "clash"
    screen.listing.view.selectRow(0)
    screen.settle.trigger()
    bot.waitUntil(lambda: screen.findChild(ClashDialog) is not None)
    dialog = screen.findChild(ClashDialog)
    assert dialog is not None
    return screen, dialog


def accepted(office: Office) -> int:
    """Count the acceptances."""
    query = select(func.count()).where(CASE_EVENTS.c.kind == "case.accepted")
    with office.desk.ask() as reader:
        return int(reader.connection.scalar(query) or 0)


def logged(office: Office) -> list[object]:
    """Return what the log keeps of choices."""
    with office.desk.ask() as reader:
        rows = reader.rows(select(AUDIT.c.data).where(AUDIT.c.act == "draft.clash"))
    return [row["data"] for row in rows]


def test_mine_is_sent_and_theirs_stays_in_the_log(
    qtbot: QtBot, at_window: tuple[Office, MainWindow]
) -> None:
    office, window = at_window
    case = new_id()
    seen = drafted(office, case, {"reason": "买卖(存量房)"}, "w1", None)
    taken_in(office, case, seen)
    drafted(office, case, {**MINE, "fields/price": "300000.00"}, "w2", seen)
    screen, dialog = asked(qtbot, office, window)

    assert "曲晓东" in dialog.told.text()
    assert [(c.path, c.mine, c.theirs) for c in dialog.choices] == [
        ("fields/price", "318000.00", "300000.00")
    ]
    assert accepted(office) == 0  # nothing is sent past what the colleague saved
    dialog.mine.click()
    dialog.confirm.click()
    qtbot.waitUntil(lambda: screen.listing.model.rows[0].state == "sent")
    settle(qtbot, office)

    assert accepted(office) == 1
    chosen = {"mine": "318000.00", "theirs": "300000.00", "taken": "mine"}
    assert logged(office) == [{"fields/price": chosen}]
    assert office.keeping.journal.values(str(case)) == {}


def test_with_theirs_the_entry_is_opened_to_be_accepted_anew(
    qtbot: QtBot, at_window: tuple[Office, MainWindow]
) -> None:
    office, window = at_window
    case = new_id()
    seen = drafted(office, case, {"reason": "买卖(存量房)"}, "w1", None)
    taken_in(office, case, seen)
    drafted(office, case, {**MINE, "fields/price": "300000.00"}, "w2", seen)
    _screen, dialog = asked(qtbot, office, window)
    dialog.theirs.click()
    dialog.confirm.click()
    qtbot.waitUntil(lambda: window.front == "C03")
    settle(qtbot, office)

    entry = window.screen
    assert isinstance(entry, KeptAcceptanceScreen)
    assert entry.model.value("fields/price") == "300000.00"
    assert (accepted(office), office.keeping.outbox.waiting) == (0, 0)
    assert logged(office) == [
        {"fields/price": {"mine": "318000.00", "theirs": "300000.00", "taken": "theirs"}}
    ]


def test_a_pre_review_that_came_in_between_is_such_a_version_too(
    qtbot: QtBot, at_window: tuple[Office, MainWindow]
) -> None:
    office, window = at_window
    case = new_id()
    office.desk.do(DrawTicket(case_id=case, item="LY013"), by="g1")
    called = office.desk.do(CallNext(window=1, case_id=case), by="w1")
    assert isinstance(called, TicketAnswer)
    taken_in(office, case, None, n=called.n)
    entry = {"values": {**MINE, "reason": "赠与"}, "sources": {}}
    look = PreReview(case_id=case, item="LY013", materials=SALE_PAPERS, evidence={"entry": entry})
    office.desk.do(look, by="w2")
    screen, dialog = asked(qtbot, office, window)

    assert [c.path for c in dialog.choices] == ["reason"]
    dialog.mine.click()
    dialog.confirm.click()
    qtbot.waitUntil(lambda: screen.listing.model.rows[0].state == "sent")
    assert accepted(office) == 1


def test_what_was_keyed_last_for_a_case_is_what_is_sent(
    qtbot: QtBot, at_window: tuple[Office, MainWindow]
) -> None:
    office, _window = at_window
    case = new_id()
    first = taken_in(office, case, None)
    corrected = replace(first, id=new_id(), application=sale(reason="继承"))
    office.keeping.outbox.put(corrected, login="w1", title="LY013 赵海燕")

    assert [row.id for row in office.keeping.outbox.rows()] == [corrected.id]
    office.send_again.emit()
    qtbot.waitUntil(lambda: office.keeping.outbox.waiting == 0)
    assert accepted(office) == 1
