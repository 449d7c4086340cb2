"""The reserved numbers of this workstation, for receipts for papers while the database is away.

A number is taken in the transaction that keeps its act, so that it is taken once, whatever ends the
program. It stays here until the database knows how it ended.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import UUID

from db.local_file import LocalFile, Row
from desk.workflow.answers import BlockAnswer
from desk.workflow.commands import HandOutBlock
from desk.workflow.receipt_numbers import ReceiptNumber
from forms.canonical import canonical_json

State = Literal["given", "void"]


class NoNumberLeft(Exception):
    """Every reserved number is given out or void."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A receipt as it was written: its values, the hash of its PDF, when, by whom, where, what."""

    values: Mapping[str, Any]
    sha256: str
    at: datetime
    login: str
    window: int | None
    item: str


Write = Callable[[ReceiptNumber], Written]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A number that was given out, or voided; voided before it was given, it has no receipt."""

    number: ReceiptNumber
    block: UUID
    state: State
    case_id: UUID | None
    written: Written | None
    is_printed: bool
    reason: str


class Numbers:
    """The reserved numbers in the workstation's file."""

    def __init__(self, file: LocalFile) -> None:
        self._file = file

    @property
    def left(self) -> int:
        """Return how many numbers can still be given out."""
        query = "SELECT count(*) AS many FROM numbers WHERE state = 'free' AND leaving = ''"
        return int(self._file.rows(query)[0]["many"])

    def place_of(self, number: ReceiptNumber) -> tuple[int, int]:
        """Return which number of its block this is, and how many the block has."""
        query = (
            "SELECT no FROM numbers WHERE year = ?1 AND block ="
            " (SELECT block FROM numbers WHERE year = ?1 AND no = ?2) ORDER BY no"
        )
        block = [row["no"] for row in self._file.rows(query, (number.year, number.no))]
        return block.index(number.no) + 1, len(block)

    def rows(self) -> tuple[Given, ...]:
        """Return the numbers that were given out or voided and whose end is not settled yet."""
        query = "SELECT * FROM numbers WHERE state IN ('given', 'void') ORDER BY year, no"
        return tuple(map(_given, self._file.rows(query)))

    def of_case(self, case_id: UUID) -> Given | None:
        """Return the receipt that was given out for a case, void ones left aside."""
        query = "SELECT * FROM numbers WHERE state = 'given' AND case_id = ?"
        rows = self._file.rows(query, (str(case_id),))
        return _given(rows[0]) if rows else None

    def find(self, number: ReceiptNumber) -> Given | None:
        """Return what a number was given out for, or why it is void; nothing else is found."""
        return next((given for given in self.rows() if given.number == number), None)

    def next(self) -> ReceiptNumber | None:
        """Return the number that is given out next; nothing where none is left."""
        row = self._next()
        return _number(row) if row is not None else None

    def give(self, case_id: UUID, write: Write) -> Given:
        """Give the case its receipt: the one it has, or the next number, written by `write`.

        Called within the transaction that keeps the act; NoNumberLeft where there is none.
        """
        there = self.of_case(case_id)
        if there is not None:
            return there
        row = self._next()
        if row is None:
            raise NoNumberLeft
        written = write(_number(row))
        self._file.run(
            "UPDATE numbers SET state = 'given', case_id = ?, receipt = ?"
            " WHERE year = ? AND no = ?",
            (str(case_id), _as_text(written), row["year"], row["no"]),
        )
        return Given(
            number=_number(row),
            block=UUID(row["block"]),
            state="given",
            case_id=case_id,
            written=written,
            is_printed=False,
            reason="",
        )

    def printed(self, number: ReceiptNumber) -> None:
        """Note that a receipt is on paper."""
        now = datetime.now(UTC).isoformat()
        self._file.run(
            "UPDATE numbers SET printed_at = ? WHERE year = ? AND no = ?",
            (now, number.year, number.no),
        )

    def void(self, number: ReceiptNumber, reason: str) -> None:
        """Void a number with its reason; what was given out is known to be void from now on."""
        self._file.run(
            "UPDATE numbers SET state = 'void', reason = ?"
            " WHERE year = ? AND no = ? AND state IN ('free', 'given')",
            (reason, number.year, number.no),
        )

    def void_of_earlier_years(self, year: int, reason: str) -> None:
        """Void what is left of earlier years: numbers begin anew with each year."""
        self._file.run(
            "UPDATE numbers SET state = 'void', reason = ? WHERE state = 'free' AND leaving = ''"
            " AND year < ?",
            (reason, year),
        )

    def settle(self, number: ReceiptNumber) -> None:
        """Forget what a number was given for: the database knows how it ended."""
        self._file.run(
            "UPDATE numbers SET state = 'ended', case_id = NULL, receipt = '', reason = ''"
            " WHERE year = ? AND no = ?",
            (number.year, number.no),
        )
        self._file.run(
            "DELETE FROM numbers WHERE block NOT IN"
            " (SELECT block FROM numbers WHERE state != 'ended')"
        )
        self._file.wipe()

    def blocks(self) -> tuple[UUID, ...]:
        """Return the blocks with a number that has not ended."""
        query = "SELECT DISTINCT block FROM numbers WHERE state != 'ended' AND leaving = ''"
        return tuple(UUID(row["block"]) for row in self._file.rows(query))

    def unsettled(self) -> frozenset[ReceiptNumber]:
        """Return the numbers that have not ended."""
        query = "SELECT year, no FROM numbers WHERE state != 'ended' AND leaving = ''"
        return frozenset(map(_number, self._file.rows(query)))

    def ask(self, login: str, window: int | None) -> HandOutBlock:
        """Return the asking for a block; one that had no answer is asked once more as it was."""
        query = "SELECT id, window FROM blocks_asked WHERE login = ?"
        with self._file.writing():
            rows = self._file.rows(query, (login,))
            if rows:
                return HandOutBlock(id=UUID(rows[0]["id"]), window=rows[0]["window"])
            command = HandOutBlock(window=window)
            self._file.run(
                "INSERT INTO blocks_asked (id, login, window) VALUES (?, ?, ?)",
                (str(command.id), login, window),
            )
        return command

    def add(self, asked: HandOutBlock, block: BlockAnswer) -> None:
        """Keep the numbers of a block that was handed out, each once."""
        with self._file.writing():
            for no in range(block.first_no, block.last_no + 1):
                self._file.run(
                    "INSERT OR IGNORE INTO numbers (year, no, block) VALUES (?, ?, ?)",
                    (block.year, no, str(block.block_id)),
                )
            self._file.run("DELETE FROM blocks_asked WHERE id = ?", (str(asked.id),))

    def _next(self) -> Row | None:
        query = (
            "SELECT * FROM numbers WHERE state = 'free' AND leaving = '' ORDER BY year, no LIMIT 1"
        )
        rows = self._file.rows(query)
        return rows[0] if rows else None


def _number(row: Row) -> ReceiptNumber:
    return ReceiptNumber(year=row["year"], no=row["no"])


def _as_text(written: Written) -> str:
    return canonical_json(
        {
            "values": written.values,
            "sha256": written.sha256,
            "at": written.at.isoformat(),
            "login": written.login,
            "window": written.window,
            "item": written.item,
        }
    )


def _given(row: Row) -> Given:
    plain = json.loads(row["receipt"]) if row["receipt"] else None
    return Given(
        number=_number(row),
        block=UUID(row["block"]),
        state=row["state"],
        case_id=UUID(row["case_id"]) if row["case_id"] else None,
        written=None if plain is None else _written(plain),
        is_printed=row["printed_at"] is not None,
        reason=row["reason"],
    )


def _written(plain: Mapping[str, Any]) -> Written:
    return Written(**{**plain, "at": datetime.fromisoformat(plain["at"])})
