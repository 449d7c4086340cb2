"""A sentence kept as its code and its facts, so that each reader has it in his own language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from forms.messages import message

_BETWEEN = {"zh": "；", "en": "; "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause; a fact with a name in each language is kept as `name_zh` and `name_en`."""

    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)

    def text(self, language: str) -> str:
        """Say it."""
        own = f"_{language}"
        told = {name.removesuffix(own): value for name, value in self.facts.items()}
        return message(self.code, language, **told)


def said(clauses: Iterable[Clause], language: str) -> str:
    """Say clauses in a row."""
    return _BETWEEN[language].join(clause.text(language) for clause in clauses)
