"""Twelve pages of seven materials with nineteen keys; a bad picture is told, none is lost."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.documents.limits import LARGEST_FILE, LARGEST_PAGE
from desk.documents.store import PageStore
from desk.local.settings import Language
from desk.windows.counter.capture import CapturePane
from desk.windows.counter.capture_list import Wanted
from desk.windows.counter.capture_screen import CaptureScreen, CaptureSubject, wanted
from desk.windows.devices.device import Camera
from desk.windows.devices.real import FolderCamera, NoCamera
from desk.windows.devices.simulated import SimulatedCamera, sheet_picture
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from forms.messages import message
from tests.windows.conftest import duty, settle, shown_window

PAPERS = tuple(Wanted(code=f"M{n:02d}", title=f"材料{n}", required=n < 4) for n in range(1, 8))
ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


class Desk:
    """A clerk before the materials of a draft."""

    def __init__(self, bot: QtBot, folder: Path, camera: Camera | None = None) -> None:
        self.bot = bot
        self.camera: Camera = camera or SimulatedCamera()
        self.store = PageStore(folder)
        self.pane = CapturePane(lambda: self.camera, self.store)
        bot.addWidget(self.pane)
        self.pane.resize(900, 600)
        self.pane.begin("d1", PAPERS)
        with bot.waitActive(self.pane):
            self.pane.show()
        self.pane.list.setFocus()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys without waiting for anything."""
        for key in keys:
            self.bot.keyClick(self.pane.list, key)

    def wait(self) -> None:
        """Wait until all is kept."""
        self.bot.waitUntil(lambda: self.pane.idle, timeout=60_000)

    def counts(self) -> dict[str, int]:
        """Count the pages of each material."""
        codes = [page.material for page in self.store.pages("d1")]
        return {code: codes.count(code) for code in dict.fromkeys(codes)}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path / "pages")


def test_twelve_pages_of_seven_materials_take_nineteen_keys(desk: Desk) -> None:
    keys: list[Qt.Key] = []
    for pages in (2, 2, 2, 2, 2, 1, 1):
        keys += [SPACE] * pages + [ENTER]
    assert len(keys) == 19
    desk.press(*keys)
    desk.wait()

    assert list(desk.counts().values()) == [2, 2, 2, 2, 2, 1, 1]
    assert [page.material for page in desk.pane.pages] == sorted(
        page.material for page in desk.pane.pages
    )
    assert all(len(desk.store.get(page.sha256)) <= LARGEST_PAGE for page in desk.pane.pages)
    assert desk.pane.list.item(0).text() == "✓ M01  材料1 *  2 pages"
    assert desk.pane.evidence() == {
        "pages": [
            {"material": page.material, "sha256": page.sha256, "source": "camera"}
            for page in desk.pane.pages
        ]
    }


def test_the_clerk_never_waits_for_a_page(desk: Desk) -> None:
    desk.press(SPACE, SPACE, ENTER, SPACE)
    assert not desk.pane.idle
    assert desk.pane.list.currentRow() == 1
    desk.wait()

    assert desk.counts() == {"M01": 2, "M02": 1}


def test_after_the_last_material_enter_goes_to_the_first_without_a_page(desk: Desk) -> None:
    desk.press(SPACE)
    desk.wait()
    desk.press(*[ENTER] * 7)

    assert desk.pane.list.currentRow() == 1


def test_backspace_drops_the_last_page_and_r_turns_it(desk: Desk) -> None:
    desk.press(SPACE, SPACE)
    desk.wait()
    first, second = desk.pane.pages
    desk.press(Qt.Key.Key_Backspace)
    desk.wait()
    assert desk.pane.pages == (first,)
    desk.press(Qt.Key.Key_R)
    desk.wait()
    (turned,) = desk.pane.pages
    before, after = (QImage.fromData(desk.store.get(one.sha256)) for one in (first, turned))

    assert (after.width(), after.height()) == (before.height(), before.width())
    assert desk.store.get(second.sha256)


def test_a_dark_page_is_told_in_words_and_kept(desk: Desk) -> None:
    assert isinstance(desk.camera, SimulatedCamera)
    desk.camera.is_dark = True
    desk.press(SPACE)
    desk.wait()

    assert desk.pane.banner.text == message("E-CAM-003", "zh", page=1)
    assert len(desk.pane.pages) == 1


