"""Parcels that somebody has to do something about: to send, on their way, come back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, func, select

from db.tables.cases import APPLICATIONS, CASE_NOW
from db.tables.dispatches import DISPATCHES
from desk.workflow.application import Application, Delivery, Party
from desk.workflow.delivery import EXPRESS, takers
from desk.workflow.kept import read_kept
from desk.workflow.queries.case_rows import CaseRow, case_rows
from desk.workflow.reader import Reader
from desk.workflow.services.dispatch import COLLECTED, LABELLED, RETURNED, Parcel, read_parcel
from desk.workflow.stages import ISSUED, PRINTED

TO_SEND = ""
_ORDER = (RETURNED, TO_SEND, LABELLED, COLLECTED)
_CASE: BindParameter[Any] = bindparam("case")
_LATER = APPLICATIONS.alias("later")
_NEWEST = (
    select(func.max(_LATER.c.n)).where(_LATER.c.case_id == APPLICATIONS.c.case_id).scalar_subquery()
)
_ASKED = (
    select(APPLICATIONS.c.case_id, APPLICATIONS.c.delivery)
    .join_from(APPLICATIONS, CASE_NOW, CASE_NOW.c.case_id == APPLICATIONS.c.case_id)
    .where(
        CASE_NOW.c.state == PRINTED,
        APPLICATIONS.c.delivery.is_not(None),
        APPLICATIONS.c.n == _NEWEST,
    )
)
_STEPS = DISPATCHES.alias("steps")
_LAST = select(func.max(_STEPS.c.n)).where(_STEPS.c.case_id == DISPATCHES.c.case_id)
_UNDER_WAY = select(DISPATCHES.c.case_id).where(
    DISPATCHES.c.n == _LAST.scalar_subquery(),
    DISPATCHES.c.step.in_((LABELLED, COLLECTED, RETURNED)),
)
_WAS_SENT = select(DISPATCHES.c.n).where(
    and_(DISPATCHES.c.case_id == _CASE, DISPATCHES.c.step == COLLECTED)
)
_STEP = select(DISPATCHES.c.at, DISPATCHES.c.note).where(
    DISPATCHES.c.case_id == _CASE, DISPATCHES.c.n == bindparam("n")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelRow:
    """A parcel in the list: its case, how far it is since when, and who may get it."""

    case: CaseRow
    step: str
    waybill: str
    wanted: Delivery
    note: str
    since: datetime | None
    takers: tuple[Party, ...]

    @property
    def is_issued(self) -> bool:
        """Tell whether the papers left the house before: the clock of the case is stopped."""
        return self.case.state == ISSUED


def parcels(reader: Reader, now: datetime) -> tuple[ParcelRow, ...]:
    """Return what came back first, then what is to be sent, then what is on its way."""
    asked = [row["case_id"] for row in reader.rows(_ASKED) if row["delivery"]["way"] == EXPRESS]
    under_way = [row["case_id"] for row in reader.rows(_UNDER_WAY)]
    cases = case_rows(reader, list(dict.fromkeys((*asked, *under_way))), now)
    rows = [_row(reader, one, now) for one in cases]
    there = [row for row in rows if row is not None]
    return tuple(sorted(there, key=lambda row: _ORDER.index(row.step)))


def _row(reader: Reader, row: CaseRow, now: datetime) -> ParcelRow | None:
    act = reader.as_act(now)
    standing = reader.case(row.case_id)
    if standing is None:
        return None
    parcel = read_parcel(act, row.case_id)
    if row.state == ISSUED and not reader.rows(_WAS_SENT, {"case": row.case_id}):
        return None  # its label was printed, but the papers were fetched at the counter
    application = read_kept(act, standing).application
    steps = reader.rows(_STEP, {"case": row.case_id, "n": parcel.n})
    return ParcelRow(
        case=row,
        step=parcel.step,
        waybill=parcel.waybill or "",
        wanted=_wanted(application, parcel),
        note=steps[0]["note"] if steps else "",
        since=steps[0]["at"] if steps else None,
        takers=takers(application),
    )


def _wanted(application: Application, parcel: Parcel) -> Delivery:
    if parcel.step or application.delivery is None:
        return Delivery(
            way=EXPRESS, receiver=parcel.receiver, phone=parcel.phone, address=parcel.address
        )
    return application.delivery
