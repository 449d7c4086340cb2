"""Scans come whole, from wherever, whatever has the focus, and none is lost."""

import os
import pty
import random
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.windows.input.scan_queue import Mark, Scan, ScanQueue
from desk.windows.input.serial_port import SerialScanner
from desk.windows.input.sounds import TONES, Sounds, sound_wave
from desk.windows.input.wedge import PrefixWedge, TimingWedge
from desk.windows.parts.ears import ears
from desk.workflow.scanned import Meaning, ScanKind, meanings

KEY = "ab" * 32
CONTROL = Qt.KeyboardModifier.ControlModifier
SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz -"


class Counter(QWidget):
    """A field, a button and shortcuts: everything that a stray key could harm."""

    def __init__(self, bot: QtBot) -> None:
        super().__init__()
        self.harm: list[str] = []
        self.line, self.button = QLineEdit(), QPushButton("提交")
        self.button.clicked.connect(lambda: self.harm.append("pressed"))
        self.line.textEdited.connect(lambda text: self.harm.append(f"typed {text}"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.button)
        for key in ("G", "1", "Return", "Ctrl+B", "Space"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda key=key: self.harm.append(key))
        bot.addWidget(self)
        with bot.waitActive(self):
            self.show()


def type_keys(counter: QWidget, text: str, rng: random.Random, stalls: float) -> None:
    """Type as a scanner does, through the window as the platform would; some keys come late."""
    window = counter.windowHandle()
    for sign in text:
        if rng.random() < stalls:
            QTest.qWait(rng.choice((36, 45, 60)))
        QTest.keyClick(window, Qt.Key(ord(sign.upper())))


def scan(counter: QWidget, text: str, rng: random.Random, stalls: float = 0.0) -> None:
    """Scan a code by the prefix and Enter."""
    window = counter.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_B, CONTROL)
    type_keys(counter, text, rng, stalls)
    QTest.keyClick(window, Qt.Key.Key_Return)


@pytest.fixture
def wedge(qtbot: QtBot) -> Iterator[PrefixWedge]:
    made = PrefixWedge()
    yield made
    ears().remove(made)


def test_u17_five_hundred_scans_are_exact_under_stalls_and_harm_nothing(
    qtbot: QtBot, wedge: PrefixWedge
) -> None:
    rng = random.Random(20261124)
    counter = Counter(qtbot)
    read: list[str] = []
    wedge.scanned.connect(read.append)
    codes = ["".join(rng.choices(SIGNS, k=23)) for _ in range(500)]
    for number, code in enumerate(codes):
        (counter.line if number % 2 else counter.button).setFocus()
        scan(counter, code, rng, stalls=0.02)

    assert read == codes
    assert counter.harm == []
    assert counter.line.text() == ""


def test_typing_goes_on_before_and_after_a_scan(qtbot: QtBot, wedge: PrefixWedge) -> None:
    counter = Counter(qtbot)
    counter.line.setFocus()
    rng = random.Random(1)
    type_keys(counter, "ab", rng, 0)
    scan(counter, "a023", rng)
    type_keys(counter, "cd", rng, 0)

    assert counter.line.text() == "abcd"


def test_a_scan_without_its_end_is_told_as_broken_and_the_next_is_whole(
    qtbot: QtBot, wedge: PrefixWedge
) -> None:
    counter = Counter(qtbot)
    broken: list[str] = []
    read: list[str] = []
    wedge.broken.connect(broken.append)
    wedge.scanned.connect(read.append)
    rng = random.Random(2)
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_B, CONTROL)
    type_keys(counter, "2026-0", rng, 0)
    scan(counter, "a023", rng)
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_B, CONTROL)
    type_keys(counter, "b0", rng, 0)
    wedge._timer.timeout.emit()

    assert (read, broken) == (["a023"], ["2026-0", "b0"])
    assert not wedge.is_reading


def test_what_an_input_method_caught_is_read_all_the_same(qtbot: QtBot, wedge: PrefixWedge) -> None:
    counter = Counter(qtbot)
    counter.line.setFocus()
    caught: list[bool] = []
    read: list[str] = []
    wedge.caught.connect(lambda: caught.append(True))
    wedge.scanned.connect(read.append)
    attribute = Qt.WidgetAttribute.WA_InputMethodEnabled
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_B, CONTROL)
    assert not counter.line.testAttribute(attribute)
    committed = QInputMethodEvent("", [])
    committed.setCommitString("Ａ０２３")
    QApplication.sendEvent(counter.line, committed)
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_Return)

    assert (read, caught) == (["A023"], [True])
    assert counter.line.text() == ""
    assert counter.line.testAttribute(attribute)


class Ears(QObject):
    """Notes the keys whose releases a widget hears."""

    def __init__(self, seen: list[int]) -> None:
        super().__init__()
        self._seen = seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        released = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease
        if released and isinstance(event, QKeyEvent) and event.key() != Qt.Key.Key_Control:
            self._seen.append(event.key())
        return False


def test_releases_of_swallowed_keys_are_swallowed_too(qtbot: QtBot, wedge: PrefixWedge) -> None:
    counter = Counter(qtbot)
    counter.line.setFocus()
    seen: list[int] = []

    ears = Ears(seen)
    counter.line.installEventFilter(ears)
    scan(counter, "A023", random.Random(3))
    assert seen == []
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_X)

    assert seen == [Qt.Key.Key_X]


