"""What an approver compares: the rows of every item, who ticks them, and on which paper."""

from dataclasses import replace
from uuid import UUID

import pytest

from desk.workflow.evidence.row import EvidenceRow, Shown
from desk.workflow.evidence.rows import rows_of
from desk.workflow.evidence.words import Words
from desk.workflow.facts import Facts, Stage
from desk.workflow.queries.to_compare import to_compare
from tests.workflow.conftest import HOME, SELLER, Walk, mortgage
from tests.workflow.rules.builders import BANK, LI, WANG, ZHANG, facts, notice, owned, party, unit
from tests.workflow.rules.builders import mortgage as mortgage_right
from tests.workflow.rules.test_every_item_with_complete_papers import STORIES, Story, told

OWNED = owned(ZHANG)
PRICE = {"price": "300000.00", "contract_no": "LYWQ1", "contract_date": "2024-05-01"}


def sale_of(*burdens: object, seller: object = ZHANG) -> Facts:
    place = unit(OWNED, *burdens)  # type: ignore[arg-type]
    return facts(
        "LY013",
        place,
        party("obligor", seller),  # type: ignore[arg-type]
        party("holder", LI),
        co_ownership="sole",
        fields=PRICE,
    )


def row(key: str, asked: Facts, shown: Shown | None = None) -> EvidenceRow:
    return next(one for one in rows_of(asked, shown or Shown()) if one.key == key)


def says(words: Words) -> bool:
    return bool(words.zh.strip() and words.en.strip()) and "{" not in words.zh + words.en


@pytest.mark.parametrize("story", STORIES, ids=[story[0] for story in STORIES])
def test_of_every_item_a_person_looks_at_something_and_every_row_is_named(story: Story) -> None:
    asked = told(story, Stage.REVIEW)
    rows = rows_of(asked, Shown())

    assert any(one.needs_person for one in rows)
    assert len({one.key for one in rows}) == len(rows)
    assert all(says(one.label) and one.label.zh != one.label.en for one in rows)
    assert all(says(one.entered) and says(one.against) for one in rows)


@pytest.mark.parametrize("story", STORIES, ids=[story[0] for story in STORIES])
def test_every_paper_handed_in_is_shown_by_a_row(story: Story) -> None:
    asked = told(story, Stage.REVIEW)
    papers = {one.paper for one in rows_of(asked, Shown())}

    assert asked.materials <= papers
    assert papers <= asked.materials | {""}


def test_the_seller_whom_the_register_names_is_ticked_by_the_machine() -> None:
    assert not row("holder", sale_of()).needs_person
    assert row(
        "holder", sale_of(seller=replace(ZHANG, id_number="220403198506150022"))
    ).needs_person


def test_a_co_owner_who_does_not_apply_leaves_the_sellers_to_a_person() -> None:
    alone = facts("LY013", unit(owned(ZHANG, LI)), party("obligor", ZHANG), party("holder", WANG))

    assert row("holder", alone).needs_person


def test_a_unit_without_limits_is_ticked_and_one_with_a_notice_is_not() -> None:
    assert not row("limits", sale_of()).needs_person
    burdened = row("limits", sale_of(notice(LI, "1")))
    assert burdened.needs_person
    assert LI.name in burdened.entered.zh


def test_the_contract_by_exchange_is_ticked_while_it_says_what_was_entered() -> None:
    shown = Shown(exchange={"contract": "LYWQ1", "price": "300000.00", "signed": "2024-05-01"})
    keys = [f"field/{name}" for name in PRICE]

    assert [row(key, sale_of(), shown).needs_person for key in keys] == [False, False, False]
    other = Shown(exchange={**shown.exchange, "price": "310000.00"})
    assert row("field/price", sale_of(), other).needs_person
    assert "310000.00" in row("field/price", sale_of(), other).against.zh
    assert row("field/price", sale_of()).paper == "M13"


def test_signatures_on_the_screen_need_no_look_at_the_paper() -> None:
    assert row("signed", sale_of()).needs_person
    assert not row("signed", sale_of(), Shown(signed=(ZHANG.name, LI.name))).needs_person
    assert row("signed", sale_of(), Shown(signed=(ZHANG.name,))).needs_person


def test_an_agent_is_held_against_the_power_of_attorney() -> None:
    asked = facts(
        "LY013",
        unit(OWNED),
        replace(party("obligor", ZHANG), represented_by="王芳"),
        party("holder", LI),
        party("agent", replace(LI, name="王芳", id_number="220421197012011230")),
        fields=PRICE,
        also=("M03",),
    )

    assert row("authority/2", asked).paper == "M03"
    assert ZHANG.name in row("authority/2", asked).entered.zh


def rows_at_the_desk(walk: Walk, case_id: UUID) -> dict[str, EvidenceRow]:
    with walk.desk.ask() as reader:
        found = to_compare(reader, case_id, walk.now)
    assert found is not None
    return {one.key: one for one in found.rows}


def test_a_case_at_the_desk_shows_the_rows_of_its_facts(walk_on_both: Walk) -> None:
    walk = walk_on_both
    case_id = walk.accepted()
    rows = rows_at_the_desk(walk, case_id)

    assert not rows["holder"].needs_person
    assert SELLER.name in rows["holder"].against.zh
    assert HOME[:6] in rows["units"].entered.zh
    assert SELLER.id_number in rows["identity/0"].entered.zh


def test_a_mortgage_asks_for_the_debt_on_its_contract(walk: Walk) -> None:
    case_id = walk.accepted(mortgage())
    rows = rows_at_the_desk(walk, case_id)

    assert (rows["field/amount"].paper, rows["field/amount"].needs_person) == ("M38", True)


def test_who_ends_a_mortgage_is_the_lender_that_the_register_names() -> None:
    held = mortgage_right()
    asked = facts("LY046", unit(OWNED, held), party("holder", BANK), acts_on=held)

    assert not row("holder", asked).needs_person
    assert BANK.name in row("holder", asked).against.zh
