"""Papers that were given out, byte for byte as they were printed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from db.tables.papers import PAPERS
from desk.workflow.reader import Reader

_PAPER = select(PAPERS).where(PAPERS.c.id == bindparam("paper"))
_LISTED = (PAPERS.c.id, PAPERS.c.kind, PAPERS.c.serial, PAPERS.c.sha256, PAPERS.c.at)
_OF_CASE = (
    select(*_LISTED).where(PAPERS.c.case_id == bindparam("case")).order_by(PAPERS.c.at, PAPERS.c.id)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A paper in a list."""

    id: UUID
    kind: str
    serial: str | None
    sha256: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """A paper with its PDF and the values that were written on it."""

    row: PaperRow
    values: dict[str, Any]
    content: bytes


def paper(reader: Reader, paper_id: UUID) -> PaperView | None:
    """Return one paper, nothing where there is none."""
    rows = reader.rows(_PAPER, {"paper": paper_id})
    if not rows:
        return None
    found = rows[0]
    row = PaperRow(**{column.name: found[column.name] for column in _LISTED})
    return PaperView(row=row, values=found["values"], content=found["content"])


def papers_of(reader: Reader, case_id: UUID) -> list[PaperRow]:
    """Return the papers of a case in the order in which they were written."""
    return [PaperRow(**row) for row in reader.rows(_OF_CASE, {"case": case_id})]
