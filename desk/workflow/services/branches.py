"""Branches: what runs beside the review, and what the entry waits for."""

from collections.abc import Iterator

from sqlalchemy import bindparam, insert, select

from db.ids import new_id
from db.tables.branches import BRANCH_ENDS, BRANCHES
from desk.workflow.act import Act, Case
from desk.workflow.answers import BranchAnswer, Touched
from desk.workflow.branch_commands import EndBranch, OpenBranch
from desk.workflow.colleagues import is_approver
from desk.workflow.errors import Code, DeskError, Finding, Level, refuse
from desk.workflow.settings import VISIT_REQUIRED
from desk.workflow.stages import OPEN

VISIT = "visit"
_TOUCHED = (Touched.POOL, Touched.CASES)
_OF_CASE = (
    select(BRANCHES, BRANCH_ENDS.c.result)
    .join(BRANCH_ENDS, BRANCH_ENDS.c.branch_id == BRANCHES.c.id, isouter=True)
    .where(BRANCHES.c.case_id == bindparam("case"))
    .order_by(BRANCHES.c.at, BRANCHES.c.id)
)
_ONE = (
    select(BRANCHES, BRANCH_ENDS.c.result)
    .join(BRANCH_ENDS, BRANCH_ENDS.c.branch_id == BRANCHES.c.id, isouter=True)
    .where(BRANCHES.c.id == bindparam("branch"))
)


def open_branch(act: Act, command: OpenBranch) -> BranchAnswer:
    """Begin a branch; one of each kind runs at a time, and its owner did not accept the case."""
    act.require_role("open_branch")
    case = act.case(command.case_id)
    if case.state not in OPEN:
        raise refuse(Code.STAGE, stage=case.state)
    running = [
        row
        for row in act.rows(_OF_CASE, {"case": case.case_id})
        if row["kind"] == command.branch and row["result"] is None
    ]
    if running:
        raise refuse(Code.BRANCH, variant="running", **_named(command.branch))
    if not command.reason.strip():
        raise refuse(Code.BRANCH, at="reason", variant="reason")
    if command.owner == case.accepted_by or not is_approver(act, command.owner):
        raise refuse(Code.BRANCH, at="owner", variant="owner")
    row = {
        "id": new_id(),
        "case_id": case.case_id,
        "kind": command.branch,
        "owner": command.owner,
        "reason": command.reason,
        **act.stamp,
    }
    act.write(insert(BRANCHES), [row])
    return BranchAnswer(at=act.now, touched=_TOUCHED, branch_id=row["id"], case_id=case.case_id)


def end_branch(act: Act, command: EndBranch) -> BranchAnswer:
    """End one's own branch with what was found; of a visit the second person is named."""
    act.require_role("end_branch")
    found = act.rows(_ONE, {"branch": command.branch_id})
    if not found:
        raise refuse(Code.UNKNOWN, at="branch")
    branch = found[0]
    act.case(branch["case_id"])  # its lock is that of its branches
    if act.rows(_ONE, {"branch": command.branch_id})[0]["result"] is not None:
        raise refuse(Code.BRANCH, variant="ended", **_named(branch["kind"]))
    if branch["owner"] != act.actor:
        raise refuse(Code.ROLE, variant="branch")
    wrong = tuple(_lacking(act, command, branch["kind"]))
    if wrong:
        raise DeskError(wrong)
    row = {
        "branch_id": command.branch_id,
        "result": command.result,
        "note": command.note,
        "second": command.second or None,
        "evidence": command.evidence,
        **act.stamp,
    }
    act.write(insert(BRANCH_ENDS), [row])
    return BranchAnswer(
        at=act.now, touched=_TOUCHED, branch_id=command.branch_id, case_id=branch["case_id"]
    )


def branch_findings(act: Act, case: Case) -> Iterator[Finding]:
    """Say what the entry waits for: a branch that runs, one found unfit, a visit that was due."""
    last: dict[str, str | None] = {}
    for row in act.rows(_OF_CASE, {"case": case.case_id}):
        last[row["kind"]] = row["result"]
    for kind, result in last.items():
        if result != "fit":
            variant = "open" if result is None else "unfit"
            yield _block(variant, kind)
    if VISIT not in last and act.item(case).site_visit and act.set_to(VISIT_REQUIRED):
        yield _block("due", VISIT)


def _lacking(act: Act, command: EndBranch, kind: str) -> Iterator[Finding]:
    if not command.note.strip():
        yield Finding(code=Code.BRANCH, level=Level.BLOCK, facts={"variant": "note"}, field="note")
    two = kind == VISIT or command.second
    known = command.second != act.actor and is_approver(act, command.second)
    if two and not known:
        yield Finding(
            code=Code.BRANCH, level=Level.BLOCK, facts={"variant": "second"}, field="second"
        )


def _block(variant: str, kind: str) -> Finding:
    return Finding(code=Code.BRANCH, level=Level.BLOCK, facts={"variant": variant, **_named(kind)})


def _named(kind: str) -> dict[str, str]:
    zh, en = {"survey": ("权籍调查", "survey"), "visit": ("实地查看", "site visit")}[kind]
    return {"kind_zh": zh, "kind_en": en}
