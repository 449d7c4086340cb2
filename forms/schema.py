"""A form as data, and the check that needs nothing but the values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from forms.answers import answer_problems
from forms.checks.dates import parse_day
from forms.fields import Choice, Field, FieldKind

__all__ = ["Choice", "Field", "FieldKind", "HasForm", "Problem", "check_fields"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with one answer; `code` names the message and `facts` fill its places."""

    field: str
    code: str
    facts: Mapping[str, object]


class HasForm(Protocol):
    """What `check_fields` needs of an item."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The questions in their order."""
        ...

    @property
    def tolerated(self) -> tuple[Field, ...]:
        """Questions of other forms; an answer to one is not asked for but must be well formed."""
        ...

    @property
    def one_of(self) -> tuple[tuple[str, ...], ...]:
        """Groups of fields of which at least one is answered."""
        ...


def check_fields(item: HasForm, values: Mapping[str, object]) -> list[Problem]:
    """Return everything wrong with the answers (in JSON form) at once, in the form's order."""
    problems = []
    for field in (*item.fields, *item.tolerated):
        problems += _problems_of(field, values.get(field.key))
    known = {field.key for field in (*item.fields, *item.tolerated)}
    problems += [Problem(field=key, code="V-KEY", facts={}) for key in values if key not in known]
    problems += _missing_groups(item, values)
    if not any(problem.field in {"from", "to"} for problem in problems):
        problems += _order_of_days(values)
    return problems


def _problems_of(field: Field, value: object) -> list[Problem]:
    if _blank(value):
        missing = Problem(field=field.key, code="V-REQUIRED", facts={})
        return [missing] if field.required else []
    return [
        Problem(field=field.key, code=refusal.code, facts=refusal.facts)
        for refusal in answer_problems(field, value)
    ]


def _blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _missing_groups(item: HasForm, values: Mapping[str, object]) -> list[Problem]:
    return [
        Problem(field=group[0], code="V-ONE-OF", facts={"fields": ", ".join(group)})
        for group in item.one_of
        if all(_blank(values.get(key)) for key in group)
    ]


def _order_of_days(values: Mapping[str, object]) -> list[Problem]:
    first, last = values.get("from"), values.get("to")
    if isinstance(first, str) and isinstance(last, str) and parse_day(first) > parse_day(last):
        return [Problem(field="to", code="V-DATES-ORDER", facts={"first": first, "last": last})]
    return []
