"""Survey 权籍调查 and site visit 实地查看 beside the review: begun for an owner, ended by him."""

from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from desk.workflow.commands import Command, Evidence

BranchKind = Literal["survey", "visit"]
BranchResult = Literal["fit", "unfit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBranch(Command):
    """Let a colleague survey the unit or visit the site while the review goes on."""

    case_id: UUID
    branch: BranchKind
    owner: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndBranch(Command):
    """Say what was found; a visit is made by two people (操作规范 3.3)."""

    branch_id: UUID
    result: BranchResult
    note: str
    second: str = ""
    evidence: Evidence = field(default_factory=dict)
