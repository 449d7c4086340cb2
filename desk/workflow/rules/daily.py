"""What the turn of a day tells: objections and seizures that ran out or soon will, limits."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from desk.workflow.errors import Fact, Finding, Level
from desk.workflow.facts import OBJECTION, SEIZURE, RightFacts
from desk.workflow.readings.kinds import show, text
from desk.workflow.rules.lapse import last_day
from forms.catalogue import Catalogue

_WARNINGS = ("first_warning", "second_warning", "last_warning")


def run_out(right: RightFacts, day: date, catalogue: Catalogue) -> Finding | None:
    """Tell what becomes of a right on a day: R18 an objection, R43 a seizure; nothing else ends."""
    last = last_day(right.type, right.fields, right.rank_at)
    if last is None or right.closed:
        return None
    left = (last - day).days
    if right.type == OBJECTION:
        return _say("R18", right, last) if left < 0 else None
    if right.type == SEIZURE and left < 0:
        return _say("R43", right, last)
    parameters = catalogue.rules["R43"]
    if left in {int(parameters.parameter(name, day)) for name in _WARNINGS}:
        return _say("R43", right, last, variant="soon", left=left)
    return None


def limit_used(used: Fraction, *, number: str, catalogue: Catalogue, day: date) -> Finding | None:
    """Tell by R57 that the share of a case's limit that is used calls for attention."""
    text_of_rule = catalogue.rules["R57"]
    if used > 1:
        variant = "overdue"
    elif used >= Fraction(text_of_rule.parameter("urgent_share", day)):
        variant = "urgent"
    elif used >= Fraction(text_of_rule.parameter("warning_share", day)):
        variant = "warning"
    else:
        return None
    said: dict[str, Fact] = {
        "variant": variant,
        "number": number,
        "percent": int(used * 100),
    }
    return Finding(code="R57", level=Level.WARN, facts=said)


def _say(code: str, right: RightFacts, last: date, **more: Fact) -> Finding:
    said: Mapping[str, Fact] = {
        "unit": show(right.unit_code),
        "authority": text(right.fields.get("authority")) or "—",
        "number": right.number or text(right.fields.get("document_no")) or "—",
        "until": last.isoformat(),
        **more,
    }
    return Finding(code=code, level=Level.INFO, facts=said)
