"""A unit: what lies on it, which cases are open, and what each kind of business would meet."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import bindparam, select

from db.tables.units import UNIT_ORIGINS
from desk.workflow.clock import day_of
from desk.workflow.facts import MORTGAGE, NOTICE, OBJECTION, SEIZURE, RightFacts, UnitFacts
from desk.workflow.queries.case_rows import case_rows
from desk.workflow.queries.obstacles import obstacles_on
from desk.workflow.queries.register import UnitView, unit
from desk.workflow.reader import Reader
from desk.workflow.rules.lapse import last_day, local_day
from desk.workflow.why.words import item_name, named
from forms.checks.unit_code import parse_unit_code
from forms.messages import message

_HEIRS = (
    select(UNIT_ORIGINS.c.unit_code)
    .where(UNIT_ORIGINS.c.from_code == bindparam("code"))
    .order_by(UNIT_ORIGINS.c.unit_code)
)


def unit_lines(reader: Reader, code: str, now: datetime, language: str) -> list[str] | None:
    """Return the lines about a unit; nothing where the register does not know it."""
    view = unit(reader, code, now)
    if view is None:
        return None
    return [
        _head(reader, view, language),
        *_gone(reader, view.unit, language),
        *(_right(reader, right, now, language) for right in view.unit.rights if right.live),
        *_cases(reader, view, now, language),
        *_items(reader, code, now, language),
    ]


def _head(reader: Reader, view: UnitView, language: str) -> str:
    return message(
        "CLI-UNIT",
        language,
        code=parse_unit_code(view.unit.code).display,
        location=view.unit.location,
        state=", ".join(named(reader, "unit_state", word, language) for word in sorted(view.state)),
    )


def _gone(reader: Reader, facts: UnitFacts, language: str) -> Iterator[str]:
    if facts.ended:
        heirs = reader.connection.execute(_HEIRS, {"code": facts.code}).scalars()
        units = ", ".join(parse_unit_code(heir).display for heir in heirs) or "—"
        yield message("WHY-UNIT-ENDED", language, units=units)
    if facts.lock_reason:
        yield message("WHY-UNIT-LOCKED", language, reason=facts.lock_reason)


def _right(reader: Reader, right: RightFacts, now: datetime, language: str) -> str:
    holders = "、".join(holder.name for holder in right.holders) or "—"
    until = last_day(right.type, right.fields, right.registered_at)
    told: dict[str, object] = {
        "holders": holders,
        "number": right.number or "—",
        "since": local_day(right.registered_at).isoformat(),
        "until": until.isoformat() if until else "—",
        "type": named(reader, "right_type", right.type, language),
        "rank": right.rank,
        "days": (until - day_of(now)).days if until else "—",
    }
    told |= {"authority": "—", "document_no": "—", "matter": "—"}
    told |= {key: value for key, value in right.fields.items() if key in told and value}
    if right.type == NOTICE:
        kind = str(right.fields.get("notice_kind") or "")
        told["type"] = named(reader, "notice_kind", kind, language)
    return message(_sentence(right), language, **told)


def _sentence(right: RightFacts) -> str:
    if right.type == SEIZURE:
        return "WHY-SEIZURE.waiting" if right.rank else "WHY-SEIZURE"
    if right.type == MORTGAGE:
        banned = right.fields.get("transfer_restricted")
        return "WHY-MORTGAGE.banned" if banned else "WHY-MORTGAGE"
    if right.type == OBJECTION:
        return "WHY-OBJECTION"
    return "WHY-NOTICE" if right.type == NOTICE else "WHY-RIGHT"


def _cases(reader: Reader, view: UnitView, now: datetime, language: str) -> Iterator[str]:
    for row in case_rows(reader, [opened.case_id for opened in view.open_cases], now):
        yield message(
            "WHY-OPEN",
            language,
            number=row.case_no or "—",
            item=item_name(reader, row.item, language),
            stage=named(reader, "stage", row.state, language),
            window=row.window or "—",
        )


def _items(reader: Reader, code: str, now: datetime, language: str) -> Iterator[str]:
    for item, findings in obstacles_on(reader, code, now).items():
        name = item_name(reader, item, language)
        if not findings:
            yield f"✓ {item} {name}: {message('CLI-CAN', language)}"
        for finding in findings:
            yield f"× {item} {name}: {finding.code} {finding.text(language)}"
