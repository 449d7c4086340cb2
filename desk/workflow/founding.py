"""How a centre begins: its database, its people, its sheets, the register it takes over."""

import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from fractions import Fraction
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Connection, Table, func, insert, select

from db.ids import new_id
from db.numbers import set_start
from db.session import open_engine, writing
from db.tables.papers import STOCK_MOVES
from db.tables.people import BIRTH, CALENDAR, CENTRE, STAFF, STAFF_ROLES
from db.tables.register import HOLDERS, RIGHTS
from db.tables.units import UNIT_FACTS, UNIT_LOCKS, UNITS
from db.upgrade import upgrade
from desk.workflow.addresses import Address
from desk.workflow.application import CoOwnership, Person
from desk.workflow.book_pages import UNIT_COLUMNS
from desk.workflow.clock import SHANGHAI
from desk.workflow.entering import holder_rows
from desk.workflow.facts import COMMON_PARTS, NOT_OWNERSHIP, SEIZURE
from desk.workflow.rules.lapse import RANK_STEP
from desk.workflow.sheets import VAULT, place_of, serials
from forms.calendar import default_exceptions

Kind = Literal["live", "rehearsal"]
FOUNDER = "founder"


class BadRegister(Exception):
    """What is to be taken over contradicts itself; `problems` says where, a line each."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class CentreSpec:
    """A centre: its names, its counties, its windows, the last numbers used this year."""

    name: str
    authority: str
    short: str
    area_name: str
    area_codes: tuple[str, ...]
    windows: int
    year: int
    numbers: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffSpec:
    """A person who works there."""

    login: str
    name: str
    roles: tuple[str, ...]
    window: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StockSpec:
    """A range of numbered sheets; with a window it lies there, else in the vault."""

    kind: str
    first: str
    last: str
    window: int | None = None

    def serials(self) -> Iterator[str]:
        """Return every serial of the range in order."""
        return serials(self.first, self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSpec:
    """A unit as it stands; areas in 0.01 m²."""

    code: str
    kind: str
    parcel: str
    location: str
    usage: str = ""
    land_area: int | None = None
    floor_area: int | None = None
    inner_area: int | None = None
    shared_area: int | None = None
    land_right_nature: str | None = None
    land_term_to: date | None = None
    structure: str | None = None
    floor: str | None = None
    floors: int | None = None
    built: int | None = None
    locked: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RightSpec:
    """A live right that is taken over, under the name it has in the file."""

    name: str
    unit: str
    type: str
    holders: tuple[Person, ...]
    co_ownership: CoOwnership | None = None
    certificate_no: str | None = None
    registered_at: date
    fields: Mapping[str, object] = field(default_factory=dict)


def create_database(
    url: Address,
    *,
    kind: Kind,
    centre: CentreSpec,
    staff: Sequence[StaffSpec],
    stock: Sequence[StockSpec] = (),
    units: Sequence[UnitSpec] = (),
    rights: Sequence[RightSpec] = (),
    at: datetime | None = None,
) -> None:
    """Make a centre in an empty database, all of it or nothing; BadRegister lists what is wrong."""
    problems = [*problems_of_rights(units, rights)]
    if problems:
        raise BadRegister(problems)
    engine = open_engine(url)
    try:
        upgrade(engine)
        with writing(engine) as connection:
            _found(connection, kind, centre, at or datetime.now(UTC))
            add_staff(connection, staff)
            founding = Founding(connection=connection, at=at or datetime.now(UTC))
            founding.add_stock(stock)
            founding.add_units(units)
            founding.add_rights(rights)
    finally:
        engine.dispose()


def add_staff(connection: Connection, staff: Sequence[StaffSpec]) -> None:
    """Add people with their roles."""
    _write(
        connection,
        STAFF,
        ({"login": p.login, "name": p.name, "window": p.window, "active": True} for p in staff),
    )
    _write(
        connection,
        STAFF_ROLES,
        ({"login": p.login, "role": role} for p in staff for role in dict.fromkeys(p.roles)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """The taking over of sheets, units and rights, in one open transaction."""

    connection: Connection
    at: datetime

    def add_stock(self, stock: Sequence[StockSpec]) -> None:
        """Take ranges of sheets into the vault and hand them to their windows."""
        received = [(spec, serial) for spec in stock for serial in spec.serials()]
        first = {"n": 1, "from_n": None, "from_place": None, "to_place": VAULT}
        second = {"n": 2, "from_n": 1, "from_place": VAULT}
        _write(
            self.connection,
            STOCK_MOVES,
            ({**self._sheet(spec, serial), **first} for spec, serial in received),
        )
        _write(
            self.connection,
            STOCK_MOVES,
            (
                {**self._sheet(spec, serial), **second, "to_place": place_of(spec.window)}
                for spec, serial in received
                if spec.window is not None
            ),
        )

    def add_units(self, units: Sequence[UnitSpec]) -> None:
        """Take over units with their facts and locks."""
        _write(
            self.connection,
            UNITS,
            (
                {
                    "code": unit.code,
                    "county": unit.code[:6],
                    "parcel": unit.parcel,
                    "kind": unit.kind,
                    "at": self.at,
                }
                for unit in units
            ),
        )
        _write(
            self.connection,
            UNIT_FACTS,
            (
                {
                    "unit_code": unit.code,
                    "n": 1,
                    **{name: getattr(unit, name) for name in UNIT_COLUMNS},
                    "at": self.at,
                }
                for unit in units
            ),
        )
        _write(
            self.connection,
            UNIT_LOCKS,
            (
                {
                    "id": new_id(),
                    "unit_code": unit.code,
                    "reason": unit.locked,
                    "at": self.at,
                    "actor": FOUNDER,
                }
                for unit in units
                if unit.locked
            ),
        )

    def add_rights(self, rights: Sequence[RightSpec]) -> None:
        """Take over live rights, in the order of their ranks, after what the units have already."""
        last = select(RIGHTS.c.unit_code, func.max(RIGHTS.c.n).label("n"))
        places: Counter[str] = Counter()
        places.update(
            {
                row.unit_code: row.n
                for row in self.connection.execute(last.group_by(RIGHTS.c.unit_code))
            }
        )
        rows: list[Mapping[str, Any]] = []
        holders: list[Mapping[str, Any]] = []
        for right in sorted(rights, key=_order_of_entry):
            places[right.unit] += 1
            entry = new_id()
            rows.append(self._right(right, entry, places[right.unit]))
            holders += holder_rows(entry, right.holders)
        _write(self.connection, RIGHTS, rows)
        _write(self.connection, HOLDERS, holders)

    def _right(self, right: RightSpec, entry: UUID, n: int) -> dict[str, Any]:
        registered = midnight(right.registered_at)
        return {
            "id": entry,
            "unit_code": right.unit,
            "n": n,
            "right_type": right.type,
            "registration_type": 0,
            "group_id": entry,
            "co_ownership": right.co_ownership,
            "reason": "",
            "fields": right.fields,
            "rank_at": registered,
            "rank_n": n * RANK_STEP,  # the order of the book, within one day
            "name": right.name,
            "old_number": right.certificate_no,
            "at": registered,
            "actor": FOUNDER,
        }

    def _sheet(self, spec: StockSpec, serial: str) -> dict[str, Any]:
        return {
            "serial": serial,
            "kind": spec.kind,
            "job_id": None,
            "reason": "",
            "at": self.at,
            "actor": FOUNDER,
        }


def act_as_founder(connection: Connection, at: datetime | None) -> None:
    """Tell PostgreSQL who writes and, in a rehearsal, when; SQLite takes both as written."""
    if connection.dialect.name == "postgresql":
        connection.execute(
            select(
                func.set_config("desk.actor", FOUNDER, True),
                func.set_config("desk.now", at.isoformat() if at else "", True),
            )
        )


def midnight(day: date) -> datetime:
    """Return the beginning of a day at the centre; an instant of the day stays as it is."""
    if isinstance(day, datetime):
        return day.replace(tzinfo=SHANGHAI).astimezone(UTC)
    return datetime.combine(day, time(), SHANGHAI).astimezone(UTC)


def _found(connection: Connection, kind: Kind, centre: CentreSpec, at: datetime) -> None:
    _write(
        connection,
        BIRTH,
        [{"id": 1, "kind": kind, "born_at": at, "seal_key": secrets.token_hex(32)}],
    )
    act_as_founder(connection, at if kind == "rehearsal" else None)
    named = {
        "n": 1,
        "name": centre.name,
        "authority": centre.authority,
        "short": centre.short,
        "area_name": centre.area_name,
        "area_codes": list(centre.area_codes),
        "windows": centre.windows,
        "at": at,
    }
    _write(connection, CENTRE, [named])
    _write(
        connection,
        CALENDAR,
        (
            {"day": day, "working": works, "note": ""}
            for day, works in sorted(default_exceptions().items())
        ),
    )
    for series, last in centre.numbers.items():
        set_start(connection, series, str(centre.year), last)


def _write(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    batch = [dict(row) for row in rows]
    if batch:
        connection.execute(insert(table), batch)


def _order_of_entry(right: RightSpec) -> tuple[str, bool, int, date]:
    return right.unit, right.type in NOT_OWNERSHIP, _rank(right), right.registered_at


def _rank(right: RightSpec) -> int:
    rank = right.fields.get("rank", 0)
    return rank if isinstance(rank, int) else 0


def problems_of_rights(units: Sequence[UnitSpec], rights: Sequence[RightSpec]) -> Iterator[str]:
    """Yield what contradicts itself in rights that are to be taken over, a line each."""
    known = {unit.code for unit in units}
    owned: dict[str, str] = {}
    for right in rights:
        if right.unit not in known:
            yield f"right {right.name}: no unit {right.unit}"
        if right.type not in NOT_OWNERSHIP:
            if right.unit in owned:
                yield f"right {right.name}: {right.unit} is owned by {owned[right.unit]} already"
            owned[right.unit] = right.name
        yield from _problems_of_holders(right)


def _problems_of_holders(right: RightSpec) -> Iterator[str]:
    if not right.holders and right.type not in {SEIZURE, COMMON_PARTS}:
        yield f"right {right.name}: no holder"
    shares = [holder.share for holder in right.holders if holder.share is not None]
    if right.co_ownership == "shares" and sum(shares, Fraction(0)) != 1:
        yield f"right {right.name}: the shares do not make one whole"
