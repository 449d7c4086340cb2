"""C08: who has signed is said by name; what an applicant calls wrong turns amber in the entry."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.ids import new_id
from desk.local.settings import Language
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.customer.check_line import CheckLine
from desk.windows.customer.customer import Customer
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow import commands as c
from desk.workflow.answers import AcceptAnswer
from desk.workflow.clock import SHANGHAI
from tests.windows.conftest import settle
from tests.windows.screens import open_screen
from tests.windows.test_customer_screen import press, sign, texts

pytestmark = pytest.mark.gui

SELLER = ("王明", "220402197001010016")
WIFE = ("赵丽", "220402197203040024")
BUYER = ("陈刚", "220402198001010078")


@dataclass
class Window:
    """The acceptance of a sale with two sellers, and the applicants' screen before it."""

    bot: QtBot
    office: Office
    screen: AcceptanceScreen
    customer: Customer

    def settle(self) -> None:
        settle(self.bot, self.office)

    @property
    def signers(self) -> tuple[str, ...]:
        return self.screen.entry.submit.signers.words

    def touch(self, starts: str) -> None:
        """Let the person before the screen touch a line."""
        lines = [
            one
            for one in self.customer.screen.findChildren(CheckLine)
            if one.isVisible() and one.text().startswith(starts)
        ]
        QTest.mouseClick(lines[0], Qt.MouseButton.LeftButton)

    def section(self, name: str) -> str:
        return self.screen.strip.buttons[name].accessibleName()


@pytest.fixture
def at_desk(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> Window:
    window = open_screen(qtbot, open_session(office, "en"), office, "C03")
    screen, customer = window.screen, office.customer
    assert isinstance(screen, AcceptanceScreen)
    assert customer is not None
    entry = screen.entry
    entry.parties.add("obligor")
    people = {"obligor": [SELLER, WIFE], "holder": [BUYER]}
    for row in entry.parties.rows:
        row.name.setText((one := people[str(row.role.code())].pop(0))[0])
        row.id_number.setText(one[1])
    entry.form.show_values({"price": "318000.00"})
    entry.commit()
    return Window(qtbot, office, screen, customer)


def test_c08_says_of_each_person_whether_he_has_signed(at_desk: Window) -> None:
    assert len(at_desk.signers) == 3
    assert all(word.endswith("not signed") for word in at_desk.signers)

    at_desk.screen.sign.trigger()
    sign(at_desk.customer.screen)

    done = [word for word in at_desk.signers if word.endswith("  signed")]
    assert len(done) == 1
    assert len(at_desk.signers) == 3
    assert "1" in done[0]  # one of two sellers: they are counted


def test_a_change_after_signing_makes_the_signatures_count_no_longer(at_desk: Window) -> None:
    at_desk.screen.sign.trigger()
    for _ in range(3):
        sign(at_desk.customer.screen)
    assert all(word.endswith("  signed") for word in at_desk.signers)
    assert not at_desk.screen.entry.submit.signers.note.isVisibleTo(at_desk.screen)

    at_desk.screen.entry.form.show_values({"price": "319000.00"})
    at_desk.screen.entry.commit()

    assert all(word.endswith("not signed") for word in at_desk.signers)
    assert at_desk.screen.entry.submit.signers.note.isVisibleTo(at_desk.screen)


def test_a_line_called_wrong_turns_amber_and_its_section_asks_for_a_look(at_desk: Window) -> None:
    at_desk.screen.sign.trigger()
    cell = at_desk.screen.entry.form.cells["price"]
    signer = at_desk.customer.waits_for[0]

    at_desk.touch("318,000.00")
    assert cell.doubt is not None
    assert signer in cell.doubt.text()
    assert cell.editor.property("doubted")
    assert "look here" in at_desk.section("contract")

    at_desk.touch("318,000.00")  # touched again: right after all
    assert not cell.editor.property("doubted")
    assert "look here" not in at_desk.section("contract")


def test_a_doubt_ends_when_the_clerk_puts_the_value_right(at_desk: Window) -> None:
    at_desk.screen.sign.trigger()
    at_desk.touch("318,000.00")
    press(at_desk.customer.screen, at_desk.customer.screen.tr("Something is wrong, tell the clerk"))
    cell = at_desk.screen.entry.form.cells["price"]
    assert cell.editor.property("doubted")

    at_desk.screen.entry.form.show_values({"price": "381000.00"})
    at_desk.screen.entry.commit()

    assert not cell.editor.property("doubted")


def test_a_person_called_wrong_is_the_one_that_was_touched(at_desk: Window) -> None:
    at_desk.screen.sign.trigger()
    at_desk.touch("陈*")

    doubted = [
        row.name.text()
        for row in at_desk.screen.entry.parties.rows
        if row.cells["name"].editor.property("doubted")
    ]
    assert doubted == [BUYER[0]]
    assert "look here" in at_desk.section("parties")

    at_desk.screen.sign.trigger()  # asked anew: everybody checks again

    assert "look here" not in at_desk.section("parties")


def test_where_the_centre_obliges_to_sign_the_refusal_names_who_has_not(at_desk: Window) -> None:
    at_desk.office.desk.do(c.ChangeSetting(key="signatures.required", value=True), by="m1")
    at_desk.screen.check.trigger()
    at_desk.settle()
    assert "Everybody must have signed" in at_desk.screen.entry.submit.line.text()
    at_desk.screen.sign.trigger()
    sign(at_desk.customer.screen)
    still = at_desk.customer.waits_for

    at_desk.screen.accept.trigger()
    at_desk.settle()

    said = at_desk.screen.banner.text
    assert all(name in said for name in still)
    assert at_desk.screen.entry.parties.rows[0].name.text()  # what was keyed is still there


@pytest.mark.parametrize(
    ("due", "said"), [(timedelta(minutes=58), "10:58"), (timedelta(days=3), "2026-11-27")]
)
def test_after_the_acceptance_the_applicants_read_number_and_hour(
    at_desk: Window, due: timedelta, said: str
) -> None:
    accepted = datetime(2026, 11, 24, 10, 0, tzinfo=SHANGHAI)
    at_desk.screen.sign.trigger()

    at_desk.screen._accepted(
        AcceptAnswer(
            at=accepted,
            case_id=new_id(),
            state="accepted",
            n=1,
            case_no="2026-0000057",
            due_at=accepted + due,
        )
    )

    assert at_desk.customer.screen.state == "result"
    shown = texts(at_desk.customer.screen)
    assert "2026-0000057" in shown
    assert said in shown
    assert SELLER[0] not in shown
