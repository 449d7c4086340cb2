"""What a clerk entered is on this workstation's disk, whatever ends the program."""

import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.local_file import LocalFile, LocalFileTooNew
from desk.documents.store import PageStore
from desk.local.file import SCHEMA, open_file
from desk.local.journal import MOST_WRITINGS, Journal, changes_between

KILLS = 30
WRITER = """
import sys
from pathlib import Path
from desk.documents.store import Page, PageStore
from desk.local.file import open_file
from desk.local.journal import Journal

folder = Path(sys.argv[1])
journal, pages = Journal(open_file(folder)), PageStore(folder / "pages")
journal.begin("d1", login="w02", item="LY013", title="A023")
for n in range(100_000):
    journal.write("d1", {f"fields/{n % 40}": n})
    print("field", n, flush=True)
    if n % 5 == 0:
        sha = pages.put(str(n).encode())
        pages.add("d1", Page(material="M01", sha256=sha, source="camera"))
        print("page", n, flush=True)
"""


def killed(folder: Path, seconds: float) -> tuple[int, int]:
    """Let a clerk enter fields and photograph pages, kill the program; return what was told."""
    told = {"field": -1, "page": -1}
    begun = [sys.executable, "-c", WRITER, str(folder)]
    with subprocess.Popen(begun, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        first = program.stdout.readline()
        time.sleep(seconds)
        program.send_signal(signal.SIGKILL)
        for line in [first, *program.stdout]:
            what, _, n = line.strip().partition(" ")
            if n:
                told[what] = int(n)
    return told["field"], told["page"]


def test_u19_thirty_kills_lose_no_field_that_was_told_and_no_page(tmp_path: Path) -> None:
    chance = random.Random(19)
    offered = 0
    for kill in range(KILLS):
        folder = tmp_path / str(kill)
        field, page = killed(folder, chance.uniform(0, 0.15))

        opened = open_file(folder)
        journal = Journal(opened)
        (left,) = journal.left("w02")
        offered += 1
        kept = max(int(str(value)) for value in journal.values("d1").values())
        opened.close()
        pages = PageStore(folder / "pages").pages("d1")
        assert (left.item, left.title) == ("LY013", "A023")
        assert field <= kept <= field + 1
        assert len(pages) >= page // 5 + 1
    assert offered == KILLS


def test_a_draft_of_the_running_program_is_not_offered(file: LocalFile) -> None:
    journal = Journal(file)
    journal.begin("d1", login="w02", item="LY013", title="A023")
    journal.write("d1", {"reason": "买卖"})

    assert journal.left("w02") == ()
    assert [draft.id for draft in Journal(file).left("w02")] == ["d1"]
    assert Journal(file).left("w03") == ()


def test_an_ignored_draft_is_not_offered_again_and_still_kept(file: LocalFile) -> None:
    journal = Journal(file)
    journal.begin("d1", login="w02", item="LY013", title="A023")
    journal.write("d1", {"reason": "买卖"})
    Journal(file).ignore("d1")

    assert Journal(file).left("w02") == ()
    assert Journal(file).values("d1") == {"reason": "买卖"}

    long_ago = (datetime.now(UTC) - timedelta(days=31)).isoformat()
    file.run("UPDATE drafts SET ignored_at = ?", (long_ago,))
    assert Journal(file).values("d1") == {}


def test_what_was_emptied_is_empty_after_recovery(file: LocalFile) -> None:
    journal = Journal(file)
    journal.begin("d1", login="w02", item="LY013", title="")
    before = {"reason": "买卖", "fields/price": "1.00"}
    journal.write("d1", before)
    journal.write("d1", changes_between(before, {"reason": "继承"}))

    assert journal.values("d1") == {"reason": "继承"}


def test_a_long_day_does_not_let_the_journal_grow(file: LocalFile) -> None:
    journal = Journal(file)
    journal.begin("d1", login="w02", item="LY013", title="")
    journal.write("d1", {"kept": "from the morning"})
    journal.write("d1", {f"fields/{n}": n for n in range(20)})
    for n in range(MOST_WRITINGS // 20 + 1):
        journal.write("d1", {f"fields/{m}": n for m in range(20)})

    rows = file.rows("SELECT count(*) AS many FROM fields")[0]["many"]
    assert rows <= MOST_WRITINGS
    assert journal.values("d1")["kept"] == "from the morning"


def test_an_accepted_case_leaves_nothing_behind(file: LocalFile, tmp_path: Path) -> None:
    journal = Journal(file)
    journal.begin("d1", login="w02", item="LY013", title="李玉兰")
    journal.write("d1", {"parties/0/name": "李玉兰"})
    journal.drop("d1")

    assert journal.values("d1") == {}
    for left in file.path.parent.glob("workstation-1.db*"):
        assert "李玉兰".encode() not in left.read_bytes()


def test_two_programs_of_one_workstation_each_have_a_file(file: LocalFile, tmp_path: Path) -> None:
    beside = open_file(tmp_path / "workstation")
    assert beside.path != file.path
    journal = Journal(beside)
    journal.begin("d2", login="w02", item="LY013", title="")
    journal.write("d2", {"reason": "买卖"})
    beside.close()
    file.close()

    again = open_file(tmp_path / "workstation")
    left = Journal(again).left("w02")
    again.close()

    assert [draft.id for draft in left] == ["d2"]


def test_a_file_of_a_newer_program_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "workstation-1.db"
    opened = LocalFile(path, (*SCHEMA, "CREATE TABLE later (n INTEGER)"))
    opened.close()

    with pytest.raises(LocalFileTooNew):
        LocalFile(path, SCHEMA)


def test_only_the_person_may_read_the_file(file: LocalFile) -> None:
    if sys.platform != "win32":
        assert file.path.stat().st_mode & 0o077 == 0
