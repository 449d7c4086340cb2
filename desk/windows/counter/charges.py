"""C10 缴费与税: what a case costs, how each figure came about, paid or let off."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desk.windows.counter.fee_code import FeeCode, Order
from desk.windows.counter.tax_by_exchange import TaxByExchange
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.words import code_word, item_name, language
from desk.workflow.answers import Answer, Touched
from desk.workflow.commands import (
    CaseCommand,
    ChargeCase,
    ExemptCharge,
    PayCharge,
    RefundCharge,
)
from desk.workflow.errors import DeskError
from desk.workflow.queries.cases import CaseView, ChargeRow, case
from desk.workflow.reader import Reader
from desk.workflow.stages import RUNNING
from forms.catalogue import delivered
from forms.checks.money import format_fen, in_words
from forms.clauses import said
from forms.sources import source_text

METHODS = ("scan", "card", "cash", "transfer", "voucher")
LINES = {
    "fee": QT_TRANSLATE_NOOP("charges", "Registration fee"),
    "copies": QT_TRANSLATE_NOOP("charges", "Further copies"),
    "deed_tax": QT_TRANSLATE_NOOP("charges", "Deed tax"),
}
"""Lines of the fee and of the deed tax; the seller's taxes are named where their rates are."""


def line_word(line: str) -> str:
    """Name a line of the charges in the language of the screen."""
    if line in LINES:
        return QCoreApplication.translate("charges", LINES[line])
    for tax in delivered().taxes.lines:
        if tax.key == line:
            return tax.zh if language() == "zh" else tax.en
    return line


def _source(row: ChargeRow) -> str:
    return source_text(row.source, language(), delivered().codes["instrument"])


def refund_words(view: CaseView) -> str:
    """Say what is owed back or went back of the fee; nothing where neither is so."""
    if view.owed_back:
        text = QCoreApplication.translate(
            "charges", "Refund due: fee {0}, by another than who took it."
        )
        return text.format(format_fen(view.owed_back))
    if view.money.fee_refunded:
        text = QCoreApplication.translate("charges", "Refunded: fee {0}.")
        return text.format(format_fen(view.money.fee_refunded))
    return ""


