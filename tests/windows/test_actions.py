"""The keys are a contract: people's fingers know them."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.actions import ACTIONS, FORBIDDEN_KEYS, make_action, make_button
from desk.windows.parts.office import Office
from desk.windows.parts.screens import SCREENS
from desk.windows.training.bar import PracticeBar
from desk.windows.training.run import PracticeRun, Scenario
from desk.workflow.demo.practice import lay_out
from forms.practice import practice_cases
from tests.windows.conftest import duty, settle, shown_window

HERE = Path(__file__).parent
CONTRACT = json.loads((HERE / "keys.json").read_text(encoding="utf-8"))
PROMISED = json.loads((HERE / "keys_promised.json").read_text(encoding="utf-8"))


def window_of(office: Office, open_session: Callable[[Office, Language], Session]) -> MainWindow:
    """Show the frame for somebody who has every role."""
    return shown_window(open_session(office, "zh"), duty(office, "w02", all_roles=True))


def front(window: MainWindow) -> QWidget:
    """Return the screen in front as a widget."""
    screen = window.screen
    assert isinstance(screen, QWidget)
    return screen


def acts_of(screen: QWidget) -> list[QAction]:
    """Return the acts of a screen and of what stands in it."""
    return [act for part in (screen, *screen.findChildren(QWidget)) for act in part.actions()]


def practice_bar(office: Office) -> PracticeBar:
    """Return the bar of a practice; its keys work on every screen."""
    laid = lay_out(office.desk, practice_cases()[0], window=2, clerk="w02")
    return PracticeBar(PracticeRun(office, laid, Scenario.NONE))


def test_u06_every_act_has_the_key_that_was_promised() -> None:
    assert {ident: spec.key for ident, spec in ACTIONS.items()} == CONTRACT


def test_u06_a_key_that_fingers_know_from_elsewhere_means_its_act_and_no_other() -> None:
    for act, key in PROMISED.items():
        if act in ACTIONS:
            assert ACTIONS[act].key == key
        taken = {spec.id for spec in ACTIONS.values() if spec.key == key} - {act}
        assert not taken, f"{key} is promised to {act}"


def test_u06_no_act_takes_a_key_of_the_system_or_of_an_input_method() -> None:
    assert not {spec.key for spec in ACTIONS.values()} & set(FORBIDDEN_KEYS)


def test_u06_every_key_is_one_that_the_keyboard_has() -> None:
    for spec in ACTIONS.values():
        assert QKeySequence(spec.key).toString() == spec.key, spec.id


def test_u06_each_act_is_on_a_screen_or_in_the_frame_and_its_place_is_told_right(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    window = window_of(office, open_session)
    found = {(str(act.data()), "") for act in window.actions() if act.data()}
    for ident in SCREENS:
        if ident == "S00":
            continue
        window.go(ident, "LY013" if ident == "C03" else None)
        settle(qtbot, office)
        found |= {(str(act.data()), ident) for act in acts_of(front(window)) if act.data()}
    found |= {(str(act.data()), "D10") for act in practice_bar(office).actions()}
    told = {(spec.id, spec.where) for spec in ACTIONS.values()}

    assert {ident for ident, _ in found} == set(ACTIONS)
    assert {pair for pair in found if ACTIONS[pair[0]].where} == {p for p in told if p[1]}


def test_u06_no_key_means_two_things_on_one_screen(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    window, bar = window_of(office, open_session), practice_bar(office)
    qtbot.addWidget(bar)
    for ident in SCREENS:
        if ident == "S00":
            continue
        window.go(ident, "LY013" if ident == "C03" else None)
        settle(qtbot, office)
        acts = (*window.actions(), *acts_of(front(window)), *bar.actions())
        keys = Counter(act.shortcut().toString() for act in acts if act.shortcut().toString())

        assert [key for key, times in keys.items() if times > 1] == [], ident


def test_a_button_says_its_key_and_rests_with_its_act(qtbot: QtBot) -> None:
    pressed: list[str] = []
    owner = QWidget()
    qtbot.addWidget(owner)
    act = make_action(owner, "accept", lambda: pressed.append("accept"))
    button = make_button(act, main=True)
    qtbot.addWidget(button)
    act.setEnabled(False)
    button.click()
    assert not button.isEnabled()
    act.setEnabled(True)
    button.click()

    assert pressed == ["accept"]
    assert "Ctrl+Enter" in button.text()
    assert button.accessibleName() == ACTIONS["accept"].title
    assert not button.autoDefault()
