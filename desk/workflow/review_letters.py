"""What the papers of a review say: what is to be put right in a case that is given back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desk.workflow.act import Act
from desk.workflow.facts import Facts
from desk.workflow.letters import UNKNOWN, applicants, case_number, head, location, minute
from desk.workflow.rules.lapse import supplement_until
from forms.checks.dates import format_day_zh

Values = dict[str, Any]
POINTS = "points"
"""The key under which the evidence of a return lists its points, each with `what` and `ask`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing to be put right: what is wrong, and what is wanted."""

    what: str
    ask: str = ""


def points_of(opinion: str, evidence: Mapping[str, object]) -> tuple[Point, ...]:
    """Return the points of a return; where none are listed, each line of the opinion is one."""
    listed = evidence.get(POINTS)
    if isinstance(listed, Sequence) and not isinstance(listed, str) and listed:
        return tuple(Point(what=str(p["what"]), ask=str(p.get("ask", ""))) for p in listed)
    return tuple(Point(what=line.strip()) for line in opinion.splitlines() if line.strip())


def supplement_notice(act: Act, facts: Facts, points: Sequence[Point]) -> Values:
    """Return the values of a supplement notice: everything at once, and the last day for it."""
    days = int(facts.catalogue.rules["R57"].parameter("supplement_days", act.day))
    until = supplement_until(act.now, days, act.setting.calendar)
    accepted = facts.case.accepted_at if facts.case else None
    return {
        **head(act, facts.item.name, case_number(facts)),
        "applicants": applicants(facts),
        "location": location(facts),
        "accepted_at": minute(accepted) if accepted else UNKNOWN,
        "points": [[str(n), p.what, p.ask or UNKNOWN] for n, p in enumerate(points, start=1)],
        "days": str(days),
        "until": format_day_zh(until),
        "clerk": act.person_name,
        "authority": act.setting.centre.authority,
    }
