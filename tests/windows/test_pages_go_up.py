"""What the counter photographed is in the database soon, without anybody waiting for it."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.ids import new_id
from desk.documents.decoding import decode
from desk.documents.store import Page, PageStore
from desk.local.settings import Language
from desk.windows.devices.simulated import sheet_picture
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.windows.parts.upload_line import UploadLine
from desk.windows.recovery.sync_screen import SyncScreen
from desk.workflow.commands import AcceptCase
from desk.workflow.queries.pages import CasePage, content_of, pages_of
from tests.windows.conftest import duty, shown_window
from tests.workflow.conftest import found_centre, sale

pytestmark = pytest.mark.gui

OpenSession = Callable[[Office, Language], Session]
OpenOffice = Callable[[str], Office]
LONG = 20_000


@pytest.fixture
def at_work(sqlite_url: str, tmp_path: Path, open_office: OpenOffice) -> OpenOffice:
    """Open desks of one workstation, one after the other, at window 1 of the small centre."""
    found_centre(sqlite_url)

    def open_one(_url: str = "") -> Office:
        office = open_office(sqlite_url)
        office.pages_in = tmp_path / "pages"
        office.person = duty(office, "w1")
        return office

    return open_one


def photographed(office: Office, case_id: UUID, *materials: str) -> None:
    for number, material in enumerate(materials, start=1):
        (page,) = decode(sheet_picture(number) or b"")
        sha256 = office.pages.put(page.content)
        office.pages.add(str(case_id), Page(material=material, sha256=sha256, source="camera"))


def accept(office: Office, case_id: UUID) -> None:
    pages = [
        {"material": page.material, "sha256": page.sha256, "source": page.source}
        for page in office.pages.pages(str(case_id))
    ]
    command = AcceptCase(case_id=case_id, application=sale(), evidence={"pages": pages})
    office.desk.do(command, by="w1")


def of_case(office: Office, case_id: UUID) -> tuple[CasePage, ...]:
    with office.desk.ask() as reader:
        return pages_of(reader, case_id)


def all_up(office: Office, case_id: UUID) -> bool:
    return all(page.is_up for page in of_case(office, case_id))


def test_pages_go_up_behind_the_acceptance_and_are_what_was_photographed(
    qtbot: QtBot, at_work: OpenOffice, open_session: OpenSession
) -> None:
    office, case_id = at_work(""), new_id()
    shown_window(open_session(office, "zh"), office.person)
    photographed(office, case_id, "M01", "M02", "M02")
    taken = [page.sha256 for page in office.pages.pages(str(case_id))]
    accept(office, case_id)
    assert [page.is_up for page in of_case(office, case_id)] == [False] * 3

    office.tell_of_changes()
    qtbot.waitUntil(lambda: all_up(office, case_id), timeout=LONG)

    with office.desk.ask() as reader:
        for page in pages_of(reader, case_id):
            assert content_of(reader, page) == office.pages.get(page.sha256)
            assert page.thumbnail is not None
            assert page.thumbnail.startswith(b"\xff\xd8")
    assert [page.sha256 for page in of_case(office, case_id)] == taken
    qtbot.waitUntil(lambda: office.pages.drafts() == (), timeout=LONG)


def test_what_a_broken_program_left_goes_up_at_the_next_sign_in(
    qtbot: QtBot, at_work: OpenOffice, open_session: OpenSession
) -> None:
    before, case_id = at_work(""), new_id()
    photographed(before, case_id, "M01", "M02")
    accept(before, case_id)

    office = at_work("")
    shown_window(open_session(office, "zh"), office.person)

    qtbot.waitUntil(lambda: all_up(office, case_id), timeout=LONG)


def test_pages_of_an_application_that_nobody_accepted_stay_on_the_workstation(
    qtbot: QtBot, at_work: OpenOffice, open_session: OpenSession
) -> None:
    office, accepted, begun = at_work(""), new_id(), new_id()
    photographed(office, begun, "M01", "M02", "M04")
    photographed(office, accepted, "M01")
    accept(office, accepted)
    shown_window(open_session(office, "zh"), office.person)

    qtbot.waitUntil(lambda: all_up(office, accepted), timeout=LONG)
    qtbot.waitUntil(lambda: office.pages.drafts() == (str(begun),), timeout=LONG)
    with office.desk.ask() as reader:
        found = reader.connection.exec_driver_sql("SELECT count(*) FROM pages").scalar()
    assert found == 1


def test_the_screens_say_how_many_are_up_and_which_page_is_lost(
    qtbot: QtBot, at_work: OpenOffice, open_session: OpenSession
) -> None:
    office, case_id = at_work(""), new_id()
    photographed(office, case_id, "M01", "M02", "M04")
    accept(office, case_id)
    store = PageStore(office.pages_in)
    lost = store.pages(str(case_id))[1].sha256
    next((office.pages_in or Path()).rglob(f"{lost}.jpg")).write_bytes(b"dust")
    window = shown_window(open_session(office, "en"), office.person)
    window.go("S05")
    screen = window.screen
    assert isinstance(screen, SyncScreen)
    line: QLabel = screen.findChildren(UploadLine)[0]

    qtbot.waitUntil(lambda: "2 of 3 pages" in line.text() and line.isVisible(), timeout=LONG)
    assert "1 pages can no longer be read" in line.text()
    assert store.drafts() == (str(case_id),)  # the list stays until all of it is up
