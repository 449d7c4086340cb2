"""What was practised stays on the workstation, each person's own."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.local_file import LocalFile
from desk.local.file import open_file
from desk.local.practice import PracticeBook, Practised

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def practised(keys: int, *, later: int = 0) -> Practised:
    at = AT + timedelta(minutes=later)
    return Practised(code="P1", keys=keys, clicks=0, seconds=430, at=at)


def test_results_are_kept_in_turn_and_nobody_sees_anothers(file: LocalFile) -> None:
    book = PracticeBook(file)
    book.add("w02", practised(58, later=5))
    book.add("w02", practised(64))
    book.add("w03", practised(90))

    assert [one.keys for one in book.of("w02")] == [64, 58]
    assert book.of("w03") == [practised(90)]
    assert book.of("w04") == []


def test_what_another_run_left_in_its_file_is_taken_over(tmp_path: Path) -> None:
    first, second = open_file(tmp_path), open_file(tmp_path)
    PracticeBook(second).add("w02", practised(64))
    second.close()
    first.close()

    third = open_file(tmp_path)
    assert PracticeBook(third).of("w02") == [practised(64)]
    third.close()
