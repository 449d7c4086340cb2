"""Pages of a case: listed by the act that takes the case in, their contents brought up behind it.

What the act carries are names, the SHA-256 of each page, so that nobody waits for the bytes; the
contents follow as upkeep, and the database takes only those that a case lists.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from db.tables.pages import CASE_PAGES, PAGES
from desk.workflow.act import Act, Row
from desk.workflow.errors import Code, Finding, Level
from forms.items import Item
from forms.tables import Material

JPEG = "image/jpeg"
PAPER_ON_THE_DESK = frozenset({"camera", "scanner"})
"""Where a page comes from the clerk has its paper in the hand, unless he says otherwise."""
_CASE: BindParameter[Any] = bindparam("case")
_THERE = select(CASE_PAGES.c.sha256, func.max(CASE_PAGES.c.n).over().label("last")).where(
    CASE_PAGES.c.case_id == _CASE
)
_TAKE = {
    "sqlite": sqlite.insert(PAGES).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(PAGES).on_conflict_do_nothing(),
}


def page_findings(act: Act, evidence: Mapping[str, object]) -> Iterator[Finding]:
    """D-PAGE for every page that lies on two lines of the list."""
    first: dict[str, str] = {}
    for page in _pages(evidence):
        line = first.setdefault(page["sha256"], page["material"])
        if line != page["material"]:
            facts = {
                "variant": "twice",
                **_named(act, "first", line),
                **_named(act, "second", page["material"]),
            }
            yield Finding(code=Code.PAGE, level=Level.BLOCK, facts=facts)


def list_pages(
    act: Act, case_id: UUID, event_n: int, item: Item, evidence: Mapping[str, object]
) -> None:
    """Put the pages of an act on the list of the case, in the order of its papers.

    A page that the case has already is not listed again: a bundle's cases share one evidence.
    """
    if not _pages(evidence):
        return
    rows = act.rows(_THERE, {"case": case_id})
    there, last = {row["sha256"] for row in rows}, max((row["last"] for row in rows), default=0)
    fresh: dict[str, Row] = {}
    for page in sorted(_pages(evidence), key=lambda page: line_of(item, page["material"])):
        if page["sha256"] not in there:
            fresh.setdefault(page["sha256"], page)
    act.write(
        insert(CASE_PAGES),
        (
            {
                "case_id": case_id,
                "n": n,
                "event_n": event_n,
                "material": page["material"],
                "sha256": page["sha256"],
                "source": page["source"],
                "original_seen": page.get("original", page["source"] in PAPER_ON_THE_DESK),
                **act.stamp,
            }
            for n, page in enumerate(fresh.values(), start=last + 1)
        ),
    )


def keep_content(act: Act, content: bytes, thumbnail: bytes) -> None:
    """Take the content of a page up, once; upkeep: the act that lists it is done already."""
    row = {
        "sha256": hashlib.sha256(content).hexdigest(),
        "media_type": JPEG,
        "size": len(content),
        "content": content,
        "thumbnail": thumbnail,
        **act.stamp,
    }
    act.write(_TAKE[act.connection.dialect.name], [row])


def line_of(item: Item, material: str) -> tuple[int, str]:
    """Return where a paper stands in the list of an item; one that it does not name comes last."""
    lines = (*item.materials_required, *item.materials_conditional)
    return (lines.index(material) if material in lines else len(lines)), material


def _pages(evidence: Mapping[str, object]) -> Sequence[Row]:
    return cast("Sequence[Row]", evidence.get("pages") or ())


def _named(act: Act, name: str, code: str) -> dict[str, str]:
    paper: Material | None = act.setting.catalogue.materials.get(code)
    zh, en = (paper.zh, paper.en) if paper else (code, code)
    return {f"{name}_zh": zh, f"{name}_en": en}
