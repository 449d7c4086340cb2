"""What was begun during an outage is in the database when it is back, and over no other hand."""

from collections.abc import Callable

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from db.ids import new_id
from desk.local.journal import Base
from desk.local.settings import Language
from desk.windows.counter.entry_state import EntryState
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.windows.recovery.draft_sending import DraftSending
from desk.windows.recovery.keeper import flat
from desk.workflow.commands import AcceptCase
from desk.workflow.queries.cases import drafts_of
from desk.workflow.services.drafts import Draft, save_draft
from tests.windows.conftest import duty, settle
from tests.workflow.conftest import found_centre, sale

pytestmark = pytest.mark.gui


def left(office: Office, draft: str, values: dict[str, object]) -> None:
    """Leave a draft on this PC, as a clerk does who turns to the next person."""
    journal = office.keeping.journal
    journal.begin(draft, login="w1", item="LY013", title="")
    journal.write(draft, flat(EntryState(item="LY013", values=values)))
    journal.leave(draft)


def in_database(office: Office, login: str) -> dict[str, object]:
    """Return the drafts of a person in the database."""
    with office.desk.ask() as reader:
        return {str(row.id): row.data["values"] for row in drafts_of(reader, login)}


def test_left_drafts_reach_the_database_and_write_nobodys_over(
    qtbot: QtBot,
    url: str,
    open_office: Callable[[str], Office],
    open_session: Callable[[Office, Language], Session],
) -> None:
    found_centre(url)
    office = open_office(url)
    open_session(office, "en").take_duty(duty(office, "w1"))
    settle(qtbot, office)
    office.set_away(True)
    begun, changed, sent = new_id(), new_id(), new_id()
    seen = office.desk.upkeep(
        lambda act: save_draft(act, Draft(id=changed, item="LY013", values={}, sources={})),
        by="w1",
    )
    theirs = Draft(id=changed, item="LY013", values={"reason": "赠与"}, sources={}, seen=seen)
    office.desk.upkeep(lambda act: save_draft(act, theirs), by="w2")
    left(office, str(begun), {"reason": "继承"})
    left(office, str(changed), {"reason": "买卖"})
    base = EntryState(item="LY013").snapshot()
    office.keeping.journal.saw(str(changed), Base(seen=seen, snapshot=base))
    left(office, str(sent), {"reason": "买卖"})
    refused = AcceptCase(case_id=sent, application=sale("220402001001GB00001F99999999"))
    office.keeping.outbox.put(refused, login="w1", title="")

    office.set_away(False)
    qtbot.waitUntil(lambda: str(begun) in in_database(office, "w1"))
    settle(qtbot, office)

    assert in_database(office, "w1") == {str(begun): {"reason": "继承"}}
    assert in_database(office, "w2") == {str(changed): {"reason": "赠与"}}
    kept = {one.id for one in office.keeping.journal.left("w1")}
    assert str(changed) in kept  # asked about, field by field, when it is opened


def test_what_was_closed_saves_no_drafts_when_the_database_is_back(
    qtbot: QtBot, url: str, open_office: Callable[[str], Office]
) -> None:
    found_centre(url)
    office = open_office(url)
    office.person = duty(office, "w1")
    closed = DraftSending(office)
    office.set_away(True)
    left(office, str(new_id()), {"reason": "继承"})
    shiboken6.delete(closed)

    office.set_away(False)
    settle(qtbot, office)

    assert in_database(office, "w1") == {}
