"""Every balance, chain and number of a database, recomputed; what does not agree is named."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    Table,
    and_,
    exists,
    func,
    or_,
    select,
)

from db.breach import Breach, Check, breaches
from db.session import reading
from db.tables.bundles import BUNDLE_CASES
from db.tables.cases import APPLICATIONS, CASE_EVENTS, CASE_NOW, CASE_NUMBERS, CASE_UNITS
from db.tables.dispatches import DISPATCHES, PARCEL_STEPS
from db.tables.money import CHARGES, EXEMPTIONS, PAYMENTS, REFUNDS
from db.tables.papers import (
    CERTIFICATES,
    HANDOVERS,
    PRINT_JOB_EVENTS,
    PRINT_JOB_NOW,
    PRINT_JOBS,
    SHEET_NOW,
    STOCK_MOVES,
    UNDER_WAY,
    WRITTEN,
)
from db.tables.people import COUNTERS
from db.tables.register import CLOSINGS, HOLDERS, RIGHT_NOW, RIGHTS
from db.tables.units import UNIT_ENDINGS, UNIT_FACTS, UNIT_NOW, UNIT_SLOTS
from db.verify_pages import pages_are_listed, pages_are_what_was_photographed
from db.verify_receipts import numbers_of_receipts_end_once, receipts_lie_in_blocks

OPEN = ("accepted", "in_approval", "returned", "approved")
IN_USE = (*UNDER_WAY, *WRITTEN)


def verify(engine: Engine) -> list[Breach]:
    """Ask every check over one moment of the database; an empty list means all is well."""
    with reading(engine) as connection:
        return [breach for check in CHECKS for breach in check(connection)]


def _last(events: Table, key: str, now: Table, pairs: dict[str, str]) -> Select[Any]:
    """Select keys whose current row differs from their last event; a missing row differs too."""
    last = (
        select(events.c[key].label("key"), func.max(events.c.n).label("n"))
        .group_by(events.c[key])
        .subquery()
    )
    same: list[ColumnElement[bool]] = [now.c.n == last.c.n]
    same += [events.c[theirs] == now.c[ours] for theirs, ours in pairs.items()]
    agrees = exists().where(now.c[key] == last.c.key, *same)
    joined = last.join(events, and_(events.c[key] == last.c.key, events.c.n == last.c.n))
    return select(last.c.key, last.c.n).select_from(joined).where(~agrees)


def cases_stand_where_their_events_say(connection: Connection) -> Iterator[Breach]:
    """Compare `case_now` with the last event, and the chain of each case's events."""
    query = _last(CASE_EVENTS, "case_id", CASE_NOW, {"to_state": "state"})
    yield from breaches(connection, query, "case_now")
    earlier = CASE_EVENTS.alias("earlier")
    follows = and_(
        earlier.c.case_id == CASE_EVENTS.c.case_id,
        earlier.c.n == CASE_EVENTS.c.n - 1,
        earlier.c.to_state == CASE_EVENTS.c.from_state,
        earlier.c.at <= CASE_EVENTS.c.at,
    )
    broken = select(CASE_EVENTS.c.case_id, CASE_EVENTS.c.n, CASE_EVENTS.c.kind).where(
        CASE_EVENTS.c.n > 1, ~exists().where(follows)
    )
    yield from breaches(connection, broken, "case_events")


def rights_live_until_closed(connection: Connection) -> Iterator[Breach]:
    """Compare `right_now` with rights less closings."""
    closed = exists().where(CLOSINGS.c.right_id == RIGHTS.c.id)
    now = exists().where(RIGHT_NOW.c.right_id == RIGHTS.c.id)
    missing = select(RIGHTS.c.id, RIGHTS.c.unit_code).where(~closed, ~now)
    yield from breaches(connection, missing, "right_now: a live right is missing")
    kept = select(RIGHTS.c.id, RIGHTS.c.unit_code).where(closed, now)
    yield from breaches(connection, kept, "right_now: a closed right is kept")


def one_live_ownership_a_unit(connection: Connection) -> Iterator[Breach]:
    """Find units with two live ownerships."""
    twice = (
        select(RIGHT_NOW.c.unit_code, func.count())
        .where(RIGHT_NOW.c.page == "ownership")
        .group_by(RIGHT_NOW.c.unit_code)
        .having(func.count() > 1)
    )
    yield from breaches(connection, twice, "one ownership a unit")


