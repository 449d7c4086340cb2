"""组合件: cases accepted in one act and entered in one act; a list of cases that stand apart."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from sqlalchemy import insert

from db.tables.bundles import BUNDLE_CASES, BUNDLES
from desk.workflow.act import Act, Case
from desk.workflow.answers import AcceptAnswer, Answer, BundleAnswer, CasesAnswer, Touched
from desk.workflow.bundling import foresee, foreseen, members_of
from desk.workflow.commands import AcceptBundle, AcceptCase, AcceptList, BundledCase, RegisterBundle
from desk.workflow.errors import (
    Code,
    DeskError,
    Fact,
    Finding,
    Level,
    NeedsConfirmation,
    refuse,
)
from desk.workflow.facts import Stage
from desk.workflow.judging import application_findings, judge, tidy_units
from desk.workflow.reading import Reading, read_facts
from desk.workflow.rules.bundles import in_order, may_enter, to_enter
from desk.workflow.services.hall import begin
from desk.workflow.services.intake import (
    give_number,
    standing_for,
    take_in,
    tidy_application,
    write_acceptance,
)
from desk.workflow.services.registration import REGISTER, enter_case, require_confirmed
from desk.workflow.signatures import unsigned_findings

_COUNTER = (Touched.CASES, Touched.POOL, Touched.QUEUE)
_CERTIFICATE, _CERTIFICATE_PAPER = "certificate", "M04"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """One case on its way in: the command it would be alone, its standing, what was found."""

    command: AcceptCase
    standing: Case
    findings: tuple[Finding, ...]
    behind: bool = False


def accept_bundle(act: Act, command: AcceptBundle) -> CasesAnswer:
    """Accept all cases or none; each is judged in the register as those before it will leave it."""
    act.require_role("accept")
    judge(_shape(act, command.cases))
    taken = _judged_in_turn(act, command)
    _judge_all(taken)
    answers = tuple(_written(act, one) for one in taken)
    act.write(insert(BUNDLES), [{"id": command.id, **act.stamp}])
    act.write(
        insert(BUNDLE_CASES),
        (
            {"bundle_id": command.id, "place": place, "case_id": one.standing.case_id}
            for place, one in enumerate(taken, start=1)
        ),
    )
    return CasesAnswer(at=act.now, touched=_COUNTER, cases=answers, bundle_id=command.id)


def accept_list(act: Act, command: AcceptList) -> CasesAnswer:
    """Accept the cases of a list, all or none; every problem of every row is told at once."""
    taken = _judged_apart(act, command)
    written = []
    for place, (one, reading) in enumerate(taken, start=1):
        written.append(write_acceptance(act, one.command, one.standing, reading, one.findings))
        act.tell(len(taken) + place, 2 * len(taken))
    answers = tuple(  # the numbers last: other windows wait for theirs no longer than they must
        give_number(
            act,
            one.standing,
            reading,
            one.findings,
            n=n,
            due=due,
            shown=one.command.evidence,
        )
        for (one, reading), (n, due) in zip(taken, written, strict=True)
    )
    return CasesAnswer(at=act.now, touched=_COUNTER, cases=answers)


def judge_list(act: Act, command: AcceptList) -> Answer:
    """Judge the cases of a list and write none of them."""
    _judged_apart(act, command)
    return Answer(at=act.now, touched=())


def _judged_apart(act: Act, command: AcceptList) -> list[tuple[_Taken, Reading]]:
    """Judge each case by itself; none changes what another is judged by, so each is read once."""
    act.require_role("accept")
    taken: list[tuple[_Taken, Reading]] = []
    seen: dict[str, int] = {}
    for place, case in enumerate(command.cases):
        one = _as_alone(command, case)
        standing = standing_for(act, "accept", one)
        reading = _read(act, one, standing)
        findings = (*application_findings(reading), *_twice(one, place, seen))
        taken.append((_Taken(command=one, standing=standing, findings=findings), reading))
        act.tell(place + 1, 2 * len(command.cases))
    _judge_all([one for one, _ in taken], ask_at_once=True)
    return taken


def register_bundle(act: Act, command: RegisterBundle) -> BundleAnswer:
    """Enter the cases in their order, each judged afresh after the one before; all or nothing."""
    act.require_role("register")
    members = members_of(act, command.bundle_id)
    if not members:
        raise refuse(Code.UNKNOWN, at="bundle")
    judge(may_enter(members))
    require_confirmed(act, command.evidence)
    answers = tuple(
        enter_case(act, act.case(member.case_id), command.evidence) for member in to_enter(members)
    )
    return BundleAnswer(
        at=act.now,
        touched=REGISTER,
        findings=tuple(finding for answer in answers for finding in answer.findings),
        cases=answers,
    )


def _shape(act: Act, cases: Sequence[BundledCase]) -> Iterator[Finding]:
    """Refuse what is no bundle: a single case, a wrong order, units that are shared in part."""
    known = act.setting.catalogue.items
    for place, case in enumerate(cases):
        if case.application.item not in known:
            raise refuse(Code.FORM, at=f"cases/{place}/item")
    items = [known[case.application.item] for case in cases]
    if len(items) < len("ab"):
        yield Finding(code="R58", level=Level.BLOCK, facts={"variant": "few"})
    yield from in_order(items)
    before: set[str] = set()
    for place, case in enumerate(cases):
        units = set(tidy_units(case.application.units))
        if units & before and not units <= before:
            facts = {"variant": "units", "item": items[place].name}
            yield Finding(code="R58", level=Level.BLOCK, facts=facts, field=f"cases/{place}/units")
        before |= units


def _judged_in_turn(act: Act, command: AcceptBundle) -> list[_Taken]:
    taken: list[_Taken] = []
    before: set[str] = set()
    made: set[str] = set()  # units that get a certificate in this bundle
    with foreseen(act):
        for case in command.cases:
            one = _as_alone(command, case)
            standing = standing_for(act, "accept", one)
            reading = _read(act, one, standing, given=made)
            asked = reading.facts.application
            findings = application_findings(reading)
            unsigned = unsigned_findings(act, asked, command.evidence)
            units = set(asked.units)
            taken.append(
                _Taken(
                    command=one,
                    standing=standing,
                    findings=(*findings, *unsigned),
                    behind=bool(units & before),
                )
            )
            if any(finding.level is Level.BLOCK for finding in findings):
                break  # what builds on it cannot be judged
            if standing.n == 0:
                begin(act, standing.case_id, None)
            foresee(act, standing.case_id, reading)
            before |= units
            if reading.facts.item.output == _CERTIFICATE:
                made |= units
    return taken


def _as_alone(command: AcceptBundle | AcceptList, case: BundledCase) -> AcceptCase:
    together = command.evidence if isinstance(command, AcceptBundle) else {}
    return AcceptCase(
        case_id=case.case_id,
        seen=case.seen,
        evidence={**together, **(case.evidence or {})},
        application=case.application,
        window=command.window,
        case_name=case.case_name,
    )


def _read(act: Act, command: AcceptCase, standing: Case, given: Set[str] = frozenset()) -> Reading:
    """Read the facts; the certificate that an earlier case will make need not be brought."""
    application = tidy_application(act, command.application)
    materials = set(application.materials)
    if set(application.units) & given:
        materials.add(_CERTIFICATE_PAPER)
    return read_facts(act, Stage.ACCEPTANCE, application, materials, standing)


def _judge_all(taken: Sequence[_Taken], *, ask_at_once: bool = False) -> None:
    """Refuse with everything that any case is refused for, else ask all there is to ask.

    A list goes back to who wrote it: `ask_at_once` tells the questions beside the refusals.
    """
    blocks, questions = [], []
    for place, one in enumerate(taken):
        confirmed = set(one.command.application.confirmed)
        for finding in one.findings:
            told = replace(finding, field=f"cases/{place}/{finding.field or ''}".rstrip("/"))
            if finding.level is Level.BLOCK:
                blocks.append(told)
            elif finding.level is Level.CONFIRM and finding.code not in confirmed:
                questions.append(told)
    if blocks:
        raise DeskError((*blocks, *questions) if ask_at_once else tuple(blocks))
    if questions:
        raise NeedsConfirmation(tuple(questions))


def _written(act: Act, one: _Taken) -> AcceptAnswer:
    reading = _read(act, one.command, one.standing)
    return take_in(act, one.command, one.standing, reading, one.findings, behind=one.behind)


def _twice(command: AcceptCase, place: int, seen: dict[str, int]) -> Iterator[Finding]:
    """Name a unit that stands in the list twice: the second would meet the first (R07)."""
    for n, code in enumerate(tidy_units(command.application.units)):
        first = seen.setdefault(code, place)
        if first != place:
            facts: dict[str, Fact] = {"variant": "list", "row": first + 1, "unit": code}
            yield Finding(code="R07", level=Level.BLOCK, facts=facts, field=f"units/{n}")
