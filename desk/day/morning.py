"""What a day file says of the morning, as the founding of a centre takes it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from fractions import Fraction
from typing import Any

from desk.day.file import SHANGHAI, Day
from desk.day.references import BEGINNINGS, plain_code
from desk.workflow.application import Party, Person
from desk.workflow.founding import CentreSpec, RightSpec, StaffSpec, StockSpec, UnitSpec
from desk.workflow.joining import Morning
from forms.checks.area import parse_area

PARCEL_LENGTH = 19
_AREAS = ("land_area", "floor_area", "inner_area", "shared_area")
_AS_WRITTEN = ("location", "usage", "land_right_nature", "structure", "floor", "floors", "built")


def morning_of(day: Day) -> Morning:
    """Return the centre, people, sheets, units and rights of a day."""
    parts = day.parts
    return Morning(
        centre=centre_of(day),
        staff=[
            StaffSpec(
                login=row["login"],
                name=row["name"],
                roles=tuple(row["roles"]),
                window=row.get("window"),
            )
            for row in parts["staff"]
        ],
        stock=[StockSpec(**row) for row in parts["stock"]],
        units=[_unit(row) for row in parts["units"]],
        rights=[_right(row) for row in parts["rights"]],
        cases=list(
            dict.fromkeys(e.case for e in day.events if e.do in BEGINNINGS and e.case is not None)
        ),
        at=datetime.combine(day.date, time(), SHANGHAI).astimezone(UTC),
    )


def centre_of(day: Day) -> CentreSpec:
    """Return the centre of a day, with the last numbers used this year."""
    row = day.parts["centre"]
    numbers = {"certificate": 0, "proof": 0, "case": 0} | row.get("numbers", {})
    return CentreSpec(
        name=row["name"],
        authority=row["authority"],
        short=row["short"],
        area_name=row["area_name"],
        area_codes=tuple(row["area_codes"]),
        windows=row["windows"],
        year=day.date.year,
        numbers=numbers,
    )


def person_of(row: Mapping[str, Any]) -> Person:
    """Return a person as written in the file."""
    return Person(**_with_share(row))


def party_of(row: Mapping[str, Any]) -> Party:
    """Return a person with the part played in an application."""
    return Party(**_with_share(row))


def _with_share(row: Mapping[str, Any]) -> dict[str, Any]:
    share = row.get("share")
    return {**row, "share": None if share is None else Fraction(share)}


def _unit(row: Mapping[str, Any]) -> UnitSpec:
    code = plain_code(row["code"])
    term = row.get("land_term_to")
    rest: dict[str, Any] = {key: row[key] for key in _AS_WRITTEN if key in row}
    rest |= {key: parse_area(row[key]) for key in _AREAS if key in row}
    return UnitSpec(
        code=code,
        kind=row["kind"],
        parcel=row.get("parcel", code[:PARCEL_LENGTH]),
        land_term_to=None if term is None else date.fromisoformat(term),
        locked=row.get("locked"),
        **rest,
    )


def _right(row: Mapping[str, Any]) -> RightSpec:
    return RightSpec(
        name=row["id"],
        unit=plain_code(row["unit"]),
        type=row["type"],
        holders=tuple(person_of(holder) for holder in row["holders"]),
        co_ownership=row.get("co_ownership"),
        certificate_no=row.get("certificate_no"),
        registered_at=datetime.fromisoformat(row["registered_at"]),
        fields=row.get("fields", {}),
    )
