"""The desk of one process: the one door for every act, and the door for looking."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from time import monotonic
from types import MappingProxyType
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Engine, Row, bindparam, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from db.changes import Changes as Changes
from db.changes import LineBroken, listen
from db.refusals import is_away, may_retry, refusal_of
from db.session import open_engine, reading, writing
from db.tables.ledger import ANSWERS, COMMANDS
from db.tables.people import BIRTH, CALENDAR, CENTRE
from db.types import Instant
from db.upgrade import newest_version, upgrade, version
from desk.workflow import commands as c
from desk.workflow.act import Act, Setting, Watch
from desk.workflow.addresses import Address
from desk.workflow.answers import Answer
from desk.workflow.canon import command_fingerprint, from_plain, to_plain
from desk.workflow.errors import Code, DeskError, Fact, Finding, Level, Unreachable, refuse
from desk.workflow.facts import CentreFacts
from desk.workflow.reader import Kind, Reader
from desk.workflow.serving import SERVICES, Service
from forms.calendar import WorkingCalendar
from forms.catalogue import Catalogue, delivered
from printing.errors import PaperError

ATTEMPTS = 8
PATIENCE = 10.0  # s in which an act is tried again; a worker and a person wait for it
Done = TypeVar("Done")
_NO_COMMAND = UUID(int=0)


_VALUES: dict[str, BindParameter[Any]] = {
    name: bindparam(name) for name in ("id", "kind", "fingerprint", "body", "at", "actor")
}
_CLAIM_SQLITE = (
    sqlite.insert(COMMANDS).values(_VALUES).on_conflict_do_nothing().returning(COMMANDS.c.at)
)
_CLAIM_POSTGRESQL = (
    postgresql.insert(COMMANDS).values(_VALUES).on_conflict_do_nothing().returning(COMMANDS.c.at)
)
_TWIN = (
    select(COMMANDS.c.fingerprint, ANSWERS.c.body)
    .join_from(COMMANDS, ANSWERS, ANSWERS.c.command_id == COMMANDS.c.id)
    .where(COMMANDS.c.id == bindparam("command"))
)
_SET = select(
    func.set_config("desk.actor", bindparam("actor"), True),
    func.set_config("desk.now", bindparam("moment"), True),
    func.now(type_=Instant()).label("now"),
)
_ANSWER = insert(ANSWERS)


class NoCentre(Exception):
    """The database holds no centre yet."""


class OldDatabase(Exception):
    """The database was made by an older program and may only be looked at, not upgraded."""

    def __init__(self, found: str, known: str) -> None:
        super().__init__(f"database version {found}, program knows {known}")
        self.found = found
        self.known = known


class Desk:
    """All acts and all looks of one process on one database."""

    def __init__(self, engine: Engine, kind: Kind, setting: Setting) -> None:
        self._engine = engine
        self._postgresql = engine.dialect.name == "postgresql"
        self._claim = _CLAIM_POSTGRESQL if self._postgresql else _CLAIM_SQLITE
        self.kind: Kind = kind
        self.setting = setting

    @classmethod
    def open(
        cls, url: Address, *, catalogue: Catalogue | None = None, keep_papers: bool = True
    ) -> Self:
        """Open the desk on a database, brought to the newest version; NoCentre if it is empty."""
        engine = open_engine(url)
        upgrade(engine)
        with reading(engine) as connection:
            kind, setting = read_setting(connection, catalogue or delivered(), keep_papers)
        return cls(engine, kind, setting)

    @classmethod
    def look(cls, url: Address) -> "Desk":
        """Open a database only to look at it: nothing is written, an old one is OldDatabase."""
        engine = open_engine(url)
        found = version(engine)
        if found != newest_version():
            engine.dispose()
            raise OldDatabase(found or "-", newest_version())
        with reading(engine) as connection:
            kind, setting = read_setting(connection, delivered(), keep_papers=False)
        return cls(engine, kind, setting)

    @property
    def url(self) -> str:
        """Return where the database is, the password left out."""
        return self._engine.url.render_as_string(hide_password=True)

    @property
    def centre(self) -> CentreFacts:
        """Return what the centre is and serves."""
        return self.setting.centre

    def listen(self) -> Changes:
        """Begin to hear of what other programs commit."""
        try:
            return listen(self._engine)
        except DBAPIError as error:
            if is_away(error):
                raise Unreachable from error
            raise

    def listen_again(self) -> Changes:
        """Begin to hear anew, once the database can be written too; Unreachable until then."""
        self._attempts(self._try_to_write)
        return self.listen()

    def _try_to_write(self) -> None:
        with writing(self._engine, keep=False):
            """A lock that somebody holds is waited for as long as an act would wait."""

    def hear(self, changes: Changes) -> list[str]:
        """Return what others committed since the last time; Unreachable when the line broke."""
        try:
            return changes.read()
        except LineBroken as error:
            raise Unreachable from error

    def close(self) -> None:
        """Give back all connections."""
        self._engine.dispose()

    def do(
        self,
        command: c.Command,
        *,
        by: str,
        at: datetime | None = None,
        watch: Watch | None = None,
    ) -> Answer:
        """Do an act, once however often it is sent; a refusal leaves nothing behind.

        `at` counts in a rehearsal only. Raises DeskError; NeedsConfirmation where people must say;
        Unreachable where the database did not answer.
        """
        service = SERVICES[type(command)]
        return self._attempts(lambda: self._do_once(command, service, by, at, watch))

    def rehearse(
        self,
        command: c.Command,
        *,
        by: str,
        at: datetime | None = None,
        service: Service | None = None,
        watch: Watch | None = None,
    ) -> Answer:
        """Do an act in a transaction that is rolled back: what would be answered, nothing kept.

        `service` does only a part of the act, as the judging without the writing.
        """
        chosen = service or SERVICES[type(command)]
        return self._attempts(lambda: self._do_once(command, chosen, by, at, watch, keep=False))

    def upkeep(self, work: Callable[[Act], Done], *, by: str) -> Done:
        """Do what is no act of law, as keeping a draft: no command of it is kept for ever."""
        return self._attempts(lambda: self._keep_up(work, by))

    def _attempts(self, work: Callable[[], Done]) -> Done:
        until = monotonic() + PATIENCE
        for attempt in range(ATTEMPTS):
            try:
                return work()
            except PaperError as error:
                raise _refused(error.code, error.facts) from error
            except DBAPIError as error:
                again = may_retry(error) or _lost_a_race(error)
                if again and attempt + 1 < ATTEMPTS and monotonic() < until:
                    continue
                if is_away(error):
                    raise Unreachable from error
                refusal = refusal_of(error)
                if refusal is None or refusal.code == "D-FACT":
                    raise
                raise _refused(refusal.code, _SAID_OF.get(refusal.code)) from error
        raise AssertionError("the last attempt returns or raises")

    @contextmanager
    def ask(self) -> Iterator[Reader]:
        """Open a read-only view of one moment for the queries."""
        try:
            with reading(self._engine) as connection:
                yield Reader(connection=connection, setting=self.setting, kind=self.kind)
        except DBAPIError as error:
            if is_away(error):
                raise Unreachable from error
            raise

    def _keep_up(self, work: Callable[[Act], Done], by: str) -> Done:
        with writing(self._engine) as connection:
            now = datetime.now(UTC)
            if self._postgresql:
                now = connection.execute(_SET, {"actor": by, "moment": ""}).one().now
            return work(
                Act(
                    connection=connection,
                    setting=self.setting,
                    now=now,
                    actor=by,
                    command_id=_NO_COMMAND,
                )
            )

    def _do_once(
        self,
        command: c.Command,
        service: Service,
        by: str,
        at: datetime | None,
        watch: Watch | None,
        *,
        keep: bool = True,
    ) -> Answer:
        plain = to_plain(command)
        print_ = command_fingerprint(plain, by)
        with writing(self._engine, keep=keep) as connection:
            moment = at if at is not None and self.kind == "rehearsal" else None
            if self._postgresql:
                told = moment.isoformat() if moment else ""
                connection.execute(_SET, {"actor": by, "moment": told})
            claim = {
                "id": command.id,
                "kind": type(command).__name__,
                "fingerprint": print_,
                "body": plain,
                "at": moment or datetime.now(UTC),
                "actor": by,
            }
            claimed = connection.execute(self._claim, claim).first()
            if claimed is None:
                return _answer_of_twin(connection, command.id, print_)
            act = Act(
                connection=connection,
                setting=self.setting,
                now=_instant(claimed),
                actor=by,
                command_id=command.id,
                watch=watch,
            )
            answer = service(act, command)
            kept = {"command_id": command.id, "body": to_plain(answer)}
            connection.execute(_ANSWER, kept)
            return answer


def _instant(claimed: Row[Any]) -> datetime:
    return cast(datetime, claimed[0])


def _answer_of_twin(connection: Connection, command_id: UUID, print_: str) -> Answer:
    twin = connection.execute(_TWIN, {"command": command_id}).one()
    if twin.fingerprint != print_:
        raise refuse(Code.COMMAND)
    return cast(Answer, from_plain(twin.body))


def _refused(code: str, facts: Mapping[str, Fact] | None = None) -> DeskError:
    return DeskError((Finding(code=code, level=Level.BLOCK, facts=facts or {}),))


# What the database refuses has no facts: these rules have a sentence for it.
_SAID_OF: Mapping[str, Mapping[str, Fact]] = MappingProxyType(
    {code: {"variant": "meanwhile"} for code in ("R07", "R50")}
)
_RACES = ("uq_rights_unit_code_n", "rights.unit_code, rights.n", "uq_right_now_ownership")


def _lost_a_race(error: DBAPIError) -> bool:
    """Tell whether somebody else entered the same unit meanwhile: the facts are read afresh."""
    return any(name in str(error.orig) for name in _RACES)


def read_setting(
    connection: Connection, catalogue: Catalogue, keep_papers: bool
) -> tuple[Kind, Setting]:
    """Read what the centre is and serves; NoCentre where there is none."""
    birth = connection.execute(select(BIRTH)).first()
    centre = connection.execute(select(CENTRE).order_by(CENTRE.c.n.desc()).limit(1)).first()
    if birth is None or centre is None:
        raise NoCentre("the database holds no centre")
    days = connection.execute(select(CALENDAR.c.day, CALENDAR.c.working))
    setting = Setting(
        catalogue=catalogue,
        calendar=WorkingCalendar({row.day: row.working for row in days}),
        centre=CentreFacts(
            area_codes=tuple(centre.area_codes),
            authority=centre.authority,
            short=centre.short,
            area_name=centre.area_name,
            rehearsal=birth.kind == "rehearsal",
        ),
        centre_name=centre.name,
        windows=centre.windows,
        seal_key=birth.seal_key,
        keep_papers=keep_papers,
    )
    return birth.kind, setting
