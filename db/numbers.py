"""Numbers without gaps: taken inside the transaction that uses them, as its last statement."""

from sqlalchemy import Connection, bindparam, insert, select, update

from db.tables.people import COUNTERS

_NEXT = (
    update(COUNTERS)
    .where(COUNTERS.c.series == bindparam("of"), COUNTERS.c.period == bindparam("within"))
    .values(last=COUNTERS.c.last + 1)
    .returning(COUNTERS.c.last)
)


def take_number(connection: Connection, series: str, period: str) -> int:
    """Return the next number of a series within a year or day; a roll-back gives it back."""
    taken = connection.execute(_NEXT, {"of": series, "within": period}).scalar_one_or_none()
    if taken is not None:
        return int(taken)
    _begin(connection, series, period)
    return int(connection.execute(_NEXT, {"of": series, "within": period}).scalar_one())


def set_start(connection: Connection, series: str, period: str, last: int) -> None:
    """Say which number was the last used before this register began."""
    connection.execute(insert(COUNTERS).values(series=series, period=period, last=last))


def last_number(connection: Connection, series: str, period: str) -> int:
    """Return the last number taken; 0 where none was."""
    wanted = (COUNTERS.c.series == series, COUNTERS.c.period == period)
    return connection.scalar(select(COUNTERS.c.last).where(*wanted)) or 0


def _begin(connection: Connection, series: str, period: str) -> None:
    """Begin a series at 0; two that begin it at once end up with one row."""
    values = {"series": series, "period": period, "last": 0}
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as upsert

        connection.execute(upsert(COUNTERS).values(values).on_conflict_do_nothing())
        return
    connection.execute(insert(COUNTERS).values(values).prefix_with("OR IGNORE"))
