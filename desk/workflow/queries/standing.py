"""Whether a certificate or proof still holds: in force, ended with its right, taken back, void."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, and_, bindparam, select, union

from db.tables.cases import CASE_EVENTS, CASE_NUMBERS
from db.tables.papers import CERTIFICATE_ENDINGS, CERTIFICATE_RIGHTS, CERTIFICATES
from db.tables.people import STAFF
from db.tables.register import CLOSINGS, HOLDERS, RIGHT_NOW, RIGHTS
from desk.workflow.act import Row
from desk.workflow.kept import case_no
from desk.workflow.reader import Reader
from desk.workflow.stages import EVENTS


class Standing(StrEnum):
    """What became of a certificate."""

    IN_FORCE = "in_force"
    CLOSED = "closed"  # its right was closed, and the paper did not come back
    TAKEN_BACK = "taken_back"
    VOID = "void"  # lost, and declared void


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateStanding:
    """One number: who holds by it, what became of it, by which case and whom, what replaced it."""

    number: str
    standing: Standing
    holders: tuple[str, ...]
    units: tuple[str, ...]
    since: datetime | None = None
    by_case: str | None = None
    by: str = ""
    replaced_by: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether the paper still proves its right."""
        return self.standing is Standing.IN_FORCE


_NUMBER: BindParameter[Any] = bindparam("number")
_RIGHTS_IN: BindParameter[Any] = bindparam("rights", expanding=True)
_PROVED = union(
    select(CERTIFICATE_RIGHTS.c.right_id)
    .join(CERTIFICATES, CERTIFICATES.c.id == CERTIFICATE_RIGHTS.c.certificate_id)
    .where(CERTIFICATES.c.number == _NUMBER),
    select(RIGHTS.c.id).where(RIGHTS.c.old_number == _NUMBER),
).subquery()
_RIGHTS = (
    select(RIGHTS.c.id, RIGHTS.c.unit_code, RIGHT_NOW.c.right_id.label("live"))
    .join_from(RIGHTS, RIGHT_NOW, RIGHT_NOW.c.right_id == RIGHTS.c.id, isouter=True)
    .where(RIGHTS.c.id.in_(select(_PROVED.c.right_id)))
    .order_by(RIGHTS.c.unit_code, RIGHTS.c.n)
)
_HOLDERS = select(HOLDERS.c.name).where(HOLDERS.c.right_id.in_(_RIGHTS_IN)).order_by(HOLDERS.c.ord)
_ENTERED = and_(
    CASE_EVENTS.c.case_id == CERTIFICATE_ENDINGS.c.case_id,
    CASE_EVENTS.c.kind == EVENTS["register"],
)
_ENDING = (
    select(
        CERTIFICATE_ENDINGS.c.how,
        CERTIFICATE_ENDINGS.c.at,
        CERTIFICATE_ENDINGS.c.case_id,
        CASE_NUMBERS.c.year,
        CASE_NUMBERS.c.no,
        STAFF.c.name.label("person"),
    )
    .join_from(
        CERTIFICATE_ENDINGS,
        CASE_NUMBERS,
        CASE_NUMBERS.c.case_id == CERTIFICATE_ENDINGS.c.case_id,
        isouter=True,
    )
    .join(CASE_EVENTS, _ENTERED, isouter=True)
    .join(STAFF, STAFF.c.login == CASE_EVENTS.c.actor, isouter=True)
    .where(CERTIFICATE_ENDINGS.c.number == _NUMBER)
)
_CLOSING = (
    select(
        CLOSINGS.c.at,
        CLOSINGS.c.case_id,
        CASE_NUMBERS.c.year,
        CASE_NUMBERS.c.no,
        STAFF.c.name.label("person"),
    )
    .join_from(CLOSINGS, CASE_NUMBERS, CASE_NUMBERS.c.case_id == CLOSINGS.c.case_id, isouter=True)
    .join(STAFF, STAFF.c.login == CLOSINGS.c.actor, isouter=True)
    .where(CLOSINGS.c.right_id.in_(_RIGHTS_IN))
    .order_by(CLOSINGS.c.at.desc())
    .limit(1)
)
_NEW = (
    select(CERTIFICATES.c.number)
    .join(RIGHTS, RIGHTS.c.id == CERTIFICATES.c.right_id)
    .where(
        CERTIFICATES.c.case_id == bindparam("case"),
        RIGHTS.c.unit_code.in_(bindparam("units", expanding=True)),
    )
    .order_by(CERTIFICATES.c.kind, CERTIFICATES.c.no)
)


def standing_of(reader: Reader, number: str) -> CertificateStanding | None:
    """Return what became of a number; nothing where this register never had it."""
    rights = reader.rows(_RIGHTS, {"number": number})
    if not rights:
        return None
    ids = {"rights": [row["id"] for row in rights]}
    units = tuple(dict.fromkeys(row["unit_code"] for row in rights))
    names = tuple(dict.fromkeys(row["name"] for row in reader.rows(_HOLDERS, ids)))
    standing, end = _end(reader, number, rights, ids)
    found = CertificateStanding(number=number, standing=standing, holders=names, units=units)
    if end is None:
        return found
    return replace(
        found,
        since=end["at"],
        by_case=case_no(end["year"], end["no"]),
        by=end["person"] or "",
        replaced_by=_replaced_by(reader, end["case_id"], units),
    )


def _end(
    reader: Reader, number: str, rights: Sequence[Row], ids: dict[str, list[UUID]]
) -> tuple[Standing, Row | None]:
    ended = reader.rows(_ENDING, {"number": number})
    if ended:
        return Standing(ended[0]["how"]), ended[0]
    if any(row["live"] for row in rights):
        return Standing.IN_FORCE, None
    return Standing.CLOSED, next(iter(reader.rows(_CLOSING, ids)), None)


def _replaced_by(reader: Reader, case_id: UUID, units: Sequence[str]) -> tuple[str, ...]:
    return tuple(row["number"] for row in reader.rows(_NEW, {"case": case_id, "units": units}))
