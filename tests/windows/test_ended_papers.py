"""A certificate that holds no longer is told when it is scanned, also where a screen takes it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.tables.papers import CERTIFICATE_ENDINGS
from db.tables.register import RIGHTS
from desk.local.settings import Language
from desk.windows.certificates.vault import VaultScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.certificate_qr import certificate_qr
from tests.windows.conftest import duty, settle, shown_window

pytestmark = pytest.mark.gui


@pytest.fixture
def window(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> MainWindow:
    made = shown_window(open_session(office, "zh"), duty(office, "w02"))
    settle(qtbot, office)
    return made


@pytest.fixture
def ended(office: Office) -> tuple[str, str]:
    """Number and QR of a certificate that was taken back."""
    asked = select(CERTIFICATE_ENDINGS.c.number, RIGHTS.c.unit_code).join(
        RIGHTS, RIGHTS.c.id == CERTIFICATE_ENDINGS.c.right_id
    )
    with office.desk.ask() as reader:
        row = reader.rows(asked)[0]
    qr = certificate_qr(
        office.desk.setting.seal_key,
        number=row["number"],
        unit=row["unit_code"],
        entry="2018-0000001",
        day="2018-03-26",
    )
    return row["number"], qr


def test_an_ended_certificate_leads_to_the_vault_and_is_named_in_red(
    qtbot: QtBot, office: Office, window: MainWindow, ended: tuple[str, str]
) -> None:
    number, qr = ended
    window.go("D11")

    window.scanning.queue.take(qr)

    qtbot.waitUntil(lambda: number in window.banner.text)
    assert "不再有效" in window.banner.text
    screen = window.screen
    assert isinstance(screen, VaultScreen)
    assert screen.line.text() == qr
    qtbot.waitUntil(lambda: "真实" in screen.banner.text and "不再有效" in screen.banner.text)
    assert screen.verdict.isHidden()
    settle(qtbot, office)


def test_at_the_acceptance_an_ended_certificate_is_named_too(
    qtbot: QtBot, office: Office, window: MainWindow, ended: tuple[str, str]
) -> None:
    number, qr = ended
    window.go("C03", "LY013")
    settle(qtbot, office)
    before = window.screen

    window.scanning.queue.take(qr)

    qtbot.waitUntil(lambda: number in window.banner.text)
    assert window.screen is before
    settle(qtbot, office)
