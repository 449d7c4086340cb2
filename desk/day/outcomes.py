"""What came of one event: done, refused or asked back; what was found, and what was not met."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from desk.workflow.answers import Answer
from desk.workflow.errors import DeskError, Finding, NeedsConfirmation

Came = Literal["done", "refused", "needs_confirmation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """How the desk took an event: its answer, or the findings that stood against it."""

    came: Came
    findings: tuple[Finding, ...] = ()
    answer: Answer | None = None
    against: tuple[str, ...] = ()

    @classmethod
    def done(cls, answer: Answer | None = None) -> "Trial":
        """Return the trial of an event that was done."""
        findings = answer.findings if answer else ()
        return cls(came="done", findings=findings, answer=answer)

    @classmethod
    def stopped(cls, error: DeskError) -> "Trial":
        """Return the trial of an event that the desk did not do."""
        asks = isinstance(error, NeedsConfirmation)
        came: Came = "needs_confirmation" if asks else "refused"
        return cls(came=came, findings=error.findings, against=tuple(map(str, error.codes)))

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes against it, or those it was told when done; each once."""
        return self.against or tuple(dict.fromkeys(finding.code for finding in self.findings))

    def text(self, language: str) -> str:
        """Say why it was not done, in one line; nothing where it was."""
        if self.came == "done":
            return ""
        return "; ".join(finding.text(language) for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One event as the result tells it; `expected` and `got` hold only what does not agree."""

    i: int
    do: str
    case: str | None
    came: Came
    codes: tuple[str, ...]
    message: str
    expected: Mapping[str, Any] = field(default_factory=dict)
    got: Mapping[str, Any] = field(default_factory=dict)
    missing: tuple[str, ...] | None = None

    @property
    def met(self) -> bool:
        """Tell whether everything came as the file expects."""
        return not self.expected