def test_without_a_prefix_fast_keys_are_a_code_and_people_are_not(qtbot: QtBot) -> None:
    now = [0.0]
    wedge = TimingWedge(clock=lambda: now[0])
    line = QLineEdit()
    qtbot.addWidget(line)
    read: list[str] = []
    wedge.scanned.connect(read.append)
    for sign in "2026-0008802":
        now[0] += 0.01
        qtbot.keyClicks(line, sign)
    now[0] += 0.01
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (read, line.text()) == (["2026-0008802"], "")
    for sign in "typed by hand":
        now[0] += 0.2
        qtbot.keyClicks(line, sign)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    ears().remove(wedge)

    assert read == ["2026-0008802"]
    assert line.text() == "typed by hand"


class Desk:
    """Collects what a queue tells and sends."""

    def __init__(self, chosen: int | None = 0) -> None:
        self.sent: list[Meaning] = []
        self.told: list[Scan] = []
        self.asked: list[str] = []
        self._chosen = chosen
        self.now = 0.0
        self.queue = ScanQueue(KEY, self._send, self._ask, clock=lambda: self.now)
        self.queue.told.connect(self.told.append)
        self.answers: list = []  # type: ignore[type-arg]

    def _send(self, meaning: Meaning) -> bool:
        self.sent.append(meaning)
        return True

    def _ask(self, text: str, found: Sequence[Meaning], chosen) -> None:  # type: ignore[no-untyped-def]
        self.asked.append(text)
        self.answers.append(lambda place: chosen(None if place is None else found[place]))


def test_u18_twenty_scans_a_second_for_ten_seconds_lose_none(qtbot: QtBot) -> None:
    desk = Desk()
    codes = [f"2026-{number:07d}" for number in range(200)]
    for code in codes:
        desk.queue.take(code)
        QTest.qWait(50)
    qtbot.waitUntil(lambda: desk.queue.pending == 0)

    assert [meaning.value for meaning in desk.sent] == codes
    assert {scan.mark for scan in desk.told} == {Mark.DONE}


def test_scans_wait_while_somebody_is_asked_what_one_was(qtbot: QtBot) -> None:
    desk = Desk()
    desk.queue.take("13800000000")
    desk.queue.take("A023")
    qtbot.waitUntil(lambda: bool(desk.asked))
    QTest.qWait(20)
    assert desk.sent == []
    assert desk.queue.pending == 2
    desk.answers[0](1)
    qtbot.waitUntil(lambda: desk.queue.pending == 0)

    assert [meaning.kind for meaning in desk.sent] == [ScanKind.PHONE, ScanKind.TICKET]


def test_the_same_code_twice_within_two_seconds_is_taken_once(qtbot: QtBot) -> None:
    desk = Desk()
    for moment, code in ((0.0, "A023"), (1.0, "A023"), (4.0, "A023"), (4.5, "2204X")):
        desk.now = moment
        desk.queue.take(code)
        qtbot.waitUntil(lambda: desk.queue.pending == 0)

    assert [scan.mark for scan in desk.told] == [
        Mark.DONE,
        Mark.DUPLICATE,
        Mark.DONE,
        Mark.UNKNOWN,
    ]
    assert len(desk.sent) == 2


def test_a_certificate_of_another_key_is_told_and_not_sent_on(qtbot: QtBot) -> None:
    desk = Desk()
    text = "吉（2018）辽源市不动产权第0000042号|220402001001GB00001F00010001|2018-03-26|" + "0" * 16
    assert meanings(text, KEY)[0].genuine is False
    desk.queue.take(text)
    qtbot.waitUntil(lambda: desk.queue.pending == 0)

    assert desk.sent == []
    assert desk.told[0].mark is Mark.FORGED


def test_u17_a_scanner_on_a_serial_port_gives_every_code_whole(qtbot: QtBot) -> None:
    ours, theirs = pty.openpty()
    scanner = SerialScanner(os.ttyname(theirs))
    read: list[str] = []
    scanner.scanned.connect(read.append)
    rng = random.Random(4)
    codes = [f"2026-{number:07d}" for number in range(500)]
    for code in codes:
        cut = rng.randrange(len(code))
        os.write(ours, code[:cut].encode())
        if rng.random() < 0.02:
            QTest.qWait(40)
        os.write(ours, code[cut:].encode() + rng.choice((b"\r", b"\n", b"\r\n")))
    qtbot.waitUntil(lambda: len(read) == len(codes), timeout=10_000)
    os.write(ours, "吉（2018）辽源市不动产权第0000042号\r".encode())
    qtbot.waitUntil(lambda: len(read) > len(codes))
    scanner.close()
    os.close(ours)
    os.close(theirs)

    assert read[:-1] == codes
    assert read[-1] == "吉（2018）辽源市不动产权第0000042号"


def test_a_port_that_is_pulled_out_is_told(qtbot: QtBot) -> None:
    ours, theirs = pty.openpty()
    name = os.ttyname(theirs)
    scanner = SerialScanner(name)
    with qtbot.waitSignal(scanner.lost) as lost:
        os.close(theirs)
        os.close(ours)
    qtbot.waitUntil(lambda: not scanner.is_there)
    scanner.close()

    assert lost.args == [name]


def test_a_port_that_is_not_there_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(OSError, match="nowhere"):
        SerialScanner(str(tmp_path / "nowhere"))


def test_each_sound_is_a_wave_and_can_be_muted(qtbot: QtBot) -> None:
    for name in TONES:
        assert sound_wave(name).startswith(b"RIFF")
        Sounds(muted=True).play(name)
        Sounds(muted=False).play(name)
