"""`desk receipts`: a supervisor ends the numbers of a lost PC, and those of papers given back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.ids import new_id
from desk.workflow.answers import BlockAnswer
from desk.workflow.commands import HandOutBlock, ReportReceipt
from desk.workflow.desk import Desk
from desk.workflow.queries.receipts import open_blocks, open_receipts
from desk.workflow.receipt_numbers import BLOCK, ReceiptNumber
from printing.papers import longest_values
from tests.day.test_cli import CENTRE, PASSPHRASE, desk

YEAR = datetime.now(UTC).year
WHO = ("--login", "s1", "--password", PASSPHRASE)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A live centre whose window 1 has a block and gave one receipt out."""
    made = tmp_path / "live.db"
    assert desk("init", "--db", str(made), *CENTRE, "--password", PASSPHRASE).returncode == 0
    people = (("w1", "于丽娟", "clerk", "1"), ("s1", "邱立新", "supervisor", "0"))
    for login, name, roles, window in people:
        who = ("--login", login, "--person", name, "--roles", roles, "--window", window)
        done = desk("add-person", "--db", str(made), *who, "--password", PASSPHRASE)
        assert done.returncode == 0, done.stderr
    window_1 = Desk.open(f"sqlite:///{made}", keep_papers=False)
    block = window_1.do(HandOutBlock(window=1), by="w1")
    assert isinstance(block, BlockAnswer)
    window_1.do(
        ReportReceipt(
            year=block.year,
            no=1,
            case_id=new_id(),
            item="LY013",
            received_at=datetime.now(UTC),
            received_by="w1",
            window=1,
            values=longest_values("receipt_for_papers"),
            sha256="",
        ),
        by="w1",
    )
    window_1.close()
    return made


def test_the_numbers_of_a_lost_desk_are_listed_and_ended_with_a_reason(file: Path) -> None:
    at, number = ("--db", str(file)), ReceiptNumber(year=YEAR, no=1).text

    listed = desk("receipts", "list", *at)
    assert f"Block {number} to" in listed.stdout
    assert "1 given out, 0 ended" in listed.stdout
    assert f"Receipt for papers {number}" in listed.stdout
    assert "尚未受理" in desk("receipts", "list", *at, language="zh").stdout

    reason = ("--reason", "电脑报废")
    done = desk("receipts", "void-block", number, *reason, *at, *WHO)
    assert done.returncode == 0, done.stderr
    done = desk("receipts", "void", number, "--reason", "材料已退", *at, *WHO)
    assert done.returncode == 0, done.stderr

    assert desk("receipts", "list", *at).stdout.strip() == ""
    assert desk("verify", *at).returncode == 0
    assert "材料已退" in desk("explain", number, *at, language="zh").stdout


def test_what_can_not_be_voided_is_refused_and_changes_nothing(file: Path) -> None:
    at = ("--db", str(file))

    def void(number: str, *who: str) -> str:
        done = desk("receipts", "void", number, "--reason", "卡纸", *at, *who)
        assert done.returncode != 0
        return done.stderr

    number = ReceiptNumber(year=YEAR, no=2).text
    assert "no number of a receipt" in void("2026-0000002", *WHO)
    assert "no block" in void(ReceiptNumber(year=YEAR, no=BLOCK + 1).text, *WHO)
    assert "nothing was changed" in void(number, "--login", "s1", "--password", "wrong").lower()
    assert void(number, "--login", "m1", "--password", PASSPHRASE)  # no administrator's business

    live = Desk.open(f"sqlite:///{file}", keep_papers=False)
    with live.ask() as reader:
        assert len(open_receipts(reader)) == 1
        assert [(block.given, block.ended) for block in open_blocks(reader)] == [(1, 0)]
    live.close()
