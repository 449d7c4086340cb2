"""Passphrases: which one opens the desk, and which are too short to be kept."""

from collections.abc import Iterator

import pytest

from desk.workflow.desk import Desk
from desk.workflow.founding import CentreSpec, StaffSpec
from desk.workflow.people import (
    SHORTEST,
    NotFounded,
    found_live_centre,
    is_right_password,
    set_password,
)

FIRST, SECOND = "the first long passphrase", "the second long passphrase"
CENTRE = CentreSpec(
    name="某市不动产登记中心",
    authority="某市自然资源局",
    short="吉",
    area_name="某市",
    area_codes=("220402",),
    windows=1,
    year=2018,
)


@pytest.fixture
def live(sqlite_url: str) -> Iterator[Desk]:
    """A live centre with one administrator."""
    found_live_centre(
        sqlite_url, CENTRE, StaffSpec(login="m1", name="某人", roles=("admin",)), FIRST
    )
    desk = Desk.open(sqlite_url, keep_papers=False)
    yield desk
    desk.close()


def opens(desk: Desk, password: str, login: str = "m1") -> bool:
    with desk.ask() as reader:
        return is_right_password(reader, login, password)


def test_only_the_exact_passphrase_opens(live: Desk) -> None:
    assert opens(live, FIRST)
    assert not opens(live, FIRST + " ")
    assert not opens(live, FIRST.upper())
    assert not opens(live, "")
    assert not opens(live, FIRST, login="nobody")


def test_the_newest_passphrase_counts_and_the_older_ones_open_nothing(
    live: Desk, sqlite_url: str
) -> None:
    set_password(sqlite_url, "m1", SECOND, by="m1")

    assert opens(live, SECOND)
    assert not opens(live, FIRST)


def test_a_passphrase_one_character_short_is_refused_and_the_old_one_stays(
    live: Desk, sqlite_url: str
) -> None:
    with pytest.raises(NotFounded) as refused:
        set_password(sqlite_url, "m1", "x" * (SHORTEST - 1), by="m1")

    assert refused.value.code == "FOUND-PASSWORD"
    assert opens(live, FIRST)
    set_password(sqlite_url, "m1", "x" * SHORTEST, by="m1")
    assert opens(live, "x" * SHORTEST)
