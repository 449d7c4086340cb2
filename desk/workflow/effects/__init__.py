"""What each kind of registration does to the register, as a plan that asks no database."""

from collections.abc import Callable
from types import MappingProxyType

from desk.workflow.effects.changes import (
    change_co_ownership,
    change_facts,
    change_holder_name,
    correct,
)
from desk.workflow.effects.division import split_merge
from desk.workflow.effects.endings import cancel, cancel_ownership, release, seize
from desk.workflow.effects.first import first_ownership, first_project
from desk.workflow.effects.mortgages import (
    mortgage_change,
    mortgage_convert,
    mortgage_create,
    mortgage_crystallise,
    mortgage_transfer,
)
from desk.workflow.effects.notices import notice_change, notice_convert, notice_create
from desk.workflow.effects.other_rights import (
    easement_change,
    easement_create,
    habitation_create,
    objection_create,
)
from desk.workflow.effects.ownership import transfer, transfer_by_court
from desk.workflow.effects.plan import Plan
from desk.workflow.effects.replacing import replace_paper
from desk.workflow.effects.writing import NewId
from desk.workflow.facts import Facts

Effect = Callable[[Facts, NewId], Plan]

EFFECTS: MappingProxyType[str, Effect] = MappingProxyType(
    {
        "first_ownership": first_ownership,
        "first_project": first_project,
        "transfer": transfer,
        "inherit": transfer,
        "exchange": transfer,
        "partition": transfer,
        "transfer_by_court": transfer_by_court,
        "change_holder_name": change_holder_name,
        "change_facts": change_facts,
        "split_merge": split_merge,
        "change_co_ownership": change_co_ownership,
        "cancel_ownership": cancel_ownership,
        "easement_create": easement_create,
        "easement_change": easement_change,
        "easement_cancel": cancel,
        "habitation_create": habitation_create,
        "habitation_cancel": cancel,
        "mortgage_create": mortgage_create,
        "mortgage_change": mortgage_change,
        "mortgage_transfer": mortgage_transfer,
        "mortgage_crystallise": mortgage_crystallise,
        "mortgage_cancel": cancel,
        "mortgage_convert": mortgage_convert,
        "notice_create": notice_create,
        "notice_change": notice_change,
        "notice_cancel": cancel,
        "notice_convert": notice_convert,
        "correct": correct,
        "objection_create": objection_create,
        "objection_cancel": cancel,
        "seize": seize,
        "release": release,
        "replace_paper": replace_paper,
    }
)


def plan(facts: Facts, new_id: NewId) -> Plan:
    """Return all that the registration of a case writes; ids of new entries come from `new_id`."""
    return EFFECTS[facts.item.act](facts, new_id)
