"""No rule of the catalogue without a story that it stops and one that it lets pass."""

from dataclasses import replace

import pytest

from desk.workflow import commands as c
from desk.workflow.errors import DeskError, Level
from desk.workflow.queries import papers
from forms.catalogue import delivered
from tests.workflow.items.counter import Counter
from tests.workflow.rules import (
    stories_of_other_rights,
    stories_of_procedure,
    stories_of_units_and_parties,
)
from tests.workflow.rules.telling import said

STORIES = (
    stories_of_units_and_parties.STORIES
    | stories_of_other_rights.STORIES
    | stories_of_procedure.STORIES
)

ELSEWHERE = {"R55"}  # a refusal is an act of the approver: told below, at the desk


def test_every_rule_has_its_stories() -> None:
    assert set(STORIES) | ELSEWHERE == set(delivered().rules)


@pytest.mark.parametrize("code", STORIES)
def test_it_speaks_with_its_facts_and_says_what_to_do(code: str) -> None:
    story = STORIES[code]
    found = said(story.when_stopped, code)
    assert found, f"{code}: {story.stopped}"
    # A rule that tells may be asked for a hint of its own where it goes on: R18, R43.
    level = Level(delivered().rules[code].level)
    assert found[0].level in {level, Level.WARN} if level is Level.INFO else {level}
    for language in ("zh", "en"):
        text = "\n".join(finding.text(language) for finding in found)
        for word in story.words:
            assert word in text, f"{code} in {language} does not say {word}: {text}"


@pytest.mark.parametrize("code", STORIES)
def test_it_is_silent_where_it_must_be(code: str) -> None:
    story = STORIES[code]
    found = said(story.when_passed, code)
    assert found == [], f"{code}: {story.passes}"


def test_a_refusal_states_its_ground_and_is_told_in_writing(sqlite_url: str) -> None:
    counter = Counter(sqlite_url, STORIES["R40"].when_passed)  # type: ignore[arg-type]
    counter.accept(counter.application())
    counter.do(c.ClaimCase(case_id=counter.case_id), "a1")
    refusal = c.DecideCase(case_id=counter.case_id, decision="refuse", opinion="权属存在争议。")
    with pytest.raises(DeskError) as without_ground:
        counter.do(refusal, "a1")
    assert without_ground.value.codes == ("D-FORM",)
    counter.do(replace(refusal, id=c.new_id(), ground="2"), "a1")
    with counter.desk.ask() as reader:
        kinds = {row.kind for row in papers.papers_of(reader, counter.case_id)}
    counter.close()
    assert "refusal_of_registration" in kinds
