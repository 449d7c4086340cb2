"""A pool that a crowd of approvers works off, each a program of its own; and what was wrong.

Every program notes when each of its acts began and ended, on the one clock of the machine. From
these notes and from the events of the cases follows whether two held a case at once, and whether
a claim passed over one that stood free before it in the order all the while the claim lasted.
"""

import multiprocessing
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from uuid import UUID

from sqlalchemy import RowMapping, select

from db.ids import new_id
from db.session import open_engine, reading
from db.tables.cases import CASE_EVENTS, CASE_NOW
from desk.workflow import commands as c
from desk.workflow import review_commands as rc
from desk.workflow.answers import CaseAnswer
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError
from desk.workflow.founding import CentreSpec, RightSpec, StaffSpec, create_database, midnight
from desk.workflow.queries.pool import claims, pool
from desk.workflow.stages import ACCEPTED, APPROVED, EVENTS, IN_APPROVAL, RETURNED
from tests.workflow.conftest import DAY, SELLER, house, mortgage, sale

MORNING = datetime(2018, 3, 26, 0, 30, tzinfo=UTC)
NOTHING = "D-TICKET"
SKIPS = 4
"""So many cases an approver of the crowd passes over at most."""
CLERKS = 3
"""So many of the approvers accepted the cases: these are their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One act of one approver: on which case, from when to when, and whether it was refused."""

    login: str
    act: str
    case: UUID | None
    begun: float
    ended: float
    refused: str = ""


@dataclass(frozen=True, slots=True)
class _Seat:
    """Who works where: for up to `look` seconds at a case, with dice of the own."""

    url: str
    login: str
    look: float
    seed: int


@dataclass(frozen=True, slots=True, order=True)
class Urgency:
    """Where a case stands in the pool."""

    due: datetime
    accepted: datetime
    case: UUID
    by: str = field(compare=False)


@dataclass(slots=True)
class Found:
    """What a crowd did, and what was wrong in it."""

    cases: int
    acts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    strict: int = 0
    """Claims during which nobody acted on a case that the claimer might have had before."""
    seconds: float = 0
    claim_ms: list[float] = field(default_factory=list)
    left: int = 0
    """Cases that everybody had passed over: there again on the next day."""
    faults: list[str] = field(default_factory=list)


def crowd(url: str, approvers: int, cases: int, look: float, seed: int) -> Found:
    """Let so many approvers work off so many cases at once, and judge what they did.

    Each looks at each case for up to `look` seconds.
    """
    logins = [f"a{number}" for number in range(approvers)]
    found_crowded(url, logins, cases)
    _accept(url, cases)
    begun = time.monotonic()
    notes = _worked(url, logins, look, seed)
    found = Found(cases=cases, seconds=time.monotonic() - begun)
    found.left = _day_after(url, logins)
    _judge(url, notes, found)
    return found


def unit_of(number: int) -> str:
    """Return the code of the house about which a case of the crowd is."""
    return f"220402001001GB00001F{number:08}"


def found_crowded(url: str, logins: Sequence[str], cases: int) -> None:
    """Make a centre of so many houses where everybody approves and the first few accept, too."""
    units = [unit_of(number) for number in range(1, cases + 1)]
    create_database(
        url,
        kind="rehearsal",
        centre=CentreSpec(
            name="辽源市不动产登记中心",
            authority="辽源市国土资源局",
            short="吉",
            area_name="辽源市",
            area_codes=("220402",),
            windows=CLERKS,
            year=DAY.year,
        ),
        staff=[
            StaffSpec(
                login=login,
                name=f"审核{place}",
                roles=("approver", "clerk") if place < CLERKS else ("approver",),
                window=place + 1 if place < CLERKS else None,
            )
            for place, login in enumerate(logins)
        ]
        + [StaffSpec(login="s1", name="邱立新", roles=("supervisor",))],
        units=[house(code) for code in units],
        rights=[
            RightSpec(
                name=code,
                unit=code,
                type="4",
                holders=(SELLER,),
                co_ownership="sole",
                registered_at=date(2016, 2, 10),
            )
            for code in units
        ],
        at=midnight(DAY),
    )


