"""What the counter took in and gave back of the registration fee."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, select

from db.tables.cases import CASE_NOW
from db.tables.money import PAYMENTS, REFUNDS
from desk.workflow.reader import Reader
from desk.workflow.stages import UNENTERED

_WITHIN: tuple[BindParameter[Any], BindParameter[Any]] = (bindparam("since"), bindparam("until"))
_PAID = select(func.sum(PAYMENTS.c.amount)).where(
    PAYMENTS.c.what == "fee", PAYMENTS.c.at.between(*_WITHIN)
)
_REFUNDED = select(func.sum(REFUNDS.c.amount)).where(REFUNDS.c.at.between(*_WITHIN))
_BACK = (
    select(func.sum(REFUNDS.c.amount))
    .join_from(REFUNDS, CASE_NOW, CASE_NOW.c.case_id == REFUNDS.c.case_id)
    .where(CASE_NOW.c.state.in_(sorted(UNENTERED)))
)
_TAKEN = (
    select(func.sum(PAYMENTS.c.amount))
    .join_from(PAYMENTS, CASE_NOW, CASE_NOW.c.case_id == PAYMENTS.c.case_id)
    .where(PAYMENTS.c.what == "fee", CASE_NOW.c.state.in_(sorted(UNENTERED)))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Takings:
    """The fee of a period in 分: paid, given back; and what is owed back by now in all."""

    fee_paid: int
    fee_refunded: int
    fee_owed_back: int


def takings(reader: Reader, since: datetime, until: datetime) -> Takings:
    """Return what was taken and given back in a period, both ends included."""
    span = {"since": since, "until": until}

    def total(statement: Any, values: dict[str, datetime]) -> int:
        return int(reader.connection.execute(statement, values).scalar() or 0)

    return Takings(
        fee_paid=total(_PAID, span),
        fee_refunded=total(_REFUNDED, span),
        fee_owed_back=total(_TAKEN, {}) - total(_BACK, {}),
    )
