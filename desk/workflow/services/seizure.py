"""查封 in short form: the order is accepted and entered at once, whatever else is open."""

from dataclasses import replace

from db.ids import new_id
from desk.workflow import effects
from desk.workflow.act import Act
from desk.workflow.answers import RegisterAnswer
from desk.workflow.application import Application, Party
from desk.workflow.commands import SeizeUnits
from desk.workflow.entering import write_plan
from desk.workflow.facts import Stage
from desk.workflow.judging import judge, judge_application
from desk.workflow.papers import keep_receipt, keep_seizure_return
from desk.workflow.reading import read_facts
from desk.workflow.rules import check
from desk.workflow.services.intake import enter, number_case, standing_for, tidy_application
from desk.workflow.services.registration import REGISTER, make_papers
from desk.workflow.stages import REGISTERED

ITEM = "LY058"
OTHER_IDENTITY = "99"


def seize_units(act: Act, command: SeizeUnits) -> RegisterAnswer:
    """Accept and register a seizure at once (查封规定 23, 26); the organ's order is its paper."""
    act.require_role("seize")
    standing = standing_for(act, "seize", command)
    application = tidy_application(act, _application(act, command))
    reading = read_facts(act, Stage.ACCEPTANCE, application, application.materials, standing)
    accepted = judge_application(reading)
    facts = replace(reading.facts, stage=Stage.REGISTRATION)
    findings = (*accepted, *judge(check(facts)))
    plan = effects.plan(facts, new_id)
    n, due = enter(act, standing, REGISTERED, reading, command)
    act.keep_findings(standing.case_id, n, findings)
    write_plan(act, standing.case_id, plan, reading.book)
    numbers = make_papers(act, standing.case_id, plan, reading)
    number = number_case(act, standing.case_id)
    keep_receipt(act, facts, standing.case_id, number, due)
    keep_seizure_return(act, facts, plan, standing.case_id, number)
    return RegisterAnswer(
        at=act.now,
        touched=REGISTER,
        findings=findings,
        case_id=standing.case_id,
        state=REGISTERED,
        n=n,
        numbers=numbers,
        case_no=number,
    )


def _application(act: Act, command: SeizeUnits) -> Application:
    authority = command.fields.get("authority")
    organ = Party(
        role="organ",
        name=str(authority or ""),
        id_type=OTHER_IDENTITY,
        id_number=str(command.fields.get("document_no") or ""),
    )
    return Application(
        item=ITEM,
        units=command.units,
        parties=(organ,) if authority else (),
        materials=act.setting.catalogue.items[ITEM].materials_required,
        fields=dict(command.fields),
    )
