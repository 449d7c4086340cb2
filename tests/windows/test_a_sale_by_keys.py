"""The journey of a house sale at the counter: few keys, no click, accepted in a real file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.counter.entry_state import Source
from desk.windows.counter.kinds import KindsScreen
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.queries.cases import CaseView
from forms.catalogue import delivered
from tests.windows.conftest import duty, shown_window
from tests.windows.reference_sale import BUYERS, Counter, house_of, sell, sell_by_hand

pytestmark = pytest.mark.gui

GOAL, GATE, MANUAL, KIND = 60, 80, 420, 5
OpenSession = Callable[[Office, Language], Session]


@pytest.fixture
def counter(
    qtbot: QtBot,
    office: Office,
    open_session: OpenSession,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Counter:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))  # the pages of this test alone
    window = shown_window(open_session(office, "zh"), duty(office, "w02"))
    return Counter(qtbot, office, window)


def test_u01_u03_r1_takes_at_most_sixty_keys_and_no_click(counter: Counter, office: Office) -> None:
    unit, sellers = house_of(office, owners=2)

    counter.draw()
    accepted = sell(counter, unit, sellers)

    assert _as_it_was_applied_for(accepted.case, unit, {one.name for one in sellers})
    kept = next(
        event.data["evidence"] for event in accepted.case.events if "evidence" in event.data
    )
    assert len(kept["interview"]) == 6 * 4  # every question, every person
    assert len(kept["pages"]) == 12
    assert len({page["material"] for page in kept["pages"]}) == 7
    assert len(kept["signatures"]) == 4
    assert (accepted.keys <= GATE, accepted.clicks) == (True, 0)
    assert accepted.keys <= GOAL


def test_u02_r1_by_hand_alone_stays_within_its_keys(counter: Counter, office: Office) -> None:
    unit, sellers = house_of(office, owners=2)

    counter.draw()
    accepted = sell_by_hand(counter, unit, sellers)

    assert _as_it_was_applied_for(accepted.case, unit, {one.name for one in sellers})
    application = accepted.case.application
    assert application is not None
    assert str(application.fields["contract_date"]).endswith("-11-20")
    assert {party.address for party in application.parties} == {BUYERS[0].address}
    assert (accepted.keys <= MANUAL, accepted.clicks) == (True, 0)


def _as_it_was_applied_for(view: CaseView, unit: str, sellers: set[str]) -> bool:
    """Check that the sale stands in the file as the people at the window wanted it."""
    application = view.application
    assert application is not None
    assert view.row.case_no is not None
    assert application.units == (unit,)
    assert {party.name for party in application.of("obligor")} == sellers
    assert [party.name for party in application.of("holder")] == [one.name for one in BUYERS]
    assert (application.fields["price"], application.co_ownership) == ("1280000.00", "joint")
    assert application.fields["contract_no"] == "CLF20260012345"
    return True


def test_u05_any_of_the_61_kinds_is_chosen_in_at_most_five_keys(counter: Counter) -> None:
    items = delivered().items.values()
    assert len(items) == 61
    for item in items:
        counter.ledger.restart()
        counter.ledger.press(Qt.Key.Key_F2)
        assert isinstance(counter.window.screen, KindsScreen)
        counter.ledger.type(str(item.no))
        counter.ledger.press(Qt.Key.Key_Return)
        screen = counter.window.screen
        assert isinstance(screen, AcceptanceScreen)
        assert screen.model.state.item == item.code
        assert counter.ledger.keys <= KIND, item.code


def test_a_value_that_was_read_says_where_from_until_it_is_typed_over(
    qtbot: QtBot, office: Office, open_session: OpenSession
) -> None:
    window = shown_window(open_session(office, "en"), duty(office, "w02"))
    counter = Counter(qtbot, office, window)
    window.go("C03", "LY013")
    counter.lay(BUYERS[0])
    screen = counter.acceptance
    row = screen.entry.parties.rows[0]
    assert row.cells["name"].tag.text() == "card"
    row.name.setFocus()
    counter.ledger.press(Qt.Key.Key_End)
    counter.ledger.type("x")
    counter.ledger.press(Qt.Key.Key_Return)
    assert screen.model.source(f"parties/{row.key}/name") is Source.TYPED
    assert not row.cells["name"].tag.isVisibleTo(row)
