"""C03 of all 61 items: each shows what its data asks for; it is filled with keys and accepted."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.input.code_box import CodeBox
from desk.windows.parts.form_view import UNIT_KEYS
from desk.windows.parts.office import Office
from desk.windows.parts.words import code_word
from desk.workflow.application import Party
from desk.workflow.facts import Facts, Stage
from desk.workflow.queries.cases import case, find_cases
from forms.catalogue import delivered
from forms.interview import questions_of
from tests.windows.conftest import duty, settle, shown_window
from tests.windows.key_ledger import CONTROL, NONE
from tests.workflow.items.counter import Counter
from tests.workflow.rules.test_every_item_with_complete_papers import STORIES, told

pytestmark = pytest.mark.gui

ITEMS = tuple(sorted(delivered().items))
NOT_TODAY = ("LY053", "LY057", "LY059")  # what they act upon ran out since the day of their story
ELSEWHERE = ("LY047",)  # acts upon a mortgage of the site, which is another unit than the homes
KEYED = tuple(code for code in ITEMS if code not in (*NOT_TODAY, *ELSEWHERE))
SHIFT = Qt.KeyboardModifier.ShiftModifier
ASKED_AT_MOST = 4  # questions of the rules, one behind the other
OF_A_PERSON = ("name", "id_number", "phone", "share", "address", "represented_by")


class Hands:
    """A clerk who fills fields with keys, Chinese words with an input method."""

    def __init__(self, bot: QtBot, office: Office, window: MainWindow) -> None:
        self.bot, self.office, self.window = bot, office, window

    @property
    def screen(self) -> AcceptanceScreen:
        screen = self.window.screen
        assert isinstance(screen, AcceptanceScreen)
        return screen

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        settle(self.bot, self.office)

    def enter(self, field: QWidget, value: object) -> None:
        """Fill one field with keys, and leave it."""
        field.setFocus()
        if isinstance(field, QCheckBox):
            wanted = Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
            while field.checkState() != wanted:
                QTest.keyClick(field, Qt.Key.Key_Space)
        elif isinstance(field, CodeBox):
            _pick(field, str(value))
        elif isinstance(field, QComboBox) and not field.isEditable():
            QTest.keyClicks(field, str(value))
            assert str(field.currentData()) == str(value)
        else:
            _write(field, _typed(value))
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def enter_party(self, place: int, party: Party) -> None:
        """Fill the row of a person; a row that is not there yet is added with Ctrl+N."""
        if place == len(self.screen.entry.parties.rows):
            self.press(Qt.Key.Key_N, CONTROL)
        row = self.screen.entry.parties.rows[place]
        self.enter(row.role, party.role)
        self.enter(row.id_type, party.id_type)
        for name in OF_A_PERSON:
            if value := getattr(party, name):
                self.enter(row.cells[name].editor, value)
        for name in ("married", "guardian"):
            if (flag := getattr(party, name)) is not None:
                self.enter(row.cells[name].editor, flag)

    def enter_right(self, facts: Facts) -> None:
        """Pick the right that the business acts upon, of those that the register shows."""
        box = self.screen.entry.right
        word = code_word("right_type", facts.acted[0].type)
        place = next(n for n in range(box.count()) if word in box.itemText(n))
        self.enter(box, box.itemData(place))

    def accept(self) -> None:
        """Accept with Ctrl+Enter, and confirm what the rules ask."""
        self.press(Qt.Key.Key_Return, CONTROL)
        for _ in range(ASKED_AT_MOST):
            if self.window.front == "C03":
                self.press(Qt.Key.Key_Return, CONTROL | SHIFT)


def _typed(value: object) -> str:
    """Return a value as a clerk keys it; new units one a line."""
    if isinstance(value, list):
        rows: list[Mapping[str, str]] = value
        return "\n".join(" | ".join(row.get(key, "") for key in UNIT_KEYS) for row in rows)
    return str(value)


def _pick(box: CodeBox, code: str) -> None:
    if box.code() != code:
        number = box.itemText(box.findData(code)).split()[0]
        QTest.keyClicks(box, number)
    assert box.code() == code


def _write(field: QWidget, text: str) -> None:
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    assert isinstance(line, QLineEdit | QPlainTextEdit)
    line.selectAll()
    if text.isascii() and isinstance(line, QLineEdit):
        QTest.keyClicks(line, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(line, event)


@pytest.fixture
def counter(request: pytest.FixtureRequest, sqlite_url: str) -> Iterator[Counter]:
    """A centre that holds what the story of an item needs."""
    story = next(one for one in STORIES if one[0] == request.param)
    opened = Counter(sqlite_url, told(story, Stage.ACCEPTANCE))
    yield opened
    opened.close()


@pytest.fixture
def hands(
    qtbot: QtBot,
    counter: Counter,
    sqlite_url: str,
    open_office: Callable[[str], Office],
    open_session: Callable[[Office, Language], Session],
) -> Hands:
    """The clerk of window 1 before the acceptance of the item."""
    office = open_office(sqlite_url)
    window = shown_window(open_session(office, "zh"), duty(office, "w1"))
    with qtbot.waitActive(window):
        window.activateWindow()
    window.go("C03", counter.facts.item.code)
    settle(qtbot, office)
    return Hands(qtbot, office, window)


def test_each_shows_what_its_data_asks_for(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    window = shown_window(open_session(office, "zh"), duty(office, "w02"))
    hands = Hands(qtbot, office, window)
    for code in ITEMS:
        item = delivered().items[code]
        window.go("C03", code)
        settle(qtbot, office)
        entry = hands.screen.entry
        assert list(entry.form.editors) == [field.key for field in item.fields], code
        papers = [entry.materials.item(n).text().split()[0] for n in range(entry.materials.count())]
        assert papers == [*item.materials_required, *item.materials_conditional], code
        assert entry.parts["questions"].isVisible() == bool(questions_of(item)), code
        assert hands.screen.strip.buttons["questions"].isEnabled() == bool(questions_of(item)), code
        rows = {row.role.code() for row in entry.parties.rows}
        assert {side.role for side in item.applicants if side.min} <= rows, code
        reasons = [entry.reason.itemText(n) for n in range(entry.reason.count())]
        assert reasons == list(item.reasons), code


@pytest.mark.parametrize("counter", KEYED, indirect=True)
def test_it_is_filled_with_keys_and_accepted(counter: Counter, hands: Hands) -> None:
    asked, screen = counter.application(), hands.screen
    for place, party in enumerate(asked.parties):
        hands.enter_party(place, party)
    hands.enter(screen.entry.codes, ",".join(asked.units))
    settle(hands.bot, hands.office)
    if counter.facts.acted:
        hands.enter_right(counter.facts)
    if asked.co_ownership:
        hands.enter(screen.entry.shared, asked.co_ownership)
    hands.enter(screen.entry.reason, asked.reason)
    for key, value in asked.fields.items():
        hands.enter(screen.entry.form.editors[key], value)
    screen.entry.materials.setFocus()
    for row in range(screen.entry.materials.count()):
        if screen.entry.materials.item(row).text().split()[0] in asked.materials:
            screen.entry.materials.setCurrentRow(row)
            QTest.keyClick(screen.entry.materials, Qt.Key.Key_Space)
    hands.accept()

    assert hands.window.front != "C03", screen.banner.text
    (kept,) = accepted(hands.office)
    assert kept["item"] == asked.item
    assert [one["name"] for one in kept["parties"]] == [one.name for one in asked.parties]


def accepted(office: Office) -> list[Mapping[str, Any]]:
    """Return the applications that were accepted."""
    now = datetime.now(UTC)
    with office.desk.ask() as reader:
        views = [case(reader, row.case_id, now) for row in find_cases(reader, "", 9, now)]
    return [
        {"item": view.row.item, "parties": [{"name": p.name} for p in view.application.parties]}
        for view in views
        if view is not None and view.application is not None
    ]
