"""A ledger of keys is fair: what a hand presses counts, what a machine types does not."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.windows.input.wedge import PrefixWedge
from desk.windows.parts.ears import ears
from desk.windows.parts.key_ledger import KeyLedger

pytestmark = pytest.mark.gui
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[QLineEdit]:
    """A field with the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    field.setAccessibleName("Price")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    yield field
    window.hide()


@pytest.fixture
def wedge(line: QLineEdit) -> Iterator[PrefixWedge]:
    """A scanner that types."""
    made = PrefixWedge(line.window())
    yield made
    ears().remove(made)


@pytest.fixture
def ledger(line: QLineEdit, wedge: PrefixWedge) -> Iterator[KeyLedger]:
    """A ledger that knows the scanner, and one key that stands for a machine."""
    made = KeyLedger(line.window(), free=("Ctrl+F7",), machine=lambda: wedge.is_reading)
    yield made
    made.close()


def test_each_key_counts_once_a_held_modifier_too_and_the_field_is_named(
    qtbot: QtBot, line: QLineEdit, ledger: KeyLedger
) -> None:
    qtbot.keyClicks(line, "128w")
    qtbot.keyClick(line, Qt.Key.Key_A, CONTROL)

    assert (ledger.keys, ledger.by_field["Price"]) == (6, 6)


def test_what_a_scanner_types_is_left_out(
    qtbot: QtBot, line: QLineEdit, ledger: KeyLedger, wedge: PrefixWedge
) -> None:
    scanned: list[str] = []
    wedge.scanned.connect(scanned.append)
    qtbot.keyClick(line, Qt.Key.Key_1)
    qtbot.keyClick(line, Qt.Key.Key_B, CONTROL)
    qtbot.keyClicks(line, "A023")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert (scanned, line.text(), ledger.keys) == (["A023"], "1", 1)
    qtbot.keyClick(line, Qt.Key.Key_2)
    assert ledger.keys == 2


def test_a_key_that_stands_for_a_machine_is_free_with_its_modifier(
    qtbot: QtBot, line: QLineEdit, ledger: KeyLedger
) -> None:
    qtbot.keyClick(line, Qt.Key.Key_1)
    qtbot.keyClick(line, Qt.Key.Key_F7, CONTROL)

    assert (ledger.keys, sum(ledger.by_field.values())) == (1, 1)


def test_a_key_held_down_is_one_and_what_a_machine_is_known_to_have_typed_goes_back(
    qtbot: QtBot, line: QLineEdit, ledger: KeyLedger
) -> None:
    qtbot.keyClick(line, Qt.Key.Key_1)
    again = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", True
    )
    QApplication.sendEvent(line, again)
    assert ledger.keys == 1
    ledger.take_back(5)
    assert ledger.keys == 0


def test_each_step_of_an_input_method_is_a_key(line: QLineEdit, ledger: KeyLedger) -> None:
    for composed in ("w", "wa", "wan", "wan"):
        QApplication.sendEvent(line, QInputMethodEvent(composed, []))
    committed = QInputMethodEvent("", [])
    committed.setCommitString("王")
    QApplication.sendEvent(line, committed)

    assert (line.text(), ledger.keys) == ("王", 4)
