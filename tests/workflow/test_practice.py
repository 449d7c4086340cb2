"""A practice case is laid out on a centre of its own, and its line can be cut."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk.workflow.addresses import file_address
from desk.workflow.commands import PreReview
from desk.workflow.demo.practice import PracticeDesk, found_practice, is_reached, lay_out
from desk.workflow.errors import Unreachable
from desk.workflow.queries.queue import waiting
from desk.workflow.scanned import ScanKind, meanings
from forms.practice import PracticeCase, practice_cases

CASES = {case.code: case for case in practice_cases()}


@pytest.fixture
def desk(tmp_path: Path) -> PracticeDesk:
    """A fresh practice centre."""
    return found_practice(file_address(tmp_path / "practice.db"))


@pytest.mark.parametrize("practice", CASES.values(), ids=CASES)
def test_the_number_of_the_case_is_called_and_its_certificate_can_be_scanned(
    desk: PracticeDesk, practice: PracticeCase
) -> None:
    laid = lay_out(desk, practice, window=2, clerk="w02")
    with desk.ask() as reader:
        row = next(row for row in waiting(reader, datetime.now(UTC)) if row.case_id == laid.case_id)
        assert not is_reached(reader, laid, datetime.now(UTC))

    assert (row.called_window, row.item) == (2, practice.item.code)
    assert "{" not in laid.task("zh") + laid.task("en")
    for reading in laid.readings:
        if reading.thing.what == "certificate":
            (meaning,) = meanings(reading.code, desk.setting.seal_key)
            assert (meaning.kind, meaning.genuine) == (ScanKind.CERTIFICATE, True)
            assert meaning.unit == laid.names["unit"]


def test_the_case_of_missing_papers_ends_with_the_notice(desk: PracticeDesk) -> None:
    laid = lay_out(desk, CASES["P7"], window=2, clerk="w02")
    told = PreReview(case_id=laid.case_id, item="LY013", materials=("M01", "M02"))
    desk.do(told, by="w02")

    with desk.ask() as reader:
        assert is_reached(reader, laid, datetime.now(UTC))


def test_a_cut_line_answers_nothing_until_it_is_mended(desk: PracticeDesk) -> None:
    laid = lay_out(desk, CASES["P1"], window=2, clerk="w02")
    changes = desk.listen()
    desk.is_cut = True
    look = PreReview(case_id=laid.case_id, item="LY013", materials=())
    for act in (lambda: desk.do(look, by="w02"), desk.listen, lambda: desk.hear(changes)):
        with pytest.raises(Unreachable):
            act()
    with pytest.raises(Unreachable), desk.ask():
        pass
    desk.is_cut = False

    with desk.ask() as reader:
        assert waiting(reader, datetime.now(UTC))
