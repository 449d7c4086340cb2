"""What accepting would bring: findings, the register after it, charges, the limit."""

from dataclasses import dataclass
from datetime import datetime

from db.ids import new_id
from desk.workflow import effects
from desk.workflow.answers import ChargeLine
from desk.workflow.application import Application
from desk.workflow.charges import work_out
from desk.workflow.clock import due_at
from desk.workflow.errors import Finding, Level
from desk.workflow.facts import Facts, Stage
from desk.workflow.judging import application_findings
from desk.workflow.queries.obstacles import facts_of
from desk.workflow.queries.register import RegisterChange, planned_change
from desk.workflow.reader import Reader
from desk.workflow.settings import SIGNATURES_REQUIRED


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What the rules say now; change, charges and limit only where nothing refuses."""

    findings: tuple[Finding, ...]
    change: RegisterChange | None = None
    charges: tuple[ChargeLine, ...] = ()
    due: datetime | None = None
    must_sign: bool = False  # everybody signs on the applicants' screen before the acceptance


NOT_CHECKED = Preview(findings=(Finding(code="E-NET-002", level=Level.INFO),))
"""While the database is away: the rules that need the register could not be asked."""


def preview(reader: Reader, application: Application, now: datetime, actor: str) -> Preview:
    """Look ahead; nothing is written."""
    if application.item not in reader.setting.catalogue.items:
        return Preview(findings=())
    reading = facts_of(reader, application, now, actor)
    findings = application_findings(reading)
    must_sign = bool(reader.as_act(now).set_to(SIGNATURES_REQUIRED))
    if any(finding.level is Level.BLOCK for finding in findings):
        return Preview(findings=findings, must_sign=must_sign)
    facts = facts_of(reader, application, now, actor, Stage.REGISTRATION).facts
    return Preview(
        findings=findings,
        change=_change(facts, findings),
        charges=work_out(reading.facts),
        due=due_at(now, reading.facts.item.committed, reader.setting.calendar),
        must_sign=must_sign,
    )


def _change(facts: Facts, findings: tuple[Finding, ...]) -> RegisterChange:
    return planned_change(facts, effects.plan(facts, new_id), findings)
