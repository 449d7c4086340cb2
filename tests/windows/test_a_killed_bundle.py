"""A program is killed in the second case of a bundle: the next start offers both and goes on."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.local.keeping import Keeping
from desk.local.settings import Language
from desk.windows.counter.kept_acceptance import KeptAcceptanceScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.windows.recovery.recovery_screen import RecoveryScreen
from tests.windows.conftest import duty, settle
from tests.windows.test_a_bundle_by_hand import BANK, BUYER, accepted

pytestmark = pytest.mark.gui
SALE, CREDIT = "LY013", "LY040"


@pytest.fixture
def office(
    demonstration: Path, tmp_path: Path, open_office: Callable[[str], Office]
) -> Iterator[Office]:
    """The office whose program was killed, begun again over the same files."""
    path, folder = tmp_path / "centre.db", tmp_path / "workstation"
    shutil.copyfile(demonstration, path)
    url = f"sqlite:///{path}"
    begun = [sys.executable, "-m", "tests.windows.killed_bundle", url, str(folder)]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(begun, stdout=subprocess.PIPE, text=True, env=surroundings) as program:
        assert program.stdout is not None
        said = program.stdout.readline()
        program.send_signal(signal.SIGKILL)
    assert said == "ready\n"
    assert program.returncode == -signal.SIGKILL
    made = open_office(url)
    made.person = duty(made, "w02")
    made.keeping = Keeping.on_disk(folder)
    yield made
    made.keeping.close()


def go_on(bot: QtBot, office: Office, window: MainWindow, item: str) -> KeptAcceptanceScreen:
    """Go on in S06 with the draft of a kind of business."""
    window.go("S06")
    settle(bot, office)
    recovery = window.screen
    assert isinstance(recovery, RecoveryScreen)
    items = [row.item for row in recovery.listing.model.rows]
    recovery.listing.view.setCurrentIndex(recovery.listing.model.index(items.index(item), 0))
    recovery.go_on.trigger()
    settle(bot, office)
    screen = window.screen
    assert isinstance(screen, KeptAcceptanceScreen)
    return screen


def accept(bot: QtBot, office: Office, screen: KeptAcceptanceScreen) -> None:
    screen.accept.trigger()
    settle(bot, office)
    screen.confirm.trigger()  # R13: a married seller alone
    settle(bot, office)


def test_both_cases_are_offered_after_the_kill(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    window = open_session(office, "zh").take_duty(duty(office, "w02"))
    window.go("S06")
    settle(qtbot, office)
    recovery = window.screen
    assert isinstance(recovery, RecoveryScreen)

    rows = recovery.listing.model.rows
    assert sorted(row.item for row in rows) == [SALE, CREDIT]
    assert all(row.left is not None for row in rows)


def test_the_second_case_goes_on_at_its_place_and_both_are_accepted(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    window = open_session(office, "zh").take_duty(duty(office, "w02"))
    screen = go_on(qtbot, office, window, CREDIT)
    assert "2/2" in screen.banner.text
    people = [screen.model.state.party(key).name for key in screen.model.state.people]
    assert people == [BUYER[0], BANK[0]]
    accept(qtbot, office, screen)

    assert window.front == "C10", screen.banner.text
    cases = accepted(office)["cases"]
    assert [one["application"]["item"] for one in cases] == [SALE, CREDIT]
    assert cases[0]["application"]["fields"]["price"] == "318000.00"
    office.keeping.settle()
    assert office.keeping.journal.left("w02") == ()


def test_the_first_case_goes_on_and_finds_the_second_as_it_was(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    window = open_session(office, "zh").take_duty(duty(office, "w02"))
    screen = go_on(qtbot, office, window, SALE)
    assert "1/2" in screen.banner.text
    screen.model.put("fields/price", "319000.00")
    screen.model.replaced.emit()  # the editors show what a clerk would have keyed into them
    screen.accept.trigger()
    settle(qtbot, office)
    assert "2/2" in screen.banner.text
    assert screen.model.value("fields/amount") == "280000.00"
    accept(qtbot, office, screen)

    assert window.front == "C10", screen.banner.text
    cases = accepted(office)["cases"]
    assert cases[0]["application"]["fields"]["price"] == "319000.00"
    assert cases[1]["application"]["fields"]["amount"] == "280000.00"
