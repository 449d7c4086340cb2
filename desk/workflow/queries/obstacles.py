"""What stands in the way: of any item on a unit, and of an application still being keyed."""

from dataclasses import replace
from datetime import datetime

from db.ids import new_id
from desk.workflow.act import Case
from desk.workflow.application import Application
from desk.workflow.errors import Finding
from desk.workflow.facts import Stage
from desk.workflow.judging import application_findings, tidy_units
from desk.workflow.reader import Reader
from desk.workflow.reading import Reading, read_facts
from desk.workflow.rules.explain import obstacles_to_all


def obstacles_on(reader: Reader, code: str, now: datetime) -> dict[str, tuple[Finding, ...]]:
    """Return for every item, by its code, what the register would answer on this unit."""
    any_item = next(iter(reader.setting.catalogue.items))
    asked = Application(item=any_item, units=(code,), parties=(), materials=())
    return obstacles_to_all(facts_of(reader, asked, now, "").facts)


def would_find(
    reader: Reader, application: Application, now: datetime, actor: str
) -> tuple[Finding, ...]:
    """Return all that acceptance would say to an application as it stands; nothing is written."""
    if application.item not in reader.setting.catalogue.items:
        return ()
    return application_findings(facts_of(reader, application, now, actor))


def facts_of(
    reader: Reader,
    application: Application,
    now: datetime,
    actor: str,
    stage: Stage = Stage.ACCEPTANCE,
) -> Reading:
    """Read what an application that is no case yet is about."""
    tidy = replace(application, units=tidy_units(application.units))
    nobody = Case(case_id=new_id())
    return read_facts(reader.as_act(now, actor), stage, tidy, application.materials, nobody)
