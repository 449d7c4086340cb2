"""The archive of a case at its end 归档: one PDF of all its papers and pages, and what lies in it.

Nothing is written to the database: the volume is made anew from what is kept there, and each page
and paper is hashed again on its way in.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from db.tables.cases import CASE_NOW, CASE_NUMBERS
from desk.workflow.clock import SHANGHAI
from desk.workflow.errors import Code, DeskError, Finding, Level, refuse
from desk.workflow.founding import midnight
from desk.workflow.letters import UNKNOWN, minute, unit_codes
from desk.workflow.queries.cases import CaseView, case
from desk.workflow.queries.pages import CasePage, content_of, pages_of
from desk.workflow.queries.papers import paper
from desk.workflow.reader import Reader
from desk.workflow.stages import ENDS, NOT_ACCEPTED
from forms.checks.dates import format_day_zh
from printing.layouts.archive_hashes import LAYOUT as HASHES
from printing.papers import PAPERS, render_paper
from printing.render import render
from printing.volume import Chapter, Leaf, bind
from printing.wording import holders_line

COVER, HASH_LIST, OFFICIAL, HANDED_IN = "封面、卷内目录", "卷内文件校验表", "登记文书", "申请材料"
KEPT_FOR = "永久"
_OF_DAY = (
    select(CASE_NOW.c.case_id)
    .join_from(CASE_NOW, CASE_NUMBERS, CASE_NUMBERS.c.case_id == CASE_NOW.c.case_id)
    .where(CASE_NOW.c.ended_at >= bindparam("since"), CASE_NOW.c.ended_at < bindparam("until"))
    .order_by(CASE_NUMBERS.c.year, CASE_NUMBERS.c.no)
)
Line = tuple[str, str, str, str, str, str]
"""Of a volume in the list: number, units, place, holders, certificates, their kinds."""
_HANDED_OUT = {"certificate": "不动产权证书", "proof": "不动产登记证明"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a volume lies, and who bound it."""

    box: str
    volume: int
    archivist: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A bound case, and its line in the list by which volumes are handed over."""

    case_no: str
    pdf: bytes
    sha256: str
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    """One thing in the volume: as the list of contents names it, with what is bound."""

    title: str
    form: str
    day: str
    note: str
    leaves: tuple[Leaf, ...]


def ended_on(reader: Reader, day: date) -> tuple[UUID, ...]:
    """Return the numbered cases that ended on a day of the centre, in the order of numbers."""
    span = {"since": midnight(day), "until": midnight(day + timedelta(days=1))}
    return tuple(reader.connection.execute(_OF_DAY, span).scalars())


def bound(reader: Reader, case_id: UUID, place: Place, now: datetime) -> Volume:
    """Bind a case; D-STAGE before its end, D-PAGE with every page that is not up yet."""
    view = case(reader, case_id, now)
    if view is None:
        raise refuse(Code.UNKNOWN, at="case")
    if view.row.state not in ENDS - {NOT_ACCEPTED} or view.row.case_no is None:
        raise refuse(Code.STAGE, stage=view.row.state)
    pages = pages_of(reader, case_id)
    _require_up(pages)
    official = tuple(_official(reader, view))
    handed_in = tuple(_handed_in(reader, view, pages))
    front = Leaf(title=COVER, pdf=_cover(reader, view, place, (*official, *handed_in), now))
    leaves = tuple(leaf for one in (*official, *handed_in) for leaf in one.leaves)
    hashes = Leaf(title=HASH_LIST, pdf=_hashes(reader, view, place, leaves, now))
    chapters = (
        Chapter(title=COVER, leaves=(front,)),
        Chapter(title=HASH_LIST, leaves=(hashes,)),
        Chapter(title=OFFICIAL, leaves=tuple(leaf for one in official for leaf in one.leaves)),
        *(
            Chapter(title=f"{HANDED_IN} {one.title}", leaves=one.leaves)
            for one in handed_in
            if one.leaves
        ),
    )
    pdf = bind(chapters)
    return Volume(
        case_no=view.row.case_no,
        pdf=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
        line=_line(view),
    )


def transfer_list(
    reader: Reader, lines: Sequence[Line], *, number: str, giver: str, now: datetime
) -> bytes:
    """Write the list by which volumes are handed over to the archive 档案移交清册."""
    values = {
        **_head(reader, number, now),
        "rows": [[str(n), *line] for n, line in enumerate(lines, start=1)],
        "total": str(len(lines)),
        "giver": giver,
    }
    return render_paper("archive_transfer", values).pdf


def _require_up(pages: Sequence[CasePage]) -> None:
    away = tuple(
        Finding(
            code=Code.PAGE,
            level=Level.BLOCK,
            facts={"variant": "away", "page": page.number},
        )
        for page in pages
        if not page.is_up
    )
    if away:
        raise DeskError(away)


def _official(reader: Reader, view: CaseView) -> Iterator[_Document]:
    """Yield what the centre wrote, as it was printed."""
    for row in view.papers:
        found = paper(reader, row.id)
        if found is None:
            continue
        title = PAPERS[row.kind].title if row.kind in PAPERS else row.kind
        if hashlib.sha256(found.content).hexdigest() != row.sha256:
            raise refuse(Code.PAGE, variant="paper", title=title)
        leaf = Leaf(title=title, pdf=found.content)
        yield _Document(
            title=title,
            form="原件" if row.serial is None else "电子副本",
            day=_day(row.at),
            note=row.serial or "",
            leaves=(leaf,),
        )


def _handed_in(reader: Reader, view: CaseView, pages: Sequence[CasePage]) -> Iterator[_Document]:
    """Yield what was handed in, paper by paper; a paper without a page is listed all the same."""
    known = reader.setting.catalogue.materials
    present = [one.code for one in view.materials if one.state == "present"]
    photographed = list(dict.fromkeys(page.material for page in pages))
    began = view.row.accepted_at
    for code in (*photographed, *(code for code in present if code not in photographed)):
        own = [page for page in pages if page.material == code]
        title = known[code].zh if code in known else code
        yield _Document(
            title=title,
            form=known[code].form if code in known else UNKNOWN,
            day=_day(own[0].at) if own else (_day(began) if began else UNKNOWN),
            note=f"{len(own)}页" if own else "纸质件另存",
            leaves=tuple(
                Leaf(title=f"{title} 第{page.of_material}页", jpeg=content_of(reader, page))
                for page in own
            ),
        )


def _cover(
    reader: Reader,
    view: CaseView,
    place: Place,
    documents: Sequence[_Document],
    now: datetime,
) -> bytes:
    row = view.row
    ended = max(event.at for event in view.events if event.to_state == row.state)
    values = {
        **_head(reader, row.case_no or UNKNOWN, now),
        "item": row.item_name or UNKNOWN,
        "holders": _names(view),
        "location": row.location or UNKNOWN,
        "units": unit_codes(row.units),
        "numbers": _numbers(view),
        "began": minute(row.accepted_at) if row.accepted_at else UNKNOWN,
        "ended": minute(ended),
        "keep": KEPT_FOR,
        "total": str(len(documents)),
        "documents": [
            [str(n), one.title, one.form, one.day, one.note]
            for n, one in enumerate(documents, start=1)
        ],
        "archivist": place.archivist,
    }
    return render_paper("archive_cover", values).pdf


def _hashes(
    reader: Reader, view: CaseView, place: Place, leaves: Sequence[Leaf], now: datetime
) -> bytes:
    rows = []
    for n, leaf in enumerate(leaves, start=1):
        content = leaf.pdf or leaf.jpeg
        rows.append([str(n), leaf.title, str(len(content)), hashlib.sha256(content).hexdigest()])
    values = {
        **_head(reader, view.row.case_no or UNKNOWN, now),
        "box": place.box,
        "volume": str(place.volume),
        "rows": rows,
        "total": str(len(rows)),
    }
    return render(HASHES, values).pdf


def _line(view: CaseView) -> Line:
    kinds = dict.fromkeys(_HANDED_OUT.get(one.kind, one.kind) for one in view.certificates)
    return (
        view.row.case_no or UNKNOWN,
        unit_codes(view.row.units),
        view.row.location or UNKNOWN,
        _names(view),
        _numbers(view),
        "、".join(kinds) or UNKNOWN,
    )


def _names(view: CaseView) -> str:
    asked = view.application
    names = [party.name for party in asked.of("holder")] if asked else []
    return holders_line(names) or view.row.parties or UNKNOWN


def _numbers(view: CaseView) -> str:
    written = [
        f"{one.number}（{one.serial}）" if one.serial else one.number for one in view.certificates
    ]
    return "\n".join(written) or UNKNOWN


def _head(reader: Reader, number: str, now: datetime) -> dict[str, Any]:
    return {
        "centre": reader.setting.centre_name,
        "case_no": number,
        "day": format_day_zh(now.astimezone(SHANGHAI).date()),
        "rehearsal": reader.kind == "rehearsal",
    }


def _day(at: datetime) -> str:
    return at.astimezone(SHANGHAI).date().isoformat()
