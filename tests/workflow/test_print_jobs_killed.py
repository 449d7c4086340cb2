"""The program is killed while it prints; no certificate stands on two sheets, none is unasked."""

from pathlib import Path

from tests.workflow.killed_printing import kill_print_jobs


def test_every_doubtful_sheet_is_asked_about_and_none_is_printed_twice(
    sqlite_url: str, tmp_path: Path
) -> None:
    found = kill_print_jobs(sqlite_url, tmp_path / "tray", jobs=25, seed=1)

    assert found.faults == []
    assert found.kills > 10
    assert found.doubtful > 5
