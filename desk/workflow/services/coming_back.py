"""Who was told what is missing comes back with the slip, and waits at the place of his number."""

from sqlalchemy import bindparam, func, insert, select

from db.numbers import take_number
from db.tables.cases import CASE_EVENTS, TICKETS
from desk.workflow.act import Act, Case
from desk.workflow.answers import TicketAnswer, Touched
from desk.workflow.commands import ComeBack
from desk.workflow.errors import Code, refuse
from desk.workflow.services.hall import LETTERS, ticket_of
from desk.workflow.stages import EVENTS

_LAST = (
    select(CASE_EVENTS.c.kind, func.max(CASE_EVENTS.c.n).label("n"))
    .where(
        CASE_EVENTS.c.case_id == bindparam("case"),
        CASE_EVENTS.c.kind.in_([EVENTS["call"], EVENTS["pre_review"]]),
    )
    .group_by(CASE_EVENTS.c.kind)
)


def come_back(act: Act, command: ComeBack) -> TicketAnswer:
    """Let a case wait again: numbers drawn after its own come after it; one without gets one."""
    case = act.case_for("come_back", command.case_id, command.seen)
    if not is_away(act, case):
        raise refuse(Code.TICKET)
    if case.ticket_at is None:
        n = _first_number(act, case)
    else:
        n = act.record(case, "come_back", case.state)
    return TicketAnswer(
        at=act.now,
        touched=(Touched.QUEUE, Touched.CASES),
        case_id=case.case_id,
        state=case.state,
        n=n,
        ticket=ticket_of(act, case) or "",
    )


def is_away(act: Act, case: Case) -> bool:
    """Tell whether somebody was told at a window what is missing, and left to get it."""
    last = {row["kind"]: row["n"] for row in act.rows(_LAST, {"case": case.case_id})}
    looked = last.get(EVENTS["pre_review"], 0)
    waits = case.ticket_at is not None and case.called_at is None
    return not waits and looked > last.get(EVENTS["call"], 0)


def _first_number(act: Act, case: Case) -> int:
    lane, day = "normal", act.day.isoformat()
    n = act.record(case, "ticket", case.state, lane=lane)
    no = take_number(act.connection, f"ticket-{LETTERS[lane]}", day)
    row = {"case_id": case.case_id, "day": day, "letter": LETTERS[lane], "no": no}
    act.write(insert(TICKETS), [row])
    return n
