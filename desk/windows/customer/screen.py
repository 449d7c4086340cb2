"""P02: one thing at a time for the person in front of the window, in large type."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.windows.customer.check_line import TOUCH, CheckLine
from desk.windows.customer.qr_picture import QrPicture
from desk.windows.customer.shown import Check, ShownLine, Signature
from desk.windows.customer.signature_pad import SignaturePad
from desk.windows.parts.demonstration import framed, titled
from desk.workflow.reader import Kind

LETTER = 21  # pixels: 150 % of the desk's own type
BEST = 5
UNRATED_AFTER = 60_000  # ms without a rating: none is kept, never five stars; a result goes too


class CustomerScreen(QWidget):
    """Idle, check, sign, pay, result and rating; what the applicant does comes out as signals."""

    marked_wrong = Signal(str, bool)  # key of a line, and whether it is wrong
    refused = Signal(str)  # name of who said that something is wrong
    signed = Signal(object)  # a Signature
    rated = Signal(int)
    unrated = Signal()

    def __init__(self, window: int | None, centre: str, kind: Kind = "live") -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle(titled(self.tr("Applicant's screen"), kind))
        self._window, self._centre = window, centre
        self._check: Check | None = None
        self._state = "idle"
        self._wrong: set[str] = set()
        self.pad = SignaturePad()
        self._pages = QStackedWidget()
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.addWidget(self._pages)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(framed(inner, kind))
        self._patience = QTimer(self, interval=UNRATED_AFTER, singleShot=True)
        self._patience.timeout.connect(self._leave_unrated)
        self.setStyleSheet(
            f"* {{ font-size: {LETTER}px; }} QPushButton {{ min-height: {TOUCH}px; }}"
        )
        self.setMinimumSize(640, 480)
        self.show_idle()

    @property
    def state(self) -> str:
        """Return what is shown: idle, check, sign, pay, result or rate."""
        return self._state

    def show_idle(self, ticket: str = "") -> None:
        """Say which window this is and whom it serves; nothing of anybody else stays."""
        self._patience.stop()
        self._check = None
        self._wrong.clear()
        self.pad.clear()
        number = self.tr("Window {0}").format(self._window) if self._window else self._centre
        serving = self.tr("Now serving {0}").format(ticket) if ticket else self._centre
        self._turn_to("idle", (self._big(number), self._line(serving)))

    def show_check(self, check: Check) -> None:
        """Let a person check what was entered about him."""
        self._check = check
        self._wrong.clear()
        self.pad.clear()
        agree = self._button(self.tr("All is right, I sign"), self._to_sign, main=True)
        refuse = self._button(self.tr("Something is wrong, tell the clerk"), self._refuse)
        head = self._line(self.tr("{0}, please check. Touch what is wrong.").format(check.signer))
        self._turn_to("check", (head, self._lines(check.lines), self._row(refuse, agree)))

    def show_pay(self, amount: str, code: str) -> None:
        """Show what is to be paid, and the code to scan."""
        due = self._line(self.tr("Please scan and pay the registration fee"))
        sum_ = self._big(self.tr("{0} yuan").format(amount))
        self._turn_to("pay", (due, sum_, QrPicture(code, self.tr("Code to pay"))))

    def show_result(self, expected: str, case_no: str) -> None:
        """Say when the certificate is expected; the code carries the case's number."""
        self._patience.start()
        self._turn_to(
            "result",
            (
                self._line(self.tr("Your application was accepted")),
                self._big(case_no),
                self._line(self.tr("Certificate expected at {0}").format(expected)),
                QrPicture(case_no, self.tr("Case number")),
            ),
        )

    def ask_rating(self) -> None:
        """Ask for a rating; to skip it, or to walk away, leaves none."""
        words = (
            self.tr("Very satisfied"),
            self.tr("Satisfied"),
            self.tr("Fairly satisfied"),
            self.tr("Dissatisfied"),
            self.tr("Very dissatisfied"),
        )
        scores = [
            self._button(word, partial(self._rate, BEST - place))
            for place, word in enumerate(words)
        ]
        skip = self._button(self.tr("Skip"), self._leave_unrated)
        head = self._line(self.tr("How was our service today?"))
        self._turn_to("rate", (head, *scores, skip))
        self._patience.start()

    def _to_sign(self) -> None:
        assert self._check is not None
        done = self._button(self.tr("Done"), self._sign, main=True)
        done.setEnabled(False)
        self.pad.written.connect(done.setEnabled)
        again = self._button(self.tr("Write again"), self.pad.clear)
        back = self._button(self.tr("Back"), self._back_to_check)
        head = self._line(self.tr("{0}, please sign here").format(self._check.signer))
        self._turn_to("sign", (head, self.pad, self._row(back, again, done)))

    def _back_to_check(self) -> None:
        if self._check is not None:
            self.show_check(self._check)

    def _sign(self) -> None:
        if self._check is None or not self.pad.is_signed:
            return
        signature = Signature(signer=self._check.signer, strokes=self.pad.strokes)
        ticket = self._check.ticket
        self.show_idle(ticket)
        self.signed.emit(signature)

    def _refuse(self) -> None:
        assert self._check is not None
        signer, ticket = self._check.signer, self._check.ticket
        self.show_idle(ticket)
        self.refused.emit(signer)

    def _rate(self, score: int) -> None:
        self._patience.stop()
        self.show_idle()
        self.rated.emit(score)

    def _leave_unrated(self) -> None:
        unrated = self._state == "rate"
        self.show_idle()
        if unrated:
            self.unrated.emit()

    def _mark(self, key: str, wrong: bool) -> None:
        (self._wrong.add if wrong else self._wrong.discard)(key)
        self.marked_wrong.emit(key, wrong)

    def _lines(self, lines: Sequence[ShownLine]) -> QWidget:
        grid_of = QWidget()
        grid = QGridLayout(grid_of)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(8)
        for row, line in enumerate(lines):
            label = QLabel(line.label)
            label.setProperty("role", "muted")
            value = CheckLine(line.label, line.value)
            value.toggled.connect(lambda wrong, key=line.key: self._mark(key, wrong))
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(value, row, 1)
        grid.setRowStretch(len(lines), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(grid_of)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    def _turn_to(self, state: str, parts: Sequence[QWidget]) -> None:
        """Show a page and let go of the one before: nothing of it can be called back."""
        self._state = state
        page = QFrame()
        layout = QVBoxLayout(page)
        layout.setSpacing(16)
        self.pad.setParent(self)  # kept when its page goes: it is shown again
        for part in parts:
            layout.addWidget(
                part, 1 if isinstance(part, QScrollArea | SignaturePad | QrPicture) else 0
            )
        self.pad.setVisible(self.pad in parts)
        old = self._pages.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()

    def _line(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _big(self, text: str) -> QLabel:
        label = self._line(text)
        label.setStyleSheet(f"font-size: {LETTER * 3}px; font-weight: 600;")
        return label

    def _button(self, text: str, act: Callable[[], object], *, main: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("main", main)
        button.clicked.connect(lambda _checked: act())
        return button

    def _row(self, *widgets: QWidget) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        for widget in widgets:
            layout.addWidget(widget, 1)
        return row
