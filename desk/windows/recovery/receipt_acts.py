"""What is done with receipts for papers in S05: printed, voided with a reason, written anew."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from desk.local.numbers import Given
from desk.local.outbox import Waiting
from desk.local.taking_in import write_again
from desk.windows.devices.printing_out import print_receipt
from desk.windows.parts.actions import make_action
from desk.windows.parts.office import Office
from desk.workflow.receipt_letter import TakenIn
from desk.workflow.receipt_numbers import ReceiptNumber, receipt_number


class ReceiptActs(QObject):
    """The acts on the receipt of the chosen line, and on the number that is given out next."""

    said = Signal(str, str)  # level and text, for the screen's banner

    def __init__(
        self, office: Office, screen: QWidget, chosen: Callable[[], Waiting | None]
    ) -> None:
        super().__init__(screen)
        self._office, self._screen, self._chosen = office, screen, chosen
        self.print = make_action(screen, "print_receipt", self._print)
        self.void = make_action(screen, "void_number", self._void)

    @property
    def left(self) -> int:
        """Return how many numbers can still be given out."""
        return self._office.keeping.numbers.left

    def fit(self, row: Waiting | None) -> None:
        """Offer what can be done with the chosen line."""
        waits = row is not None and row.state != "sent"
        self.print.setEnabled(waits)
        self.void.setEnabled(self._number(row) is not None)

    def printed(self) -> Mapping[str, bool]:
        """Return of each receipt that is not settled whether it is on paper."""
        return {
            given.number.text: given.is_printed for given in self._office.keeping.numbers.rows()
        }

    def show_new(self, number: str) -> None:
        """Print a receipt that was given out just now; once it is on paper it is left alone."""
        given = self._given(number)
        if given is not None and not given.is_printed:
            self._send(given)

    def void_of(self, row: Waiting) -> bool:
        """Void the receipt of a line; false where no reason was given."""
        number = receipt_number(row.receipt)
        return number is None or self._ask_why(row, number)

    def _print(self) -> None:
        row = self._chosen()
        if row is None or not self.print.isEnabled():
            return
        given = self._given(row.receipt) or self._write(row)
        if given is None:
            self.said.emit("error", self.tr("No reserved number is left, so nothing was printed."))
        else:
            self._send(given)

    def _write(self, row: Waiting) -> Given | None:
        """Write another receipt for papers whose number is void."""
        person = self._office.person
        taken = TakenIn(at=row.at, login=row.login, clerk=person.name, window=person.window)
        return write_again(self._office.keeping, self._office.desk.setting, row, taken)

    def _send(self, given: Given) -> None:
        number = given.number.text

        def printed(name: str) -> None:
            self._office.outbox_changed.emit()
            self.said.emit("done", self.tr("Printed: {0} {1}").format(name, number))

        def refused(why: str) -> None:
            self.said.emit("error", self.tr("{0} is not on paper yet. {1}").format(number, why))

        print_receipt(self._office, self, given, printed, refused)

    def _void(self) -> None:
        row = self._chosen()
        number = self._number(row)
        if number is not None and self.void.isEnabled():
            self._ask_why(row, number)

    def _ask_why(self, row: Waiting | None, number: ReceiptNumber) -> bool:
        label = self.tr("Why is the number {0} void? It goes to nobody any more.")
        reason, sure = QInputDialog.getText(
            self._screen, self.tr("Void a number"), label.format(number.text)
        )
        if not sure or not reason.strip():
            return False
        its = row.id if row is not None and row.receipt == number.text else None
        self._office.keeping.void(its, number, reason.strip())
        self.said.emit("done", self.tr("{0} is void: {1}").format(number.text, reason.strip()))
        self._office.outbox_changed.emit()
        return True

    def _number(self, row: Waiting | None) -> ReceiptNumber | None:
        """Return the number that voiding means: the line's own, else the next one."""
        if row is not None and row.receipt and row.state != "sent":
            return receipt_number(row.receipt)
        return self._office.keeping.numbers.next()

    def _given(self, text: str) -> Given | None:
        number = receipt_number(text)
        given = self._office.keeping.numbers.find(number) if number is not None else None
        return given if given is not None and given.state == "given" else None
