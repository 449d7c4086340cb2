"""B04: a label, the scan of the waybill, Ctrl+Enter: the clock stops when the courier has it."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.express import ExpressScreen
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.queries.dispatches import parcels
from desk.workflow.scanned import Meaning, ScanKind, meanings
from tests.windows.conftest import settle
from tests.windows.screens import open_screen

pytestmark = pytest.mark.gui

WAYBILL, WRONG = "EB123456785CN", "EB123456784CN"


@pytest.fixture
def screen(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> ExpressScreen:
    shown = open_screen(qtbot, open_session(office, "en"), office, "B04").screen
    assert isinstance(shown, ExpressScreen)
    return shown


def steps(office: Office) -> list[str]:
    with office.desk.ask() as reader:
        return [row.step for row in parcels(reader, datetime.now(UTC))]


def words(screen: ExpressScreen) -> list[str]:
    return [screen.list.model.columns[0].read(row) for row in screen.list.model.rows]


def test_what_is_to_be_sent_stands_there_with_whom_it_goes_to(screen: ExpressScreen) -> None:
    assert words(screen) == ["To send", "With the courier"]
    assert screen.receiver.currentText()
    assert screen.address.text().startswith("辽源市")
    assert not screen.delivered.isEnabled()


def test_label_scan_and_hand_over(qtbot: QtBot, office: Office, screen: ExpressScreen) -> None:
    screen.label.trigger()
    settle(qtbot, office)
    assert words(screen)[0] == "Label printed"

    (meaning,) = meanings(WAYBILL, "00")
    assert screen.take_scan(meaning)
    screen.send.trigger()
    settle(qtbot, office)

    assert steps(office) == ["collected", "collected"]
    assert "clock has stopped" in screen.banner.text


def test_a_mistyped_waybill_goes_nowhere(
    qtbot: QtBot, office: Office, screen: ExpressScreen
) -> None:
    screen.waybill.setText(WRONG)
    screen.send.trigger()
    settle(qtbot, office)

    assert WRONG in screen.cells["waybill"].note.text()
    assert steps(office) == ["", "collected"]


def test_a_waybill_of_another_parcel_is_refused_and_kept_for_correction(
    qtbot: QtBot, office: Office, screen: ExpressScreen
) -> None:
    screen.waybill.setText("EA123456785CN")
    screen.send.trigger()
    settle(qtbot, office)

    assert "D-EXPRESS" in screen.banner.text
    assert screen.waybill.text() == "EA123456785CN"
    assert screen.send.isEnabled()


def test_a_returned_parcel_stands_first_until_it_is_dealt_with(
    qtbot: QtBot, office: Office, screen: ExpressScreen
) -> None:
    screen.list.pick(lambda row: row.step == "collected")
    screen.returned.trigger()
    settle(qtbot, office)
    assert "D-FORM" in screen.banner.text  # nobody is told why

    screen.note.setText("查无此人")
    screen.returned.trigger()
    settle(qtbot, office)
    assert words(screen) == ["Came back", "To send"]
    assert "1 came back" in screen.title.text()

    screen.list.pick(lambda row: row.step == "returned")
    screen.fetched.trigger()
    settle(qtbot, office)
    assert words(screen) == ["To send"]


def test_the_scan_of_a_label_chooses_its_parcel(screen: ExpressScreen) -> None:
    last = screen.list.model.rows[-1]
    assert last.case.case_no is not None

    assert screen.take_scan(Meaning(kind=ScanKind.CASE, value=last.case.case_no))
    assert screen.receiver.currentText().endswith(last.wanted.receiver)


def test_what_is_being_keyed_stays_when_the_list_is_read_again(
    qtbot: QtBot, office: Office, screen: ExpressScreen
) -> None:
    screen.waybill.setText(WAYBILL)
    screen.address.setText("长春市西安大路1号")

    qtbot.wait(20)  # the clock of the case runs on
    screen.reload()
    settle(qtbot, office)

    assert screen.waybill.text() == WAYBILL
    assert screen.address.text() == "长春市西安大路1号"
