"""A commit of one program is heard by another, without asking tables."""

import select as waiting
from collections.abc import Callable

from sqlalchemy import Engine

from db.changes import listen
from tests.db import rows


def test_a_commit_is_heard(centre: Engine, open_other: Callable[[], Engine]) -> None:
    heard = listen(open_other())
    assert heard.read() == []

    case = rows.accepted_case(centre)

    descriptor = heard.fileno()
    if descriptor is not None:
        assert waiting.select([descriptor], [], [], 5)[0] == [descriptor]
    news = heard.read()
    heard.close()
    assert news in (["changed"], [f"case {case} accepted"])


def test_what_is_rolled_back_is_not_heard(centre: Engine, open_other: Callable[[], Engine]) -> None:
    heard = listen(open_other())
    try:
        with rows.acting(centre) as connection:
            case = rows.begin_case(connection)
            rows.add_event(connection, case, 1, "- ticket.drawn ticketed")
            raise InterruptedError
    except InterruptedError:
        news = heard.read()
    heard.close()

    assert news == []
