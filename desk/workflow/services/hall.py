"""The hall: a number is drawn and called, the papers are looked at before the counter."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, case, exists, insert, or_, select

from db.numbers import take_number
from db.tables.cases import CASE_EVENTS, CASE_NOW, CASES, TICKETS
from desk.workflow.act import Act, Case, Row, require_stage
from desk.workflow.answers import PreReviewAnswer, TicketAnswer, Touched
from desk.workflow.commands import CallNext, DrawTicket, MissTicket, PreReview, RecallTicket
from desk.workflow.errors import Code, refuse
from desk.workflow.kept import keep_materials
from desk.workflow.letters import DEFERRED, SUPPLEMENT, UNKNOWN, Told
from desk.workflow.papers import keep_missing
from desk.workflow.stages import EVENTS, PRE_REVIEWED, TICKETED, WAITING

LETTERS = {"normal": "A", "priority": "B", "appointment": "C"}
_HALL = (Touched.QUEUE, Touched.CASES)

_TAKEN = select(CASES.c.id).where(
    or_(CASES.c.id == bindparam("case"), CASES.c.name == bindparam("name"))
)
_TICKET = select(TICKETS.c.letter, TICKETS.c.no).where(TICKETS.c.case_id == bindparam("case"))
_LAST_LOOK = (
    select(CASE_EVENTS.c.data)
    .where(CASE_EVENTS.c.case_id == bindparam("case"), CASE_EVENTS.c.kind == EVENTS["pre_review"])
    .order_by(CASE_EVENTS.c.n.desc())
    .limit(1)
)


def was_missed() -> ColumnElement[bool]:
    """Say of a number that is not called now that nobody came when it was."""
    later = CASE_EVENTS.alias("later")
    back = exists().where(
        later.c.case_id == CASE_EVENTS.c.case_id,
        later.c.kind == EVENTS["come_back"],
        later.c.n > CASE_EVENTS.c.n,
    )
    return exists().where(
        CASE_EVENTS.c.case_id == CASE_NOW.c.case_id, CASE_EVENTS.c.kind == EVENTS["no_show"], ~back
    )


_SET_ASIDE = select(CASE_NOW.c.n).where(CASE_NOW.c.case_id == bindparam("case"), was_missed())


def _next_in_line() -> Select[tuple[UUID]]:
    # Priority goes first; an appointment counts from its ticket like any other number.
    return (
        select(CASE_NOW.c.case_id)
        .where(
            CASE_NOW.c.state.in_(sorted(WAITING)),
            CASE_NOW.c.ticket_at.is_not(None),
            CASE_NOW.c.called_at.is_(None),
            ~was_missed(),
        )
        .order_by(case((CASE_NOW.c.lane == "priority", 0), else_=1), CASE_NOW.c.ticket_at)
        .order_by(CASE_NOW.c.case_id)
        .limit(1)
    )


_NEXT = _next_in_line()
_NEXT_FREE = _next_in_line().with_for_update(skip_locked=True)


def draw_ticket(act: Act, command: DrawTicket) -> TicketAnswer:
    """Draw a number; the case begins here. A second ticket for a case is D-TICKET."""
    act.require_role("ticket")
    if act.rows(_TAKEN, {"case": command.case_id, "name": command.case_name}):
        raise refuse(Code.TICKET)
    begun = begin(act, command.case_id, command.case_name)
    n = act.record(
        begun,
        "ticket",
        TICKETED,
        item=command.item,
        lane=command.lane,
        reason=command.reason or None,
    )
    letter, day = LETTERS[command.lane], act.day.isoformat()
    no = take_number(act.connection, f"ticket-{letter}", day)
    ticket = {"case_id": command.case_id, "day": day, "letter": letter, "no": no}
    act.write(insert(TICKETS), [ticket])
    return TicketAnswer(
        at=act.now,
        touched=_HALL,
        case_id=command.case_id,
        state=TICKETED,
        n=n,
        ticket=written(letter, no),
    )


def call_next(act: Act, command: CallNext) -> TicketAnswer:
    """Call the next number to a window; nobody waits, or another is named: D-TICKET."""
    act.require_role("call")
    waiting = _named(act, command) if command.case_id else _first(act)
    to = waiting.state
    n = act.record(waiting, "call", to, window=command.window, lane=waiting.lane)
    return TicketAnswer(
        at=act.now,
        touched=_HALL,
        case_id=waiting.case_id,
        state=to,
        n=n,
        ticket=ticket_of(act, waiting) or "",
        window=command.window,
    )


def recall_ticket(act: Act, command: RecallTicket) -> TicketAnswer:
    """Call a number again: at its own window, or one set aside whose turn had come before."""
    waiting = act.case_for("recall", command.case_id, command.seen)
    if waiting.called_at is None:
        if not act.rows(_SET_ASIDE, {"case": waiting.case_id}):
            raise refuse(Code.TICKET)
        return _at_window(act, command, waiting, "call")
    _require_here(waiting, command.window)
    return _at_window(act, command, waiting, "recall")


def miss_ticket(act: Act, command: MissTicket) -> TicketAnswer:
    """Set the number at the window aside; it waits outside the order until it is called again."""
    waiting = act.case_for("no_show", command.case_id, command.seen)
    _require_here(waiting, command.window)
    return _at_window(act, command, waiting, "no_show")


def _require_here(waiting: Case, window: int) -> None:
    if waiting.called_at is None or waiting.called_window != window:
        raise refuse(Code.TICKET)


def _at_window(
    act: Act, command: RecallTicket | MissTicket, waiting: Case, kind: str
) -> TicketAnswer:
    n = act.record(waiting, kind, waiting.state, window=command.window, lane=waiting.lane)
    return TicketAnswer(
        at=act.now,
        touched=_HALL,
        case_id=waiting.case_id,
        state=waiting.state,
        n=n,
        ticket=ticket_of(act, waiting) or "",
        window=command.window,
    )


def pre_review(act: Act, command: PreReview) -> PreReviewAnswer:
    """Check the papers against the item; the case stays ticketed while something is missing."""
    act.require_role("pre_review")
    found = act.find_case(command.case_id)
    if found is not None and command.seen not in {None, found.n}:
        raise refuse(Code.VERSION)
    if command.item not in act.setting.catalogue.items:
        raise refuse(Code.FORM, at="item")
    standing = found or begin(act, command.case_id, command.case_name)
    require_stage("pre_review", standing)
    missing = missing_papers(act, command)
    to = TICKETED if missing else PRE_REVIEWED
    data: dict[str, object] = {"missing": list(missing)}
    if command.evidence:
        data["evidence"] = dict(command.evidence)
    n = act.record(standing, "pre_review", to, item=command.item, data=data)
    keep_materials(act, command.case_id, n, command.materials, command.deferred)
    told = _told(command, missing)
    if told.ways:
        named = replace(standing, item_code=command.item)
        keep_missing(act, named, ticket_of(act, standing) or UNKNOWN, told)
    return PreReviewAnswer(
        at=act.now, touched=_HALL, case_id=command.case_id, state=to, n=n, missing=missing
    )


def missing_papers(act: Act, command: PreReview) -> tuple[str, ...]:
    """Return the papers that the item needs and that are neither there nor promised."""
    there = {*command.materials, *command.deferred}
    required = act.setting.catalogue.items[command.item].materials_required
    return tuple(code for code in required if code not in there)


def _told(command: PreReview, missing: tuple[str, ...]) -> Told:
    """Return what the notice tells of each paper that is not there, the missing ones first."""
    said = command.evidence
    chosen, until, entry = (said.get(name) for name in ("ways", "until", "entry"))
    ways = chosen if isinstance(chosen, Mapping) else {}
    later = {code: str(ways.get(code, DEFERRED)) for code in command.deferred}
    values = entry.get("values") if isinstance(entry, Mapping) else None
    return Told(
        ways={**dict.fromkeys(missing, SUPPLEMENT), **later},
        until=date.fromisoformat(until) if isinstance(until, str) and until else None,
        names=_names(values) if isinstance(values, Mapping) else (),
    )


def _names(values: Mapping[str, object]) -> tuple[str, ...]:
    """Return the names of the people in an entry, each once."""
    at = [path for path in values if path.startswith("parties/") and path.endswith("/name")]
    people = sorted(at, key=lambda path: int(path.split("/")[1]))
    return tuple(dict.fromkeys(str(values[path]) for path in people))


def begin(act: Act, case_id: UUID, name: str | None) -> Case:
    """Begin a case under the id that the caller made."""
    act.write(insert(CASES), [{"id": case_id, "name": name, **act.stamp}])
    return Case(case_id=case_id)


def ticket_of(act: Act, case: Case) -> str | None:
    """Return the number that was drawn for a case, nothing where none was."""
    found = act.rows(_TICKET, {"case": case.case_id})
    return written(found[0]["letter"], found[0]["no"]) if found else None


def found_missing(act: Act, case: Case) -> tuple[str, ...]:
    """Return the papers that the last look at the papers found missing."""
    found = act.rows(_LAST_LOOK, {"case": case.case_id})
    return tuple(found[0]["data"].get("missing", ())) if found else ()


def written(letter: str, no: int) -> str:
    """Write a number of the hall: a letter for the lane and three digits."""
    return f"{letter}{no:03d}"


def _first(act: Act) -> Case:
    found = act.rows(_NEXT_FREE)
    if not found:
        raise refuse(Code.TICKET)
    return act.case(found[0]["case_id"])


def _named(act: Act, command: CallNext) -> Case:
    case_id = command.case_id
    assert case_id is not None
    wanted = act.case(case_id)
    require_stage("call", wanted)
    if wanted.ticket_at is None or wanted.called_at is not None:
        raise refuse(Code.TICKET)
    first: list[Row] = [] if command.any_order else act.rows(_NEXT)
    if first and first[0]["case_id"] != case_id:
        raise refuse(Code.TICKET)
    return wanted
