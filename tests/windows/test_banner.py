"""The banner: what happened in place, questions that go on with their codes, once."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desk.windows.parts import banner as module
from desk.windows.parts.banner import Banner
from desk.workflow.errors import Code, Finding, Level, NeedsConfirmation, refuse
from forms.messages import message

ASKS = NeedsConfirmation(
    (
        Finding(code="R15", level=Level.CONFIRM, facts={"unit": "—", "others": "梁彦林"}),
        Finding(code="R51", level=Level.WARN),
    )
)


@pytest.fixture
def shown(qtbot: QtBot) -> Banner:
    banner = Banner()
    qtbot.addWidget(banner)
    return banner


def button_of(banner: Banner) -> QPushButton:
    return banner.findChildren(QPushButton)[0]


def test_a_banner_begins_silent(shown: Banner) -> None:
    assert shown.isHidden()
    assert shown.text == ""


def test_a_refusal_says_its_code_and_its_sentence(shown: Banner) -> None:
    shown.refuse(refuse(Code.STAGE, stage="issued"))

    assert shown.text.startswith("D-STAGE  ")
    assert message("D-STAGE", "zh", stage="issued") in shown.text
    assert shown.property("level") == "error"
    assert button_of(shown).isHidden()


def test_a_question_goes_on_with_the_codes_that_were_confirmed(shown: Banner) -> None:
    confirmed: list[tuple[str, ...]] = []
    shown.refuse(ASKS, confirmed.append)
    assert shown.property("level") == "ask"
    assert "Ctrl+Shift+Enter" in button_of(shown).text()
    button_of(shown).click()

    assert confirmed == [("R15",)]
    assert shown.isHidden()


def test_a_question_is_answered_once(shown: Banner) -> None:
    confirmed: list[tuple[str, ...]] = []
    shown.refuse(ASKS, confirmed.append)
    shown.confirm()
    shown.confirm()

    assert len(confirmed) == 1


def test_a_question_that_was_taken_back_cannot_be_confirmed(shown: Banner) -> None:
    confirmed: list[tuple[str, ...]] = []
    shown.refuse(ASKS, confirmed.append)
    shown.withdraw_question()
    shown.confirm()

    assert confirmed == []
    assert shown.text == ""


def test_taking_back_a_question_leaves_other_news_standing(shown: Banner) -> None:
    shown.refuse(refuse(Code.STAGE, stage="issued"))
    shown.withdraw_question()

    assert shown.text.startswith("D-STAGE")


def test_a_refusal_after_a_question_takes_the_question_away(shown: Banner) -> None:
    confirmed: list[tuple[str, ...]] = []
    shown.refuse(ASKS, confirmed.append)
    shown.refuse(refuse(Code.STAGE, stage="issued"))
    shown.confirm()

    assert confirmed == []


def test_what_was_done_goes_away_by_itself_and_an_error_stays(
    shown: Banner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DONE_MILLISECONDS", 10)
    shown.say("done", "好")
    qtbot.waitUntil(shown.isHidden)
    shown.say("done", "好")
    shown.say("error", "不好")

    assert not shown.findChildren(QTimer)[0].isActive()
    assert shown.text == "不好"
