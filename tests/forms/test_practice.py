"""The practice cases as delivered: enough of them, complete, in both languages."""

from string import Formatter

import pytest

from forms.checks.identity import check_identity
from forms.practice import PracticeCase, practice_cases
from printing import typefaces

CASES = practice_cases()
PLACES = {"owner", "owner_number", "place", "unit", "bank", "proof"}


def test_the_counter_is_practised_on_seven_cases_of_six_kinds() -> None:
    assert len({case.code for case in CASES}) == len(CASES) == 7
    assert {"LY013", "LY014", "LY015", "LY046", "LY060"} == {case.item.code for case in CASES}
    assert [case.code for case in CASES if case.end == "noticed"] == ["P7"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_case_says_in_both_languages_what_is_asked(case: PracticeCase) -> None:
    for said in (case.name, case.task, *case.hints):
        assert all(said[language].strip() for language in ("zh", "en"))
    for text in case.task.values():
        assert {place for _, place, _, _ in Formatter().parse(text) if place} <= PLACES
    assert case.keys > 0
    assert case.minutes > 0


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_what_lies_on_the_table_can_be_read(case: PracticeCase) -> None:
    for thing in case.on_the_table:
        if thing.what == "card":
            assert check_identity("1", thing.id_number) == thing.id_number
            assert thing.rare != thing.name
            assert not list(typefaces.missing_glyphs(thing.name + thing.rare + thing.address))
