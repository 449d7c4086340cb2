"""A search finds its person however name and number are written, and the paper says the same."""

from collections.abc import Iterator
from datetime import date

import pytest

from db.session import open_engine, writing
from desk.workflow.application import Person
from desk.workflow.desk import Desk
from desk.workflow.founding import Founding, RightSpec, midnight
from forms.checks.identity import modern_number
from tests.workflow.conftest import DAY, EMPTY, Walk, found_centre
from tests.workflow.test_searches_of_the_register import own, printed, search

OLD = "220402670819220"  # fifteen digits
NEW = modern_number(OLD)
WITH_X = "22040219801010001X"
SPELLINGS = {
    "as it stands": (("王五", WITH_X), ("王五", WITH_X)),
    "an old number, asked with the new": (("王五", OLD), ("王五", NEW)),
    "a new number, asked with the old": (("王五", NEW), ("王五", OLD)),
    "a small x": (("王五", WITH_X), ("王五", WITH_X.lower())),
    "spaces in the number": (("王五", WITH_X), ("王五", "220402 19801010 001X")),
    "a space after the name": (("王五", WITH_X), ("王五 ", WITH_X)),
    "another dot in the name": (("阿卜杜·热木", WITH_X), ("阿卜杜•热木", WITH_X)),
}


def person(spelt: tuple[str, str]) -> Person:
    return Person(name=spelt[0], id_type="1", id_number=spelt[1])


@pytest.fixture(params=list(SPELLINGS.values()), ids=list(SPELLINGS))
def asked(request: pytest.FixtureRequest, url: str) -> Iterator[tuple[Walk, Person]]:
    """A centre in which a person holds a home, and that person as he is asked for."""
    entered, spelt = request.param
    found_centre(url)
    right = RightSpec(
        name="r9",
        unit=EMPTY,
        type="4",
        holders=(person(entered),),
        co_ownership="sole",
        registered_at=date(2016, 2, 10),
    )
    engine = open_engine(url)
    with writing(engine) as connection:
        Founding(connection=connection, at=midnight(DAY)).add_rights([right])
    engine.dispose()
    desk = Desk.open(url)
    yield Walk(desk, url), person(spelt)
    desk.close()


def test_the_person_is_found_and_the_paper_names_the_home(asked: tuple[Walk, Person]) -> None:
    walk, spelt = asked
    answer = search(walk, own(spelt))
    said = printed(walk, answer)

    assert answer.units == (EMPTY,)
    assert "不动产权利共1项" in said
    assert "权利：无" not in said
