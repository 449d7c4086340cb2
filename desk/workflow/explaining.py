"""Why? What can and can't be done now with a unit or a case, and what stands in the way."""

from datetime import datetime

from desk.workflow.queries.cases import case, find_cases
from desk.workflow.queries.obstacles import obstacles_on
from desk.workflow.queries.register import register_change, unit
from desk.workflow.reader import Reader
from desk.workflow.stages import APPROVED
from forms.checks.unit_code import is_unit_code, parse_unit_code
from forms.messages import message


def explained(reader: Reader, what: str, now: datetime, language: str) -> list[str] | None:
    """Return the lines about a unit code or a case; nothing where neither is known."""
    if is_unit_code(what):
        return _unit(reader, parse_unit_code(what).text, now, language)
    return _case(reader, what, now, language)


def _unit(reader: Reader, code: str, now: datetime, language: str) -> list[str] | None:
    view = unit(reader, code, now)
    if view is None:
        return None
    head = message(
        "CLI-UNIT",
        language,
        code=parse_unit_code(code).display,
        location=view.unit.location,
        state=", ".join(sorted(view.state)),
    )
    lines = [head]
    for item, findings in obstacles_on(reader, code, now).items():
        told = reader.setting.catalogue.items[item]
        name = told.name if language == "zh" else told.name_en
        if not findings:
            lines.append(f"✓ {item} {name}: {message('CLI-CAN', language)}")
        lines += [f"✗ {item} {name}: {f.code} {f.text(language)}" for f in findings]
    return lines


def _case(reader: Reader, what: str, now: datetime, language: str) -> list[str] | None:
    found = find_cases(reader, what, 1, now)
    view = case(reader, found[0].case_id, now) if found else None
    if view is None:
        return None
    head = message(
        "CLI-CASE",
        language,
        number=view.row.case_no or view.row.ticket or what,
        item=view.row.item_name or "",
        stage=view.row.state,
    )
    findings = list(view.findings)
    if view.row.state == APPROVED:
        change = register_change(reader, view.row.case_id, now)
        findings += change.findings if change else ()
    return [head, *(f"· {f.code} {f.text(language)}" for f in findings)]
