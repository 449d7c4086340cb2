"""Contract and taxes by exchange: asked as soon as a contract number stands, never waited for."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desk.windows.counter.check_view import read_line
from desk.windows.counter.contract_view import (
    EXPLAINED,
    ContractView,
    far_price,
    values_of,
)
from desk.windows.counter.entry import ApplicationEntry
from desk.windows.counter.entry_state import PRESENT, Source
from desk.windows.devices.exchange import AGAIN, ExchangeDown, or_down
from desk.windows.parts.banner import Banner
from desk.windows.parts.office import Office
from desk.windows.parts.once import once
from desk.windows.parts.words import language
from desk.workflow.errors import DeskError
from desk.workflow.exchange import FiledContract, TaxState
from forms.catalogue import delivered
from forms.checks.money import format_fen
from forms.messages import message

NUMBER = "fields/contract_no"
BY_EXCHANGE = ("contract_no", "price", "contract_date")
TAX_PAPER = "M06"
SECOND = 1_000  # ms


class Exchanged(QObject):
    """Asks for the contract and its taxes, fills what they say, keeps why a price is far off."""

    told = Signal(str, str)  # level and sentence for the clerk
    changed = Signal()

    def __init__(self, office: Office, entry: ApplicationEntry) -> None:
        super().__init__(entry)
        self._office, self._entry, self._model = office, entry, entry.model
        self._number = ""  # that was asked about last
        self._contract: FiledContract | None = None
        self._tax: TaxState | None = None
        self._down = False
        self._waited = QElapsedTimer()
        self._again = QTimer(self)
        self._again.setInterval(AGAIN)
        self._again.timeout.connect(self._ask_tax)
        self.view, self.tax_line = ContractView(), read_line(self.tr("Tax by exchange"))
        self.tax_line.hide()
        entry.boxes["contract"].addWidget(self.view)
        entry.boxes["tax"].insertWidget(1, self.tax_line)
        self._later = once(self, self._follow)
        entry.model.settled.connect(lambda: self._later.start(0))
        entry.model.replaced.connect(lambda: self._later.start(0))
        entry.bound.tie(EXPLAINED, self.view.explanation, self.view.cell)

    @property
    def unexplained(self) -> str:
        """Say that a far price still has no explanation; nothing where none is wanted."""
        state = self._model.state
        return "" if state.text(EXPLAINED) else far_price(state, self._tax)

    @property
    def sections(self) -> frozenset[str]:
        """Return the section in which a price waits for its explanation."""
        return frozenset({"contract"}) if self.unexplained else frozenset()

    def hinders(self) -> bool:
        """Ask for the explanation that is wanted; tell whether one is."""
        self._entry.commit()
        asked = self.unexplained
        if asked:
            self.told.emit("error", asked)
            self.explain()
        return bool(asked)

    def go_on(self, banner: Banner) -> None:
        """Confirm what a banner asks; where it asks nothing, explain what stands amber."""
        if not banner.confirm():
            self.explain()

    def explain(self) -> None:
        """Take the explanation that was written, or ask for it."""
        self._entry.bound.commit()
        if self.unexplained:
            self.view.explanation.setFocus()

    def evidence(self) -> dict[str, object]:
        """Return what is kept with the acceptance of all that other offices said."""
        if self._contract is None:
            return {}
        kept: dict[str, object] = {
            "contract": self._contract.number,
            "price": format_fen(self._contract.price),
            "signed": self._contract.signed.isoformat(),
        }
        if self._tax is not None:
            kept |= {"assessed": format_fen(self._tax.assessed), "voucher": self._tax.voucher}
        if why := self._model.state.text(EXPLAINED):
            kept["price_explained"] = why
        return {"exchange": kept}

    def _follow(self) -> None:
        """Ask about a number that is new; set what is known beside the entry as it stands."""
        item = delivered().items.get(self._model.state.item)
        number = self._model.state.text(NUMBER)
        asked = item is not None and {"price", "contract_no"} <= {one.key for one in item.fields}
        if not asked or not number:
            self._forget()
        elif number != self._number:
            self._forget()
            self._number = number
            self._ask_contract()
        self._show()

    def _forget(self) -> None:
        self._number, self._contract, self._tax, self._down = "", None, None, False
        self._again.stop()
        self.view.say("")
        self._say_tax("")

    def _ask_contract(self) -> None:
        number, exchange = self._number, self._office.exchange

        def work() -> FiledContract | ExchangeDown | None:
            return or_down(lambda: exchange.contract(number))

        def answered(found: FiledContract | ExchangeDown | None) -> None:
            if number == self._number:
                self._take_contract(found)

        self._office.machines.run(self, work, answered, self._fail)

    def _take_contract(self, found: FiledContract | ExchangeDown | None) -> None:
        if isinstance(found, ExchangeDown):
            self._go_by_hand()
        elif found is None:
            self.view.say(f"▲ {message('E-CON-004', language(), number=self._number)}")
        elif self._model.state.units and found.unit not in self._model.state.units:
            facts = {"number": found.number, "unit": found.unit}
            self.view.say(f"▲ {message('E-CON-005', language(), **facts)}")
        else:
            self._contract = found
            keys = self._entry.form.editors
            filed = {f"fields/{k}": value for k, value in values_of(found).items() if k in keys}
            self._model.fill(filed, Source.EXCHANGE)
            self._waited.start()
            self._ask_tax()
        self._show()

    def _ask_tax(self) -> None:
        contract, exchange = self._contract, self._office.exchange
        if contract is None or not self._office.machines.idle:
            return

        def work() -> TaxState | ExchangeDown | None:
            return or_down(lambda: exchange.tax(contract))

        def answered(found: TaxState | ExchangeDown | None) -> None:
            if contract == self._contract:
                self._take_tax(found)

        self._office.machines.run(self, work, answered, self._fail)

    def _take_tax(self, found: TaxState | ExchangeDown | None) -> None:
        if isinstance(found, ExchangeDown):
            self._again.stop()
            self._go_by_hand()
        elif found is None:
            seconds = self._waited.elapsed() // SECOND
            self._say_tax(f"○ E-TAX-005  {message('E-TAX-005', language(), seconds=seconds)}")
            self._again.start()
        else:
            self._end_waiting()
            self._tax = found
            self._say_tax(self._tax_words(found))
            item = delivered().items[self._model.state.item]
            if found.paid and TAX_PAPER in item.materials_required:
                self._model.fill({f"materials/{TAX_PAPER}": PRESENT}, Source.EXCHANGE)
        self._show()

    def _end_waiting(self) -> None:
        """Say with a sound that an answer is there that was waited for."""
        if self._again.isActive():
            self._again.stop()
            self._office.sounds.play("ok")

    def _tax_words(self, tax: TaxState) -> str:
        paid = self.tr("✓ Deed tax {0} yuan paid, voucher {1}; assessed value {2} yuan")
        due = self.tr("○ Deed tax {0} yuan not paid yet, due before the entry; assessed {2} yuan")
        words = paid if tax.paid else due
        return words.format(format_fen(tax.deed_tax), tax.voucher, format_fen(tax.assessed))

    def _go_by_hand(self) -> None:
        if not self._down:
            self._down = True
            self.told.emit("info", f"E-EXC-001  {message('E-EXC-001', language())}")

    def _say_tax(self, text: str) -> None:
        self.tax_line.setText(text)
        self.tax_line.setVisible(bool(text))

    def _show(self) -> None:
        state = self._model.state
        if self._contract is not None:
            self.view.compare(self._contract, state)
        self.view.show_far(far_price(state, self._tax), explained=bool(state.text(EXPLAINED)))
        if self._down:
            self._tag_by_hand()
        self.changed.emit()

    def _tag_by_hand(self) -> None:
        for key in BY_EXCHANGE:
            typed = self._model.source(f"fields/{key}") is Source.TYPED
            if typed and key in self._entry.form.cells:
                self._entry.form.cells[key].show_tag(self.tr("by hand"))

    def _fail(self, error: DeskError) -> None:
        self.told.emit("error", error.text(language()))
