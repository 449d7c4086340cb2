"""The outbox: acts done while the database is away, sent in their order when it is back.

A command lies here with the id it was made with, so that sending it again does it once. It stays
until the database has answered; then only its title and what was answered are kept.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal
from uuid import UUID

from db.local_file import LocalFile, Row
from desk.workflow.answers import AcceptAnswer, Answer
from desk.workflow.canon import from_plain, to_plain
from desk.workflow.commands import AcceptCase, CaseCommand, Command
from desk.workflow.errors import DeskError, Finding, Level, NeedsConfirmation, Unreachable
from forms.canonical import canonical_json

State = Literal["waits", "refused", "asks", "clash", "sent"]
CLASHES = frozenset({"E-DAT-008", "D-VERSION"})
"""Refusals that mean: another hand was there first, and both versions have to be looked at."""
Do = Callable[[Command, str], Answer]
OFF_LINE = (AcceptCase,)
"""What may be kept for later: papers are taken in; rules, number and clock come afterwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One act in the outbox, with what came of the last time it was sent.

    `receipt` is the number of the receipt for its papers; nothing where it has none, or a void one.
    """

    id: UUID
    login: str
    title: str
    at: datetime
    size: int
    tries: int
    state: State
    case_no: str
    receipt: str
    findings: tuple[Finding, ...]


def title_of(command: AcceptCase) -> str:
    """Name an act in a list: the kind of business and the first person."""
    application = command.application
    names = [party.name for party in application.parties if party.role == "holder"]
    return f"{application.item} {names[0] if names else ''}".strip()


class Outbox:
    """The acts in the workstation's file."""

    def __init__(self, file: LocalFile) -> None:
        self._file = file
        yesterday = (datetime.now(UTC) - timedelta(days=1)).isoformat()
        file.run("DELETE FROM outbox WHERE state = 'sent' AND at < ?", (yesterday,))

    def put(self, command: Command, *, login: str, title: str, receipt: str = "") -> None:
        """Keep an act; put twice under one id, the later content counts unless it was sent.

        Another act on the same case gives way: whichever of the two arrives, the other would be
        refused, and what the person keyed last is what he means.
        """
        if isinstance(command, CaseCommand):
            self._give_way(command)
        self._file.run(
            "INSERT INTO outbox (id, login, command, title, at, receipt) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET command = excluded.command, title = excluded.title,"
            " receipt = excluded.receipt, state = 'waits', said = '' WHERE state != 'sent'",
            (str(command.id), login, canonical_json(to_plain(command)), title, _now(), receipt),
        )

    def put_again(self, command: Command) -> None:
        """Let a refused act wait again, changed or not, in its old place."""
        self._file.run(
            "UPDATE outbox SET command = ?, state = 'waits', said = ''"
            " WHERE id = ? AND state != 'sent'",
            (canonical_json(to_plain(command)), str(command.id)),
        )

    def give_receipt(self, ident: UUID, number: str) -> None:
        """Note under which number the papers of an act have their receipt; nothing takes it off."""
        self._file.run("UPDATE outbox SET receipt = ? WHERE id = ?", (number, str(ident)))

    def rows(self) -> tuple[Waiting, ...]:
        """Return every act in its order, the sent ones too."""
        return tuple(map(_waiting, self._file.rows("SELECT * FROM outbox ORDER BY n")))

    @property
    def waiting(self) -> int:
        """Return how many acts have not been answered yet."""
        query = "SELECT count(*) AS many FROM outbox WHERE state != 'sent'"
        return int(self._file.rows(query)[0]["many"])

    def command(self, ident: UUID) -> Command | None:
        """Return an act that was not answered yet; none where it was, or is not here."""
        query = "SELECT command FROM outbox WHERE id = ? AND state != 'sent'"
        rows = self._file.rows(query, (str(ident),))
        return _command(rows[0]) if rows else None

    def send(self, do: Do, *, login: str, again: bool = False) -> int:
        """Send a person's acts in their order and return how many were answered with a number.

        A refused one stays and is passed over unless `again`; no answer at all ends the sending.
        """
        states = ("waits", "refused", "asks", "clash") if again else ("waits",)
        sent = 0
        for row in self._file.rows("SELECT * FROM outbox WHERE login = ? ORDER BY n", (login,)):
            if row["state"] not in states:
                continue
            try:
                sent += self._send_one(row, do)
            except Unreachable:
                break
        return sent

    def drop(self, ident: UUID) -> None:
        """Take out an act that a person gave up, or one that was answered."""
        self._file.run("DELETE FROM outbox WHERE id = ?", (str(ident),))
        self._file.wipe()

    def _send_one(self, row: Row, do: Do) -> int:
        self._file.run("UPDATE outbox SET tries = tries + 1 WHERE id = ?", (row["id"],))
        try:
            answer = do(_command(row), row["login"])
        except Unreachable:
            raise
        except DeskError as error:
            state = _state_after(error)
            said = {"findings": [_plain(finding) for finding in error.findings]}
            self._mark(row["id"], state, said)
            return 0
        number = answer.case_no if isinstance(answer, AcceptAnswer) else ""
        self._mark(row["id"], "sent", {"case_no": number})
        self._file.run("UPDATE outbox SET command = '' WHERE id = ?", (row["id"],))
        return 1

    def _give_way(self, command: CaseCommand) -> None:
        for row in self._file.rows("SELECT * FROM outbox WHERE state != 'sent'"):
            earlier = _command(row)
            same = isinstance(earlier, CaseCommand) and earlier.case_id == command.case_id
            if same and type(earlier) is type(command) and earlier.id != command.id:
                self._file.run("DELETE FROM outbox WHERE id = ?", (str(earlier.id),))

    def _mark(self, ident: str, state: State, said: Mapping[str, object]) -> None:
        self._file.run(
            "UPDATE outbox SET state = ?, said = ? WHERE id = ?",
            (state, canonical_json(said), ident),
        )


def _state_after(error: DeskError) -> State:
    if isinstance(error, NeedsConfirmation):
        return "asks"
    return "clash" if CLASHES & {finding.code for finding in error.findings} else "refused"


def _command(row: Row) -> Command:
    command: Command = from_plain(json.loads(row["command"]))
    return command


def _waiting(row: Row) -> Waiting:
    said = json.loads(row["said"]) if row["said"] else {}
    return Waiting(
        id=UUID(row["id"]),
        login=row["login"],
        title=row["title"],
        at=datetime.fromisoformat(row["at"]),
        size=len(row["command"].encode()),
        tries=row["tries"],
        state=row["state"],
        case_no=said.get("case_no", ""),
        receipt=row["receipt"],
        findings=tuple(_finding(plain) for plain in said.get("findings", ())),
    )


def _plain(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "level": finding.level.value,
        "facts": dict(finding.facts),
        "field": finding.field,
    }


def _finding(plain: Mapping[str, object]) -> Finding:
    read = {**plain, "level": Level(str(plain["level"]))}
    return Finding(**read)  # type: ignore[arg-type]


def _now() -> str:
    return datetime.now(UTC).isoformat()
