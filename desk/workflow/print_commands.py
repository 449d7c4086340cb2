"""A certificate goes onto its sheet step by step, so that a crash leaves no doubtful original.

reserved → sent → confirmed by the serial of the sheet in hand → checked → handed out; each step is
committed before the next begins, and a job that stands still is asked about, never done again.
"""

from dataclasses import dataclass, field
from uuid import UUID

from desk.workflow.commands import CaseCommand, Command, Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ReserveSheets(CaseCommand):
    """Take a sheet for every paper of a case that has none; they lie in the printer from now on."""

    window: int | None = None
    serial: str | None = None  # the one sheet to take, for the next paper of its kind


@dataclass(frozen=True, slots=True, kw_only=True)
class JobCommand(Command):
    """A step of one print job."""

    job_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SendSheet(JobCommand):
    """The paper is drawn and kept; only after the answer may a byte go to the printer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmSheet(JobCommand):
    """The written sheet is in hand: its scanned serial must be the reserved one."""

    scanned: str
    evidence: Evidence = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapSheet(JobCommand):
    """Another sheet lay in the tray: the paper stands on `scanned`, the reserved one is blank."""

    scanned: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSheet(JobCommand):
    """Somebody looked at the written sheet 质检 and found it good."""

    scanned: str
    evidence: Evidence = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnSheet(JobCommand):
    """Nothing came out of the printer: the reserved sheet, scanned, is blank and goes back."""

    scanned: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpoilWritten(JobCommand):
    """The sheet is spoilt 废证: reason, a second person's login, a photograph in the evidence."""

    scanned: str
    reason: str
    second: str
    evidence: Evidence = field(default_factory=dict)
