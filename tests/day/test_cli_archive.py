"""`desk archive`: the ended cases of a day as files to hand over, held to their sums."""

import hashlib
from pathlib import Path

import pytest

from desk.workflow.desk import Desk
from printing.raster import page_text
from tests.day.test_cli import desk
from tests.workflow.conftest import Walk, found_centre


@pytest.fixture
def file(sqlite_url: str) -> Path:
    """A centre with one case that was issued."""
    found_centre(sqlite_url)
    opened = Desk.open(sqlite_url)
    walk = Walk(opened, sqlite_url)
    walk.issued()
    opened.close()
    return Path(sqlite_url.removeprefix("sqlite:///"))


def test_the_cases_of_a_day_are_archived_with_their_list_and_their_sums(
    file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    where = ("--out", str(out), "--box", "17", "--by", "于丽娟", "--db", str(file))
    done = desk("archive", "--day", "2018-03-26", *where)

    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in out.iterdir()) == [
        "2018-0000001.pdf",
        "SHA256SUMS",
        "YJ2018-0326.pdf",
    ]
    assert "2018-0000001" in page_text((out / "YJ2018-0326.pdf").read_bytes())
    for line in (out / "SHA256SUMS").read_text("utf-8").splitlines():
        told, name = line.split("  ")
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == told

    again = desk("archive", "2018-0000001", *where)
    assert again.returncode == 2
    assert "2018-0000001.pdf" in again.stderr


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ((), 2, "one of the two"),
        (("2018-0000001", "--day", "2018-03-26"), 2, "one of the two"),
        (("--day", "26.3.2018"), 2, "26.3.2018"),
        (("2018-0000099",), 1, "2018-0000099"),
    ],
)
def test_what_cannot_be_archived_is_said_in_one_line(
    file: Path, tmp_path: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    where = ("--out", str(tmp_path / "out"), "--box", "17", "--by", "于丽娟", "--db", str(file))
    done = desk("archive", *words, *where)

    assert done.returncode == status
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
