"""C03 of all 61 items: each shows what its data asks for; it is filled with keys and accepted."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

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

from desk.local.settings import Settings
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.input.code_box import CodeBox
from desk.windows.parts.background import Background
from desk.windows.parts.form_view import UNIT_KEYS
from desk.windows.parts.office import Office
from desk.windows.parts.words import code_word
from desk.workflow.application import Application, Party
from desk.workflow.desk import Desk
from desk.workflow.facts import Facts
from desk.workflow.queries.cases import case, find_cases
from forms.catalogue import delivered
from forms.interview import questions_of
from tests.windows.conftest import duty, settle, shown_window
from tests.windows.every_story import stories_of_today
from tests.windows.key_ledger import CONTROL, NONE

pytestmark = pytest.mark.gui

ITEMS = tuple(sorted(delivered().items))
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

    def begin(self, item: str) -> None:
        """Begin with a kind of business; what was keyed before is forgotten."""
        if self.window.front == "C03" and self.screen.model.state.people:
            self.screen._leave_for("C01", None)
        self.window.go("C03", item)
        settle(self.bot, self.office)

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


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a centre of today."""
    return f"sqlite:///{tmp_path_factory.mktemp('items') / 'centre.db'}"


@pytest.fixture(scope="module")
def stories(url: str) -> Mapping[str, Facts]:
    """What every item is told with; the centre holds what they need."""
    return stories_of_today(url)


@pytest.fixture(scope="module")
def hands(
    request: pytest.FixtureRequest, qapp: QApplication, stories: Mapping[str, Facts], url: str
) -> Iterator[Hands]:
    """The clerk of window 1, who takes in all items one after the other."""
    assert stories
    bot = QtBot(request)
    office = Office(Desk.open(url, keep_papers=False), Background())
    session = Session(qapp, office, Settings(language="zh", login="w1", window=1), keep=False)
    window = shown_window(session, duty(office, "w1"))
    with bot.waitActive(window):
        window.activateWindow()
    yield Hands(bot, office, window)
    session.close()
    office.background.stop()
    bot.waitUntil(lambda: office.background.idle)
    office.desk.close()


def test_each_shows_what_its_data_asks_for(hands: Hands) -> None:
    for code in ITEMS:
        item = delivered().items[code]
        hands.begin(code)
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


@pytest.mark.parametrize("code", ITEMS)
def test_it_is_filled_with_keys_and_accepted(
    stories: Mapping[str, Facts], hands: Hands, code: str
) -> None:
    hands.begin(code)
    asked, screen = stories[code].application, hands.screen
    for place, party in enumerate(asked.parties):
        hands.enter_party(place, party)
    hands.enter(screen.entry.codes, ",".join(asked.units))
    settle(hands.bot, hands.office)
    if stories[code].acted:
        hands.enter_right(stories[code])
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
    kept = newest(hands.office)
    assert kept.item == asked.item
    assert kept.units == asked.units
    assert [party.name for party in kept.parties] == [party.name for party in asked.parties]


def newest(office: Office) -> Application:
    """Return the application that was accepted last."""
    now = datetime.now(UTC)
    with office.desk.ask() as reader:
        (row,) = find_cases(reader, "", 1, now)
        view = case(reader, row.case_id, now)
    assert view is not None
    assert view.application is not None
    return view.application
