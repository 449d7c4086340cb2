"""The program is killed in the middle of an acceptance; the next start goes on with it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.local.keeping import Keeping
from desk.local.settings import Language
from desk.windows.counter.kept_acceptance import KeptAcceptanceScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.windows.recovery.clash_dialog import ClashDialog
from desk.windows.recovery.recovery_screen import RecoveryScreen
from desk.workflow.services.drafts import Draft, save_draft
from tests.windows.conftest import duty, settle

pytestmark = pytest.mark.gui
Open = Callable[[Office, Language], Session]


@pytest.fixture
def keeping(tmp_path: Path, office: Office) -> Iterator[Keeping]:
    """The workstation's file on a disk."""
    office.keeping = Keeping.on_disk(tmp_path / "workstation")
    yield office.keeping
    office.keeping.close()


def acceptance(window: MainWindow) -> KeptAcceptanceScreen:
    """Return the acceptance in front."""
    screen = window.screen
    assert isinstance(screen, KeptAcceptanceScreen)
    return screen


def entered(bot: QtBot, office: Office, window: MainWindow) -> KeptAcceptanceScreen:
    """Begin a sale for a walk-in and enter a reason and a price."""
    window.go("C03", "LY013")
    settle(bot, office)
    screen = acceptance(window)
    screen.model.put("fields/price", "318000.00")
    screen.model.put("co_ownership", "sole")
    screen.model.replaced.emit()  # the editors show what a clerk would have keyed into them
    office.keeping.settle()
    return screen


def test_what_was_entered_before_the_crash_stands_there_again(
    qtbot: QtBot, office: Office, keeping: Keeping, tmp_path: Path, open_session: Open
) -> None:
    window = open_session(office, "zh").take_duty(duty(office, "w02"))
    before = entered(qtbot, office, window)
    draft, snapshot = before.keeper.draft, before.model.snapshot()
    before.keeper._timer.stop()
    keeping._file.close()  # as the kernel does it for a killed program

    office.keeping = Keeping.on_disk(tmp_path / "workstation")
    again = open_session(office, "zh").take_duty(duty(office, "w02"))
    again.go("S06")
    settle(qtbot, office)
    screen = again.screen
    assert isinstance(screen, RecoveryScreen)
    assert [row.id for row in screen.listing.model.rows] == [draft]
    screen.go_on.trigger()
    settle(qtbot, office)

    assert acceptance(again).model.snapshot() == snapshot
    assert acceptance(again).keeper.draft == draft


def test_an_ignored_draft_is_offered_no_more(
    qtbot: QtBot, office: Office, keeping: Keeping, open_session: Open
) -> None:
    window = open_session(office, "zh").take_duty(duty(office, "w02"))
    entered(qtbot, office, window).keeper.leave()
    settle(qtbot, office)
    keeping.settle()
    window.go("S06")
    settle(qtbot, office)
    screen = window.screen
    assert isinstance(screen, RecoveryScreen)
    assert screen.listing.model.rows[0].left is not None

    screen.ignore.trigger()
    assert keeping.journal.left("w02") == ()


def test_turning_to_another_case_discards_nothing(
    qtbot: QtBot, office: Office, keeping: Keeping, open_session: Open
) -> None:
    window = open_session(office, "zh").take_duty(duty(office, "w02"))
    first = entered(qtbot, office, window)
    kept, snapshot = first.keeper.draft, first.model.snapshot()
    first.keeper.leave()
    settle(qtbot, office)
    keeping.settle()
    window.go("S06")
    settle(qtbot, office)
    screen = window.screen
    assert isinstance(screen, RecoveryScreen)
    screen.go_on.trigger()
    settle(qtbot, office)

    assert acceptance(window).keeper.draft == kept
    assert acceptance(window).model.snapshot() == snapshot


