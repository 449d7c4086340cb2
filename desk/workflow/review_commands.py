"""Acts around a decision: passing a case over, taking an approval back, leaving the desk."""

from dataclasses import dataclass

from desk.workflow.commands import CaseCommand, Command


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipCase(CaseCommand):
    """Leave a waiting case to a colleague, for one of five reasons (code of skip_reason)."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallApproval(CaseCommand):
    """Take one's own approval back within a minute, before it is entered."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferCase(CaseCommand):
    """Give a claimed case to the next level, with what is doubtful about it."""

    opinion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverClaims(Command):
    """Stand-in 代班: give everything claimed and every draft of one's own to a colleague."""

    to: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackClaims(Command):
    """Back at the desk: take what the colleague still holds of what was handed over."""
