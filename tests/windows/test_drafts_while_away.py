"""S06 while the database is away: it says that what lies there is not shown, and ends saying it."""

from collections.abc import Callable

import pytest

from desk.local.settings import Language
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.windows.recovery.recovery_screen import RecoveryScreen
from tests.windows.conftest import duty, shown_window

pytestmark = pytest.mark.gui


def test_only_what_is_on_this_pc_is_shown_and_it_says_so(
    office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    session = open_session(office, "en")
    window = shown_window(session, duty(office, "w02"))
    session._line.close()  # it is back when this test says so
    window.go("S06")
    screen = window.screen
    assert isinstance(screen, RecoveryScreen)
    assert "database is away" not in screen.told.text()

    office.set_away(True)
    assert "database is away" in screen.told.text()
    assert screen.told.isVisible()
    office.set_away(False)
    assert "database is away" not in screen.told.text()
