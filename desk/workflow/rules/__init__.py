"""The rules of law R01–R58: pure functions over facts read once, all answered at once."""

from desk.workflow.errors import Finding
from desk.workflow.facts import Facts
from desk.workflow.rules import (  # noqa: F401 – each module declares its rules when imported
    burdens,
    co_ownership,
    corrections,
    mortgages,
    notices,
    papers,
    parties,
    procedure,
    seizures,
    units,
)
from desk.workflow.rules.asking import ask_all


def check(facts: Facts) -> tuple[Finding, ...]:
    """Ask every rule of the item, and those for all items, that speaks at this stage."""
    return ask_all(facts)
