"""P02: the applicant checks, signs and rates; nothing of others, nothing of before stays there."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.tables.ledger import COMMANDS
from desk.local.settings import Language
from desk.windows.counter.hand_over import HandOverScreen
from desk.windows.customer.check_line import CheckLine
from desk.windows.customer.customer import Customer
from desk.windows.customer.screen import CustomerScreen
from desk.windows.customer.shown import to_check
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.application import Application, Party
from tests.windows.conftest import settle
from tests.windows.screens import open_screen

pytestmark = pytest.mark.gui

SELLER = Party(name="王明", id_type="1", id_number="220402197001010016", role="obligor")
BUYER = Party(
    name="阿卜杜热西提·阿卜杜克热木",
    id_type="1",
    id_number="220402198001010078",
    role="holder",
    phone="13800000000",
)
BANK = Party(
    name="中国工商银行股份有限公司辽源分行",
    id_type="7",
    id_number="91220402123456789A",
    role="consenting",
)
SALE = Application(
    item="LY013",
    units=("220402001003GB00002F00010013",),
    parties=(SELLER, BUYER, BANK),
    materials=(),
    co_ownership="sole",
    fields={"price": "1280000.00"},
)
PLACE = "辽源市龙山区人民大街仙城国际花园东区甲12号楼3单元2501室"


@pytest.fixture
def customer(qtbot: QtBot) -> Customer:
    made = Customer(7, "辽源市不动产登记中心")
    qtbot.addWidget(made.screen)
    made.screen.resize(1280, 800)
    made.screen.show()
    return made


def texts(screen: CustomerScreen) -> str:
    shown = [one for one in screen.findChildren(QWidget) if one.isVisible()]
    return "\n".join(one.text() for one in shown if isinstance(one, QLabel | QAbstractButton))


def press(screen: CustomerScreen, text: str) -> None:
    (button,) = [
        one for one in screen.findChildren(QPushButton) if one.text() == text and one.isVisible()
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write_a_name(screen: CustomerScreen) -> None:
    pad = screen.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    for step in range(30):
        QTest.mouseMove(pad, QPoint(40 + 5 * step, 40 + step % 7))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(190, 42))


def sign(screen: CustomerScreen) -> None:
    press(screen, screen.tr("All is right, I sign"))
    write_a_name(screen)
    press(screen, screen.tr("Done"))


def test_the_keys_of_the_clerk_do_not_follow_the_fingers_of_the_applicants(
    customer: Customer,
) -> None:
    assert customer.screen.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert customer.screen.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_u32_own_data_stands_in_full_and_that_of_others_is_masked(customer: Customer) -> None:
    customer.ask([to_check(SALE, PLACE, BUYER, "A023")])

    shown = texts(customer.screen)
    assert BUYER.name in shown
    assert BUYER.id_number in shown
    assert "1,280,000.00  壹佰贰拾捌万元整" in shown
    assert BANK.name in shown  # a body is public, its code is not needed
    for hidden in (SELLER.name, SELLER.id_number, BANK.id_number):
        assert hidden not in shown
    assert "王*" in shown


def test_each_person_signs_in_turn_and_the_strokes_are_the_evidence(
    qtbot: QtBot, customer: Customer
) -> None:
    checks = [to_check(SALE, PLACE, party, "A023") for party in (SELLER, BUYER)]
    customer.ask(checks)
    waited = [customer.waits_for]

    sign(customer.screen)
    waited.append(customer.waits_for)
    assert waited == [(SELLER.name, BUYER.name), (BUYER.name,)]
    assert SELLER.id_number not in texts(customer.screen)
    with qtbot.waitSignal(customer.all_signed):
        sign(customer.screen)

    evidence = json.loads(json.dumps(customer.evidence()))
    assert [one["signer"] for one in evidence["signatures"]] == [SELLER.name, BUYER.name]
    points = evidence["signatures"][1]["strokes"][0]
    assert len(points) > 20
    assert all(0 <= x <= 1000 and 0 <= y <= 1000 and ms >= 0 for x, y, ms in points)
    assert customer.screen.state == "idle"


def test_a_touch_is_no_signature(customer: Customer) -> None:
    customer.ask([to_check(SALE, PLACE, BUYER, "A023")])
    press(customer.screen, customer.screen.tr("All is right, I sign"))

    QTest.mouseClick(customer.screen.pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    press(customer.screen, customer.screen.tr("Done"))

    assert customer.screen.state == "sign"
    assert customer.evidence() == {}


def test_a_wrong_line_is_told_to_the_clerk_and_nothing_counts_as_signed(
    qtbot: QtBot, customer: Customer
) -> None:
    customer.ask([to_check(SALE, PLACE, party, "A023") for party in (SELLER, BUYER)])
    sign(customer.screen)
    price = customer.screen.findChildren(CheckLine)[-1]

    with qtbot.waitSignal(customer.marked_wrong) as marked:
        QTest.mouseClick(price, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(customer.refused) as refused:
        press(customer.screen, customer.screen.tr("Something is wrong, tell the clerk"))

    assert marked.args == ["fields.price", True]
    assert refused.args == [BUYER.name]
    assert customer.evidence() == {}
    assert customer.waits_for == ()


def test_u32_nothing_of_a_person_stays_when_the_screen_is_cleared(customer: Customer) -> None:
    customer.ask([to_check(SALE, PLACE, BUYER, "A023")])
    sign(customer.screen)
    customer.clear()

    assert customer.evidence() == {}
    assert BUYER.name not in texts(customer.screen)
    assert not customer.screen.pad.is_signed


def test_u32_signatures_belong_to_the_screen_that_asked_for_them(customer: Customer) -> None:
    acceptance, hand_over = object(), object()
    customer.ask([to_check(SALE, PLACE, BUYER, "A023")], acceptance)
    sign(customer.screen)
    assert customer.evidence(acceptance)["signatures"]
    assert customer.evidence(hand_over) == {}

    customer.ask([to_check(SALE, PLACE, SELLER, "A023")], hand_over)
    sign(customer.screen)
    assert customer.evidence(acceptance) == {}


def test_who_walks_away_has_not_rated(qtbot: QtBot, customer: Customer) -> None:
    rated: list[int] = []
    customer.rated.connect(rated.append)
    customer.screen.ask_rating()
    with qtbot.waitSignal(customer.screen.unrated):
        customer.screen._patience.setInterval(1)

    assert rated == []
    customer.screen.ask_rating()
    press(customer.screen, customer.screen.tr("Dissatisfied"))
    assert rated == [2]


def test_u23_fingers_find_every_button(qtbot: QtBot, customer: Customer) -> None:
    small: list[str] = []
    customer.ask([to_check(SALE, PLACE, BUYER, "A023")])
    steps: tuple[Callable[[], None], ...] = (
        lambda: None,
        lambda: press(customer.screen, customer.screen.tr("All is right, I sign")),
        customer.screen.ask_rating,
    )
    for step in steps:
        step()
        qtbot.wait(20)
        small += [
            button.text()
            for button in customer.screen.findChildren(QAbstractButton)
            if button.isVisible() and min(button.width(), button.height()) < 48
        ]

    assert small == []


def test_the_receiver_signs_and_the_hand_over_keeps_it(
    qtbot: QtBot,
    office: Office,
    open_session: Callable[[Office, Language], Session],
) -> None:
    window = open_screen(qtbot, open_session(office, "en"), office, "C11")
    screen, customer = window.screen, office.customer
    assert isinstance(screen, HandOverScreen)
    assert customer is not None
    case_id = screen._case

    screen.customer.trigger()
    assert screen.name.text() in texts(customer.screen)
    sign(customer.screen)
    assert "has signed" in screen.signature.text()
    screen.issue.trigger()
    settle(qtbot, office)
    press(customer.screen, customer.screen.tr("Very satisfied"))
    settle(qtbot, office)

    assert _kept(office, "IssueCase", case_id)["evidence"]["signatures"]
    assert _kept(office, "RateCase", case_id)["score"] == 5


def _kept(office: Office, kind: str, case_id: UUID | None) -> dict[str, Any]:
    """Return the newest command of a kind on a case, as the database keeps it."""
    query = select(COMMANDS.c.body).where(COMMANDS.c.kind == kind).order_by(COMMANDS.c.at.desc())
    with office.desk.ask() as reader:
        bodies = reader.connection.execute(query).scalars()
        return next(dict(body) for body in bodies if body["case_id"] == str(case_id))


TWO_MONITORS: dict[str, Any] = {
    "synchronousWindowSystemEvents": True,
    "windowFrameMargins": False,
    "screens": [
        {"name": "clerk", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "hall", "x": 1366, "y": 0, "width": 1280, "height": 800},
    ],
}
PLACED = """
from PySide6.QtWidgets import QApplication, QWidget
from desk.windows.customer.placing import place
app = QApplication([])
clerk, hall = QWidget(), QWidget()
clerk.setGeometry({clerk}, 10, 600, 400)
clerk.show()
app.processEvents()
print(place(hall, clerk, ""), hall.geometry().x(), hall.geometry().width())
"""


@pytest.mark.parametrize(
    ("monitors", "clerk", "placed"),
    [(2, 10, "True 1366 1280"), (2, 1400, "True 0 1366"), (1, 10, "False")],
)
def test_u32_the_screen_goes_to_the_other_monitor_never_to_the_clerks(
    tmp_path: Path, monitors: int, clerk: int, placed: str
) -> None:
    config = tmp_path / "monitors.json"
    config.write_text(json.dumps(TWO_MONITORS | {"screens": TWO_MONITORS["screens"][:monitors]}))
    said = subprocess.run(
        [sys.executable, "-c", PLACED.format(clerk=clerk)],
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )

    assert said.stdout.startswith(placed)
