"""U-27: a language that nobody speaks, two fifths longer, shows what is untranslated or cut."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk.windows.parts.actions import ACTIONS, key_text
from tests.windows.goals.test_room import ROUNDS, cut
from tests.windows.goals.tour import FRAMED, FULL, Tour

pytestmark = pytest.mark.gui

LONGER = 0.4
FILLING = " mmm"
OPEN, CLOSE = "【", "】"
TRANSLATED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
WORD = re.compile(r"[A-Za-z]{2,}")
KEY = re.compile(
    r"(?:(?:Ctrl|Shift|Alt)\+)+\S\w*|\b(?:F\d{1,2}|Enter|Esc|Tab|Space|Backspace|Del|PgUp|PgDn|PgDown|Up|Down)\b"
)
DATA = (
    re.compile(r"\b\d{6} \d{6} G[A-Z]\d{5} [A-Z]\d{8}\b"),  # the code of a unit
    re.compile(r"\b[A-Z]{2}\d{9}CN\b"),  # the number of a waybill
    re.compile(r"\bLYWQ\w*"),  # the number of a contract
    re.compile(r"\bEMS\b|\bmm\b|\bEnglish\b"),  # a carrier, a unit, a language by its own name
)
INITIALS = re.compile(r"[a-z]{4,}")  # of an item's Chinese name, in C02's list only


class Pseudo(QTranslator):
    """Translates every text; the places of a text stay as they are."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's own name
        return False

    def load(self, *_file: object) -> bool:
        """Read no file: it knows every text."""
        return True

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        more = round(len(source) * LONGER)
        filling = (FILLING * (more // len(FILLING) + 1))[:more]
        return f"{OPEN}{source}{filling}{CLOSE}"


@pytest.fixture(scope="module")
def pseudo_tour(qapp: QApplication, tour: Tour) -> Iterator[Tour]:
    """Walk with Chinese data and messages, so that a Latin word is an untranslated one."""
    session = tour._session
    kept, session._translator = session._translator, Pseudo()
    yield tour
    qapp.removeTranslator(session._translator)
    session._translator = kept


@pytest.mark.parametrize("screen", FRAMED)
def test_u27_every_text_is_translated_and_has_room_when_longer(
    qtbot: QtBot, pseudo_tour: Tour, screen: str
) -> None:
    window = pseudo_tour.open(qtbot, screen)
    clipped = cut(window, FULL)
    for _ in range(ROUNDS):  # what was laid out anew may ask for more
        if not clipped:
            break
        QApplication.processEvents()
        clipped = cut(window, FULL)

    assert untranslated(window, screen) == []
    assert clipped == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("【Printer mm】: 【ready m】  simulated", True),
        ("Print  Ctrl+P", True),
        ("【Go to 【Today m】 mmm】  Ctrl+Shift+P (F8)", False),
        ("220402 001001 GB00001 F00010001", False),
    ],
)
def test_u27_a_word_outside_the_brackets_is_found(text: str, is_found: bool) -> None:
    assert bool(WORD.search(left_over(text))) == is_found


def test_u27_every_key_is_known_as_a_key() -> None:
    keys = [key_text(spec) for spec in ACTIONS.values() if spec.key]

    assert [key for key in keys if WORD.search(left_over(key))] == []


def untranslated(window: QWidget, screen: str) -> list[str]:
    """Return the texts to be seen or heard with the word that is neither translated nor data."""
    seen = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    said = dict.fromkeys(text for widget in seen for text in texts(widget))
    return [
        f"{found.group()}: {text}"
        for text in said
        if (found := WORD.search(left_over(text)))
        and not (screen == "C02" and INITIALS.fullmatch(text))
    ]


def left_over(text: str) -> str:
    """Return what remains of a text without what is translated, keys, and numbers."""
    while (shorter := TRANSLATED.sub("", text)) != text:
        text = shorter
    for known in (*DATA, KEY):
        text = known.sub("", text)
    return text


def texts(widget: QWidget) -> list[str]:
    """Return what a widget says: its words, its tooltip, its name, what is chosen from."""
    said = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, QLabel | QAbstractButton):
        said.append(widget.text())
    elif isinstance(widget, QLineEdit):
        said.append(widget.placeholderText())
    elif isinstance(widget, QComboBox):
        said += [widget.itemText(place) for place in range(widget.count())]
    elif isinstance(widget, QTableView):
        said += in_table(widget)
    return said


def in_table(table: QTableView) -> list[str]:
    """Return the heads and the cells of a table."""
    model = table.model()
    columns, rows = range(model.columnCount()), range(model.rowCount())
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
    cells = [model.index(row, column).data() for row in rows for column in columns]
    return [str(text) for text in (*heads, *cells) if text is not None]
