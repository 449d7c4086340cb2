"""C03 受理工作台: everything of one application, of any of the 61 kinds, on one screen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from desk.documents.store import Page, PageStore
from desk.windows.counter.capture_screen import CaptureSubject
from desk.windows.counter.columns import WorkColumns
from desk.windows.counter.entry import ApplicationEntry
from desk.windows.counter.entry_model import EntryModel
from desk.windows.counter.entry_state import Source
from desk.windows.counter.filling import Sent, acceptance, evidence, fill_contacts, fill_pages
from desk.windows.counter.notice import NoticeDialog, Told
from desk.windows.counter.sections import SectionStrip, standings
from desk.windows.devices.device import Card
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.office import Office
from desk.windows.parts.once import once
from desk.windows.parts.shell import Shell
from desk.windows.parts.words import item_name, material_name
from desk.workflow.answers import AcceptAnswer, Answer, PreReviewAnswer, Touched
from desk.workflow.application import Application
from desk.workflow.commands import PreReview, new_id
from desk.workflow.errors import DeskError
from desk.workflow.queries.earlier import contacts
from desk.workflow.queries.preview import Preview, preview
from desk.workflow.queries.queue import WaitingRow
from desk.workflow.queries.register import UnitView, units
from desk.workflow.reader import Reader
from desk.workflow.scanned import Meaning, ScanKind
from forms.catalogue import delivered
from forms.checks.unit_code import is_unit_code
from forms.items import Item

PATIENCE = 400  # ms after a field is left before the rules are asked
LOW = 500  # a screen of less height shows the main act alone
PRE_REVIEWED = "pre_reviewed"
Found = TypeVar("Found")


class AcceptanceScreen(QWidget):
    """Key the application, see at once what the rules say, accept it with Ctrl+Enter."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._item: Item | None = None
        self._case: UUID | None = None
        self._seen: int | None = None
        self._sent: Sent | None = None  # sent again as it is while nothing was changed
        self._asked: Application | None = None  # what the pending question is about
        self._form = 0  # counts forms: an answer about an earlier one comes too late
        self._found: Preview | None = None
        self._tried = False  # Ctrl+Enter was pressed: from now on what is open is marked too
        self._photographed = False
        self.model = EntryModel(self)
        self.banner = Banner()
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.entry = ApplicationEntry(self.model)
        self.findings = self.entry.check.findings
        self._give_acts()
        self.strip = SectionStrip(self._go)
        self.columns = WorkColumns(self.strip, self.entry)
        self._timer = once(self, self._check)
        self._changed = once(self, self._drop_question)  # when the whole change stands in the form
        self._lay_out()
        self._hear()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """What is being keyed is never reloaded under the clerk's hands."""
        return frozenset()

    @property
    def first(self) -> QWidget:
        """Return the field that is keyed first."""
        rows = self.entry.parties.rows
        return rows[0].name if rows else self.entry.codes

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the acts of the workplace."""
        return (
            *(self.accept, self.notice, self.look_up, self.sellers, self.add_party),
            *(self.duplicate, self.merge, self.drop_party, self.check, self.camera),
        )

    def open(self, subject: object) -> None:
        """Begin with a called ticket, with a kind of business, or go on with what is there."""
        match subject:
            case (WaitingRow() as ticket, str() as code):
                self._begin(code, ticket)
            case WaitingRow() as ticket if ticket.item:
                self._begin(ticket.item, ticket)
            case WaitingRow() as ticket:
                self._shell.go("C02", ticket)
            case str() as code:
                self._begin(code, None)
            case _ if self._item is None:
                self._shell.go("C02")
        if self._item is not None:
            self._shell.show_case(item_name(self._item.code), None)
            fill_pages(self.model, self._pages())

    def reload(self) -> None:
        """Ask the rules again."""
        self._check()

    def take_card(self, card: Card) -> bool:
        """Fill a person from a card, and what earlier cases know of that person."""
        if self._item is None:
            return False
        self.entry.parties.take_card(card)
        self._ask_contacts()
        return True

    def take_scan(self, meaning: Meaning) -> bool:
        """Take a unit, a certificate or a contract into the application."""
        if self._item is None:
            return False
        if meaning.kind is ScanKind.UNIT or (meaning.kind is ScanKind.CERTIFICATE and meaning.unit):
            self._take_unit(meaning.unit or meaning.value)
            return True
        if meaning.kind is ScanKind.CONTRACT and "contract_no" in self.entry.form.editors:
            self.model.put("fields/contract_no", meaning.value, Source.CODE)
            return True
        return False

    def _take_unit(self, code: str) -> None:
        self.entry.commit()
        there = list(self.model.state.units)
        if code not in there:
            self.model.put("units", [*there, code], Source.CODE)
        self._look_up()

    def _hear(self) -> None:
        self.entry.changed.connect(self._after_change)
        self.entry.entered.connect(self._show_section)
        self.entry.codes.editingFinished.connect(self._look_up)
        self.entry.codes.textEdited.connect(lambda _text: self._changed.start(0))

    def _after_change(self) -> None:
        self._timer.start(PATIENCE)
        self._changed.start(0)
        self._show_standings()

    def _begin(self, code: str, ticket: WaitingRow | None) -> None:
        self._forget()
        if ticket is not None or self._case is not None:
            self.entry.empty()
        item = delivered().items[code]
        self._item = item
        self._case = ticket.case_id if ticket else None
        self._seen = ticket.n if ticket else None
        self.title.setText(f"{ticket.ticket}  {item_name(code)}" if ticket else item_name(code))
        missing = ticket.missing if ticket else ()
        seen = ticket is not None and (ticket.state == PRE_REVIEWED or bool(missing))
        self.entry.begin(item, missing, papers_seen=seen)
        self.banner.hide()
        self.findings.clear()
        self._show_standings()

    def _give_acts(self) -> None:
        parties = self.entry.parties
        self.accept = make_action(self, "accept", lambda: self._send(()))
        self.confirm = make_action(self, "confirm", self.banner.confirm)
        self.look_up = make_action(self, "look_up", self._look_up)
        self.check = make_action(self, "check", self._check)
        self.notice = make_action(self, "notice", self._notice)
        self.sellers = make_action(self, "sellers", self.entry.take_holders)
        self.add_party = make_action(self, "add_party", lambda: parties.add().name.setFocus())
        self.duplicate = make_action(self, "duplicate_party", parties.duplicate)
        self.merge = make_action(self, "merge_parties", parties.merge)
        self.drop_party = make_action(self, "drop_party", parties.drop)
        self.camera = make_action(self, "camera", self._photograph)
        self.more = make_action(self, "more", self._show_more)
        property_acts = (self.look_up, self.sellers)
        self.entry.add_buttons("property", [make_button(act) for act in property_acts])
        people_acts = (self.add_party, self.duplicate, self.drop_party)
        self.entry.add_buttons("parties", [make_button(act) for act in people_acts])

    def _lay_out(self) -> None:
        self._foot = [make_button(act) for act in (self.notice, self.check)]
        self._more = make_button(self.more)
        foot = QHBoxLayout()
        for button in (*self._foot, self._more):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(make_button(self.accept, main=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.banner)
        layout.addWidget(self.columns, 1)
        layout.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < LOW
        for button in self._foot:
            button.setVisible(not low)
        self._more.setVisible(low)
        self.title.setVisible(not low)  # the top bar says it too

    def _go(self, name: str) -> None:
        self.entry.go(name)
        self._show_section(name)

    def _show_section(self, name: str) -> None:
        self.strip.show_current(name)
        part = self.entry.parts.get(name)
        if part is not None and part.isVisible():
            self.columns.show_part(part)

    def _show_standings(self) -> None:
        if self._item is None:
            return
        told = self._found.findings if self._found else ()
        asked = self._found is not None
        self.strip.show_standings(
            self._item, standings(self._item, self.model.state, told, asked=asked)
        )

    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.addActions([act for act in self.acts if act is not self.accept])
        menu.popup(self._more.mapToGlobal(self._more.rect().topLeft()))

    def _photograph(self) -> None:
        """Photograph the papers; the pages belong to this case."""
        if self._item is None:
            return
        self._case = self._case or new_id()
        self._photographed = True
        self._shell.go("C06", CaptureSubject(draft=str(self._case), item=self._item.code))

    def _pages(self) -> tuple[Page, ...]:
        photographed = self._photographed and self._case is not None
        return PageStore().pages(str(self._case)) if photographed else ()

    def _look_up(self) -> None:
        self.entry.mark_problems()
        known = [code for code in self.entry.unit_codes() if is_unit_code(code)]
        if known:
            self._office.look(
                self,
                lambda reader, now: units(reader, known, now),
                self._of_this_form(self._show_units),
            )
            self._timer.start(PATIENCE)

    def _show_units(self, found: list[UnitView]) -> None:
        self.entry.show_units(found)
        self._show_standings()

    def _ask_contacts(self) -> None:
        """Ask earlier cases for the phone and the address of people who have none yet."""
        state = self.model.state
        numbers = tuple(state.party(key).id_number for key in state.people)
        self._office.look(
            self,
            lambda reader, _now: contacts(reader, numbers),
            self._of_this_form(lambda found: fill_contacts(self.model, found)),
        )

    def _check(self) -> None:
        if self._item is None:
            return
        application, login = self.entry.application(), self._office.person.login

        def ask(reader: Reader, now: datetime) -> Preview:
            return preview(reader, application, now, login)

        self._timer.stop()
        self._office.look(self, ask, self._of_this_form(self._show_findings))

    def _of_this_form(self, show: Callable[[Found], None]) -> Callable[[Found], None]:
        """Show an answer only while the form that it was asked for is still there."""
        form = self._form

        def show_in_time(found: Found) -> None:
            if form == self._form:
                show(found)

        return show_in_time

    def _forget(self) -> None:
        """Begin a form anew: nothing sent, nothing asked, answers under way come too late."""
        self._form += 1
        self._sent, self._asked, self._found = None, None, None
        self._tried = self._photographed = False
        self._timer.stop()

    def _drop_question(self) -> None:
        """Take a question back once the form says something else than what was asked about."""
        if self._asked is not None and self.entry.application() != self._asked:
            self._asked = None
            self.banner.withdraw_question()

    def _show_findings(self, found: Preview) -> None:
        self._found = found
        self.entry.show_preview(found, tried=self._tried)
        self._show_standings()

    def _send(self, confirmed: tuple[str, ...]) -> None:
        if self._item is None or not self.accept.isEnabled():
            return
        self._tried = True
        self.entry.mark_problems()
        self._office.do(
            self,
            self._command(self._item, confirmed),
            self._accepted,
            lambda error: self._refused(error, confirmed),
            guard=self.accept,
        )

    def _command(self, item: Item, confirmed: tuple[str, ...]) -> Sent:
        """Return the act; the same form sent once more is the same act, so it is done once."""
        made, sent = self._made(item, confirmed), self._sent
        if sent is None or replace(made, id=sent.id, case_id=sent.case_id) != sent:
            sent = made
        self._sent = sent
        return sent

    def _made(self, item: Item, confirmed: tuple[str, ...]) -> Sent:
        case, window = self._case or new_id(), self._office.person.window
        application = self.entry.application(confirmed)
        shown = evidence(self.model.state, self._pages())
        return acceptance(item, application, case=case, seen=self._seen, window=window, shown=shown)

    def _accepted(self, answer: Answer) -> None:
        self._item, self._case, self._seen = None, None, None
        self._forget()
        self.entry.empty()
        if isinstance(answer, AcceptAnswer):
            self._shell.go("C10", answer.case_id)
        else:
            self._shell.go("C01")

    def _refused(self, error: DeskError, confirmed: tuple[str, ...]) -> None:
        asked = self._asked = self.entry.application()

        def go_on(codes: tuple[str, ...]) -> None:
            same = self.entry.application() == asked
            self._send((*confirmed, *codes) if same else ())

        self.banner.refuse(error, go_on)

    def _notice(self) -> None:
        """Tell everything that is missing at once, with the way in which it may come."""
        item = self._item
        if item is None:
            return
        self.entry.commit()
        missing = self.entry.missing_papers()
        if missing:
            NoticeDialog(item, missing, lambda told: self._tell(item, told), self).open()
        else:
            self._tell(item, Told(ways={}, until=""))

    def _tell(self, item: Item, told: Told) -> None:
        """Print the notice; what may come later no longer stands in the way."""
        self._case = self._case or new_id()
        command = PreReview(
            case_id=self._case,
            seen=self._seen,
            item=item.code,
            materials=tuple(self.entry.materials_there()),
            deferred=told.later,
            evidence={"ways": dict(told.ways), "until": told.until} if told.ways else {},
        )
        with self.model.one_act():
            for code in told.later:
                self.model.put(f"materials/{code}", told.ways[code])
        self._office.do(self, command, self._noticed, self.banner.refuse)

    def _noticed(self, answer: Answer) -> None:
        if not isinstance(answer, PreReviewAnswer):
            return
        self._seen = answer.n
        if answer.missing:
            names = "、".join(material_name(code) for code in answer.missing)
            self.banner.say("info", self.tr("One-time notice made. Missing: {0}").format(names))
        else:
            self.banner.say("done", self.tr("All papers are there."))
