"""C11 发证台: who takes the papers, how; the clock stops with Ctrl+Enter."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desk.windows.counter.parties import ID_TYPES
from desk.windows.customer.shown import to_receive
from desk.windows.devices.device import Card
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.labelled import add_rows
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.words import code_word, item_name, language, party_word
from desk.workflow.answers import Answer, CaseAnswer, Touched
from desk.workflow.application import Party, Person
from desk.workflow.commands import IssueCase, RateCase
from desk.workflow.delivery import takers
from desk.workflow.errors import DeskError
from desk.workflow.queries.cases import CaseView, CertificateRow, case
from desk.workflow.reader import Reader
from desk.workflow.scanned import Meaning, ScanKind
from forms.messages import message

READY = ("printed", "registered")
METHODS = ("counter", "express", "visit")


class HandOverScreen(QWidget):
    """The papers of one case, the receiver, the way; nobody else than a party gets them."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._case: UUID | None = None
        self._view: CaseView | None = None
        self.banner = Banner()
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.papers = Listing[CertificateRow](
            self._columns(),
            self.tr("This case hands over its receipt; it has no certificate or proof."),
            self.tr("Papers"),
        )
        self.receiver = QComboBox()
        self.name = QLineEdit()
        self.id_type = QComboBox()
        for code in ID_TYPES:
            self.id_type.addItem(f"{code}  {code_word('id_type', code)}", code)
        self.id_number = QLineEdit()
        self.method = QComboBox()
        for method in METHODS:
            self.method.addItem(code_word("issue_method", method), method)
        self.waybill = QLineEdit()
        self.signature = QLabel()
        self.signature.setProperty("role", "muted")
        self.issue = make_action(self, "issue", self._issue)
        self.customer = make_action(self, "customer", self._ask_receiver)
        self._rated_case: UUID | None = None
        if office.customer is not None:
            office.customer.signed.connect(self._hear_signed)
            office.customer.refused.connect(self._say_wrong)
            office.customer.rated.connect(self._rate)
        self.receiver.currentIndexChanged.connect(self._take)
        self._lay_out()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale."""
        return frozenset({Touched.MONEY, Touched.STOCK})

    @property
    def first(self) -> QWidget:
        """Return the choice of the receiver."""
        return self.receiver

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the acts of handing out."""
        return (self.issue, self.customer)

    def open(self, subject: object) -> None:
        """Show a case that is ready to hand out."""
        if isinstance(subject, UUID):
            self._case = subject
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

    def take_card(self, card: Card) -> bool:
        """Choose the person of a card as receiver; who is no party stands as somebody else."""
        if self._view is None:
            return False
        if not self._choose_receiver(card.id_number):
            self.receiver.setCurrentIndex(self.receiver.count() - 1)
            self.name.setText(card.name)
            self.id_type.setCurrentIndex(self.id_type.findData("1"))
            self.id_number.setText(card.id_number)
        return True

    def take_scan(self, meaning: Meaning) -> bool:
        """Hold a scanned paper against this case's, or choose the scanned person as receiver."""
        if self._view is None:
            return False
        if meaning.kind is ScanKind.PERSON:
            return self._choose_receiver(meaning.value)
        if meaning.kind not in (ScanKind.SERIAL, ScanKind.CERTIFICATE):
            return False
        own = {paper.serial for paper in self._view.certificates}
        own |= {paper.number for paper in self._view.certificates}
        is_own = meaning.value in own
        self.issue.setEnabled(is_own and self._view.row.state in READY)
        if is_own:
            self.banner.say("done", self.tr("✓ {0} belongs to this case.").format(meaning.value))
        else:
            self.banner.say("error", message("E-SCN-009", language(), number=meaning.value))
        return True

    def _choose_receiver(self, id_number: str) -> bool:
        for place in range(self.receiver.count()):
            party = self.receiver.itemData(place)
            if isinstance(party, Party) and party.id_number == id_number:
                self.receiver.setCurrentIndex(place)
                return True
        return False

    def _columns(self) -> Sequence[Column[CertificateRow]]:
        return (
            Column(title=self.tr("Kind"), read=lambda row: code_word("paper", row.kind)),
            Column(
                title=self.tr("Certificate number"), read=lambda row: row.number, stretches=True
            ),
            Column(title=self.tr("Sheet"), read=lambda row: row.serial or ""),
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        add_rows(
            form,
            (self.tr("Receiver"), self.receiver),
            (self.tr("Name"), self.name),
            (self.tr("Identity"), self.id_type),
            (self.tr("Number"), self.id_number),
            (self.tr("Way"), self.method),
            (self.tr("Waybill"), self.waybill),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(self.banner)
        layout.addWidget(self.papers, 1)
        layout.addLayout(form)
        layout.addWidget(self.signature)
        acts = QHBoxLayout()
        acts.addWidget(make_button(self.customer))
        acts.addWidget(make_button(self.issue, main=True), 1)
        layout.addLayout(acts)

    def _show(self, view: CaseView | None) -> None:
        self._view = view
        self._say_signed("")
        self.issue.setEnabled(view is not None and view.row.state in READY)
        self.receiver.clear()
        if view is None:
            self.title.setText(self.tr("No case chosen. F12 on your window opens one."))
            self.papers.show_rows(())
            return
        self.title.setText(f"{view.row.case_no or ''}  {item_name(view.row.item)}")
        self._shell.show_case(self.title.text(), view.row.clock)
        self.papers.show_rows(view.certificates)
        for party in self._takers(view):
            self.receiver.addItem(f"{party_word(party.role)}  {party.name}", party)
        self.receiver.addItem(self.tr("somebody else"), None)
        self._choose_as_asked(view)

    def _choose_as_asked(self, view: CaseView) -> None:
        """Begin with the way and the receiver that the application names."""
        asked = view.application.delivery if view.application else None
        if asked is not None:
            self.method.setCurrentIndex(self.method.findData(asked.way))
            names = [party.name for party in self._takers(view)]
            if asked.receiver in names:
                self.receiver.setCurrentIndex(names.index(asked.receiver))

    def _takers(self, view: CaseView) -> list[Party]:
        return list(takers(view.application)) if view.application else []

    def _take(self) -> None:
        party = self.receiver.currentData()
        if isinstance(party, Party):
            self.name.setText(party.name)
            self.id_type.setCurrentIndex(self.id_type.findData(party.id_type))
            self.id_number.setText(party.id_number)
        else:
            self.name.clear()
            self.id_number.clear()

    def _issue(self) -> None:
        if self._view is None or not self.issue.isEnabled():
            return
        self.issue.setEnabled(False)
        row = self._view.row
        customer = self._office.customer
        command = IssueCase(
            case_id=row.case_id,
            seen=row.n,
            evidence=customer.evidence(self) if customer is not None else {},
            to=self._person(),
            method=self.method.currentData(),
            waybill=self.waybill.text().strip() or None,
            window=self._office.person.window,
        )
        self._office.do(self, command, self._issued, self._refused)

    def _person(self) -> Person:
        return Person(
            name=self.name.text().strip(),
            id_type=self.id_type.currentData(),
            id_number=self.id_number.text().strip().upper(),
        )

    def _ask_receiver(self) -> None:
        """Let the receiver check the papers and sign for them on the applicants' screen."""
        customer, view = self._office.customer, self._view
        if customer is None or view is None:
            return
        customer.open_beside(self.window(), wanted=True)
        papers = [paper.number for paper in view.certificates]
        row = view.row
        check = to_receive(row.item or "", row.location, papers, self._person(), row.case_no or "")
        customer.ask([check], self)

    def _hear_signed(self, signer: str) -> None:
        if self._office.customer is not None and self._office.customer.asked_by is self:
            self._say_signed(signer)

    def _say_signed(self, signer: str) -> None:
        text = self.tr("✓ {0} has signed") if signer else self.tr("Not signed yet; F8 asks for it.")
        self.signature.setText(text.format(signer))

    def _say_wrong(self, signer: str) -> None:
        if self._office.customer is None or self._office.customer.asked_by is not self:
            return
        self.banner.say(
            "ask",
            self.tr("{0} says that something is wrong. Ask, then F8 again.").format(signer),
        )

    def _ask_rating(self, case_id: UUID) -> None:
        customer = self._office.customer
        if customer is None or not customer.screen.isVisible():
            return
        customer.clear()
        self._rated_case = case_id
        customer.screen.ask_rating()

    def _rate(self, score: int) -> None:
        case_id, self._rated_case = self._rated_case, None
        if case_id is not None:
            command = RateCase(case_id=case_id, score=score)
            self._office.do(self, command, lambda _answer: None, self._refused)

    def _issued(self, answer: Answer) -> None:
        self._case = None
        if isinstance(answer, CaseAnswer):
            self._ask_rating(answer.case_id)
        self.waybill.clear()
        self._shell.go("C01")

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)
        self.issue.setEnabled(True)