class ChargesScreen(QWidget):
    """Lines, what is open, how it is paid; Ctrl+Enter records it."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._view: CaseView | None = None
        self._case: UUID | None = None
        self.banner = Banner()
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.lines = Listing[ChargeRow](
            self._columns(), self.tr("Not worked out yet. Press Ctrl+G."), self.tr("Charges")
        )
        self.open_line = QLabel()
        self.open_line.setProperty("role", "section")
        self.what = QComboBox()
        for name, text in (
            ("all", self.tr("Fee and tax")),
            ("fee", self.tr("Fee")),
            ("tax", self.tr("Tax")),
        ):
            self.what.addItem(text, name)
        self.method = QComboBox()
        for method in METHODS:
            self.method.addItem(code_word("payment_method", method), method)
        self.voucher = QLineEdit()
        self.exemption = QComboBox()
        self.exemption.setEditable(True)
        self.charge = make_action(self, "charge", self._charge)
        self.pay = make_action(self, "pay", self._pay)
        self.exempt = make_action(self, "exempt", self._exempt)
        self.refund = make_action(self, "refund", self._refund)
        self.fee_code = make_action(self, "fee_code", self._show_code)
        self.code = FeeCode(office, self)
        self.code.told.connect(self.banner.say)
        self.code.paid.connect(self._code_paid)
        self.code.changed.connect(self._allow)
        self.tax = self._tax_by_exchange()
        self._fill_exemptions()
        self._lay_out()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale."""
        return frozenset({Touched.MONEY})

    @property
    def first(self) -> QWidget:
        """Return the choice of what is paid."""
        return self.what

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the acts of the cashier."""
        return (self.pay, self.fee_code, self.charge, self.exempt, self.refund)

    def open(self, subject: object) -> None:
        """Show the money of a case; it is worked out at once where it was not yet."""
        if isinstance(subject, UUID):
            self._case = subject
            self._view = None
            self.banner.hide()
        self.reload()

    def reload(self) -> None:
        """Read the case again."""
        if self._case is None:
            self._show(None)
            return
        case_id = self._case

        def ask(reader: Reader, now: datetime) -> CaseView | None:
            return case(reader, case_id, now)

        self._office.look(self, ask, self._show)

    def _columns(self) -> Sequence[Column[ChargeRow]]:
        return (
            Column(title=self.tr("Line"), read=lambda row: line_word(row.line)),
            Column(
                title=self.tr("How it came about"),
                read=lambda row: said(row.basis, language()),
                stretches=True,
            ),
            Column(title=self.tr("Source"), read=_source),
            Column(title=self.tr("Amount"), read=lambda row: format_fen(row.amount), numbers=True),
        )

    def _fill_exemptions(self) -> None:
        for entry in delivered().codes["exemption_reason"].entries:
            self.exemption.addItem(entry.zh if language() == "zh" else entry.en, entry.zh)
        self.exemption.setCurrentIndex(-1)  # nobody is let off by a reason that was only first
        line = self.exemption.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("choose or write the reason"))
        self.exemption.currentTextChanged.connect(lambda _text: self._allow())

    def _lay_out(self) -> None:
        pay = QHBoxLayout()
        for label, editor in (
            (self.tr("Pays"), self.what),
            (self.tr("By"), self.method),
            (self.tr("Voucher"), self.voucher),
        ):
            editor.setAccessibleName(label)
            pay.addWidget(QLabel(label))
            pay.addWidget(editor)
        pay.addStretch(1)
        pay.addWidget(make_button(self.fee_code))
        pay.addWidget(make_button(self.pay, main=True))
        self.exemption.setAccessibleName(self.tr("Reason of exemption"))
        let_off = QHBoxLayout()
        let_off.addWidget(QLabel(self.tr("Reason of exemption")))
        let_off.addWidget(self.exemption, 1)
        let_off.addWidget(make_button(self.exempt))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(make_button(self.charge))
        standing = QHBoxLayout()
        standing.addWidget(self.open_line, 1)
        standing.addWidget(make_button(self.refund))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.banner)
        layout.addWidget(self.lines, 1)
        layout.addLayout(standing)
        layout.addWidget(self.tax.line)
        layout.addLayout(pay)
        layout.addLayout(let_off)

    def _show(self, view: CaseView | None) -> None:
        self._view = view
        self._allow()
        self.tax.follow(view)
        if view is None:
            self.title.setText(self.tr("No case chosen. Find one with F3."))
            self.lines.show_rows(())
            self.open_line.clear()
            return
        row = view.row
        self.title.setText(f"{row.case_no or row.ticket or ''}  {item_name(row.item)}")
        self._shell.show_case(self.title.text(), row.clock)
        self.lines.show_rows(view.charges)
        self._show_open(view)
        if not view.charges and not view.money.charged and row.state in RUNNING:
            self._charge()

    def _allow(self) -> None:
        """Allow what can be done now: only what is open is paid, nobody is let off unreasoned."""
        money = self._view.money if self._view is not None else None
        charged = money is not None and money.charged
        due = money.fee_open + money.tax_open if money is not None else 0
        reason = self.exemption.currentText().strip()
        running = self._view is not None and self._view.row.state in RUNNING
        out = self._view is not None and self.code.is_out(self._view.row.case_id)
        fee = money.fee_open if money is not None else 0
        self.charge.setEnabled(running and not out)
        self.pay.setEnabled(running and charged and due > 0)
        self.fee_code.setEnabled(running and charged and fee > 0)
        self.exempt.setEnabled(running and charged and bool(reason) and not out)
        self.refund.setEnabled(self._view is not None and self._view.owed_back > 0)

    def _show_open(self, view: CaseView) -> None:
        due = view.money.fee_open + view.money.tax_open
        refund = refund_words(view)
        if refund:
            self.open_line.setText(refund)
        elif not view.money.charged:
            self.open_line.setText(self.tr("Nothing is charged yet."))
        elif due == 0:
            self.open_line.setText(self.tr("Nothing is open."))
        else:
            text = self.tr("Open: fee {0}, tax {1}, together {2}  {3}")
            self.open_line.setText(
                text.format(
                    format_fen(view.money.fee_open),
                    format_fen(view.money.tax_open),
                    format_fen(due),
                    in_words(due) if language() == "zh" else "",
                ).rstrip()
            )

    def _send(self, command: CaseCommand, done: str, guard: QAction) -> None:
        def answered(_answer: Answer) -> None:
            self.banner.say("done", done)
            self.voucher.clear()
            self.exemption.setCurrentIndex(-1)
            self.exemption.clearEditText()
            self.reload()

        self._office.do(self, command, answered, self._refused, guard=guard)

    def _charge(self) -> None:
        if self._view is not None:
            row = self._view.row
            self._send(
                ChargeCase(case_id=row.case_id, seen=row.n), self.tr("Worked out."), self.charge
            )

    def _pay(self) -> None:
        if self._view is None or not self.pay.isEnabled():
            return
        row, voucher = self._view.row, self.voucher.text().strip() or None
        method = self.method.currentData()
        command = PayCharge(
            case_id=row.case_id,
            seen=row.n,
            what=self.what.currentData(),
            method=method,
            voucher=voucher,
            evidence=self.tax.evidence(voucher) if method == "voucher" else {},
        )
        said = self.tr("Payment recorded.")
        if command.what == "tax":
            self._send(command, said, self.pay)
        else:  # no fee is taken while its code could still be paid
            self.code.instead(row.case_id, lambda: self._send(command, said, self.pay))

    def _tax_by_exchange(self) -> TaxByExchange:
        tax = TaxByExchange(self._office, self)
        tax.paid.connect(self._offer_voucher)
        tax.forgotten.connect(self._take_back)
        return tax

    def _offer_voucher(self, number: str) -> None:
        """Put the voucher of a paid tax into the line, unless something was chosen there."""
        untouched = self.what.currentData() == "all" and self.method.currentIndex() == 0
        if untouched and not self.voucher.text():
            self._choose("tax", "voucher", number)

    def _take_back(self, number: str) -> None:
        """Take a voucher out that was offered for what is paid by now, or for another case."""
        if self.method.currentData() == "voucher" and self.voucher.text() in {"", number}:
            self._choose("all", METHODS[0], "")

    def _choose(self, what: str, method: str, voucher: str) -> None:
        self.what.setCurrentIndex(self.what.findData(what))
        self.method.setCurrentIndex(self.method.findData(method))
        self.voucher.setText(voucher)

    def _show_code(self) -> None:
        if self._view is not None and self.fee_code.isEnabled():
            self.code.show(self._view)

    def _code_paid(self, order: Order) -> None:
        """Record what the channel says was paid, whichever case is shown by now."""

        def recorded(_answer: Answer) -> None:
            said = self.tr("✓ Paid by scanning: {0}, voucher {1}.")
            self.banner.say("done", said.format(format_fen(order.fen), order.number))
            self.reload()

        self._office.do(self, order.payment, recorded, self._refused)

    def _exempt(self) -> None:
        if self._view is None or not self.exempt.isEnabled():
            return
        row = self._view.row
        command = ExemptCharge(
            case_id=row.case_id,
            seen=row.n,
            what=self.what.currentData(),
            reason=self.exemption.currentText().strip(),
        )
        self._send(command, self.tr("Exemption recorded."), self.exempt)

    def _refund(self) -> None:
        if self._view is None or not self.refund.isEnabled():
            return
        row = self._view.row
        command = RefundCharge(
            case_id=row.case_id,
            seen=row.n,
            method=self.method.currentData(),
            voucher=self.voucher.text().strip() or None,
        )
        self._send(
            command, self.tr("The fee is given back; the slip is with the case."), self.refund
        )

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)
        self.reload()
