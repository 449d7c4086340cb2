"""Two laws over the same facts: what the rules say and what is charged, case by case."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from desk.workflow.act import Row
from desk.workflow.charges import work_out
from desk.workflow.errors import DeskError, Finding, NeedsConfirmation
from desk.workflow.facts import Facts, Stage
from desk.workflow.judging import application_findings, judge
from desk.workflow.kept import read_kept
from desk.workflow.past import Past
from desk.workflow.reader import Reader
from desk.workflow.reading import Reading, read_facts
from desk.workflow.rules import check
from desk.workflow.stages import EVENTS
from desk.workflow.trial.cases import Amounts, PastCase, Said, cases_of, past_case
from forms.catalogue import Catalogue

T = TypeVar("T")
_NOBODY = UUID(int=0)
Levels = tuple[str, ...]
Step = Callable[[int, int], None]


class LawGap(Exception):
    """The changed law has no word where a case needs one, as a rate or a parameter of that day."""

    def __init__(self, case_no: str, key: object) -> None:
        super().__init__(case_no, key)
        self.case_no = case_no
        self.key = key


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherFinding:
    """What a rule would have said otherwise; `ends` is what would have come of the act."""

    case_no: str
    item: str
    at: datetime
    stage: Stage
    code: str
    before: Levels
    after: Levels
    ends: str  # done, asked, refused


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCharge:
    """A line of a charge that would have come to another amount, in 分."""

    case_no: str
    item: str
    at: datetime
    line: str
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What came of trying; `unlike` are cases whose own record the law in force does not give."""

    cases: int
    judged: int
    charged: int
    findings: tuple[OtherFinding, ...]
    charges: tuple[OtherCharge, ...]
    unlike: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class _Tally:
    judged: int = 0
    charged: int = 0


def try_law(
    reader: Reader,
    changed: Catalogue,
    since: datetime,
    until: datetime,
    step: Step = lambda _done, _all: None,
) -> Trial:
    """Judge the cases of a period by both laws and return where they differ; LawGap as named."""
    rows = cases_of(reader, since, until)
    findings: list[OtherFinding] = []
    charges: list[OtherCharge] = []
    unlike: dict[str, None] = {}
    tally = _Tally()
    for place, row in enumerate(rows, start=1):
        case = past_case(reader, row)
        for event in case.judged(since, until):
            tally.judged += 1
            before, after, ends = _judged(reader, changed, case, event)
            findings += _other_findings(case, event, before, after, ends)
            if before != case.said.get(event["n"], Counter()):
                unlike[case.number] = None
        charge = case.charge(since, until)
        if charge is not None:
            tally.charged += 1
            due, would_be = _charged(reader, changed, case, charge)
            charges += _other_charges(case, charge, due, would_be)
            if due != case.charged.get(charge["n"], {}):
                unlike[case.number] = None
        step(place, len(rows))
    return Trial(
        cases=len(rows),
        judged=tally.judged,
        charged=tally.charged,
        findings=tuple(findings),
        charges=tuple(charges),
        unlike=tuple(unlike),
    )


def _judged(
    reader: Reader, changed: Catalogue, case: PastCase, event: Row
) -> tuple[Said, Said, str]:
    entering = event["kind"] == EVENTS["register"]
    reading = _then(reader, case, event, Stage.REGISTRATION if entering else Stage.ACCEPTANCE)
    before = _findings(reading, event["kind"])
    other = replace(reading, facts=_under(reading.facts, changed))
    after = _by_law(case, lambda: _findings(other, event["kind"]))
    return _said(before), _said(after), _end(after, reading.facts.application.confirmed)


def _charged(
    reader: Reader, changed: Catalogue, case: PastCase, event: Row
) -> tuple[Amounts, Amounts]:
    facts = _then(reader, case, event, Stage.ACCEPTANCE).facts
    other = _under(facts, changed)
    return _amounts(facts), _by_law(case, lambda: _amounts(other))


def _then(reader: Reader, case: PastCase, event: Row, stage: Stage) -> Reading:
    """Read the case as its desk read it at an event."""
    n = event["n"]
    hidden = _NOBODY if case.entered_before(n) else case.case_id
    past = Past(at=event["at"], n=n, hidden=hidden)
    act = reader.as_act(event["at"], event["actor"], past)
    standing = case.standing(n)
    kept = read_kept(act, standing)
    return read_facts(act, stage, kept.application, kept.materials, standing)


def _under(facts: Facts, law: Catalogue) -> Facts:
    return replace(facts, catalogue=law, item=law.items[facts.item.code])


def _findings(reading: Reading, kind: str) -> tuple[Finding, ...]:
    if kind == EVENTS["register"]:
        return check(reading.facts)
    found = application_findings(reading)
    if kind == EVENTS["seize"]:  # accepted and entered at once
        found += check(replace(reading.facts, stage=Stage.REGISTRATION))
    return found


def _by_law(case: PastCase, ask: Callable[[], T]) -> T:
    try:
        return ask()
    except KeyError as gap:
        raise LawGap(case.number, gap.args[0]) from gap


def _said(findings: Iterable[Finding]) -> Said:
    return Counter((finding.code, finding.level.value) for finding in findings)


def _end(findings: Iterable[Finding], confirmed: Iterable[str]) -> str:
    try:
        judge(findings, confirmed)
    except NeedsConfirmation:
        return "asked"
    except DeskError:
        return "refused"
    return "done"


def _amounts(facts: Facts) -> Amounts:
    sums: Counter[str] = Counter()
    for line in work_out(facts):
        sums[line.line] += line.amount
    return dict(sums)


def _other_findings(
    case: PastCase, event: Row, before: Said, after: Said, ends: str
) -> Iterator[OtherFinding]:
    entering = event["kind"] == EVENTS["register"]
    for code in sorted({code for code, _ in before | after}):
        was, would_be = _levels(before, code), _levels(after, code)
        if was != would_be:
            yield OtherFinding(
                case_no=case.number,
                item=case.item,
                at=event["at"],
                stage=Stage.REGISTRATION if entering else Stage.ACCEPTANCE,
                code=code,
                before=was,
                after=would_be,
                ends=ends,
            )


def _levels(said: Said, code: str) -> Levels:
    return tuple(
        sorted(level for (of, level), count in said.items() if of == code for _ in range(count))
    )


def _other_charges(
    case: PastCase, event: Row, before: Amounts, after: Amounts
) -> Iterator[OtherCharge]:
    for line in sorted({*before, *after}):
        if before.get(line, 0) != after.get(line, 0):
            yield OtherCharge(
                case_no=case.number,
                item=case.item,
                at=event["at"],
                line=line,
                before=before.get(line, 0),
                after=after.get(line, 0),
            )
