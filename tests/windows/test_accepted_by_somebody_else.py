"""A case of the outbox that a colleague accepted meanwhile: S05 shows what differs."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from db.ids import new_id
from desk.local.settings import Language
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.windows.recovery.accepted_dialog import AcceptedDialog
from desk.windows.recovery.sync_screen import SyncScreen
from desk.workflow.commands import AcceptCase
from desk.workflow.queries.compared import differences
from tests.windows.conftest import duty, settle
from tests.windows.test_two_versions_after_an_outage import accepted, logged, taken_in
from tests.workflow.conftest import BUYER, STRANGER, found_centre, party, sale

pytestmark = pytest.mark.gui


def test_theirs_stands_and_mine_is_taken_out_with_both_in_the_log(
    qtbot: QtBot,
    url: str,
    open_office: Callable[[str], Office],
    open_session: Callable[[Office, Language], Session],
) -> None:
    found_centre(url)
    office = open_office(url)
    window = open_session(office, "en").take_duty(duty(office, "w1"))
    case = new_id()
    taken_in(office, case, None)
    theirs = sale()
    theirs = replace(theirs, fields={**theirs.fields, "price": "300000.00"})
    office.desk.do(AcceptCase(case_id=case, application=theirs), by="w2")
    office.send_again.emit()
    settle(qtbot, office)
    window.go("S05")
    screen = window.screen
    assert isinstance(screen, SyncScreen)
    qtbot.waitUntil(lambda: len(screen.listing.model.rows) == 1)
    screen.listing.view.selectRow(0)
    screen.settle.trigger()
    qtbot.waitUntil(lambda: screen.findChild(AcceptedDialog) is not None)
    dialog = screen.findChild(AcceptedDialog)
    assert isinstance(dialog, AcceptedDialog)

    assert "曲晓东" in dialog.told.text()
    assert dialog.table.rowCount() == 1
    shown = [cell.text() for n in (1, 2) if (cell := dialog.table.item(0, n)) is not None]
    assert shown == ["318000.00", "300000.00"]
    dialog.confirm.click()
    qtbot.waitUntil(lambda: not office.keeping.outbox.rows())
    settle(qtbot, office)

    assert accepted(office) == 1
    both = {"mine": "318000.00", "theirs": "300000.00", "taken": "theirs"}
    assert logged(office) == [{"fields/price": both}]


def test_people_are_compared_with_themselves_whatever_their_order() -> None:
    mine = sale()
    theirs = replace(
        mine,
        parties=(party(STRANGER, "holder"), *reversed(mine.parties)),
        materials=("M01",),
    )

    found = {choice.path: (choice.mine, choice.theirs) for choice in differences(mine, theirs)}

    assert found["parties/3/name"] == (None, STRANGER.name)
    assert not [path for path in found if path.startswith(("parties/1", "parties/2"))]
    assert found["materials/M13"] == ("present", None)
    assert BUYER.name not in str(found)
