"""C05: a unit is found, looked at as it was, and printed; a person only with a purpose."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.tables.searches import SEARCHES
from desk.local.settings import Language
from desk.windows.counter.register_search import RegisterSearchScreen
from desk.windows.frame.session import Session
from desk.windows.parts import viewer
from desk.windows.parts.office import Office
from tests.windows.conftest import settle
from tests.windows.screens import open_screen

pytestmark = pytest.mark.gui


class Counter:
    """The screen, driven as a clerk drives it; papers land in a list instead of a viewer."""

    def __init__(self, bot: QtBot, office: Office, screen: RegisterSearchScreen) -> None:
        self.bot, self.office, self.screen = bot, office, screen

    def find(self, text: str) -> None:
        self.screen.line.setText(text)
        self.screen.line.returnPressed.emit()
        self.settle()

    def ask(self, name: str, number: str, purpose: str = "2", reason: str = "身份证") -> None:
        asker = self.screen.asker
        asker.name.setText(name)
        asker.id_number.setText(number)
        asker.purpose.setCurrentIndex(asker.purpose.findData(purpose))
        asker.reason.setText(reason)

    def settle(self) -> None:
        settle(self.bot, self.office)

    def kept(self) -> list[str]:
        with self.office.desk.ask() as reader:
            return [row["kind"] for row in reader.rows(select(SEARCHES).order_by(SEARCHES.c.no))]


@pytest.fixture
def papers(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The papers that were handed to the machine's viewer."""
    opened: list[bytes] = []

    def take(pdf: bytes, _name: str) -> bool:
        opened.append(pdf)
        return True

    monkeypatch.setattr(viewer, "open_pdf", take)
    return opened


@pytest.fixture
def counter(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> Iterator[Counter]:
    window = open_screen(qtbot, open_session(office, "zh"), office, "C05")
    screen = window.screen
    assert isinstance(screen, RegisterSearchScreen)
    yield Counter(qtbot, office, screen)
    settle(qtbot, office)


def test_a_unit_shows_its_rights_and_what_was_there_before(counter: Counter) -> None:
    screen = counter.screen
    live = len(screen.rights.model.rows)
    screen.history.setChecked(True)

    assert live >= 1
    assert len(screen.rights.model.rows) > live  # the sale of today closed the seller's right
    screen.moment.setText("2020-01-01")
    screen.moment.editingFinished.emit()
    counter.settle()
    assert all(row.right.registered_at.year < 2020 for row in screen.rights.model.rows)


def test_without_purpose_and_ground_nothing_is_printed_and_the_fields_are_named(
    counter: Counter, papers: list[bytes]
) -> None:
    counter.screen.extract.trigger()
    counter.settle()

    assert papers == []
    assert counter.kept() == []
    for word in ("查询人", "号码", "目的", "依据"):
        assert word in counter.screen.banner.text
    assert counter.screen.asker.reason.property("wrong") is True


def test_the_page_is_kept_and_handed_to_the_viewer(
    counter: Counter, papers: list[bytes], office: Office
) -> None:
    counter.ask("王明", "220402197001010016")
    counter.screen.extract.trigger()
    counter.settle()

    assert counter.kept() == ["page"]
    assert "CX" in counter.screen.banner.text
    assert len(papers) == (1 if office.desk.setting.keep_papers else 0)


def test_a_person_is_searched_for_with_his_own_identity(counter: Counter) -> None:
    holder = counter.screen.rights.model.rows[0].right.holders[0]
    counter.ask(holder.name, holder.id_number, purpose="5")
    counter.screen.search_person.trigger()
    counter.settle()

    assert counter.kept() == ["person"]
    assert "1" in counter.screen.banner.text


def test_somebody_else_is_not_shown_to_an_interested_person(counter: Counter) -> None:
    holder = counter.screen.rights.model.rows[0].right.holders[0]
    counter.ask("王明", "220402197001010016")
    counter.screen.asker.relation.setCurrentIndex(counter.screen.asker.relation.findData("3"))
    counter.screen.person.setText(holder.name)
    counter.screen.person_number.setText(holder.id_number)
    counter.screen.search_person.trigger()
    counter.settle()

    assert "D-SEARCH" in counter.screen.banner.text
    assert counter.kept() == []


@pytest.mark.parametrize("text", ["220499999999GB00001F00010001", "没有这条街"])
def test_what_the_register_does_not_know_is_said(counter: Counter, text: str) -> None:
    counter.find(text)

    assert counter.screen.banner.text
    assert not counter.screen.extract.isEnabled()
    assert counter.screen.rights.model.rows == ()


def test_a_wrong_moment_is_named_and_the_page_stays(counter: Counter) -> None:
    before = counter.screen.rights.model.rows
    counter.screen.moment.setText("昨天")
    counter.screen.moment.editingFinished.emit()
    counter.settle()

    assert "2018-03-26 10:00" in counter.screen.banner.text
    assert counter.screen.rights.model.rows == before