def shares_sum_to_one(connection: Connection) -> Iterator[Breach]:
    """Add the shares of every live right held by shares (民法典第二百九十八条)."""
    query = (
        select(RIGHTS.c.id, HOLDERS.c.share)
        .join(RIGHT_NOW, RIGHT_NOW.c.right_id == RIGHTS.c.id)
        .join(HOLDERS, HOLDERS.c.right_id == RIGHTS.c.id)
        .where(RIGHTS.c.co_ownership == "shares")
        .order_by(RIGHTS.c.id)
    )
    for right, holders in groupby(connection.execute(query), key=lambda row: row.id):
        total = sum((row.share or Fraction(0) for row in holders), Fraction(0))
        if total != 1:
            yield Breach("shares sum to one", str(right), str(total))


def units_stand_as_their_facts_say(connection: Connection) -> Iterator[Breach]:
    """Compare `unit_now` with the newest facts and the endings."""
    newest = (
        select(UNIT_FACTS.c.unit_code, func.max(UNIT_FACTS.c.n).label("n"))
        .group_by(UNIT_FACTS.c.unit_code)
        .subquery()
    )
    same = exists().where(UNIT_NOW.c.code == newest.c.unit_code, UNIT_NOW.c.n == newest.c.n)
    yield from breaches(
        connection, select(newest.c.unit_code, newest.c.n).where(~same), "unit_now: facts"
    )
    ended = exists().where(UNIT_ENDINGS.c.unit_code == UNIT_NOW.c.code)
    odd = select(UNIT_NOW.c.code, UNIT_NOW.c.ended_at).where(
        (UNIT_NOW.c.ended_at.is_(None)) == ended
    )
    yield from breaches(connection, odd, "unit_now: endings")


def slots_belong_to_open_cases(connection: Connection) -> Iterator[Breach]:
    """Compare `unit_slots` with the units of the newest application of each open case."""
    newest = (
        select(APPLICATIONS.c.case_id, func.max(APPLICATIONS.c.n).label("n"))
        .join(CASE_NOW, CASE_NOW.c.case_id == APPLICATIONS.c.case_id)
        .where(CASE_NOW.c.state.in_(OPEN))
        .group_by(APPLICATIONS.c.case_id)
        .subquery()
    )
    asked = (
        select(CASE_UNITS.c.case_id, CASE_UNITS.c.unit_code)
        .join(
            newest,
            and_(newest.c.case_id == CASE_UNITS.c.case_id, newest.c.n == CASE_UNITS.c.n),
        )
        .distinct()
    )
    kept = select(UNIT_SLOTS.c.case_id, UNIT_SLOTS.c.unit_code)
    yield from breaches(connection, asked.except_(kept), "unit_slots: missing")
    yield from breaches(connection, kept.except_(asked), "unit_slots: left over")


def sheets_lie_where_they_moved(connection: Connection) -> Iterator[Breach]:
    """Compare `sheet_now` with the last move of each sheet, and the chain of moves."""
    query = _last(STOCK_MOVES, "serial", SHEET_NOW, {"to_place": "place", "kind": "kind"})
    yield from breaches(connection, query, "sheet_now")
    earlier = STOCK_MOVES.alias("earlier")
    follows = and_(
        earlier.c.serial == STOCK_MOVES.c.serial,
        earlier.c.n == STOCK_MOVES.c.n - 1,
        earlier.c.to_place == STOCK_MOVES.c.from_place,
    )
    broken = select(STOCK_MOVES.c.serial, STOCK_MOVES.c.n).where(
        STOCK_MOVES.c.n > 1, ~exists().where(follows)
    )
    yield from breaches(connection, broken, "stock_moves")


