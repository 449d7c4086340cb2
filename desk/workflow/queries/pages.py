"""The photographed pages of a case: their list with thumbnails, and each content by itself.

The list is one query and small, so that it is there at once with hundreds of pages; the content
of a page is fetched when it is shown, and compared with its name each time.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Select, and_, bindparam, exists, func, select

from db.tables.cases import CASE_NOW
from db.tables.pages import CASE_PAGES, PAGES
from desk.workflow.act import Row
from desk.workflow.errors import Code, refuse
from desk.workflow.reader import Reader
from desk.workflow.services.pages import line_of

_CASE: BindParameter[Any] = bindparam("case")
_LIST: Select[Any] = (
    select(CASE_PAGES, CASE_NOW.c.item_code, PAGES.c.size, PAGES.c.thumbnail)
    .join_from(CASE_PAGES, CASE_NOW, CASE_NOW.c.case_id == CASE_PAGES.c.case_id)
    .join(PAGES, PAGES.c.sha256 == CASE_PAGES.c.sha256, isouter=True)
    .where(CASE_PAGES.c.case_id == _CASE)
    .order_by(CASE_PAGES.c.n)
)
_CONTENT = select(PAGES.c.content).where(PAGES.c.sha256 == bindparam("sha256"))
_IS_UP = exists().where(PAGES.c.sha256 == CASE_PAGES.c.sha256)
_CASES: BindParameter[Any] = bindparam("cases", expanding=True)
_MISSING = select(CASE_PAGES.c.sha256).where(CASE_PAGES.c.case_id.in_(_CASES), ~_IS_UP).distinct()
_COUNTS = (
    select(
        CASE_PAGES.c.case_id,
        func.count().label("listed"),
        func.count(PAGES.c.sha256).label("up"),
    )
    .join_from(CASE_PAGES, PAGES, and_(PAGES.c.sha256 == CASE_PAGES.c.sha256), isouter=True)
    .where(CASE_PAGES.c.case_id.in_(_CASES))
    .group_by(CASE_PAGES.c.case_id)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """A page of a case; without a thumbnail it has not come up from its window yet."""

    number: int  # in the case, from 1, as it is shown
    material: str
    of_material: int  # the how-manieth of its paper, from 1
    sha256: str
    source: str
    original_seen: bool
    at: datetime
    by: str
    size: int | None
    thumbnail: bytes | None

    @property
    def is_up(self) -> bool:
        """Tell whether its content can be fetched."""
        return self.size is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """How many of the pages that a case lists are in the database."""

    up: int
    listed: int


def pages_of(reader: Reader, case_id: UUID) -> tuple[CasePage, ...]:
    """Return the pages of a case in the order of its list of papers, with thumbnails."""
    rows = reader.rows(_LIST, {"case": case_id})
    if not rows:
        return ()
    item = reader.setting.catalogue.items[rows[0]["item_code"]]
    ordered = sorted(rows, key=lambda row: (line_of(item, row["material"]), row["n"]))
    counts: dict[str, int] = {}
    return tuple(_page(row, number, counts) for number, row in enumerate(ordered, start=1))


def content_of(reader: Reader, page: CasePage) -> bytes:
    """Return the content of a page; D-PAGE where it is not up yet or no longer what it was."""
    content: bytes | None = reader.connection.execute(_CONTENT, {"sha256": page.sha256}).scalar()
    if content is None:
        raise refuse(Code.PAGE, variant="away", page=page.number)
    if hashlib.sha256(content).hexdigest() != page.sha256:
        raise refuse(Code.PAGE, variant="damaged", page=page.number)
    return content


def missing_contents(reader: Reader, cases: Iterable[UUID]) -> frozenset[str]:
    """Return the names of pages that these cases list and whose contents are not up yet."""
    found = reader.connection.execute(_MISSING, {"cases": list(cases)}).scalars()
    return frozenset(found)


def uploads_of(reader: Reader, cases: Iterable[UUID]) -> dict[UUID, Upload]:
    """Return how far the pages of these cases are up; a case that lists none is left out."""
    rows = reader.rows(_COUNTS, {"cases": list(cases)})
    return {row["case_id"]: Upload(up=row["up"], listed=row["listed"]) for row in rows}


def _page(row: Row, number: int, counts: dict[str, int]) -> CasePage:
    counts[row["material"]] = counts.get(row["material"], 0) + 1
    return CasePage(
        number=number,
        material=row["material"],
        of_material=counts[row["material"]],
        sha256=row["sha256"],
        source=row["source"],
        original_seen=row["original_seen"],
        at=row["at"],
        by=row["actor"],
        size=row["size"],
        thumbnail=row["thumbnail"],
    )
