"""The contents of photographed pages: each hashed anew, each on the list of a case."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, exists, select

from db.breach import Breach, breaches
from db.tables.cases import CASE_EVENTS
from db.tables.pages import CASE_PAGES, PAGES

_TAKEN_IN = ("case.accepted", "case.supplemented", "case.seized")


def pages_are_what_was_photographed(connection: Connection) -> Iterator[Breach]:
    """Hash each content anew and hold it against its name, one at a time."""
    names = connection.execute(select(PAGES.c.sha256).order_by(PAGES.c.sha256)).scalars().all()
    for name in names:
        content = connection.execute(select(PAGES.c.content).where(PAGES.c.sha256 == name)).scalar()
        found = hashlib.sha256(content or b"").hexdigest()
        if found != name:
            yield Breach("pages are what was photographed", name, found)


def pages_are_listed(connection: Connection) -> Iterator[Breach]:
    """Find contents that no case lists, and lists that no acceptance or supplement made."""
    listed = exists().where(CASE_PAGES.c.sha256 == PAGES.c.sha256)
    stray = select(PAGES.c.sha256, PAGES.c.actor).where(~listed)
    yield from breaches(connection, stray, "pages: on the list of no case")
    act = exists().where(
        CASE_EVENTS.c.case_id == CASE_PAGES.c.case_id,
        CASE_EVENTS.c.n == CASE_PAGES.c.event_n,
        CASE_EVENTS.c.kind.in_(_TAKEN_IN),
    )
    unmade = select(CASE_PAGES.c.case_id, CASE_PAGES.c.n).where(~act)
    yield from breaches(connection, unmade, "case_pages: listed by no act")