def jobs_stand_where_their_events_say(connection: Connection) -> Iterator[Breach]:
    """Compare `print_job_now` with the last event, and each used sheet with one job."""
    query = _last(PRINT_JOB_EVENTS, "job_id", PRINT_JOB_NOW, {"state": "state"})
    yield from breaches(connection, query, "print_job_now")
    job = and_(PRINT_JOB_NOW.c.serial == SHEET_NOW.c.serial, PRINT_JOB_NOW.c.state.in_(IN_USE))
    orphans = select(SHEET_NOW.c.serial, SHEET_NOW.c.place).where(
        SHEET_NOW.c.place.in_(("PRINTED", "ISSUED")), ~exists().where(job)
    )
    yield from breaches(connection, orphans, "a written sheet without a job")
    printing = and_(
        PRINT_JOB_NOW.c.serial == SHEET_NOW.c.serial, PRINT_JOB_NOW.c.state.in_(UNDER_WAY)
    )
    astray = select(SHEET_NOW.c.serial, SHEET_NOW.c.place).where(
        or_(
            and_(SHEET_NOW.c.place == "PRINTING", ~exists().where(printing)),
            and_(SHEET_NOW.c.place != "PRINTING", exists().where(printing)),
        )
    )
    yield from breaches(connection, astray, "a sheet in the printer has its job under way")
    twice = (
        select(PRINT_JOBS.c.certificate_id, func.count())
        .join(PRINT_JOB_NOW, PRINT_JOB_NOW.c.job_id == PRINT_JOBS.c.id)
        .where(PRINT_JOB_NOW.c.state.in_(IN_USE))
        .group_by(PRINT_JOBS.c.certificate_id)
        .having(func.count() > 1)
    )
    yield from breaches(connection, twice, "one sheet a certificate")


def numbers_have_no_gaps(connection: Connection) -> Iterator[Breach]:
    """Hold case, certificate and proof numbers of each year against their counters."""
    cases = select(
        func.min(CASE_NUMBERS.c.no), func.max(CASE_NUMBERS.c.no), func.count(), CASE_NUMBERS.c.year
    ).group_by(CASE_NUMBERS.c.year)
    for low, high, many, year in connection.execute(cases):
        yield from _gap(connection, "case", year, (low, high, many))
    papers = select(
        CERTIFICATES.c.kind,
        func.min(CERTIFICATES.c.no),
        func.max(CERTIFICATES.c.no),
        func.count(),
        CERTIFICATES.c.year,
    ).group_by(CERTIFICATES.c.kind, CERTIFICATES.c.year)
    for kind, low, high, many, year in connection.execute(papers):
        yield from _gap(connection, str(kind), year, (low, high, many))


def _gap(
    connection: Connection, series: str, year: int, found: tuple[int, int, int]
) -> Iterator[Breach]:
    low, high, many = found
    last = connection.scalar(
        select(COUNTERS.c.last).where(COUNTERS.c.series == series, COUNTERS.c.period == str(year))
    )
    if many != high - low + 1 or last != high:
        detail = f"{many} numbers from {low} to {high}, counter at {last}"
        yield Breach("numbers without gaps", f"{series} {year}", detail)


def nothing_is_paid_twice(connection: Connection) -> Iterator[Breach]:
    """Find cases where payments and exemptions exceed what was charged."""
    settled = (
        select(PAYMENTS.c.case_id, PAYMENTS.c.what, PAYMENTS.c.amount)
        .union_all(select(EXEMPTIONS.c.case_id, EXEMPTIONS.c.what, EXEMPTIONS.c.amount))
        .subquery()
    )
    paid = (
        select(settled.c.case_id, settled.c.what, func.sum(settled.c.amount).label("amount"))
        .group_by(settled.c.case_id, settled.c.what)
        .subquery()
    )
    charged = (
        select(
            CHARGES.c.case_id, CHARGES.c.n, CHARGES.c.what, func.sum(CHARGES.c.amount).label("a")
        )
        .group_by(CHARGES.c.case_id, CHARGES.c.n, CHARGES.c.what)
        .subquery()
    )
    most = (
        select(charged.c.case_id, charged.c.what, func.max(charged.c.a).label("amount"))
        .group_by(charged.c.case_id, charged.c.what)
        .subquery()
    )
    over = (
        select(paid.c.case_id, paid.c.what, paid.c.amount)
        .outerjoin(most, and_(most.c.case_id == paid.c.case_id, most.c.what == paid.c.what))
        .where(paid.c.amount > func.coalesce(most.c.amount, 0))
    )
    yield from breaches(connection, over, "paid at most what was charged")


