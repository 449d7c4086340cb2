"""Survey and site visit beside the review: an owner, an end, and an entry that waits for both."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from db.ids import new_id
from db.session import open_engine, writing
from db.tables.cases import CASE_EVENTS
from desk.workflow import branch_commands as bc
from desk.workflow import commands as c
from desk.workflow.answers import BranchAnswer
from desk.workflow.errors import DeskError
from desk.workflow.queries.branches import branches_of, branches_to_do
from tests.workflow.conftest import Walk

Refused = Callable[..., None]


def begin(walk: Walk, case_id: UUID, kind: bc.BranchKind = "visit", owner: str = "a2") -> UUID:
    command = bc.OpenBranch(case_id=case_id, branch=kind, owner=owner, reason="核实是否已建成")
    answer = walk.do(command, "a1")
    assert isinstance(answer, BranchAnswer)
    return answer.branch_id


def end(branch: UUID, result: bc.BranchResult = "fit", second: str = "a1") -> bc.EndBranch:
    return bc.EndBranch(branch_id=branch, result=result, note="已建成，与图纸一致", second=second)


def approved(walk: Walk, kind: bc.BranchKind = "visit") -> tuple[UUID, UUID]:
    """Begin a branch while the case is reviewed, and approve the case before it ends."""
    case_id = walk.claimed()
    branch = begin(walk, case_id, kind)
    walk.do(c.DecideCase(case_id=case_id, decision="approve", opinion="同意登记。"), "a1")
    return case_id, branch


def refusal(walk: Walk, command: c.Command, by: str) -> str:
    with pytest.raises(DeskError) as refused:
        walk.do(command, by)
    assert refused.value.codes == ("D-BRANCH",)
    return refused.value.text("zh")


def test_the_last_branch_that_ends_lets_the_case_be_entered(walk_on_both: Walk) -> None:
    walk = walk_on_both
    case_id, visit = approved(walk)
    survey = begin(walk, case_id, "survey")
    register = c.RegisterCase(case_id=case_id)
    assert "实地查看" in refusal(walk, register, "a1")

    walk.do(end(visit), "a2")
    assert "权籍调查" in refusal(walk, c.RegisterCase(case_id=case_id), "a1")
    walk.do(end(survey, second=""), "a2")

    assert walk.on_case(c.RegisterCase(case_id=case_id), "a1").state == "registered"


def test_the_review_goes_on_while_a_branch_runs(walk: Walk) -> None:
    case_id = walk.claimed()
    with walk.desk.ask() as reader:
        seen = reader.case(case_id)
    assert seen is not None
    branch = begin(walk, case_id)
    walk.do(end(branch), "a2")

    decide = c.DecideCase(case_id=case_id, seen=seen.n, decision="approve", opinion="同意。")
    assert walk.on_case(decide, "a1").state == "approved"


def test_what_does_not_fit_is_not_entered_until_it_was_looked_at_again(walk_on_both: Walk) -> None:
    walk = walk_on_both
    case_id, branch = approved(walk)
    walk.do(end(branch, "unfit"), "a2")
    assert "不符" in refusal(walk, c.RegisterCase(case_id=case_id), "a1")

    walk.do(end(begin(walk, case_id)), "a2")

    assert walk.on_case(c.RegisterCase(case_id=case_id), "a1").state == "registered"


def test_a_branch_has_an_owner_who_may_have_it(walk: Walk, refused: Refused) -> None:
    case_id = walk.claimed()
    for owner in ("w1", "s1", "nobody"):
        command = bc.OpenBranch(case_id=case_id, branch="visit", owner=owner, reason="核实")
        refused(command, "a1", "D-BRANCH", fields=("owner",))
    begin(walk, case_id)
    second = bc.OpenBranch(case_id=case_id, branch="visit", owner="a1", reason="核实")
    refused(second, "a1", "D-BRANCH")


def test_a_visit_is_ended_by_its_owner_with_a_second_person_and_a_note(
    walk: Walk, refused: Refused
) -> None:
    branch = begin(walk, walk.claimed())
    refused(end(branch), "a1", "D-ROLE")
    refused(
        bc.EndBranch(branch_id=branch, result="fit", note=" ", second="a2"),
        "a2",
        "D-BRANCH",
        fields=("note", "second"),
    )

    walk.do(end(branch), "a2")

    refused(end(branch), "a2", "D-BRANCH")


def test_each_branch_has_its_own_clock(walk: Walk) -> None:
    case_id = walk.claimed()
    branch = begin(walk, case_id)
    with walk.desk.ask() as reader:
        assert [row.case_id for row in branches_to_do(reader, "a2")] == [case_id]
    walk.do(end(branch), "a2")

    with walk.desk.ask() as reader:
        row = branches_of(reader, case_id)[0]
        assert branches_to_do(reader, "a2") == []
    assert (row.name, row.result, row.took(walk.now)) == ("孟凡霞", "fit", timedelta(minutes=1))


def test_where_the_centre_says_so_a_due_visit_is_waited_for(walk: Walk) -> None:
    """The sale of a home needs no visit, whatever the centre says."""
    walk.do(c.ChangeSetting(key="visit.required", value=True), "m1")
    case_id = walk.approved()

    assert walk.on_case(c.RegisterCase(case_id=case_id), "a1").state == "registered"


def test_the_database_itself_lets_no_entry_pass_a_running_branch(walk_on_both: Walk) -> None:
    walk = walk_on_both
    case_id, _ = approved(walk)
    with walk.desk.ask() as reader:
        case = reader.case(case_id)
    assert case is not None
    event = {
        "case_id": case_id,
        "n": case.n + 1,
        "kind": "case.registered",
        "from_state": "approved",
        "to_state": "registered",
        "item_code": case.item_code,
        "command_id": new_id(),
        "data": {},
        "at": walk.now,
        "actor": "a1",
    }
    engine = open_engine(walk.url)

    def around_the_program() -> None:
        with writing(engine) as connection:
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql("SELECT set_config('desk.actor', 'a1', true)")
                moment = walk.now.isoformat()
                connection.exec_driver_sql(f"SELECT set_config('desk.now', '{moment}', true)")
            connection.execute(insert(CASE_EVENTS), event)

    with pytest.raises(DBAPIError) as refused:
        around_the_program()
    engine.dispose()

    assert "D-BRANCH" in str(refused.value)
