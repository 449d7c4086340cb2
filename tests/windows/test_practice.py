"""A clerk practises: on a centre of its own, every key counted, the work untouched behind it."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk.windows.counter.my_day import MyDayScreen
from tests.windows.conftest import settle
from tests.windows.practising import Clerk, give, replace_certificate, sell
from tests.windows.test_demonstration_frame import edge, purple

pytestmark = pytest.mark.gui

NONE = Qt.KeyboardModifier.NoModifier
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LONG = 30_000  # ms: a centre is made


def fingerprint(tmp_path: Path) -> str:
    return hashlib.sha256((tmp_path / "live.db").read_bytes()).hexdigest()


def test_a_sale_is_practised_every_key_is_counted_and_the_work_is_not_touched(
    clerk: Clerk, tmp_path: Path
) -> None:
    before = fingerprint(tmp_path)
    clerk.start("P1")
    assert edge(clerk.window.grab().toImage()) == {purple()}
    assert not clerk.work.isVisible()
    folder = clerk.session.training.folder
    sell(clerk)

    result = clerk.run.result
    assert result is not None
    assert (result.done.keys, result.done.clicks) == (clerk.pressed, 0)
    assert result.done.keys <= 60
    clerk.press_free(Qt.Key.Key_Q, CONTROL)
    clerk.bot.waitUntil(lambda: clerk.session.training.run is None)
    assert clerk.work.isVisible()
    assert folder is not None
    assert not folder.exists()
    assert fingerprint(tmp_path) == before


def test_a_mortgage_is_released(clerk: Clerk) -> None:
    clerk.start("P3")
    clerk.press(Qt.Key.Key_Return, CONTROL)
    clerk.read("certificate")
    clerk.press(Qt.Key.Key_Return)
    clerk.type("2")
    clerk.answer()
    clerk.accept()
    clerk.done()


def test_a_home_is_given_away(clerk: Clerk) -> None:
    clerk.start("P4")
    give(clerk)
    clerk.done()

    assert within_goal(clerk)


def test_a_home_is_inherited(clerk: Clerk) -> None:
    clerk.start("P5")
    clerk.press(Qt.Key.Key_Return, CONTROL)
    clerk.read("certificate")
    clerk.read("card")
    clerk.answer()
    clerk.accept()
    clerk.done()


def test_a_certificate_is_replaced_twice_and_the_second_is_compared_with_the_first(
    clerk: Clerk,
) -> None:
    clerk.start("P6")
    replace_certificate(clerk)
    clerk.done()
    assert within_goal(clerk)
    first, bar = clerk.run.result, clerk.bar
    assert first is not None
    assert "第一次" in bar.task.text()

    clerk.window.go("D10")  # from within the practice, its case begins anew
    clerk.pressed = 0
    with clerk.another():
        clerk.press_free(Qt.Key.Key_D, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    replace_certificate(clerk)
    clerk.done()
    second = clerk.run.result
    assert second is not None
    assert (second.best, second.done.keys) == (first.done.keys, clerk.pressed)
    assert str(first.done.keys) in clerk.bar.task.text()

    clerk.press_free(Qt.Key.Key_Q, CONTROL)
    clerk.bot.waitUntil(lambda: clerk.session.training.run is None)
    clerk.work.go("C13")
    settle(clerk.bot, clerk.office)
    screen = clerk.work.screen
    assert isinstance(screen, MyDayScreen)
    assert f"换发证书 {first.done.keys} → {second.done.keys}" in screen.practised.text()


def test_missing_papers_are_told_at_once(clerk: Clerk) -> None:
    clerk.start("P7")
    clerk.press(Qt.Key.Key_Return, CONTROL)
    clerk.press(Qt.Key.Key_6, ALT)
    clerk.press(Qt.Key.Key_Space)
    clerk.press(Qt.Key.Key_Space)
    clerk.press(Qt.Key.Key_F4)
    clerk.press(Qt.Key.Key_Return, CONTROL)
    clerk.done()

    assert within_goal(clerk)


def within_goal(clerk: Clerk) -> bool:
    """Tell whether what was pressed was counted, no more, and is within the goal."""
    result = clerk.run.result
    assert result is not None
    assert (result.done.keys, result.done.clicks) == (clerk.pressed, 0)
    return result.done.keys <= clerk.run.laid.practice.keys
