"""A day joins a database: what is there already stays, what it lacks is added, names are kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, insert, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from db.numbers import set_start
from db.session import open_engine, reading, sqlite_driver, writing
from db.tables.cases import CASES
from db.tables.papers import STOCK_MOVES
from db.tables.people import BIRTH, CENTRE, COUNTERS, STAFF
from db.tables.register import RIGHT_NOW, RIGHTS
from db.tables.units import UNITS
from db.upgrade import newest_version, upgrade, version
from desk.workflow.addresses import Address
from desk.workflow.facts import NOT_OWNERSHIP
from desk.workflow.founding import (
    CentreSpec,
    Founding,
    RightSpec,
    StaffSpec,
    StockSpec,
    UnitSpec,
    act_as_founder,
    add_staff,
)

State = Literal["empty", "rehearsal", "live", "foreign"]
NAME_LENGTH = 32


class CannotJoin(Exception):
    """The database cannot be used for a day; `code` names the reason, `facts` fill its places."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a database holds before a day joins it."""

    state: State
    name: str = ""
    authority: str = ""
    short: str = ""
    area_name: str = ""
    area_codes: tuple[str, ...] = ()

    def is_of(self, centre: CentreSpec) -> bool:
        """Tell whether the centre in the database is the given one."""
        return (self.name, self.authority, self.short, self.area_name, self.area_codes) == (
            centre.name,
            centre.authority,
            centre.short,
            centre.area_name,
            centre.area_codes,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """What a day brings along: people, sheets, units, rights, and the names of its cases."""

    centre: CentreSpec
    staff: Sequence[StaffSpec]
    stock: Sequence[StockSpec]
    units: Sequence[UnitSpec]
    rights: Sequence[RightSpec]
    cases: Sequence[str]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names that were taken by an earlier day, and what they are called instead."""

    cases: Mapping[str, str] = field(default_factory=dict)
    rights: Mapping[str, str] = field(default_factory=dict)


def standing_of(url: Address) -> Standing:
    """Look into a database without writing to it; CannotJoin where it cannot be used at all."""
    target = _target(url)
    if target.get_backend_name() == "sqlite" and not _has_tables(target):
        return Standing(state="empty")
    try:
        engine = open_engine(target)
        try:
            return _look(engine)
        finally:
            engine.dispose()
    except SQLAlchemyError as error:
        raise CannotJoin("DAY-DB-CLOSED", url=_shown(target), why=_reason(error)) from error


def join(url: Address, morning: Morning) -> Names:
    """Add to a centre what the day brings and the database lacks; return the changed names."""
    engine = open_engine(url)
    try:
        upgrade(engine)
        with writing(engine) as connection:
            return _join(connection, morning)
    finally:
        engine.dispose()


def _target(url: Address) -> URL:
    try:
        target = make_url(url)
    except ArgumentError as error:
        raise CannotJoin("DAY-DB-URL") from error
    backend = target.get_backend_name()
    if backend not in {"sqlite", "postgresql"}:
        raise CannotJoin("DAY-DB-KIND", kind=backend)
    if backend == "sqlite" and target.database in {None, "", ":memory:"}:
        raise CannotJoin("DAY-DB-MEMORY")
    return target


def _has_tables(target: URL) -> bool:
    """Tell whether an SQLite file holds anything; it is opened for reading alone."""
    path = Path(target.database or "")
    if not path.exists():
        if not path.absolute().parent.is_dir():
            raise CannotJoin("DAY-DB-CLOSED", url=_shown(target), why=str(path.parent))
        return False
    if path.is_dir():
        raise CannotJoin("DAY-DB-CLOSED", url=_shown(target), why=str(path))
    driver, _ = sqlite_driver()
    try:
        connection = driver.connect(f"file:{quote(str(path))}?mode=ro", uri=True)
        try:
            found = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except driver.Error as error:
        raise CannotJoin("DAY-DB-CLOSED", url=_shown(target), why=str(error)) from error
    return bool(found[0])


def _look(engine: Engine) -> Standing:
    found = version(engine)
    if found is None:
        foreign = bool(inspect(engine).get_table_names())
        return Standing(state="foreign" if foreign else "empty")
    if found > newest_version():
        raise CannotJoin("DAY-DB-NEWER", found=found)
    with reading(engine) as connection:
        birth = connection.execute(select(BIRTH.c.kind)).scalar()
        row = connection.execute(select(CENTRE).order_by(CENTRE.c.n.desc()).limit(1)).first()
    if birth is None or row is None:
        return Standing(state="empty")
    return Standing(
        state=birth,
        name=row.name,
        authority=row.authority,
        short=row.short,
        area_name=row.area_name,
        area_codes=tuple(row.area_codes),
    )


def _join(connection: Connection, morning: Morning) -> Names:
    founding = Founding(connection=connection, at=morning.at)
    act_as_founder(connection, morning.at)
    _widen(connection, morning.centre)
    logins = set(connection.execute(select(STAFF.c.login)).scalars())
    add_staff(connection, [person for person in morning.staff if person.login not in logins])
    founding.add_stock(_new_sheets(connection, morning.stock))
    known = set(connection.execute(select(UNITS.c.code)).scalars())
    founding.add_units([unit for unit in morning.units if unit.code not in known])
    rights, renamed = _new_rights(connection, morning.rights)
    founding.add_rights(rights)
    return Names(cases=_free_names(connection, morning.cases), rights=renamed)


def _widen(connection: Connection, centre: CentreSpec) -> None:
    """Open the windows that this day has more of, and the year's numbers if it is a new year."""
    last = connection.execute(select(CENTRE).order_by(CENTRE.c.n.desc()).limit(1)).one()
    if centre.windows > last.windows:
        values = {**last._mapping, "n": last.n + 1, "windows": centre.windows}
        connection.execute(insert(CENTRE).values(values))
    year = str(centre.year)
    begun = set(
        connection.execute(select(COUNTERS.c.series).where(COUNTERS.c.period == year)).scalars()
    )
    for series, number in centre.numbers.items():
        if series not in begun:
            set_start(connection, series, year, number)


def _new_sheets(connection: Connection, stock: Iterable[StockSpec]) -> list[StockSpec]:
    there = set(connection.execute(select(STOCK_MOVES.c.serial).distinct()).scalars())
    return [
        replace(spec, first=serial, last=serial)
        for spec in stock
        for serial in spec.serials()
        if serial not in there
    ]


def _new_rights(
    connection: Connection, rights: Sequence[RightSpec]
) -> tuple[list[RightSpec], dict[str, str]]:
    """Return the rights to add, and the new names of those whose name another right has."""
    rows = connection.execute(select(RIGHTS.c.name, RIGHTS.c.unit_code))
    units = {name: unit for name, unit in rows if name is not None}
    owned = set(
        connection.execute(
            select(RIGHT_NOW.c.unit_code).where(RIGHT_NOW.c.page == "ownership")
        ).scalars()
    )
    added: list[RightSpec] = []
    renamed: dict[str, str] = {}
    taken = set(units)
    for right in rights:
        names = _names_like(right.name, taken)
        if any(units.get(name) == right.unit for name in (right.name, *names)):
            there = next(n for n in (right.name, *names) if units.get(n) == right.unit)
            renamed[right.name] = there
        elif right.type in NOT_OWNERSHIP or right.unit not in owned:
            renamed[right.name] = free = _free(right.name, taken)
            taken.add(free)
            added.append(replace(right, name=free))
    return added, {name: to for name, to in renamed.items() if name != to}


def _free_names(connection: Connection, names: Sequence[str]) -> dict[str, str]:
    taken = set(connection.execute(select(CASES.c.name).where(CASES.c.name.is_not(None))).scalars())
    taken_names = {str(name) for name in taken}
    found: dict[str, str] = {}
    wanted = set(names)
    for name in names:
        if name in taken_names:
            found[name] = _free(name, taken_names | wanted)
            taken_names.add(found[name])
    return found


def _free(name: str, taken: set[str]) -> str:
    """Return the name, or the first like it with a number that nobody has."""
    if name not in taken:
        return name
    count = 2
    while (like := _numbered(name, count)) in taken:
        count += 1
    return like


def _names_like(name: str, taken: set[str]) -> list[str]:
    found = []
    count = 2
    while (like := _numbered(name, count)) in taken:
        found.append(like)
        count += 1
    return found


def _numbered(name: str, count: int) -> str:
    end = f"_{count}"
    return name[: NAME_LENGTH - len(end)] + end


def _shown(target: URL) -> str:
    return target.render_as_string(hide_password=True)


def _reason(error: SQLAlchemyError) -> str:
    said = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    return (said.strip().splitlines() or [type(error).__name__])[0]
