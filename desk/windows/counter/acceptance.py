"""C03 受理工作台: everything of one application, of any of the 61 kinds, on one screen."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk.windows.counter.bundle_hold import BundleHold
from desk.windows.counter.columns import WorkColumns
from desk.windows.counter.entry import ApplicationEntry
from desk.windows.counter.entry_model import EntryModel
from desk.windows.counter.exchanged import Exchanged
from desk.windows.counter.filling import evidence, fill_contacts, fill_pages, reviewed, take_scan
from desk.windows.counter.foot import Foot
from desk.windows.counter.notice import NoticeDialog, Told, say_noticed
from desk.windows.counter.photographs import Photographs
from desk.windows.counter.sections import SectionStrip, standings
from desk.windows.counter.sending import Sending
from desk.windows.counter.signing import Signing
from desk.windows.devices.device import Card
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.office import Office
from desk.windows.parts.once import once
from desk.windows.parts.shell import Shell
from desk.windows.parts.words import item_name
from desk.workflow.answers import AcceptAnswer, Answer, CasesAnswer, PreReviewAnswer, Touched
from desk.workflow.application import Application
from desk.workflow.commands import PreReview, new_id
from desk.workflow.errors import DeskError
from desk.workflow.queries.applied import units_applied_for
from desk.workflow.queries.earlier import contacts
from desk.workflow.queries.preview import NOT_CHECKED, Preview, preview
from desk.workflow.queries.queue import WaitingRow
from desk.workflow.queries.register import UnitView
from desk.workflow.reader import Reader
from desk.workflow.scanned import Meaning, ScanKind
from forms.bundles import Bundle
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
        self._sending = Sending()
        self._photographs = Photographs(office, shell)
        self._asked: Application | None = None  # what the pending question is about
        self._form = 0  # counts forms: an answer about an earlier one comes too late
        self._found: Preview | None = None
        self._tried = False  # Ctrl+Enter was pressed: from now on what is open is marked too
        self.model = EntryModel(self)
        self.banner = Banner()
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.entry = ApplicationEntry(self.model)
        self.findings = self.entry.check.findings
        self.exchanged = Exchanged(office, self.entry)
        self._give_acts()
        self.strip = SectionStrip(self._go)
        self._signing = Signing(office, self.entry, self)
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
            *(self.duplicate, self.merge, self.drop_party, self.check, self.camera, self.sign),
        )

    def open(self, subject: object) -> None:
        """Begin with a called ticket, with a kind of business, or go on with what is there."""
        match subject:
            case (WaitingRow() as ticket, str() | Bundle() as kind):
                self._start(kind, ticket)
            case WaitingRow() as ticket if ticket.item:
                self._start(ticket.item, ticket)
            case WaitingRow() as ticket:
                self._shell.go("C02", ticket)
            case str() | Bundle() as kind:
                self._start(kind, None)
            case _ if self._item is None:
                self._shell.go("C02")
        if self._item is not None:
            self._shell.show_case(item_name(self._item.code), None)
            fill_pages(self.model, self._photographs.pages())

    def reload(self) -> None:
        """Ask the rules again."""
        self._check()

    def take_card(self, card: Card) -> bool:
        """Fill a person from a card, and what earlier cases know of that person."""
        if self._item is None:
            return False
        self.entry.parties.take_card(card)
        numbers = self.model.state.id_numbers
        fill = self._of_this_form(partial(fill_contacts, self.model))
        self._office.look(self, lambda reader, _now: contacts(reader, numbers), fill)
        return True

    def take_scan(self, meaning: Meaning) -> bool:
        """Take a unit, a certificate or a contract into the application."""
        if self._item is None or not take_scan(self.entry, meaning):
            return False
        if meaning.kind is not ScanKind.CONTRACT:
            self._look_up()
        return True

    def _hear(self) -> None:
        self._signing.told.connect(self.banner.say)
        self._signing.doubts.changed.connect(self._show_standings)
        self.exchanged.told.connect(self.banner.say)
        self.exchanged.changed.connect(self._show_standings)
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
        self.confirm = make_action(self, "confirm", lambda: self.exchanged.go_on(self.banner))
        self.look_up = make_action(self, "look_up", self._look_up)
        self.check = make_action(self, "check", self._check)
        self.notice = make_action(self, "notice", self._notice)
        self.sellers = make_action(self, "sellers", self.entry.take_holders)
        self.add_party = make_action(self, "add_party", lambda: parties.add().name.setFocus())
        self.duplicate = make_action(self, "duplicate_party", parties.duplicate)
        self.merge = make_action(self, "merge_parties", parties.merge)
        self.drop_party = make_action(self, "drop_party", parties.drop)
        self.camera = make_action(self, "camera", self._photograph)
        self.sign = make_action(
            self, "customer", lambda: self._signing.ask(self.title.text(), self)
        )
        property_acts = (self.look_up, self.sellers)
        self.entry.add_buttons("property", [make_button(act) for act in property_acts])
        people_acts = (self.add_party, self.duplicate, self.drop_party)
        self.entry.add_buttons("parties", [make_button(act) for act in people_acts])

    def _lay_out(self) -> None:
        beside = (self.notice, self.check, self.sign)
        self._foot = Foot(self, beside, self.accept, lambda: self.acts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.banner)
        layout.addWidget(self.columns, 1)
        layout.addWidget(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < LOW
        self._foot.fit(low=low)
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
        asked = self._found not in (None, NOT_CHECKED)
        doubted = self._signing.doubts.sections | self.exchanged.sections
        found = standings(self._item, self.model.state, told, asked=asked, doubted=doubted)
        self.strip.show_standings(self._item, found)

    def _photograph(self) -> None:
        if self._item is not None:
            self._case = self._case or new_id()
            self._photographs.begin(self._case, self._item.code)

    def _look_up(self) -> None:
        self.entry.mark_problems()
        item, codes = self._item, self.entry.unit_codes()
        if item is not None and any(map(is_unit_code, codes)):
            self._office.look(
                self,
                lambda reader, now: units_applied_for(reader, item, codes, now),
                self._of_this_form(self._show_units),
            )
            self._timer.start(PATIENCE)

    def _show_units(self, found: list[UnitView]) -> None:
        self.entry.show_units(found)
        self._show_standings()

    def _check(self) -> None:
        if self._item is None:
            return
        if self._office.is_away:
            self._show_findings(NOT_CHECKED)
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
        self._asked, self._found, self._tried = None, None, False
        self._sending.forget()
        self._signing.forget()
        self._photographs.forget()
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

    def _start(self, kind: str | Bundle, ticket: WaitingRow | None) -> None:
        if isinstance(kind, str):
            self._begin(kind, ticket)
            return
        self._begin(kind.items[0].code, ticket)
        self._sending.hold = BundleHold(bundle=kind, case_id=self._case, seen=self._seen)
        self._show_place()

    def _show_place(self) -> None:
        """Say which case of a bundle is being keyed."""
        hold = self._sending.hold
        if hold is not None:
            said = self.tr("Case {0} of {1}: {2}. All are accepted together with the last.")
            name = item_name(hold.item.code)
            self.banner.say("info", said.format(hold.place, len(hold.bundle.items), name))

    def _keep_for_bundle(self, hold: BundleHold) -> None:
        """Hold a case of a bundle and lay out the next, with what is known of it."""
        keyed = self.entry.application()
        hold.keep(keyed, self._shown_with(keyed))
        self._item = hold.item
        self.entry.go_on_with(hold.item, hold.begun())
        self.title.setText(item_name(hold.item.code))
        self._look_up()
        self._show_place()

    def _send(self, confirmed: tuple[str, ...]) -> None:
        if self._item is None or not self.accept.isEnabled() or self.exchanged.hinders():
            return
        hold = self._sending.hold
        if hold is not None and not hold.is_last:
            self._keep_for_bundle(hold)
            return
        self._tried = True
        self.entry.mark_problems()
        application = self.entry.application(confirmed)
        command = self._sending.made(
            self._item,
            application,
            case=self._case,
            seen=self._seen,
            window=self._office.person.window,
            shown=self._shown_with(application),
        )
        answer = partial(self._refused, confirmed=confirmed)
        place = self.entry.location()
        self._office.do(self, command, self._accepted, answer, self.accept, location=place)

    def _shown_with(self, application: Application) -> dict[str, object]:
        """Return what is kept with an application: pages, interview, signatures, exchange."""
        kept = evidence(self.model.state, self._photographs.pages())
        return kept | self._signing.evidence(application) | self.exchanged.evidence()

    def _accepted(self, answer: Answer) -> None:
        first = answer.cases[0] if isinstance(answer, CasesAnswer) else answer
        where = ("C10", first.case_id) if isinstance(first, AcceptAnswer) else ("C01", None)
        self._leave_for(*where)
        self._signing.show_result(first)

    def _leave_for(self, screen: str, subject: object) -> None:
        self._item, self._case, self._seen = None, None, None
        self._forget()
        self.entry.empty()
        self._shell.go(screen, subject)

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
        with self.model.one_act():
            for code in told.later:
                self.model.put(f"materials/{code}", told.ways[code])
        command = PreReview(
            case_id=self._case,
            seen=self._seen,
            item=item.code,
            materials=tuple(self.entry.materials_there()),
            deferred=told.later,
            evidence=reviewed(self.model.state, told),
        )
        self._office.do(self, command, self._noticed, self.banner.refuse)

    def _noticed(self, answer: Answer) -> None:
        if isinstance(answer, PreReviewAnswer):
            self._seen = answer.n
            say_noticed(self.banner, answer.missing)
