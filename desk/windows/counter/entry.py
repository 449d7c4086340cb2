"""The application as it is keyed: people, property, business, papers, over one entry."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desk.windows.counter.bound import Bound
from desk.windows.counter.check_view import ChargesPreview, CheckView, SubmitView, plain
from desk.windows.counter.delivery_view import DeliveryView
from desk.windows.counter.entry_model import EntryModel
from desk.windows.counter.entry_state import Source
from desk.windows.counter.materials import MaterialsView
from desk.windows.counter.parties import PartiesView
from desk.windows.counter.questions import QuestionsView
from desk.windows.counter.sections import (
    DONE,
    SECTIONS,
    gives_papers,
    is_only_open,
    is_shown,
    standings,
)
from desk.windows.counter.source_words import source_word
from desk.windows.counter.unit_card import UnitCard, right_text
from desk.windows.counter.walk import is_empty_field, order_focus, place_after, walked
from desk.windows.input.code_box import CodeBox, table_options
from desk.windows.input.lines import UnitCodesLine
from desk.windows.parts.actions import ACTIONS
from desk.windows.parts.banner import finding_text
from desk.windows.parts.cells import Cell, Cells
from desk.windows.parts.form_view import FormView, mark
from desk.workflow.application import Application, Person
from desk.workflow.clock import day_of
from desk.workflow.errors import Finding, Level
from desk.workflow.facts import RightFacts
from desk.workflow.queries.preview import Preview
from desk.workflow.queries.register import UnitView
from forms.checks.unit_code import is_unit_code
from forms.choosing import Option
from forms.items import Item
from forms.schema import Problem, check_fields

BUTTON = 14  # characters


class ApplicationEntry(QWidget):
    """Everything of one application, for any kind of business, in nine sections."""

    changed = Signal()
    entered = Signal(str)  # the section that has the focus

    def __init__(self, model: EntryModel) -> None:
        super().__init__()
        self.model = model
        self._item: Item | None = None
        self._papers_beside = False
        self._units: tuple[UnitView, ...] = ()
        self._rights: list[RightFacts] = []  # in force, on these units or their land
        self.bound = Bound(model, self)
        self.parties = PartiesView(model)
        self.codes = UnitCodesLine()
        self.codes.setAccessibleName(self.tr("Unit codes"))
        self.codes_cell = Cell(self.tr("Unit codes"), self.codes)
        self.card = UnitCard()
        self.limits = plain("limit")
        self.limits.hide()
        self.right = CodeBox(())
        self.shared = CodeBox(table_options("co_ownership", ("sole", "joint", "shares")))
        self.basics: dict[str, Cell] = {}
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.form = FormView(())
        self.papers = MaterialsView(model)
        self.materials = self.papers.list
        self.questions = QuestionsView(model)
        self.delivery = DeliveryView(model)
        self.charges, self.check, self.submit = ChargesPreview(), CheckView(), SubmitView()
        self.boxes: dict[str, QVBoxLayout] = {}
        self.parts: dict[str, QWidget] = {}
        self._lay_out()
        self._hear()

    def begin(self, item: Item, missing: Sequence[str], *, papers_seen: bool) -> None:
        """Show the form of a kind of business; people and units already keyed stay."""
        self._item = item
        with self.model.one_act():
            self.model.set_item(item.code)
            self.parties.begin(item)
            self.papers.begin(item, papers_seen, missing)
            self.delivery.begin(wanted=gives_papers(item))
            self.reason.blockSignals(True)
            self.reason.clear()
            self.reason.addItems(list(item.reasons))
            self.reason.blockSignals(False)
            kept = self.model.value("reason")
            offered = item.reasons[0] if item.reasons else None
            self.model.put("reason", kept if kept in item.reasons else offered)
        self._show_form(item)
        self.questions.begin(item)
        self._show_parts()
        self._show_all()

    def put_papers(self, beside: QVBoxLayout | None) -> None:
        """Put the papers into a column beside the form, or among its sections."""
        self._papers_beside = beside is not None
        (beside or self.boxes["materials"]).addWidget(self.papers)
        self._show_parts()

    def empty(self) -> None:
        """Forget what was keyed."""
        self.model.empty()
        self.show_units([])

    def application(self, confirmed: tuple[str, ...] = ()) -> Application:
        """Return the application as it stands on the screen."""
        self.commit()
        return self.model.state.application(confirmed)

    def commit(self) -> None:
        """Keep what stands in every field, left or not."""
        with self.model.one_act():
            self._keep_units()
            self.bound.commit()
            self.parties.bound.commit()
            self.papers.commit()
            self.delivery.bound.commit()
            self._keep_form()

    def unit_codes(self) -> list[str]:
        """Return the codes in the line."""
        return list(self.codes.codes())

    def materials_there(self) -> list[str]:
        """Return the codes of the papers that are there."""
        return list(self.model.state.materials())

    def missing_papers(self) -> tuple[str, ...]:
        """Return the papers that are always needed and neither there nor promised."""
        wanted = self._item.materials_required if self._item else ()
        return tuple(code for code in wanted if self.model.value(f"materials/{code}") is None)

    def mark_problems(self) -> None:
        """Mark what is wrong in the form, and a code that is none."""
        if self._item is not None:
            self.commit()
            self.form.show_problems(check_fields(self._item, self.model.state.fields()))
        mark(self.codes, not all(is_unit_code(code) for code in self.unit_codes()))

    def show_units(self, found: Sequence[UnitView]) -> None:
        """Show units of the register, and the rights that may be acted upon."""
        asked, there = self.unit_codes(), {view.unit.code for view in found}
        self._units = tuple(view for view in found if view.unit.code in asked)
        self.card.show_units(
            list(self._units), [one for one in asked if found and one not in there]
        )
        self._rights = [row.right for view in found for row in view.rights if row.right.live]
        lines = [
            Option(number=str(place), code=str(right.id), word=right_text(right), initials="")
            for place, right in enumerate(self._rights, start=1)
        ]
        self.right.blockSignals(True)
        self.right.show_options(lines, blank=True)
        self.right.choose(self.model.state.text("right") or None)
        self.right.blockSignals(False)
        self.parties.show_registered([holder for right in self._rights for holder in right.holders])

    def location(self) -> str:
        """Return where the units are: the first, and how many in all; nothing if not known."""
        places = [view.unit.location for view in self._units]
        return f"{places[0]} (+{len(places) - 1})" if len(places) > 1 else "".join(places)

    def go_on_with(self, item: Item, known: Application) -> None:
        """Show the form of a bundle's next case with what the one before says of it."""
        self.empty()
        self.begin(item, (), papers_seen=False)
        self.model.put("units", list(known.units), Source.EARLIER)
        self.parties.take_holders(list(known.parties), "obligor")
        order_focus(self)

    def take_holders(self) -> None:
        """Make the holders of the right acted upon, or else the owners, parties."""
        item = self._item
        if item is None:
            return
        chosen = self.right.code()
        acted = [right for right in self._rights if str(right.id) == chosen]
        owners = [right for right in self._rights if right.is_ownership]
        role = "obligor" if any(side.role == "obligor" for side in item.applicants) else "holder"
        people: list[Person] = [h for right in acted or owners for h in right.holders]
        self.parties.take_holders(people, "holder" if acted else role)
        order_focus(self)

    def show_preview(self, found: Preview, *, tried: bool) -> None:
        """Say beside each field what the rules say; what is only open after a try alone."""
        self.charges.show_preview(found)
        self.check.show_preview(found)
        self.submit.show_preview(found)
        told = [one for one in found.findings if tried or not is_only_open(one)]
        notes: dict[tuple[int, str], list[str]] = {}
        people = self.model.state.people
        for one in told:
            path = (one.field or "").split("/")
            if path[0] == "parties" and len(path) > 1 and int(path[1]) < len(people):
                name = path[2] if len(path) > 2 else "id_number"  # noqa: PLR2004 - parties/0/name
                notes.setdefault((people[int(path[1])], name), []).append(finding_text(one))
        self.parties.show_notes({at: "\n".join(texts) for at, texts in notes.items()})
        self.delivery.show_findings(told)
        about = [finding_text(one) for one in told if (one.field or "").startswith("units")]
        self.codes_cell.show_note("\n".join(about))
        self._show_limits(found.findings)
        self.form.show_problems(list(self._form_problems(told)))

    def go(self, name: str) -> None:
        """Go to a section: to its first field that is empty, or to its first."""
        fields = [widget for section, widget in walked(self) if section == name]
        empty = [widget for widget in fields if is_empty_field(widget)]
        read = {"tax": self.charges.lines, "submit": self.submit.line}
        target = next(iter(empty or fields), read.get(name))
        if target is not None:
            target.setFocus()
        self.entered.emit(name)

    def leave(self, last: QWidget) -> bool:
        """Go on from a field to the next one; from the last of a section to the next section."""
        order = list(walked(self))
        widgets = [widget for _, widget in order]
        after = place_after(self.parties.rows, last, widgets)
        if after is None:
            return False
        section = self.section_at(last)
        for name, widget in order[after:]:
            if name == section or self._is_open(name):
                widget.setFocus()
                self.entered.emit(name)
                return True
        self.go("check")
        return True

    def section_at(self, widget: QWidget | None) -> str:
        """Return the section that a widget belongs to."""
        for name, part in self.parts.items():
            if widget is not None and part.isAncestorOf(widget):
                return name
        return "materials" if widget is self.materials else ""

    def _show_parts(self) -> None:
        """Show the sections that the kind of business has and that do not stand elsewhere."""
        for name, part in self.parts.items():
            asked = self._item is None or is_shown(self._item, name)
            part.setVisible(asked and not (name == "materials" and self._papers_beside))

    def _is_open(self, name: str) -> bool:
        if self._item is None or name in ("check", "submit"):
            return True
        found = standings(self._item, self.model.state, (), asked=False)
        return found[name].state != DONE

    def _show_limits(self, findings: Sequence[Finding]) -> None:
        """Say in one red block what in the register stops this business, and what to do."""
        stops = [
            one
            for one in findings
            if one.level is Level.BLOCK and one.code.startswith("R") and not is_only_open(one)
        ]
        about = [one for one in stops if one.field is None or one.field.split("/")[0] == "units"]
        self.limits.setText("\n".join(f"■ {finding_text(one)}" for one in about))
        self.limits.setVisible(bool(about))

    def _form_problems(self, told: Sequence[Finding]) -> Iterator[Problem]:
        for one in told:
            problem = one.facts.get("problem")
            if isinstance(problem, str) and one.field in self.form.editors:
                facts = {name: value for name, value in one.facts.items() if name != "problem"}
                yield Problem(field=one.field, code=problem, facts=facts)

    def _show_form(self, item: Item) -> None:
        old, self.form = self.form, FormView(item.fields)
        self.boxes["contract"].replaceWidget(old, self.form)
        old.deleteLater()
        self.form.committed.connect(self._keep_form)

    def _keep_form(self) -> None:
        today = day_of(datetime.now(UTC))
        values = self.form.values(today)
        with self.model.one_act():
            for key in self.form.editors:
                self.model.put(f"fields/{key}", values.get(key))

    def _keep_units(self) -> None:
        self.model.put("units", self.unit_codes())

    def _show_all(self) -> None:
        """Show the entry as it stands: it was restored, filled, or another kind was chosen."""
        codes = ",".join(self.model.state.units)
        if codes != self.codes.value():
            self.codes.show_value(codes)
        self.codes_cell.show_tag("")
        self.form.blockSignals(True)
        self.form.show_values(self.model.state.fields())
        self.form.blockSignals(False)
        order_focus(self)

    def _show_one(self, path: str) -> None:
        if path == "units":
            codes = ",".join(self.model.state.units)
            if codes != self.codes.value():
                self.codes.show_value(codes)
            self.codes_cell.show_tag(source_word(self.model.source("units")))
        key = path.removeprefix("fields/")
        if key in self.form.cells:
            self.form.cells[key].show_tag(source_word(self.model.source(path)))
            if self.model.source(path) not in (None, Source.TYPED):
                self._show_all()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 8, 0)
        box.setSpacing(12)
        for number, name in enumerate(SECTIONS, start=1):
            part = QWidget()
            inner = QVBoxLayout(part)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(6)
            inner.addWidget(section(f"{number}  {ACTIONS[f'go_{name}'].title}"))
            self.parts[name], self.boxes[name] = part, inner
            box.addWidget(part)
        box.addStretch(1)
        self.boxes["parties"].addWidget(self.parties)
        for widget in (self.codes_cell, self.card, self.limits):
            self.boxes["property"].addWidget(widget)
        right = Cell(self.tr("Right acted upon"), self.right)
        self.boxes["property"].addWidget(right)
        self.boxes["contract"].addWidget(self._basics())
        self.boxes["contract"].addWidget(self.form)
        self.boxes["tax"].addWidget(self.charges)
        self.boxes["questions"].addWidget(self.questions)
        self.boxes["materials"].addWidget(self.papers)
        self.boxes["delivery"].addWidget(self.delivery)
        self.boxes["check"].addWidget(self.check)
        self.boxes["submit"].addWidget(self.submit)
        self.right.setAccessibleName(self.tr("Right acted upon"))
        self.bound.tie("right", self.right, right)

    def _basics(self) -> Cells:
        rows = Cells(15, 2)
        for path, label, editor in (
            ("co_ownership", self.tr("Co-ownership"), self.shared),
            ("reason", self.tr("Reason"), self.reason),
        ):
            assert isinstance(editor, QWidget)
            editor.setAccessibleName(label)
            cell = self.basics[path] = Cell(label, editor)
            rows.add(cell)
            self.bound.tie(path, editor, cell)
        for box in (self.right, self.shared, self.reason):
            box.setMinimumContentsLength(6)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        return rows

    def add_buttons(self, name: str, buttons: Sequence[QWidget]) -> None:
        """Put the acts of a section beneath it, as many in a row as fit."""
        line = Cells(BUTTON, len(buttons))
        for button in buttons:
            line.add(button)
        self.boxes[name].addWidget(line)

    def _hear(self) -> None:
        self.model.settled.connect(self.changed)
        self.model.changed.connect(lambda path, _old, _new: self._show_one(path))
        self.model.replaced.connect(self._show_all)
        self.codes.editingFinished.connect(self._keep_units)
        self.parties.rows_changed.connect(lambda: order_focus(self))
        self.delivery.way.currentIndexChanged.connect(lambda _place: order_focus(self))
        self.materials.finished.connect(lambda: self.leave(self.materials))
        self.questions.table.finished.connect(lambda: self.leave(self.questions.table))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        name = self.section_at(now)
        if name:
            self.entered.emit(name)


def section(text: str) -> QLabel:
    """Return a heading within a screen."""
    label = QLabel(text)
    label.setProperty("role", "section")
    return label
