"""Machines: each has a simulated one, says its state, and one that is missing stops nobody."""

import json
import os
import pty
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desk.documents.decoding import decode
from desk.local.settings import Language, Settings, read_settings, write_settings
from desk.windows.devices.device import Card, DeviceError, DeviceKind, DeviceState
from desk.windows.devices.devices_screen import DevicesScreen
from desk.windows.devices.lights import KINDS, MARKS, STATES
from desk.windows.devices.real import (
    FolderCamera,
    NoCamera,
    PortScanner,
    SpoolPrinter,
    SystemPrinter,
    TypedCards,
    TypingScanner,
    paint_pdf,
)
from desk.windows.devices.simulated import (
    SimulatedCamera,
    SimulatedCardReader,
    SimulatedPrinter,
    sheet_picture,
)
from desk.windows.devices.workplace import CustomerMonitor, simulated_workplace, workplace
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.frame.sign_in import SignIn
from desk.windows.parts.office import Office
from forms.messages import message
from printing.raster import page_count
from tests.windows.conftest import duty, settle, shown_window

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"trailer<</Root 1 0 R>>"
)
CARD = Card(name="陈刚", id_number="220403199111270306")


def test_every_machine_has_a_simulated_one_that_is_ready(qtbot: QtBot) -> None:
    checks = simulated_workplace().checks()

    assert [check.kind for check in checks] == list(DeviceKind)
    assert {check.state for check in checks} == {DeviceState.READY}
    assert set(KINDS) == set(DeviceKind)
    assert set(STATES) == set(MARKS) == set(DeviceState)


def test_the_simulated_machines_do_their_work_and_can_be_missing(qtbot: QtBot) -> None:
    reader, camera, printer = SimulatedCardReader(), SimulatedCamera(), SimulatedPrinter()
    reader.lay(CARD)
    assert reader.read() == CARD
    assert reader.read() is None
    picture = camera.picture()
    assert picture is not None
    assert not decode(picture)[0].is_blurred
    assert decode(sheet_picture(2, is_dark=True))[0].is_dark
    printer.print_pdf(PDF, "受理凭证")
    assert printer.printed == [("受理凭证", PDF)]
    for machine, act, code in (
        (reader, reader.read, "E-IDC-001"),
        (camera, camera.picture, "E-CAM-001"),
        (printer, lambda: printer.print_pdf(PDF, "x"), "E-PRN-001"),
    ):
        machine.is_there = False
        assert machine.check().state is DeviceState.MISSING
        with pytest.raises(DeviceError) as refused:
            act()
        assert refused.value.code == code


def test_a_live_workplace_that_nobody_set_up_misses_nothing(qtbot: QtBot) -> None:
    made = workplace(Settings(), rehearsal=False)
    states = {check.kind: check.state for check in made.checks()}

    assert DeviceState.MISSING not in states.values()
    assert states[DeviceKind.CARD_READER] is DeviceState.NOT_SET
    assert states[DeviceKind.CAMERA] is DeviceState.NOT_SET
    assert isinstance(made.card_reader, TypedCards)
    assert isinstance(made.scanner, TypingScanner)
    assert made.card_reader.read() is None
    with pytest.raises(DeviceError):
        NoCamera().picture()


