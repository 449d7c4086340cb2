"""Every paper that an item requires, left at home: the rule that asks refuses, or R54 tells."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desk.workflow import commands as c
from desk.workflow.errors import DeskError
from desk.workflow.facts import Facts, Stage
from forms.catalogue import delivered
from tests.workflow.items.counter import Counter
from tests.workflow.rules.builders import refused, warns
from tests.workflow.rules.test_every_item_with_complete_papers import STORIES, Story, told

# The papers whose lack a rule of their own refuses; any other is R54 only.
MET_BY = {
    **{("LY015", "M20"): "R19"},
    **{("LY016", code): "R19" for code in ("M05", "M18", "M19", "M21")},
    ("LY002", "M09"): "R34",
    ("LY033", "M33"): "R34",
    **{(item, code): "R36" for item in ("LY003", "LY004") for code in ("M10", "M11")},
    ("LY056", "M50"): "R39",
    **{(item, code): "R41" for item in ("LY058", "LY059") for code in ("M22", "M23", "M24")},
}
AT_THE_ENTRY = {
    ("LY036", "M04"): "R30",
    ("LY037", "M04"): "R30",
    ("LY047", "M61"): "R27",
}
CASES = [
    pytest.param(story, code, id=f"{story[0]} without {code}")
    for story in STORIES
    for code in delivered().items[story[0]].materials_required
]


def lacking(story: Story, code: str, stage: Stage) -> Facts:
    item, places, parties, more = story
    asked = told((item, places, parties, {**more, "without": [code]}), stage)
    if asked.case and not asked.item.announcement:
        return replace(asked, case=replace(asked.case, announced_at=None))
    return asked


@pytest.mark.parametrize(("story", "code"), CASES)
def test_the_rule_that_asks_for_it_refuses_else_it_is_told(story: Story, code: str) -> None:
    asked = lacking(story, code, Stage.ACCEPTANCE)
    by_rule = MET_BY.get((story[0], code))
    assert refused(asked) == ({by_rule} if by_rule else set())
    assert "R54" in warns(asked)
    at_entry = AT_THE_ENTRY.get((story[0], code))
    if not by_rule:
        entry = lacking(story, code, Stage.REGISTRATION)
        assert refused(entry) == ({at_entry} if at_entry else set())


@pytest.mark.parametrize(("story", "code"), CASES)
def test_where_complete_papers_are_obligatory_it_is_refused_by_its_name(
    story: Story, code: str
) -> None:
    asked = replace(lacking(story, code, Stage.ACCEPTANCE), papers_obligatory=True)
    by_rule = MET_BY.get((story[0], code))
    assert refused(asked) == {"R54"} | ({by_rule} if by_rule else set())


SALE = next(story for story in STORIES if story[0] == "LY013")


@pytest.fixture
def rehearsal(sqlite_url: str) -> Iterator[Counter]:
    opened = Counter(sqlite_url, told(SALE, Stage.ACCEPTANCE))
    yield opened
    opened.close()


@pytest.fixture
def live(sqlite_url: str) -> Iterator[Counter]:
    opened = Counter(sqlite_url, told(SALE, Stage.ACCEPTANCE), kind="live")
    yield opened
    opened.close()


def test_a_rehearsal_takes_an_application_without_the_contract_and_says_so(
    rehearsal: Counter,
) -> None:
    answer = rehearsal.accept(rehearsal.application(without=["M13"]))
    assert "R54" in {finding.code for finding in answer.findings}


def test_a_live_centre_does_not_take_it_until_it_says_otherwise(live: Counter) -> None:
    application = live.application(without=["M13"])
    with pytest.raises(DeskError) as refusal:
        live.accept(application)
    assert refusal.value.codes == ("R54",)
    assert "M13 " in refusal.value.text("zh")

    live.do(c.ChangeSetting(key="papers.complete", value=False), "s1")
    answer = live.accept(application)
    assert "R54" in {finding.code for finding in answer.findings}


def test_a_rehearsal_can_be_as_strict_as_a_live_centre(rehearsal: Counter) -> None:
    rehearsal.do(c.ChangeSetting(key="papers.complete", value=True), "s1")
    with pytest.raises(DeskError) as refusal:
        rehearsal.accept(rehearsal.application(without=["M13"]))
    assert refusal.value.codes == ("R54",)
    assert rehearsal.accept(rehearsal.application())


def test_only_the_administrator_sets_it(rehearsal: Counter) -> None:
    with pytest.raises(DeskError) as refusal:
        rehearsal.do(c.ChangeSetting(key="papers.complete", value=True), "w1")
    assert refusal.value.codes == ("D-ROLE",)
