"""The deed tax by exchange at the cashier: the tax office's figure beside the desk's own."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel

from desk.windows.devices.exchange import AGAIN, Exchange, ExchangeDown, or_down
from desk.windows.parts.office import Office
from desk.windows.parts.theme import tokens
from desk.windows.parts.words import language
from desk.workflow.errors import DeskError
from desk.workflow.exchange import TaxState
from desk.workflow.queries.cases import CaseView
from forms.checks.money import format_fen
from forms.messages import message


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked about: a contract of a case, and the tax that is open there, in 分."""

    case: object
    number: str
    units: tuple[str, ...]
    own: int


class TaxByExchange(QObject):
    """Asks as soon as a case with open tax is shown; nothing is recorded before the clerk does."""

    paid = Signal(str)  # the number of the voucher
    forgotten = Signal(str)  # a voucher that no longer belongs to what is shown

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._asked: Asked | None = None
        self._tax: TaxState | None = None
        self.line = QLabel()
        self.line.setAccessibleName(self.tr("Tax by exchange"))
        self.line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.line.setWordWrap(True)
        self.line.hide()
        self.again = QTimer(self)
        self.again.setInterval(AGAIN)
        self.again.timeout.connect(self._ask)

    def follow(self, view: CaseView | None) -> None:
        """Ask about the tax of the case that is shown, once, where it is open."""
        asked = _question(view)
        if asked == self._asked:
            return
        voucher = self._tax.voucher if self._tax is not None else ""
        self._asked, self._tax = asked, None
        self.again.stop()
        self._say("", "")
        if voucher:
            self.forgotten.emit(voucher)
        if asked is not None:
            self._ask()

    def evidence(self, voucher: str | None) -> Mapping[str, object]:
        """Return what is kept with a payment by the voucher that the tax office named."""
        tax, asked = self._tax, self._asked
        if tax is None or asked is None or not voucher or voucher != tax.voucher:
            return {}
        kept = {
            "contract": asked.number,
            "voucher": tax.voucher,
            "deed_tax": format_fen(tax.deed_tax),
            "own": format_fen(asked.own),
        }
        return {"exchange": kept}

    def _ask(self) -> None:
        asked, exchange = self._asked, self._office.exchange
        if asked is None:
            return

        def work() -> TaxState | ExchangeDown | str | None:
            return or_down(lambda: _answer(exchange, asked))

        def answered(found: TaxState | ExchangeDown | str | None) -> None:
            if asked == self._asked:
                self._take(asked, found)

        self._office.machines.run(self, work, answered, self._fail)

    def _take(self, asked: Asked, found: TaxState | ExchangeDown | str | None) -> None:
        if found is None:
            waits = self.tr("○ The tax office has not answered yet; it is asked again every 5 s.")
            self._say(waits, "")
            self.again.start()
            return
        if self.again.isActive():
            self.again.stop()
            self._office.sounds.play("ok")
        if isinstance(found, ExchangeDown):
            self._say(f"○ E-TAX-010  {message('E-TAX-010', language())}", "")
        elif isinstance(found, str):
            self._say(f"▲ {found}", tokens().warning)
        else:
            self._tax = found
            self._compare(asked, found)

    def _compare(self, asked: Asked, tax: TaxState) -> None:
        """Say both figures; the voucher of a paid tax is offered, the clerk records it."""
        said, own = format_fen(tax.deed_tax), format_fen(asked.own)
        if tax.deed_tax != asked.own:
            code = "E-TAX-011" if tax.paid else "E-TAX-012"
            facts = {"said": said, "own": own, "voucher": tax.voucher}
            self._say(f"▲ {code}  {message(code, language(), **facts)}", tokens().warning)
        elif tax.paid:
            words = self.tr("✓ Deed tax {0} yuan paid, voucher {1}. Ctrl+Enter records it.")
            self._say(words.format(said, tax.voucher), "")
        else:
            words = self.tr("○ Deed tax {0} yuan, not paid yet says the tax office.")
            self._say(words.format(said), "")
        if tax.paid:
            self.paid.emit(tax.voucher)

    def _say(self, text: str, colour: str) -> None:
        self.line.setText(text)
        self.line.setStyleSheet(f"color: {colour};" if colour else "")
        self.line.setVisible(bool(text))

    def _fail(self, error: DeskError) -> None:
        self._say(error.text(language()), "")


def _question(view: CaseView | None) -> Asked | None:
    application = view.application if view is not None else None
    if view is None or application is None or not view.money.charged or not view.money.tax_open:
        return None
    number = application.fields.get("contract_no")
    if not isinstance(number, str) or not number:
        return None
    return Asked(
        case=view.row.case_id, number=number, units=application.units, own=view.money.tax_open
    )


def _answer(exchange: Exchange, asked: Asked) -> TaxState | str | None:
    """Return the state of the taxes, why there is none, or None while it is still to come."""
    contract = exchange.contract(asked.number)
    if contract is None:
        return f"E-TAX-013  {message('E-TAX-013', language(), number=asked.number)}"
    if contract.unit not in asked.units:
        facts = {"number": asked.number, "unit": contract.unit}
        return f"E-TAX-014  {message('E-TAX-014', language(), **facts)}"
    return exchange.tax(contract)