def test_ctrl_z_takes_an_act_back_on_the_screen(
    qtbot: QtBot, office: Office, open_session: Open
) -> None:
    window = open_session(office, "zh").take_duty(duty(office, "w02"))
    screen = entered(qtbot, office, window)
    screen.undo.trigger()
    assert screen.model.value("co_ownership") is None
    screen.redo.trigger()
    assert screen.model.value("co_ownership") == "sole"


def test_what_a_colleague_saved_since_the_crash_is_asked_about_and_not_written_over(
    qtbot: QtBot, office: Office, keeping: Keeping, tmp_path: Path, open_session: Open
) -> None:
    window = open_session(office, "zh").take_duty(duty(office, "w02"))
    before = entered(qtbot, office, window)
    with qtbot.waitSignal(before.keeper.saved):
        before.save.trigger()
    draft, seen = before.keeper.draft, before.keeper._seen
    assert draft is not None
    before.model.put("reason", "买卖")  # on this PC only
    before.keeper._timer.stop()
    office.keeping.settle()
    keeping._file.close()
    theirs = {"fields/price": "318000.00", "co_ownership": "sole", "reason": "赠与"}
    other = Draft(id=draft, item="LY013", values=theirs, sources={}, seen=seen)
    office.desk.upkeep(lambda act: save_draft(act, other), by="w03")

    office.keeping = Keeping.on_disk(tmp_path / "workstation")
    again = open_session(office, "zh").take_duty(duty(office, "w02"))
    again.go("S06")
    settle(qtbot, office)
    recovery = again.screen
    assert isinstance(recovery, RecoveryScreen)
    recovery.go_on.trigger()
    settle(qtbot, office)
    screen = acceptance(again)
    with qtbot.waitSignal(screen.keeper.clashed):
        screen.save.trigger()
    dialog = screen.findChild(ClashDialog)
    assert dialog is not None
    assert [(c.path, c.mine, c.theirs) for c in dialog.choices] == [("reason", "买卖", "赠与")]
    assert dialog.windowTitle() == "同一份录入有两个版本"


def test_ctrl_s_saves_and_says_when(qtbot: QtBot, office: Office, open_session: Open) -> None:
    window = open_session(office, "zh").take_duty(duty(office, "w02"))
    screen = entered(qtbot, office, window)
    screen.save.trigger()
    settle(qtbot, office)

    assert screen._foot.note.text().startswith("草稿 ")


def test_of_two_hands_the_clerk_takes_mine_or_theirs_for_each_field(
    qtbot: QtBot, office: Office, open_session: Open
) -> None:
    window = open_session(office, "en").take_duty(duty(office, "w02"))
    screen = entered(qtbot, office, window)
    with qtbot.waitSignal(screen.keeper.saved):
        screen.save.trigger()
    draft = screen.keeper.draft
    assert draft is not None
    values = {**screen.model.state.values, "fields/price": "1.00"}
    other = Draft(id=draft, item="LY013", values=values, sources={}, seen=screen.keeper._seen)
    office.desk.upkeep(lambda act: save_draft(act, other), by="w03")
    screen.model.put("fields/price", "2.00")
    screen.model.replaced.emit()
    with qtbot.waitSignal(screen.keeper.clashed):
        screen.save.trigger()

    dialog = screen.findChild(ClashDialog)
    assert dialog is not None
    assert "E-DAT-008" not in dialog.told.text()
    cells = [dialog.table.item(0, column) for column in range(3)]
    assert [cell and cell.text() for cell in cells] == ["Price (yuan)", "2.00", "1.00"]
    assert not dialog.confirm.isEnabled()
    dialog.mine.click()
    dialog.theirs.click()  # a choice can be changed until it is confirmed
    assert dialog.confirm.shortcut().toString() == "Ctrl+Return"
    with qtbot.waitSignal(screen.keeper.saved):
        dialog.confirm.click()
    assert screen.model.value("fields/price") == "1.00"
    QApplication.processEvents()
