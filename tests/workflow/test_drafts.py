"""A draft is kept in the database, goes on at another PC, and no hand overwrites another's."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest
from sqlalchemy import func, select

from db.ids import new_id
from db.tables.cases import DRAFTS
from db.tables.ledger import COMMANDS
from db.tables.people import AUDIT
from desk.workflow.commands import AcceptCase
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError
from desk.workflow.queries.cases import my_window
from desk.workflow.services.drafts import (
    Choice,
    Draft,
    DraftClash,
    drop_draft,
    merged,
    save_draft,
)
from tests.workflow.conftest import Walk, sale

BEGUN = Draft(id=new_id(), item="LY013", values={"reason": "买卖"}, sources={}, window=1)


def saved(desk: Desk, draft: Draft, by: str = "w1", *choices: Choice) -> datetime:
    """Save a draft and return its version."""
    return desk.upkeep(lambda act: save_draft(act, draft, choices), by=by)


def kept(walk: Walk) -> list[tuple[UUID, object]]:
    """Return all drafts with what stands in them."""
    with walk.desk.ask() as reader:
        return [(row["id"], row["data"]["values"]) for row in reader.rows(select(DRAFTS))]


def logged(walk: Walk, what: str) -> list[dict[str, object]]:
    """Return what the log keeps of an act."""
    with walk.desk.ask() as reader:
        rows = reader.rows(select(AUDIT.c.data).where(AUDIT.c.act == what))
    return [row["data"] for row in rows]


def test_a_draft_begun_at_one_pc_goes_on_at_another(walk_on_both: Walk) -> None:
    walk = walk_on_both
    saved(walk.desk, BEGUN)

    other = Desk.open(walk.url)
    with other.ask() as reader:
        (draft,) = my_window(reader, 1, "w1", walk.now).drafts
        assert my_window(reader, 2, "w2", walk.now).drafts == ()
    assert (draft.item, draft.data["values"]) == ("LY013", {"reason": "买卖"})
    later = saved(
        other, replace(BEGUN, values={"reason": "买卖", "right": "x"}, seen=draft.saved_at)
    )
    other.close()

    assert later > draft.saved_at
    assert kept(walk) == [(BEGUN.id, {"reason": "买卖", "right": "x"})]


def test_two_hands_on_one_draft_are_asked_and_both_values_stay_in_the_log(
    walk_on_both: Walk,
) -> None:
    walk = walk_on_both
    seen = saved(walk.desk, BEGUN)
    theirs = {"reason": "赠与", "fields/price": "1.00"}
    saved(walk.desk, replace(BEGUN, values=theirs, seen=seen), "w2")
    mine = {"reason": "继承", "co_ownership": "sole"}

    with pytest.raises(DraftClash) as clash:
        saved(walk.desk, replace(BEGUN, values=mine, seen=seen))
    assert clash.value.codes == ("E-DAT-008",)
    assert clash.value.name == "曲晓东"
    assert "曲晓东" in clash.value.text("zh")
    assert kept(walk) == [(BEGUN.id, theirs)]

    joined, asked = merged(BEGUN.values, mine, clash.value.theirs)
    assert asked == [Choice(path="reason", mine="继承", theirs="赠与")]
    assert joined == {"co_ownership": "sole", "fields/price": "1.00", "reason": "继承"}
    saved(
        walk.desk,
        replace(BEGUN, values=joined, seen=clash.value.saved_at),
        "w1",
        replace(asked[0], taken="mine"),
    )
    assert kept(walk) == [(BEGUN.id, joined)]
    assert logged(walk, "draft.clash") == [
        {"reason": {"mine": "继承", "theirs": "赠与", "taken": "mine"}}
    ]


def test_a_field_that_only_one_hand_changed_is_not_asked_about() -> None:
    base = {"a": 1, "b": 2, "c": 3}
    joined, asked = merged(base, {"a": 1, "b": 5, "c": 3}, {"a": 4, "b": 2})

    assert (joined, asked) == ({"a": 4, "b": 5}, [])


def test_an_accepted_case_has_no_draft_and_gets_none_by_a_late_saving(walk: Walk) -> None:
    seen = saved(walk.desk, BEGUN)
    walk.do(AcceptCase(case_id=BEGUN.id, application=sale()), "w1")

    assert kept(walk) == []
    for late in (BEGUN, replace(BEGUN, seen=seen)):
        with pytest.raises(DeskError) as refused:
            saved(walk.desk, late)
        assert refused.value.codes == ("D-UNKNOWN",)
    assert kept(walk) == []


def test_a_dropped_draft_is_gone_and_only_that_it_was_dropped_is_kept(walk: Walk) -> None:
    saved(walk.desk, BEGUN)
    walk.desk.upkeep(lambda act: drop_draft(act, BEGUN.id), by="w1")
    walk.desk.upkeep(lambda act: drop_draft(act, BEGUN.id), by="w1")

    assert kept(walk) == []
    assert logged(walk, "draft.dropped") == [{}]


def test_saving_every_five_seconds_leaves_one_row_and_no_commands(walk: Walk) -> None:
    seen = saved(walk.desk, BEGUN)
    for n in range(20):
        seen = saved(walk.desk, replace(BEGUN, values={"n": n}, seen=seen))

    assert kept(walk) == [(BEGUN.id, {"n": 19})]
    with walk.desk.ask() as reader:
        assert reader.connection.scalar(select(func.count()).select_from(COMMANDS)) == 0


def test_who_may_not_accept_keeps_no_draft(walk: Walk) -> None:
    with pytest.raises(DeskError) as refused:
        saved(walk.desk, BEGUN, "a1")
    assert refused.value.codes == ("D-ROLE",)
