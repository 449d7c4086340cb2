"""A practice case laid out at a window of a demonstration centre, and the line to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow.act import Watch
from desk.workflow.addresses import Address
from desk.workflow.answers import Answer
from desk.workflow.certificate_qr import certificate_qr
from desk.workflow.clock import day_of
from desk.workflow.demo import DemoCentre
from desk.workflow.desk import Changes, Desk
from desk.workflow.errors import Unreachable
from desk.workflow.facts import MORTGAGE, RightFacts
from desk.workflow.queries.cases import case
from desk.workflow.queries.register import UnitView, all_units
from desk.workflow.reader import Reader
from forms.practice import OnTheTable, PracticeCase

ID_CARD, HOUSE = "1", "4"
NO_WORDS, AND = "", "、"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a machine reads in a practice: a code by the scanner, or a card by the reader."""

    thing: OnTheTable
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A practice case at its window: the called number, the home, what lies on the table."""

    practice: PracticeCase
    case_id: UUID
    readings: tuple[Reading, ...]
    names: dict[str, str]  # what the places of the task stand for

    def task(self, language: str) -> str:
        """Return what is asked, in a language."""
        return self.practice.task[language].format(**self.names)


class PracticeDesk(Desk):
    """The desk of a practice centre; its line can be cut and mended to practise that too."""

    is_cut = False

    def do(
        self,
        command: c.Command,
        *,
        by: str,
        at: datetime | None = None,
        watch: Watch | None = None,
    ) -> Answer:
        """Do an act, unless the line is cut."""
        self._refuse_cut()
        return super().do(command, by=by, at=at, watch=watch)

    @contextmanager
    def ask(self) -> Iterator[Reader]:
        """Open a look, unless the line is cut."""
        self._refuse_cut()
        with super().ask() as reader:
            yield reader

    def listen(self) -> Changes:
        """Begin to hear of changes, unless the line is cut."""
        self._refuse_cut()
        return super().listen()

    def hear(self, changes: Changes) -> list[str]:
        """Hear of changes, unless the line is cut."""
        self._refuse_cut()
        return super().hear(changes)

    def _refuse_cut(self) -> None:
        if self.is_cut:
            raise Unreachable


def found_practice(url: Address) -> PracticeDesk:
    """Make a fresh demonstration centre in an empty database and open it."""
    DemoCentre(now=datetime.now(UTC)).create(url, keep_papers=False)
    return PracticeDesk.open(url)


def lay_out(desk: Desk, practice: PracticeCase, *, window: int, clerk: str) -> Laid:
    """Give a number for the case, let its papers be seen, and call it to the window."""
    case_id, item = new_id(), practice.item
    view = _home(desk, practice)
    desk.do(c.DrawTicket(case_id=case_id, item=item.code), by="g1")
    if practice.papers == "all":
        seen = item.materials_required
        desk.do(c.PreReview(case_id=case_id, item=item.code, materials=seen), by="g2")
    desk.do(c.CallNext(window=window, case_id=case_id, any_order=True), by=clerk)
    return Laid(
        practice=practice,
        case_id=case_id,
        readings=tuple(_readings(desk, practice, view)),
        names=_names(view),
    )


def is_reached(reader: Reader, laid: Laid, now: datetime) -> bool:
    """Tell whether the practice has come to its end."""
    found = case(reader, laid.case_id, now)
    if found is None:
        return False
    if laid.practice.end == "noticed":
        return any(event.data.get("missing") for event in found.events)
    return found.row.case_no is not None


def _home(desk: Desk, practice: PracticeCase) -> UnitView:
    with desk.ask() as reader:
        homes = all_units(reader, datetime.now(UTC))
        return next(view for view in homes if _fits(view, practice))


def _fits(view: UnitView, practice: PracticeCase) -> bool:
    owner = _owner(view)
    if owner is None or owner.type != HOUSE or view.open_cases or view.state != {practice.home}:
        return False
    kinds = [holder.id_type for holder in owner.holders]
    return kinds == [ID_CARD] * practice.owners


def _owner(view: UnitView) -> RightFacts | None:
    return view.unit.ownership


def _names(view: UnitView) -> dict[str, str]:
    owner = _owner(view)
    assert owner is not None  # the home was chosen by it
    mortgages = [row.right for row in view.rights if row.live and row.right.type == MORTGAGE]
    first = mortgages[0] if mortgages else None
    return {
        "owner": AND.join(holder.name for holder in owner.holders),
        "owner_number": AND.join(holder.id_number for holder in owner.holders),
        "place": view.unit.location,
        "unit": view.unit.code,
        "bank": first.holders[0].name if first else NO_WORDS,
        "proof": (first.number if first else None) or NO_WORDS,
    }


def _readings(desk: Desk, practice: PracticeCase, view: UnitView) -> Iterator[Reading]:
    for thing in practice.on_the_table:
        code = _certificate_code(desk, view) if thing.what == "certificate" else ""
        yield Reading(thing=thing, code=code)


def _certificate_code(desk: Desk, view: UnitView) -> str:
    """Return the code that the QR of the home's certificate holds."""
    owner = _owner(view)
    assert owner is not None
    return certificate_qr(
        desk.setting.seal_key,
        number=owner.number or NO_WORDS,
        unit=view.unit.code,
        entry=NO_WORDS,
        day=day_of(owner.registered_at).isoformat(),
    )
