"""C05 不动产查询: a unit as it stands or stood, its page on paper, and what one person holds."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.windows.counter.asker_form import ID_CARD, AskerForm
from desk.windows.counter.parties import ID_TYPES
from desk.windows.counter.unit_card import UnitCard
from desk.windows.input.code_box import CodeBox, table_options
from desk.windows.input.lines import identity_line
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.labelled import add_rows
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.viewer import show_paper
from desk.windows.parts.words import code_word, item_name
from desk.workflow.answers import Answer, SearchAnswer, Touched
from desk.workflow.clock import SHANGHAI
from desk.workflow.commands import ExtractPage, SearchPerson
from desk.workflow.errors import DeskError
from desk.workflow.queries.papers import paper
from desk.workflow.queries.register import RightRow, UnitRow, UnitView, as_at, find_units
from desk.workflow.reader import Reader

MOST = 50
FORMS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d")


class RegisterSearchScreen(QWidget):
    """Find, look, print; a person is searched for only with a purpose and a ground."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office = office
        self._view: UnitView | None = None
        self._code = ""
        self.banner = Banner()
        self.line = QLineEdit()
        self.line.setPlaceholderText(
            self.tr("Unit code, a part of the address, or certificate number; then Enter")
        )
        self.line.setAccessibleName(self.tr("Find a unit"))
        self.found = Listing[UnitRow](
            self._found_columns(),
            self.tr("Type a unit code, an address or a certificate number and press Enter."),
            self.tr("Units found"),
            key=lambda row: row.code,
        )
        self.asker = AskerForm()
        self.person = QLineEdit()
        self.person_type = CodeBox(table_options("id_type", ID_TYPES), blank=False)
        self.person_number = identity_line(lambda: self.person_type.code() or ID_CARD)
        self.moment = QLineEdit()
        self.moment.setPlaceholderText("2018-03-26 10:00")
        self.history = QCheckBox(self.tr("With what is closed"))
        self.card = UnitCard()
        self.rights = Listing[RightRow](
            self._right_columns(),
            self.tr("No rights are entered at this moment."),
            self.tr("Rights"),
            key=lambda row: row.right.id,
        )
        self.pending = QLabel()
        self.pending.setWordWrap(True)
        self.extract = make_action(self, "extract", self._extract)
        self.search_person = make_action(self, "search_person", self._search_person)
        self._lay_out()
        self.line.returnPressed.connect(self._find)
        self.found.chosen.connect(self._choose)
        self.moment.editingFinished.connect(self.reload)
        self.history.toggled.connect(lambda _on: self._show_rights())
        self._show(None)

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale."""
        return frozenset({Touched.REGISTER, Touched.CASES})

    @property
    def first(self) -> QWidget:
        """Return the line to search in."""
        return self.line

    @property
    def acts(self) -> Sequence[QAction]:
        """Return what can be printed."""
        return (self.extract, self.search_person)

    def open(self, subject: object) -> None:
        """Show a unit by its code; else what was there stays."""
        if isinstance(subject, str):
            self.line.setText(subject)
            self._find()

    def reload(self) -> None:
        """Read the unit again, at the moment that is asked for."""
        moment = self._moment()
        if not self._code or (self.moment.text().strip() and moment is None):
            return
        code = self._code

        def ask(reader: Reader, now: datetime) -> UnitView | None:
            return as_at(reader, code, min(moment or now, now))

        self._office.look(self, ask, self._show)

    def _found_columns(self) -> Sequence[Column[UnitRow]]:
        return (
            Column(title=self.tr("Address"), read=lambda row: row.location, stretches=True),
            Column(title=self.tr("Kind"), read=lambda row: code_word("unit_kind", row.kind)),
        )

    def _right_columns(self) -> Sequence[Column[RightRow]]:
        return (
            Column(
                title=self.tr("Right"),
                read=lambda row: code_word("right_type", row.right.type),
                stretches=True,
            ),
            Column(title=self.tr("Whose"), read=self._whose),
            Column(
                title=self.tr("Entered"),
                read=lambda row: _local(row.right.registered_at),
            ),
            Column(title=self.tr("State"), read=self._state),
        )

    def _whose(self, row: RightRow) -> str:
        names = "、".join(holder.name for holder in row.right.holders[:3])
        more = "…" if len(row.right.holders) > 3 else ""  # noqa: PLR2004 - the tooltip of the card says all
        return names + more or str(row.right.fields.get("authority", ""))

    def _state(self, row: RightRow) -> str:
        if row.live:
            return self.tr("in force")
        if row.right.closed and row.closed_at is not None:
            return self.tr("closed {0}").format(_local(row.closed_at))
        return self.tr("lapsed")

    def _lay_out(self) -> None:
        head = QLabel(self.tr("Search the register"))
        head.setProperty("role", "title")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(head)
        layout.addWidget(self.banner)
        layout.addWidget(self.line)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self._left(), 2)
        columns.addLayout(self._right(), 3)
        layout.addLayout(columns, 1)

    def _left(self) -> QWidget:
        box = QWidget()
        inner = QVBoxLayout(box)
        inner.setContentsMargins(0, 0, 8, 0)
        self.found.setMinimumHeight(120)
        inner.addWidget(self.found, 1)
        inner.addWidget(self._section(self.tr("Who asks, and what for")))
        inner.addWidget(self.asker)
        inner.addWidget(self._section(self.tr("All that a person holds")))
        form = QFormLayout()
        add_rows(
            form,
            (self.tr("Person"), self.person),
            (self.tr("Paper of the person searched for"), self.person_type),
            (self.tr("Number of the person searched for"), self.person_number),
        )
        for line in (self.person, self.person_number):
            line.setPlaceholderText(self.tr("empty: the asker himself"))
        inner.addLayout(form)
        inner.addWidget(make_button(self.search_person))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(box)
        return scroll

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        when = QHBoxLayout()
        label = QLabel(self.tr("As at"))
        self.moment.setAccessibleName(label.text())
        when.addWidget(label)
        when.addWidget(self.moment)
        when.addWidget(self.history)
        when.addStretch(1)
        column.addLayout(when)
        column.addWidget(self.card)
        column.addWidget(self.rights, 1)
        column.addWidget(self.pending)
        column.addWidget(make_button(self.extract, main=True))
        return column

    def _section(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", "section")
        return label

    def _find(self) -> None:
        text = self.line.text().strip()
        if text:
            self._office.look(
                self, lambda reader, now: find_units(reader, text, MOST, now), self._show_found
            )

    def _show_found(self, rows: list[UnitRow]) -> None:
        self.found.show_rows(rows)
        if rows:
            self.banner.hide()
            return
        self._code = ""
        self._show(None)
        self.banner.say(
            "info",
            self.tr(
                "The register knows no such unit. Check the code, or type less of the address."
            ),
        )

    def _choose(self, row: UnitRow | None) -> None:
        if row is not None and row.code != self._code:
            self._code = row.code
            self.reload()

    def _moment(self) -> datetime | None:
        """Return the moment that is keyed, in the centre's time; none where it is blank."""
        text = self.moment.text().strip()
        for form in FORMS:
            try:
                keyed = datetime.strptime(text, form).replace(tzinfo=SHANGHAI)
            except ValueError:
                continue
            if keyed <= datetime.now(SHANGHAI):
                return keyed
            self.banner.say(
                "error", self.tr("That moment is still to come. Leave it empty for now.")
            )
            return None
        if text:
            self.banner.say(
                "error",
                self.tr("A moment is written 2018-03-26 10:00. Correct it or leave it empty."),
            )
        return None

    def _show(self, view: UnitView | None) -> None:
        self._view = view
        self.extract.setEnabled(view is not None)
        self.card.show_units([view] if view else [], [] if view or not self._code else [self._code])
        self._show_rights()
        cases = view.open_cases if view else ()
        told = [f"{case.case_no or ''} {item_name(case.item)}".strip() for case in cases]
        self.pending.setText(self.tr("Under way: {0}").format("; ".join(told)) if told else "")

    def _show_rights(self) -> None:
        rows = self._view.rights if self._view else ()
        self.rights.show_rows([row for row in rows if self.history.isChecked() or row.live])

    def _extract(self) -> None:
        if self._view is None or not self._is_asked():
            return
        asked = self.asker.asked()
        command = ExtractPage(
            asker=asked.asker,
            relation=asked.relation,
            purpose=asked.purpose,
            reason=asked.reason,
            unit=self._view.unit.code,
            as_at=self._moment(),
            history=self.history.isChecked(),
        )
        self._office.do(self, command, self._answered, self._refused, guard=self.extract)

    def _search_person(self) -> None:
        if not self._is_asked():
            return
        asked = self.asker.asked()
        named = bool(self.person_number.value())
        command = SearchPerson(
            asker=asked.asker,
            relation=asked.relation,
            purpose=asked.purpose,
            reason=asked.reason,
            name=self.person.text().strip() or asked.asker.name,
            id_number=self.person_number.value() or asked.asker.id_number,
            id_type=(self.person_type.code() or ID_CARD) if named else asked.asker.id_type,
        )
        self._office.do(self, command, self._answered, self._refused, guard=self.search_person)

    def _is_asked(self) -> bool:
        missing = self.asker.missing()
        if missing:
            self.banner.say(
                "error",
                self.tr("Nothing was searched. Still to be keyed: {0}.").format("、".join(missing)),
            )
        return not missing

    def _answered(self, answer: Answer) -> None:
        if not isinstance(answer, SearchAnswer):
            return
        self.banner.say(
            "done",
            self.tr("{0} is kept: {1} unit(s) found.").format(answer.number, len(answer.units)),
        )
        for line in (self.person, self.person_number):
            line.clear()
        self.asker.clear()  # the next asker is somebody else
        paper_id = answer.paper_id
        if paper_id is not None:
            self._office.look(
                self, lambda reader, _now: paper(reader, paper_id), partial(show_paper, self.banner)
            )

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)


def _local(moment: datetime) -> str:
    return moment.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