def no_more_goes_back_than_was_paid(connection: Connection) -> Iterator[Breach]:
    """Hold the refunds of each case against its payments, its end, and who took the money."""
    paid = (
        select(PAYMENTS.c.case_id, PAYMENTS.c.what, func.sum(PAYMENTS.c.amount).label("amount"))
        .group_by(PAYMENTS.c.case_id, PAYMENTS.c.what)
        .subquery()
    )
    over = (
        select(REFUNDS.c.case_id, REFUNDS.c.what, func.sum(REFUNDS.c.amount), paid.c.amount)
        .outerjoin(paid, and_(paid.c.case_id == REFUNDS.c.case_id, paid.c.what == REFUNDS.c.what))
        .group_by(REFUNDS.c.case_id, REFUNDS.c.what, paid.c.amount)
        .having(func.sum(REFUNDS.c.amount) > func.coalesce(paid.c.amount, 0))
    )
    yield from breaches(connection, over, "refunded at most what was paid")
    ended = exists().where(
        CASE_NOW.c.case_id == REFUNDS.c.case_id, CASE_NOW.c.state.in_(("withdrawn", "refused"))
    )
    early = select(REFUNDS.c.case_id, REFUNDS.c.amount).where(~ended)
    yield from breaches(connection, early, "refunded only where nothing was entered")
    taker = exists().where(
        PAYMENTS.c.case_id == REFUNDS.c.case_id,
        PAYMENTS.c.what == REFUNDS.c.what,
        PAYMENTS.c.actor == REFUNDS.c.actor,
        PAYMENTS.c.amount > 0,
    )
    alone = select(REFUNDS.c.case_id, REFUNDS.c.actor).where(taker)
    yield from breaches(connection, alone, "refunded by another than who took the money")


def bundles_are_entered_together(connection: Connection) -> Iterator[Breach]:
    """Find cases of a bundle that were entered before, or at another moment than, one ahead."""
    own, ahead = BUNDLE_CASES.alias("own"), BUNDLE_CASES.alias("ahead")
    entered, before = CASE_NOW.alias("entered"), CASE_NOW.alias("before")
    apart = (
        select(own.c.bundle_id, own.c.case_id, ahead.c.case_id)
        .join_from(
            own,
            ahead,
            and_(ahead.c.bundle_id == own.c.bundle_id, ahead.c.place < own.c.place),
        )
        .join(entered, entered.c.case_id == own.c.case_id)
        .join(before, before.c.case_id == ahead.c.case_id)
        .where(
            entered.c.registered_at.is_not(None),
            before.c.registered_at.is_distinct_from(entered.c.registered_at),
        )
    )
    yield from breaches(connection, apart, "bundles are entered together")


def parcels_go_step_by_step(connection: Connection) -> Iterator[Breach]:
    """Find parcels that left out a step, and those that went out without a hand-over."""
    own, before = DISPATCHES.alias("own"), DISPATCHES.alias("before")
    came_from = func.coalesce(before.c.step, "")
    moves = select(own.c.case_id, own.c.n, came_from, own.c.step).outerjoin_from(
        own, before, and_(before.c.case_id == own.c.case_id, before.c.n == own.c.n - 1)
    )
    for case_id, n, start, end in connection.execute(moves):
        if (start, end) not in PARCEL_STEPS or (n > 1 and not start):
            yield Breach("parcels go step by step", str(case_id), f"{n}, {start}, {end}")
    handed = exists().where(HANDOVERS.c.case_id == own.c.case_id, HANDOVERS.c.method == "express")
    alone = select(own.c.case_id, own.c.waybill).where(own.c.step == "collected", ~handed)
    yield from breaches(connection, alone, "parcels are handed over by their issue")


def the_file_is_sound(connection: Connection) -> Iterator[Breach]:
    """Let SQLite check its pages and foreign keys; PostgreSQL enforces them at every commit."""
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield Breach("integrity_check", "", str(line))
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Breach("foreign_key_check", str(row[0]), f"row {row[1]} lacks its {row[2]}")


CHECKS: tuple[Check, ...] = (
    cases_stand_where_their_events_say,
    rights_live_until_closed,
    one_live_ownership_a_unit,
    shares_sum_to_one,
    units_stand_as_their_facts_say,
    slots_belong_to_open_cases,
    sheets_lie_where_they_moved,
    jobs_stand_where_their_events_say,
    numbers_have_no_gaps,
    nothing_is_paid_twice,
    no_more_goes_back_than_was_paid,
    bundles_are_entered_together,
    receipts_lie_in_blocks,
    numbers_of_receipts_end_once,
    parcels_go_step_by_step,
    pages_are_listed,
    pages_are_what_was_photographed,
    the_file_is_sound,
)