def _accept(url: str, cases: int) -> None:
    """Accept sales and mortgages, several at the same minute."""
    with closing(Desk.open(url, keep_papers=False)) as desk:
        for number in range(cases):
            make = mortgage if number % 3 == 0 else sale
            application = make(unit_of(number + 1), SELLER)
            accept = c.AcceptCase(case_id=new_id(), application=application)
            minute = timedelta(minutes=number // 4)
            desk.do(accept, by=f"a{number % CLERKS}", at=MORNING + minute)


def _worked(url: str, logins: Sequence[str], look: float, seed: int) -> list[Done]:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    together, told = context.Barrier(len(logins)), context.Queue()
    programs = [
        context.Process(
            target=_approver, args=(_Seat(url, login, look, seed + place), together, told)
        )
        for place, login in enumerate(logins)
    ]
    for program in programs:
        program.start()
    notes = [note for _ in programs for note in told.get(timeout=240)]
    for program in programs:
        program.join()
    return notes


class _Approver:
    """One program of the crowd."""

    def __init__(self, desk: Desk, seat: _Seat) -> None:
        self.desk, self.login, self.look = desk, seat.login, seat.look
        self.dice = random.Random(seat.seed)
        self.notes: list[Done] = []
        self.skips = SKIPS
        self.began = time.monotonic()

    def work(self) -> None:
        """Claim and decide until nothing is there that this person may have."""
        while True:
            if self.skips and self.dice.random() < 0.15:
                self._skip()
            claimed = self._do(c.ClaimCase())
            if claimed is not None:
                self._finish(claimed)
            elif self._nothing_comes():
                return

    def _finish(self, case_id: UUID) -> None:
        time.sleep(self.dice.uniform(0, self.look))
        drawn = self.dice.random()
        if drawn < 0.2:
            self._do(c.ReleaseClaim(case_id=case_id, reason="开会"), case_id)
            return
        decision = c.DecideCase(
            case_id=case_id, decision="return" if drawn < 0.4 else "approve", opinion="同意登记。"
        )
        self._do(decision, case_id)

    def _skip(self) -> None:
        with self.desk.ask() as reader:
            rows = pool(reader, self.login, self._now())
        following = next((row.case.case_id for row in rows if row.next), None)
        if following is not None and self._do(rc.SkipCase(case_id=following, reason="1")):
            self.skips -= 1

    def _nothing_comes(self) -> bool:
        with self.desk.ask() as reader:
            waits = any(row.next for row in pool(reader, self.login, self._now()))
            held = claims(reader, self._now())
        if held and not waits:
            time.sleep(0.02)
        return not waits and not held

    def _now(self) -> datetime:
        return MORNING + timedelta(hours=4, seconds=time.monotonic() - self.began)

    def _do(self, command: c.Command, case: UUID | None = None) -> UUID | None:
        asked = case or getattr(command, "case_id", None)
        begun, refused, got = time.monotonic(), "", None
        try:
            answer = self.desk.do(command, by=self.login, at=self._now())
        except DeskError as refusal:
            refused = ",".join(refusal.codes)
        else:
            assert isinstance(answer, CaseAnswer)
            got = answer.case_id
        self.notes.append(
            Done(
                login=self.login,
                act=type(command).__name__,
                case=got or asked,
                begun=begun,
                ended=time.monotonic(),
                refused=refused,
            )
        )
        return got


def _approver(seat: _Seat, together: Barrier, told: "Queue[list[Done]]") -> None:
    with closing(Desk.open(seat.url, keep_papers=False)) as desk:
        approver = _Approver(desk, seat)
        together.wait(timeout=240)
        try:
            approver.work()
        finally:
            told.put(approver.notes)


def _day_after(url: str, logins: Sequence[str]) -> int:
    """Work off, after midnight, what everybody had passed over; return how much that was."""
    left = 0
    with closing(Desk.open(url, keep_papers=False)) as desk:
        for login in logins:
            while True:
                try:
                    claimed = desk.do(c.ClaimCase(), by=login, at=MORNING + timedelta(days=1))
                except DeskError:
                    break
                assert isinstance(claimed, CaseAnswer)
                decide = c.DecideCase(case_id=claimed.case_id, decision="approve", opinion="同意。")
                desk.do(decide, by=login, at=MORNING + timedelta(days=1))
                left += 1
    return left


def _judge(url: str, notes: Sequence[Done], found: Found) -> None:
    for note in notes:
        found.acts[f"{note.act} {note.refused}".strip()] += 1
        if note.act == "ClaimCase" and not note.refused:
            found.claim_ms.append((note.ended - note.begun) * 1000)
    cases = _read(url, found)
    on_case: dict[UUID | None, list[Done]] = defaultdict(list)
    for note in sorted(notes, key=lambda note: note.ended):
        on_case[note.case].append(note)
    for acts in on_case.values():
        found.faults += _held_by_two(acts)
    for note in notes:
        if note.act == "ClaimCase" and not note.refused:
            _judge_order(note, cases, on_case, found)


def _read(url: str, found: Found) -> list[Urgency]:
    """Read the cases in the order stated, and what their events say of who held them."""
    engine = open_engine(url)
    with reading(engine) as connection:
        rows = connection.execute(select(CASE_NOW)).mappings().all()
        events = connection.execute(
            select(CASE_EVENTS).order_by(CASE_EVENTS.c.case_id, CASE_EVENTS.c.n)
        )
        found.faults += _claimed_while_held(events.mappings().all())
    engine.dispose()
    found.faults += [
        f"{row['case_id']} is left as {row['state']}"
        for row in rows
        if row["state"] not in {APPROVED, RETURNED}
    ]
    return sorted(
        Urgency(row["due_at"], row["accepted_at"], row["case_id"], row["accepted_by"])
        for row in rows
    )


def _claimed_while_held(events: Sequence[RowMapping]) -> Iterator[str]:
    holder: dict[object, object] = {}
    for event in events:
        case, actor = event["case_id"], event["actor"]
        if event["kind"] == EVENTS["claim"]:
            if holder.get(case) is not None or event["from_state"] != ACCEPTED:
                yield f"{case} was claimed by {actor} while {holder.get(case)} held it"
            holder[case] = actor
        elif event["from_state"] == IN_APPROVAL:
            if holder.get(case) != actor:
                yield f"{case} was held by {holder.get(case)}, yet {actor} acted on it"
            holder[case] = None


def _held_by_two(acts: Sequence[Done]) -> Iterator[str]:
    """Compare when each began to let go with when the next had it."""
    held = [note for note in acts if not note.refused and note.act != "SkipCase"]
    for one, following in pairwise(held):
        if one.act == "ClaimCase" == following.act:
            yield f"{one.case}: {one.login} had it, then {following.login}"
        elif one.act == "ClaimCase" and one.login != following.login:
            yield f"{one.case}: {one.login} claimed it, {following.login} let it go"


def _judge_order(
    claim: Done,
    cases: Sequence[Urgency],
    on_case: Mapping[UUID | None, Sequence[Done]],
    found: Found,
) -> None:
    """Look for one instant of the claim at which nothing before its case stood free."""
    place = next(place for place, case in enumerate(cases) if case.case == claim.case)
    if cases[place].by == claim.login:
        found.faults.append(f"{claim.login} claimed the own case {claim.case}")
    before = [
        on_case[case.case]
        for case in cases[:place]
        if case.by != claim.login and not _passed_over(on_case[case.case], claim)
    ]
    at_it = [one for acts in before for one in acts if _overlap(one, claim)]
    found.strict += not at_it
    instants = [claim.begun, *(one.begun for one in at_it), *(one.ended for one in at_it)]
    within = [at for at in instants if claim.begun <= at <= claim.ended]
    if not any(all(not _free(acts, at) for acts in before) for at in within):
        found.faults.append(f"{claim.login} took {claim.case}, another stood free before it")


def _passed_over(acts: Sequence[Done], claim: Done) -> bool:
    return any(
        one.act == "SkipCase"
        and not one.refused
        and one.login == claim.login
        and one.begun < claim.begun
        for one in acts
    )


def _overlap(one: Done, claim: Done) -> bool:
    return one.begun <= claim.ended and one.ended >= claim.begun


def _free(acts: Sequence[Done], at: float) -> bool:
    """Tell whether a case stood in the pool at an instant and nobody was at it."""
    if any(one.begun <= at <= one.ended for one in acts):
        return False
    moves = [one for one in acts if not one.refused and one.act != "SkipCase" and one.ended < at]
    return not moves or moves[-1].act == "ReleaseClaim"
