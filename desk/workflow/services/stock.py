"""证纸: the book of numbered sheets; each sheet is in one place, each act has its person."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select

from db.ids import new_id
from db.tables.papers import SHEET_NOW, STOCK_MOVES
from db.tables.stock import STOCK_ACTS, STOCK_COUNTS
from desk.workflow.act import Act, Row
from desk.workflow.answers import CountAnswer, StockAnswer, Touched
from desk.workflow.colleagues import is_on_duty
from desk.workflow.errors import Code, DeskError, Finding, Level, refuse
from desk.workflow.services.certificates import move
from desk.workflow.sheets import (
    DESTROYED,
    LOST,
    MOST_SHEETS,
    SPOILT,
    VAULT,
    is_serial,
    place_of,
    ranges,
    serials,
    told,
)
from desk.workflow.stock_commands import (
    CountSheets,
    DestroySheets,
    EndSheets,
    HandOutSheets,
    LoseSheets,
    ReceiveSheets,
    ReturnSheets,
    SheetRange,
    SpoilSheets,
)

_IN_RANGE = (
    select(SHEET_NOW)
    .where(SHEET_NOW.c.serial.between(bindparam("first"), bindparam("last")))
    .order_by(SHEET_NOW.c.serial)
    .with_for_update()
)
LYING = (
    select(SHEET_NOW.c.serial)
    .where(SHEET_NOW.c.place == bindparam("at_place"), SHEET_NOW.c.kind == bindparam("of_kind"))
    .order_by(SHEET_NOW.c.serial)
)
"""The serials of one kind of sheet at one place, in order."""
_COUNTS = select(func.max(STOCK_COUNTS.c.n)).where(
    STOCK_COUNTS.c.day == bindparam("of_day"),
    STOCK_COUNTS.c.place == bindparam("at_place"),
    STOCK_COUNTS.c.sheet_kind == bindparam("of_kind"),
)


def receive_sheets(act: Act, command: ReceiveSheets) -> StockAnswer:
    """Take a delivery into the vault; none of its numbers may have been here before."""
    act.require_role("receive_sheets")
    wanted = _wanted(command)
    known = [row["serial"] for row in _in_range(act, command)]
    if known:
        raise refuse(Code.STOCK, at="first", variant="known", serials=told(known))
    noted = _note(act, command, "received", None, VAULT, batch=command.batch)
    first = {"n": 1, "kind": command.paper, "from_n": None, "from_place": None, "to_place": VAULT}
    rest = {"job_id": None, "reason": "", "act_id": noted, **act.stamp}
    act.write(insert(STOCK_MOVES), ({"serial": serial, **first, **rest} for serial in wanted))
    return _answer(act, wanted, VAULT)


def hand_out_sheets(act: Act, command: HandOutSheets) -> StockAnswer:
    """Hand sheets of the vault to a window."""
    act.require_role("hand_out_sheets")
    if not 1 <= command.window <= act.setting.windows:
        raise refuse(Code.UNKNOWN, at="window")
    return _carry(act, command, "handed_out", VAULT, place_of(command.window))


def return_sheets(act: Act, command: ReturnSheets) -> StockAnswer:
    """Take unused sheets of a window back into the vault."""
    act.require_role("return_sheets")
    return _carry(act, command, "returned", place_of(command.window), VAULT)


def spoil_sheets(act: Act, command: SpoilSheets) -> StockAnswer:
    """Void blank sheets; those that were written are voided with their case."""
    return _end(act, command, "spoilt", SPOILT)


def lose_sheets(act: Act, command: LoseSheets) -> StockAnswer:
    """Put down that blank sheets cannot be found."""
    return _end(act, command, "lost", LOST)


def destroy_sheets(act: Act, command: DestroySheets) -> StockAnswer:
    """Destroy spoilt sheets before a second person."""
    act.require_role("destroy_sheets")
    require_witness(act, command.reason, command.second)
    return _carry(
        act,
        command,
        "destroyed",
        SPOILT,
        DESTROYED,
        reason=command.reason,
        second=command.second,
    )


def count_sheets(act: Act, command: CountSheets) -> CountAnswer:
    """Keep what was counted, and name the difference to the book; two counts must agree."""
    act.require_role("count_sheets")
    if command.counted < 0 or command.counted != command.again:
        raise refuse(Code.STOCK, at="again", variant="count")
    place = place_of(command.window)
    at = {"at_place": place, "of_kind": command.paper}
    book = [row["serial"] for row in act.rows(LYING, at)]
    n = act.connection.execute(_COUNTS, {**at, "of_day": act.day}).scalar() or 0
    row = {
        "day": act.day,
        "place": place,
        "sheet_kind": command.paper,
        "n": n + 1,
        "counted": command.counted,
        "again": command.again,
        "book": len(book),
        **act.stamp,
    }
    act.write(insert(STOCK_COUNTS), [row])
    return CountAnswer(
        at=act.now,
        touched=(Touched.STOCK,),
        difference=command.counted - len(book),
        book=tuple(f"{first}–{last}" for first, last, _ in ranges(book)),
    )


def _end(act: Act, command: EndSheets, kind: str, place: str) -> StockAnswer:
    act.require_role(f"{'spoil' if kind == 'spoilt' else 'lose'}_sheets")
    require_witness(act, command.reason, command.second)
    return _carry(
        act,
        command,
        kind,
        place_of(command.window),
        place,
        reason=command.reason,
        second=command.second,
        evidence=command.evidence,
    )


def _carry(
    act: Act, command: SheetRange, kind: str, from_place: str, to_place: str, **more: Any
) -> StockAnswer:
    wanted = _wanted(command)
    found = {row["serial"]: row for row in _in_range(act, command)}
    astray = [
        serial
        for serial in wanted
        if serial not in found
        or found[serial]["place"] != from_place
        or found[serial]["kind"] != command.paper
    ]
    if astray:
        raise refuse(Code.STOCK, at="first", variant="elsewhere", serials=told(astray))
    noted = _note(act, command, kind, from_place, to_place, **more)
    reason = more.get("reason", "")
    act.write(
        insert(STOCK_MOVES),
        (move(act, found[serial], to_place, noted=noted, reason=reason) for serial in wanted),
    )
    return _answer(act, wanted, to_place)


def note_act(act: Act, **values: Any) -> UUID:
    """Write one line of the book of sheets and return its id."""
    noted = new_id()
    row = {"id": noted, "batch": "", "reason": "", "second": None, "evidence": {}}
    act.write(insert(STOCK_ACTS), [{**row, **values, **act.stamp}])
    return noted


def require_witness(act: Act, reason: str, second: str) -> None:
    """Refuse to take a sheet out of use without a reason and another person on duty."""
    missing = [
        Finding(code=Code.STOCK, level=Level.BLOCK, facts={"variant": name}, field=name)
        for name, is_there in (
            ("reason", bool(reason.strip())),
            ("second", second != act.actor and is_on_duty(act, second)),
        )
        if not is_there
    ]
    if missing:
        raise DeskError(tuple(missing))


def _note(
    act: Act,
    command: SheetRange,
    kind: str,
    from_place: str | None,
    to_place: str,
    **more: Any,
) -> UUID:
    return note_act(
        act,
        kind=kind,
        sheet_kind=command.paper,
        first=command.first,
        last=command.last,
        sheets=len(_wanted(command)),
        from_place=from_place,
        to_place=to_place,
        **more,
    )


def _wanted(command: SheetRange) -> Sequence[str]:
    wrong = [
        Finding(
            code=Code.STOCK,
            level=Level.BLOCK,
            facts={"variant": "serial", "serial": text},
            field=name,
        )
        for name, text in (("first", command.first), ("last", command.last))
        if not is_serial(command.paper, text)
    ]
    if wrong:
        raise DeskError(tuple(wrong))
    if command.first[:-11] != command.last[:-11] or command.first > command.last:
        raise refuse(Code.STOCK, at="last", variant="range")
    if int(command.last[-11:]) - int(command.first[-11:]) >= MOST_SHEETS:
        raise refuse(Code.STOCK, at="last", variant="many", most=MOST_SHEETS)
    return list(serials(command.first, command.last))


def _in_range(act: Act, command: SheetRange) -> list[Row]:
    return act.rows(_IN_RANGE, {"first": command.first, "last": command.last})


def _answer(act: Act, moved: Sequence[str], place: str) -> StockAnswer:
    return StockAnswer(at=act.now, touched=(Touched.STOCK,), sheets=len(moved), place=place)