def test_what_is_on_the_clipboard_is_taken(desk: Desk) -> None:
    image = QImage.fromData(sheet_picture(9))
    QApplication.clipboard().setImage(image)
    desk.bot.keyClick(desk.pane.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.wait()
    assert [page.source for page in desk.pane.pages] == ["clipboard"]
    QApplication.clipboard().setText("words")
    desk.pane.paste_page()

    assert desk.pane.banner.text == message("E-CAM-006", "zh")


def test_files_are_dropped_from_outside(desk: Desk, tmp_path: Path) -> None:
    files = [tmp_path / "合同1.png", tmp_path / "合同2.png"]
    for number, file in enumerate(files):
        file.write_bytes(sheet_picture(number))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(10, 10), copy, mime, left, plain)
    desk.pane.dragEnterEvent(entering)
    assert entering.isAccepted()
    desk.pane.dropEvent(QDropEvent(QPointF(10, 10), copy, mime, left, plain))
    desk.wait()

    assert [page.source for page in desk.pane.pages] == ["file", "file"]


def test_files_that_are_no_pictures_too_large_or_gone_are_refused_by_name(
    desk: Desk, tmp_path: Path
) -> None:
    renamed, huge, gone = (tmp_path / name for name in ("合同.jpg", "巨大.png", "没有.png"))
    renamed.write_bytes(b"MZ this is a program")
    with huge.open("wb") as file:
        os.ftruncate(file.fileno(), LARGEST_FILE + 1)
    for path, said in (
        (renamed, message("E-CAM-002", "zh", name="合同.jpg")),
        (huge, message("E-CAM-005", "zh", name="巨大.png", limit="40 MB")),
        (gone, message("E-CAM-007", "zh", reason="No such file or directory")),
    ):
        desk.pane.add_file(path)
        desk.wait()
        assert desk.pane.banner.text == said
    assert desk.pane.pages == ()


def test_without_a_camera_the_other_ways_are_named(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, NoCamera())
    desk.press(SPACE)
    desk.wait()

    assert desk.pane.banner.text == message("E-CAM-001", "zh")
    assert "Ctrl+V" in desk.pane.picture.text()


def test_a_camera_that_saves_into_a_folder_gives_each_picture_once(
    qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "camera"
    folder.mkdir()
    desk = Desk(qtbot, tmp_path / "pages", FolderCamera(folder))
    (folder / "1.png").write_bytes(sheet_picture(1))
    desk.press(SPACE, SPACE)
    desk.wait()

    assert len(desk.pane.pages) == 1


def test_the_pages_of_a_draft_are_there_again_at_the_next_start(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.press(SPACE, ENTER, SPACE)
    desk.wait()
    again = CapturePane(lambda: desk.camera, PageStore(tmp_path / "pages"))
    qtbot.addWidget(again)
    again.begin("d1", PAPERS)

    assert again.pages == desk.pane.pages


def test_a_page_that_the_disk_spoilt_is_said_to_be_so(desk: Desk, tmp_path: Path) -> None:
    desk.press(SPACE)
    desk.wait()
    next((tmp_path / "pages").rglob("*.jpg")).write_bytes(b"")
    desk.press(Qt.Key.Key_Left)
    assert desk.pane.picture.text() == "This page can no longer be read. Take it again."


def test_the_screen_asks_for_the_papers_of_a_kind(
    qtbot: QtBot,
    office: Office,
    open_session: Callable[[Office, Language], Session],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    window = shown_window(open_session(office, "zh"), duty(office, "w02"))
    window.go("C06")
    screen = window.screen
    assert isinstance(screen, CaptureScreen)
    assert "F2" in screen.pane.picture.text()
    assert not screen.pane.camera.isEnabled()
    window.go("C06", CaptureSubject(draft="d1", item="LY013"))
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: screen.pane.idle and bool(screen.pane.pages), timeout=60_000)
    settle(qtbot, office)

    assert screen.pane.list.count() == len(wanted("LY013"))
    assert wanted("LY013")[0].required
    assert screen.pane.camera.shortcut() == QKeySequence("F7")


def test_a_page_is_not_taken_under_a_second_material(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "page.png"
    file.write_bytes(sheet_picture(7) or b"")
    desk.pane.add_file(file)
    desk.wait()
    desk.press(ENTER)
    desk.pane.add_file(file)
    desk.wait()

    assert desk.counts() == {"M01": 1}
    said = message("E-CAM-009", "zh", line="材料1", here="材料2")
    assert desk.pane.banner.text == said