def test_a_rehearsal_uses_real_machines_where_they_are_set(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(scanner_port="/dev/none", camera_folder=str(tmp_path), printer="缮证2")
    made = workplace(settings, rehearsal=True)
    states = {check.kind: check.state for check in made.checks()}

    assert states[DeviceKind.SCANNER] is DeviceState.MISSING
    assert states[DeviceKind.CAMERA] is DeviceState.READY
    assert states[DeviceKind.PRINTER] is DeviceState.MISSING
    assert states[DeviceKind.CARD_READER] is DeviceState.READY


def test_a_scanner_on_a_port_that_is_there_is_ready(qtbot: QtBot) -> None:
    ours, theirs = pty.openpty()
    check = PortScanner(os.ttyname(theirs)).check()
    os.close(ours)
    os.close(theirs)

    assert check.state is DeviceState.READY


def test_each_new_file_of_the_cameras_folder_is_one_picture(tmp_path: Path) -> None:
    (tmp_path / "old.png").write_bytes(b"yesterday")
    camera = FolderCamera(tmp_path)
    assert camera.picture() is None
    for number in (1, 2):
        file = tmp_path / f"{number}.png"
        file.write_bytes(bytes([number]))
        os.utime(file, ns=(number, number))
    (tmp_path / "notes.txt").write_text("no picture")

    assert [camera.picture() for _ in range(3)] == [b"\x01", b"\x02", None]
    gone = FolderCamera(tmp_path / "gone")
    assert gone.check().state is DeviceState.MISSING
    with pytest.raises(DeviceError):
        gone.picture()


def program(folder: Path, name: str, text: str) -> None:
    """Write a program that stands in for one of the print service."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(file.stat().st_mode | stat.S_IEXEC)


def test_a_paper_goes_to_the_print_service_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "lpstat", "echo printer Office is idle")
    program(tmp_path, "lp", f'echo "$@" > {tmp_path}/asked; cat > {tmp_path}/sent')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    printer = SpoolPrinter("Office")
    assert printer.check().state is DeviceState.READY
    printer.print_pdf(PDF, "受理凭证")

    assert (tmp_path / "sent").read_bytes() == PDF
    asked = (tmp_path / "asked").read_text().strip()
    assert asked == "-d Office -o print-scaling=none -t 受理凭证 -"
    program(tmp_path, "lp", "exit 1")
    with pytest.raises(DeviceError) as refused:
        printer.print_pdf(PDF, "受理凭证")
    assert refused.value.code == "E-PRN-001"


def test_without_a_print_service_nothing_is_printed_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert SpoolPrinter("Office").check().state is DeviceState.MISSING
    assert SpoolPrinter().check().state is DeviceState.NOT_SET
    assert SystemPrinter("Office").check().state is DeviceState.MISSING
    for printer in (SpoolPrinter("Office"), SystemPrinter("Office")):
        with pytest.raises(DeviceError):
            printer.print_pdf(PDF, "受理凭证")


def test_a_printer_of_the_system_gets_the_pages_in_their_size(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    paint_pdf(printer, PDF, "受理凭证")

    assert page_count((tmp_path / "printed.pdf").read_bytes()) == 1
    size = printer.pageLayout().pageSize().sizePoints()
    assert abs(size.width() - 595) <= 2
    assert abs(size.height() - 842) <= 2


def test_the_applicants_screen_is_missed_only_where_it_was_chosen() -> None:
    assert CustomerMonitor(2, "").check().state is DeviceState.READY
    assert CustomerMonitor(1, "").check().state is DeviceState.NOT_SET
    assert CustomerMonitor(1, "SN-1").check().state is DeviceState.MISSING


def test_where_machines_are_is_kept_on_the_workstation(tmp_path: Path) -> None:
    settings = Settings(scanner_port="COM3", scanner_mode="timing", printer="缮证2", sound=False)
    write_settings(settings, tmp_path / "workstation.json")

    assert read_settings(tmp_path / "workstation.json") == settings


def signing_in(bot: QtBot, session: Session, office: Office) -> SignIn:
    window = session.begin()
    bot.addWidget(window)
    page = window.findChild(SignIn)
    assert isinstance(page, SignIn)
    settle(bot, office)
    return page


def test_taking_a_window_tests_the_machines_and_asks_why_where_one_is_missing(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    session = open_session(office, "zh")
    camera = office.workplace.camera
    assert isinstance(camera, SimulatedCamera)
    camera.is_there = False
    page = signing_in(qtbot, session, office)
    assert len(page.lights.checks) == len(DeviceKind)
    page.enter.click()
    settle(qtbot, office)
    assert session.window is page.window()
    assert page.banner.text == message("E-DEV-001", "zh", device="高拍仪")
    qtbot.keyClicks(page.why, "camera is being mended")
    qtbot.keyClick(page.why, Qt.Key.Key_Return)
    settle(qtbot, office)

    assert isinstance(session.window, MainWindow)
    assert any("camera is being mended" in row.text for row in office.messages.rows)


def test_who_takes_no_window_is_not_asked(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    session = open_session(office, "zh")
    camera = office.workplace.camera
    assert isinstance(camera, SimulatedCamera)
    camera.is_there = False
    page = signing_in(qtbot, session, office)
    page.window_box.setCurrentIndex(page.window_box.findData(None))
    page.enter.click()
    settle(qtbot, office)

    assert isinstance(session.window, MainWindow)


def devices(bot: QtBot, office: Office, session: Session) -> DevicesScreen:
    window = shown_window(session, duty(office, "w02"))
    with bot.waitActive(window):
        window.activateWindow()
    window.go("D04")
    settle(bot, office)
    assert isinstance(window.screen, DevicesScreen)
    return window.screen


def test_t_tests_a_machine_and_says_when(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    screen = devices(qtbot, office, open_session(office, "zh"))
    camera = office.workplace.camera
    assert isinstance(camera, SimulatedCamera)
    camera.is_there = False
    screen.listing.view.setCurrentIndex(screen.listing.model.index(2, 0))
    qtbot.keyClick(screen.listing.view, Qt.Key.Key_T)
    settle(qtbot, office)
    row = screen.listing.model.rows[2]

    assert row.check is not None
    assert row.check.state is DeviceState.MISSING
    assert row.tested_at is not None
    assert datetime.now(UTC).timestamp() - row.tested_at.timestamp() < 60
    assert screen.banner.text == message("E-DEV-001", "zh", device="高拍仪")
    assert screen.listing.model.index(2, 2).data() == "没有应答"


def test_a_t_in_a_text_field_is_a_letter(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    screen = devices(qtbot, office, open_session(office, "zh"))
    screen.printer.setFocus()
    qtbot.keyClicks(screen.printer, "tx")

    assert screen.printer.text() == "tx"


def test_all_of_a_workplace_is_written_to_a_file(
    qtbot: QtBot,
    office: Office,
    open_session: Callable[[Office, Language], Session],
    tmp_path: Path,
) -> None:
    screen = devices(qtbot, office, open_session(office, "zh"))
    screen.write_to(tmp_path / "devices.json")
    told = json.loads((tmp_path / "devices.json").read_text(encoding="utf-8"))

    assert [row["device"] for row in told["devices"]] == [kind.value for kind in DeviceKind]
    assert {row["state"] for row in told["devices"]} <= {"ready", "not_set"}
    assert told["window"] == 2


def test_new_settings_act_at_once(
    qtbot: QtBot,
    office: Office,
    open_session: Callable[[Office, Language], Session],
    tmp_path: Path,
) -> None:
    session = open_session(office, "zh")
    screen = devices(qtbot, office, session)
    screen.folder.setText(str(tmp_path))
    screen.sound.setChecked(False)
    screen.save.trigger()
    settle(qtbot, office)

    assert session.settings == replace(session.settings, camera_folder=str(tmp_path), sound=False)
    assert isinstance(office.workplace.camera, FolderCamera)
    assert isinstance(session.window, MainWindow)
    assert session.window.front == "D04"
    assert session.window.scanning.sounds.muted
