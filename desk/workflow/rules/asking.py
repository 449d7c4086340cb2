"""How a rule is declared, when it is asked and how it says what it found."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from desk.workflow.errors import Fact, Finding, Level
from desk.workflow.facts import Facts, Stage
from forms.tables import in_force

Ask = Callable[[Facts], Iterable[Finding]]
_NOTHING: Mapping[str, Fact] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule at its stages; `everywhere` asks it of items that do not name it too."""

    code: str
    stages: frozenset[Stage]
    everywhere: bool
    ask: Ask

    def speaks(self, facts: Facts) -> bool:
        """Tell whether the rule is in force and asked at this stage of this item."""
        text = facts.catalogue.rules[self.code]
        return (
            facts.stage in self.stages
            and (self.everywhere or self.code in facts.item.rules)
            and in_force(text.valid_from, text.valid_to, facts.day)
        )


_declared: list[Rule] = []


def rule(code: str, *stages: Stage, everywhere: bool = False) -> Callable[[Ask], Ask]:
    """Declare a function as (part of) a rule; several functions may speak for one code."""

    def declare(ask: Ask) -> Ask:
        _declared.append(Rule(code=code, stages=frozenset(stages), everywhere=everywhere, ask=ask))
        return ask

    return declare


def declared() -> tuple[Rule, ...]:
    """Return all rules in the order of their codes."""
    return tuple(sorted(_declared, key=lambda each: each.code))


def ask_all(facts: Facts, only: frozenset[str] | None = None) -> tuple[Finding, ...]:
    """Ask every rule that speaks here, or those of some codes, and return all they found."""
    return tuple(
        found
        for each in declared()
        if (only is None or each.code in only) and each.speaks(facts)
        for found in each.ask(facts)
    )


def found(
    facts: Facts,
    code: str,
    variant: str | None = None,
    *,
    level: Level | None = None,
    at: str | None = None,
    about: Mapping[str, Fact] = _NOTHING,
    **said: Fact,
) -> Finding:
    """Make the finding of a rule, at the level that the catalogue gives it unless told."""
    named = {"variant": variant} if variant else {}
    return Finding(
        code=code,
        level=level or Level(facts.catalogue.rules[code].level),
        facts={**about, **said, **named},
        field=at,
    )
