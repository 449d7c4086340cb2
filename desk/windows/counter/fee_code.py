"""The fee paid by scanning: one order a charge, asked about until it is known, never made twice."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import NAMESPACE_OID, UUID, uuid5

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desk.windows.devices.device import DeviceError
from desk.windows.devices.payment import Paying
from desk.windows.parts.office import Office
from desk.windows.parts.words import language
from desk.workflow.commands import PayCharge
from desk.workflow.queries.cases import CaseView
from forms.messages import message

EVERY, AT_MOST = 5_000, 120_000  # ms between two questions, and until the clerk has to ask himself
Told = str | Paying | DeviceError


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order for the fee of a case; its number says case, charge and amount."""

    number: str
    case_id: UUID
    fen: int

    @property
    def payment(self) -> PayCharge:
        """Return the act that records it: the same order is the same act, done once."""
        act_id = uuid5(NAMESPACE_OID, f"fee order {self.case_id} {self.number}")
        return PayCharge(
            id=act_id, case_id=self.case_id, what="fee", method="scan", voucher=self.number
        )


def order_for(view: CaseView) -> Order:
    """Return the order for what is open of a case's fee."""
    money = view.money
    number = f"{view.row.case_no}-{money.charge_n}-{money.fee_open}"
    return Order(number=number, case_id=view.row.case_id, fen=money.fee_open)


class FeeCode(QObject):
    """Orders that are out; while one is, nobody takes the same fee by another way."""

    told = Signal(str, str)  # level and sentence for the clerk
    paid = Signal(object)  # an Order
    changed = Signal()

    def __init__(self, office: Office, clerk: QWidget) -> None:
        super().__init__(clerk)
        self._office, self._clerk = office, clerk
        self._out: dict[UUID, Order] = {}
        self._since = QElapsedTimer()
        self.timer = QTimer(self, interval=EVERY)
        self.timer.timeout.connect(self._ask_all)

    def is_out(self, case_id: UUID) -> bool:
        """Tell whether an order for a case may still be paid."""
        return case_id in self._out

    def show(self, view: CaseView) -> None:
        """Show the code to the payer; with an order that is out, ask what became of it."""
        out = self._out.get(view.row.case_id)
        if out is not None:
            self._begin_asking()
            self._ask(out)
            return
        order = order_for(view)
        channel = self._office.workplace.payment
        self._run(
            lambda: channel.order(order.number, order.fen), lambda said: self._made(order, said)
        )

    def instead(self, case_id: UUID, then: Callable[[], None]) -> None:
        """Close the order of a case before its fee is taken by another way."""
        order = self._out.get(case_id)
        if order is None:
            then()
            return
        channel = self._office.workplace.payment

        def closed(said: Told) -> None:
            self._heard(order, said)
            if said is Paying.CLOSED:
                then()

        self._run(lambda: channel.close(order.number), closed)

    def _made(self, order: Order, said: Told) -> None:
        if isinstance(said, DeviceError):
            self._say(said)
            return
        self._out[order.case_id] = order
        customer = self._office.customer
        if customer is not None:
            customer.open_beside(self._clerk.window(), wanted=True)
            customer.show_pay(order.fen, str(said))
        self.told.emit("info", self.tr("The code is on the applicant's screen; waiting for it."))
        self._begin_asking()
        self.changed.emit()

    def _begin_asking(self) -> None:
        self._since.start()
        self.timer.start()

    def _ask_all(self) -> None:
        if self._since.elapsed() > AT_MOST:
            self.timer.stop()
            self.told.emit("error", message("E-PAY-004", language()))
            return
        for order in list(self._out.values()):
            self._ask(order)

    def _ask(self, order: Order) -> None:
        channel = self._office.workplace.payment
        self._run(lambda: channel.ask(order.number), lambda said: self._heard(order, said))

    def _heard(self, order: Order, said: Told) -> None:
        if order.case_id not in self._out:
            return  # an answer that comes a second time
        if isinstance(said, DeviceError):
            self._say(said)
        elif said is Paying.OPEN:
            waited = self._since.elapsed() // 1000
            text = self.tr("Not paid yet, asked for {0}:{1}. Don't take the fee another way.")
            self.told.emit("info", text.format(waited // 60, f"{waited % 60:02d}"))
        else:
            self._end(order, paid=said is Paying.PAID)

    def _end(self, order: Order, *, paid: bool) -> None:
        del self._out[order.case_id]
        if not self._out:
            self.timer.stop()
        if self._office.customer is not None:
            self._office.customer.clear()
        if paid:
            self.paid.emit(order)
        self.changed.emit()

    def _say(self, error: DeviceError) -> None:
        self.told.emit("error", message(error.code, language(), **error.facts))

    def _run(self, work: Callable[[], str | Paying], heard: Callable[[Told], None]) -> None:
        def ask() -> Told:
            try:
                return work()
            except DeviceError as error:
                return error

        self._office.machines.run(self, ask, heard, _never)


def _never(_error: object) -> None:
    """Take a refusal of the desk: a channel asks none of it."""
