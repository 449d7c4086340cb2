"""B04 寄递: parcels to send, on their way and come back; the courier's scan stops the clock."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk.windows.devices.printing_out import print_kept
from desk.windows.input.lines import phone_line, waybill_line
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.cells import Cell, Cells
from desk.windows.parts.form_view import mark
from desk.windows.parts.marks import ClockText
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.words import language, parcel_word, party_word
from desk.workflow.answers import Answer, LabelAnswer, Touched
from desk.workflow.application import Party, Person
from desk.workflow.clock import SHANGHAI
from desk.workflow.commands import (
    Command,
    IssueCase,
    Outcome,
    PrintExpressLabel,
    SendAgain,
    SettleParcel,
)
from desk.workflow.delivery import EXPRESS
from desk.workflow.errors import DeskError
from desk.workflow.queries.dispatches import TO_SEND, ParcelRow, parcels
from desk.workflow.reader import Reader
from desk.workflow.scanned import Meaning, ScanKind
from desk.workflow.services.dispatch import COLLECTED, LABELLED, RETURNED
from forms.checks import Refused
from forms.checks.waybill import check_waybill
from forms.messages import message

MARKS = {TO_SEND: "not_started", LABELLED: "paused", COLLECTED: "normal", RETURNED: "warning"}
BUTTON, FIELD = 12, 12  # characters


class ExpressScreen(QWidget):
    """What has to go out, to whom; label, waybill, hand-over, and what came of it."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._row: ParcelRow | None = None
        self._wanted: UUID | None = None
        self.banner = Banner()
        self.title = QLabel(self.tr("Papers that go by courier"))
        self.title.setProperty("role", "title")
        self.list = Listing[ParcelRow](
            self._columns(),
            self.tr("Nothing to send. What is asked for by express appears here when printed."),
            self.tr("Parcels"),
            key=lambda row: row.case.case_id,
        )
        self.receiver = QComboBox()
        self.receiver.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.receiver.setMinimumContentsLength(6)
        self.phone, self.address = phone_line(), QLineEdit()
        self.waybill = waybill_line()
        self.note = QLineEdit()
        self.cells: dict[str, Cell] = {}
        self._give_acts()
        self.list.chosen.connect(self._choose)
        self._lay_out()
        self._allow()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale."""
        return frozenset({Touched.CASES, Touched.STOCK})

    @property
    def first(self) -> QWidget:
        """Return the list."""
        return self.list.view

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the acts on a parcel."""
        return (self.send, self.label, self.delivered, self.returned, self.fetched)

    def open(self, subject: object) -> None:
        """Show the parcels, the one of a given case in front."""
        self._wanted = subject if isinstance(subject, UUID) else None
        self.banner.hide()
        self.reload()

    def reload(self) -> None:
        """Read the parcels again."""

        def ask(reader: Reader, now: datetime) -> tuple[ParcelRow, ...]:
            return parcels(reader, now)

        self._office.look(self, ask, self._show)

    def take_scan(self, meaning: Meaning) -> bool:
        """Take a waybill for the parcel in hand, or choose the parcel of a scanned label."""
        if meaning.kind is ScanKind.WAYBILL and self._row is not None:
            self.waybill.setText(meaning.value)
            self.waybill.setFocus()
            return True
        if meaning.kind is not ScanKind.CASE:
            return False
        return self.list.pick(lambda row: row.case.case_no == meaning.value)

    def _columns(self) -> Sequence[Column[ParcelRow]]:
        return (
            Column(
                title=self.tr("State"),
                read=lambda row: parcel_word(row.step),
                clock=lambda row: ClockText(MARKS[row.step], parcel_word(row.step)),
            ),
            Column(title=self.tr("Case"), read=lambda row: row.case.case_no or ""),
            Column(title=self.tr("Receiver"), read=lambda row: row.wanted.receiver),
            Column(title=self.tr("Address"), read=lambda row: row.wanted.address, stretches=True),
            Column(title=self.tr("Waybill"), read=lambda row: row.waybill),
            Column(title=self.tr("Since"), read=_since, numbers=True),
        )

    def _give_acts(self) -> None:
        self.label = make_action(self, "label", self._label)
        self.send = make_action(self, "send", self._send)
        self.delivered = make_action(self, "delivered", lambda: self._settle("delivered"))
        self.returned = make_action(self, "returned", lambda: self._settle("returned"))
        self.fetched = make_action(self, "fetched", lambda: self._settle("fetched"))

    def _lay_out(self) -> None:
        form = Cells(FIELD, 3)
        for name, title, editor, span in (
            ("receiver", self.tr("Receiver"), self.receiver, 1),
            ("phone", self.tr("Phone"), self.phone, 1),
            ("waybill", self.tr("Waybill"), self.waybill, 1),
            ("address", self.tr("Address"), self.address, 2),
            ("note", self.tr("Why it came back"), self.note, 1),
        ):
            assert isinstance(editor, QWidget)
            editor.setAccessibleName(title)
            self.cells[name] = Cell(title, editor)
            form.add(self.cells[name], span)
        acts = Cells(BUTTON, 5)
        for action in (self.label, self.send, self.delivered, self.returned, self.fetched):
            acts.add(make_button(action, main=action is self.send))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.banner)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._in_scroll(form, acts))

    def _in_scroll(self, *parts: QWidget) -> QScrollArea:
        """Let the form and its acts scroll where a small screen has no room for them."""
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            box.addWidget(part)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        area.setWidget(whole)
        return area

    def _show(self, found: tuple[ParcelRow, ...]) -> None:
        back = sum(row.step == RETURNED for row in found)
        title = self.tr("Papers that go by courier")
        told = self.tr("{0} came back").format(back)
        self.title.setText(f"{title}   ▲ {told}" if back else title)
        self.list.show_rows(found)
        if self._wanted is not None:
            self.list.pick(lambda row: row.case.case_id == self._wanted)
            self._wanted = None
        if not found:
            self._choose(None)

    def _choose(self, row: ParcelRow | None) -> None:
        before, self._row = self._row, row
        if before is not None and row is not None and _stands(before) == _stands(row):
            return  # read again, as it was: what is being keyed stays
        self.receiver.clear()
        for party in row.takers if row else ():
            self.receiver.addItem(f"{party_word(party.role)}  {party.name}", party)
        if row is not None:
            names = [party.name for party in row.takers]
            if row.wanted.receiver in names:
                self.receiver.setCurrentIndex(names.index(row.wanted.receiver))
            self._shell.show_case(row.case.case_no or "", row.case.clock)
        self.phone.setText(row.wanted.phone if row else "")
        self.address.setText(row.wanted.address if row else "")
        self.waybill.clear()
        self.note.clear()
        self._mark_waybill("")
        self._allow()

    def _allow(self) -> None:
        """Allow what can come next of the parcel in hand."""
        step = self._row.step if self._row is not None else None
        again = self._row is not None and self._row.is_issued
        self.label.setEnabled(step in (TO_SEND, LABELLED, RETURNED))
        self.send.setEnabled(step in (LABELLED, TO_SEND))
        self.delivered.setEnabled(step == COLLECTED)
        self.returned.setEnabled(step == COLLECTED)
        self.fetched.setEnabled(step == RETURNED or (again and step == LABELLED))
        self.cells["note"].setEnabled(step == COLLECTED)
        self.cells["waybill"].setEnabled(self.send.isEnabled())

    def _label(self) -> None:
        row, to = self._row, self._person()
        if row is None or to is None or not self.label.isEnabled():
            return
        command = PrintExpressLabel(
            case_id=row.case.case_id,
            seen=row.case.n,
            receiver=to.name,
            phone=self.phone.value(),
            address=self.address.text().strip(),
        )
        self._office.do(self, command, self._labelled, self.banner.refuse, guard=self.label)

    def _send(self) -> None:
        row, to = self._row, self._person()
        if row is None or to is None or not self.send.isEnabled():
            return
        try:
            number = check_waybill(self.waybill.text())
        except Refused as refusal:
            self._mark_waybill(message(refusal.code, language(), **refusal.facts))
            self.waybill.setFocus()
            return
        self._mark_waybill("")
        case_id, seen = row.case.case_id, row.case.n
        command: Command = SendAgain(case_id=case_id, seen=seen, waybill=number)
        if not row.is_issued:
            command = IssueCase(
                case_id=case_id,
                seen=seen,
                to=to,
                method=EXPRESS,
                waybill=number,
                window=self._office.person.window,
            )
        said = self.tr("✓ Handed to the courier, {0}: the clock has stopped.").format(number)
        self._do(command, said, self.send)

    def _settle(self, outcome: Outcome) -> None:
        row = self._row
        if row is None:
            return
        command = SettleParcel(
            case_id=row.case.case_id,
            seen=row.case.n,
            outcome=outcome,
            note=self.note.text().strip(),
            to=self._person() if outcome == "fetched" else None,
        )
        said = {
            "delivered": self.tr("✓ Recorded as delivered."),
            "returned": self.tr("Recorded as returned. Ask the receiver, then send it again (L)."),
            "fetched": self.tr("✓ Recorded as fetched at the counter."),
        }
        guard = {
            "delivered": self.delivered,
            "returned": self.returned,
            "fetched": self.fetched,
        }
        self._do(command, said[outcome], guard[outcome])

    def _do(self, command: Command, said: str, guard: QAction) -> None:
        def done(_answer: Answer) -> None:
            self.banner.say("done", said)
            self.reload()

        def refused(error: DeskError) -> None:
            self.banner.refuse(error)
            self._allow()

        self._office.do(self, command, done, refused, guard=guard)

    def _labelled(self, answer: Answer) -> None:
        self.banner.say("done", self.tr("✓ The label is kept with the case."))
        self.reload()
        self.waybill.setFocus()
        if isinstance(answer, LabelAnswer) and answer.paper_id is not None:
            print_kept(
                self._office,
                self,
                answer.paper_id,
                lambda name: self.banner.say("done", self.tr("✓ Printed: {0}").format(name)),
                lambda why: self.banner.say("error", why),
            )

    def _person(self) -> Person | None:
        party = self.receiver.currentData()
        if not isinstance(party, Party):
            return None
        return Person(name=party.name, id_type=party.id_type, id_number=party.id_number)

    def _mark_waybill(self, note: str) -> None:
        self.cells["waybill"].show_note(note)
        mark(self.waybill, bool(note))


def _stands(row: ParcelRow) -> tuple[object, ...]:
    return (row.case.case_id, row.case.state, row.step, row.waybill, row.wanted)


def _since(row: ParcelRow) -> str:
    return row.since.astimezone(SHANGHAI).strftime("%m-%d %H:%M") if row.since else ""
