"""The desk's side of P02: whom it asks, one after the other, and what they answered."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desk.windows.customer.placing import place
from desk.windows.customer.screen import CustomerScreen
from desk.windows.customer.shown import Check, Signature
from desk.workflow.reader import Kind
from forms.checks.money import format_fen

Evidence = dict[str, object]


class Customer(QObject):
    """Shows the applicants' screen when there is a monitor for it, or when the clerk wants it."""

    all_signed = Signal()
    signed = Signal(str)  # who signed just now
    marked_wrong = Signal(str, bool)
    refused = Signal(str)
    rated = Signal(int)

    def __init__(
        self, window: int | None, centre: str, monitor: str = "", kind: Kind = "live"
    ) -> None:
        super().__init__()
        self._monitor = monitor
        self.asked_by: object = None  # which screen of the clerk the signatures belong to
        self._to_ask: list[Check] = []
        self._signatures: list[Signature] = []
        self.screen = CustomerScreen(window, centre, kind)
        # Applicants only touch: the clerk's keys must not follow their fingers.
        self.screen.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.screen.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.screen.signed.connect(self._take)
        self.screen.refused.connect(self._stop)
        self.screen.marked_wrong.connect(self.marked_wrong)
        self.screen.rated.connect(self.rated)

    @property
    def waits_for(self) -> tuple[str, ...]:
        """Return who has not signed yet, in turn."""
        return tuple(check.signer for check in self._to_ask)

    def signed_by(self, by: object) -> tuple[str, ...]:
        """Return who has signed what `by` asked for."""
        return tuple(one.signer for one in self._signatures) if self.asked_by is by else ()

    def open_beside(self, clerk: QWidget, *, wanted: bool = False) -> None:
        """Show the screen on the applicants' monitor; without one only when it is wanted."""
        if not place(self.screen, clerk, self._monitor) and wanted:
            self.screen.show()

    def ask(self, checks: Sequence[Check], by: object = None) -> None:
        """Let each person check and sign; what was signed before is dropped."""
        self.asked_by = by
        self._to_ask = list(checks)
        self._signatures = []
        self._next()

    def evidence(self, by: object = None) -> Evidence:
        """Return the signatures that `by` asked for, as a command carries them; none of others."""
        if not self._signatures or self.asked_by is not by:
            return {}
        kept = [
            {"signer": one.signer, "strokes": [[list(point) for point in s] for s in one.strokes]}
            for one in self._signatures
        ]
        return {"signatures": kept}

    def show_pay(self, fen: int, code: str) -> None:
        """Show what is to be paid, with the code to scan."""
        self._to_ask, self._signatures, self.asked_by = [], [], None
        self.screen.show_pay(format_fen(fen), code)

    def show_result(self, case_no: str, expected: str) -> None:
        """Say that the application is accepted; after a while nothing of it stays."""
        self._to_ask, self._signatures, self.asked_by = [], [], None
        self.screen.show_result(expected, case_no)

    def clear(self, ticket: str = "") -> None:
        """Show nothing of anybody any more and forget the signatures."""
        self._to_ask, self._signatures, self.asked_by = [], [], None
        self.screen.show_idle(ticket)

    def close(self) -> None:
        """Take the screen away, when its window ends."""
        self.screen.close()
        self.screen.deleteLater()

    def _next(self) -> None:
        if self._to_ask:
            self.screen.show_check(self._to_ask[0])
        else:
            self.all_signed.emit()

    def _take(self, signature: Signature) -> None:
        self._to_ask.pop(0)
        self._signatures.append(signature)
        self.signed.emit(signature.signer)
        self._next()

    def _stop(self, signer: str) -> None:
        self._to_ask = []
        self._signatures = []
        self.refused.emit(signer)
