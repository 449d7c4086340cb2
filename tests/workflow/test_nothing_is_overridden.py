"""What asks is confirmed by a person, who is kept; what refuses is lifted by nobody."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select

from db.ids import new_id
from db.session import open_engine, reading
from db.tables.cases import FINDINGS
from desk.workflow import commands as c
from desk.workflow.application import Application
from desk.workflow.errors import DeskError, Finding, Level, NeedsConfirmation
from desk.workflow.judging import judge
from forms.catalogue import delivered
from tests.workflow.conftest import BUYER, HOME, SELLER, Walk, party, sale

Refused = Callable[..., None]
EVERY_RULE = tuple(sorted(delivered().rules))
MARRIED = replace(party(SELLER, "obligor"), married=True, spouse="韩梅")


def sale_by_a_married_owner(*confirmed: str) -> Application:
    return sale(parties=(MARRIED, party(BUYER, "holder")), confirmed=confirmed)


def kept(walk: Walk) -> list[tuple[str, str, str | None, dict[str, object]]]:
    engine = open_engine(walk.url)
    found = select(
        FINDINGS.c.code, FINDINGS.c.level, FINDINGS.c.confirmed_by, FINDINGS.c.facts
    ).where(FINDINGS.c.level == "CONFIRM")
    with reading(engine) as connection:
        rows = [tuple(row) for row in connection.execute(found)]
    engine.dispose()
    return rows


def test_what_asks_is_not_done_until_somebody_confirms_it(walk_on_both: Walk) -> None:
    with pytest.raises(NeedsConfirmation) as asked:
        walk_on_both.accepted(sale_by_a_married_owner())
    assert asked.value.codes == ("R13",)
    assert kept(walk_on_both) == []

    walk_on_both.accepted(sale_by_a_married_owner("R13"), by="w2")

    ((code, level, person, facts),) = kept(walk_on_both)
    assert (code, level, person) == ("R13", "CONFIRM", "w2")
    assert SELLER.name in facts.values()  # what was confirmed: the rule's words with their facts


def test_each_confirmation_is_kept_with_its_own_person(walk: Walk) -> None:
    case_id = walk.accepted(sale_by_a_married_owner("R13"), by="w1")
    again = sale_by_a_married_owner("R13")
    walk.do(c.SupplementCase(case_id=case_id, materials=("M13",), application=again), "w2")

    assert [person for _, _, person, _ in kept(walk)] == ["w1", "w2"]


def test_a_confirmation_does_not_answer_another_question(walk: Walk) -> None:
    with pytest.raises(NeedsConfirmation) as asked:
        walk.accepted(sale_by_a_married_owner("R06", "R15", "R17"))

    assert asked.value.codes == ("R13",)


def test_nobody_confirms_a_seizure_away(walk: Walk, refused: Refused) -> None:
    fields = {"authority": "辽源市中级人民法院", "document_no": "（2018）吉04执1号"}
    days = {"from": "2018-03-26", "to": "2021-03-25"}
    walk.do(c.SeizeUnits(case_id=new_id(), units=(HOME,), fields={**fields, **days}), "w1")
    command = c.AcceptCase(case_id=new_id(), application=sale(confirmed=EVERY_RULE))

    for person in ("w1", "w2"):
        refused(command, person, "R03")


@pytest.mark.parametrize(
    "code", [code for code in EVERY_RULE if delivered().rules[code].level == "BLOCK"]
)
def test_no_rule_that_refuses_can_be_confirmed(code: str) -> None:
    with pytest.raises(DeskError) as refusal:
        judge((Finding(code=code, level=Level.BLOCK),), EVERY_RULE)

    assert not isinstance(refusal.value, NeedsConfirmation)
    assert refusal.value.codes == (code,)
