"""Cases by where they stand: what waits for entry, for paper, for the counter."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, exists, select

from db.tables.cases import CASE_NOW
from db.tables.papers import CERTIFICATES, PRINT_JOB_NOW, WRITTEN
from desk.workflow.queries.case_rows import CaseRow, case_rows
from desk.workflow.reader import Reader
from desk.workflow.stages import REGISTERED

_IN_STATE = (
    select(CASE_NOW.c.case_id)
    .where(CASE_NOW.c.state.in_(bindparam("states", expanding=True)))
    .order_by(CASE_NOW.c.due_at, CASE_NOW.c.accepted_at, CASE_NOW.c.case_id)
)
_TO_PRINT = (
    select(CASE_NOW.c.case_id)
    .where(
        CASE_NOW.c.state == REGISTERED,
        exists().where(
            CERTIFICATES.c.case_id == CASE_NOW.c.case_id,
            ~exists().where(
                PRINT_JOB_NOW.c.certificate_id == CERTIFICATES.c.id,
                PRINT_JOB_NOW.c.state.in_(WRITTEN),
            ),
        ),
    )
    .order_by(CASE_NOW.c.due_at, CASE_NOW.c.accepted_at, CASE_NOW.c.case_id)
)


def in_state(reader: Reader, states: Sequence[str], now: datetime) -> list[CaseRow]:
    """Return the cases that stand in one of these stages, most urgent first."""
    found = reader.connection.execute(_IN_STATE, {"states": list(states)}).scalars()
    return case_rows(reader, list(found), now)


def to_print(reader: Reader, now: datetime) -> list[CaseRow]:
    """Return the registered cases with a certificate or proof that is on no sheet yet."""
    return case_rows(reader, list(reader.connection.execute(_TO_PRINT).scalars()), now)
