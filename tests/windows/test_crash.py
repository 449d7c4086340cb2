"""A bug: logged whole, told with a short reference that is the same for the same bug."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

import pytest

from desk.windows.parts.crash import REFERENCE_DIGITS, catch_bugs, reference_of


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a person is told by the hook, which is put back afterwards."""
    said: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_bugs(said.append)
    return said


def caught(act: Callable[[], object]) -> tuple[type[BaseException], BaseException, TracebackType]:
    with pytest.raises((ZeroDivisionError, KeyError, KeyboardInterrupt)) as trap:
        act()
    return trap.type, trap.value, trap.tb


def divide(by: int) -> float:
    return 1 / by


def miss(key: str) -> str:
    return dict[str, str]()[key]


def test_a_bug_is_logged_whole_and_told_with_its_reference(
    told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "desk"):
        sys.excepthook(*caught(lambda: divide(0)))

    (record,) = caplog.records
    logged = record.getMessage()
    reference = logged.split()[1]
    assert "ZeroDivisionError" in logged
    assert "in divide" in logged
    assert len(reference) == REFERENCE_DIGITS
    assert reference in told[0]
    assert "ZeroDivisionError" not in told[0]


def test_the_same_bug_has_the_same_reference_and_another_has_another(told: list[str]) -> None:
    for key in ("东丰", "辽源"):
        sys.excepthook(*caught(lambda wanted=key: miss(wanted)))  # type: ignore[misc]
    sys.excepthook(*caught(lambda: divide(0)))

    assert told[0] == told[1]
    assert told[1] != told[2]


def test_stopping_from_the_keyboard_is_no_bug(
    told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    sys.excepthook(*caught(stop))

    assert told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_a_reference_is_short_and_can_be_read_aloud() -> None:
    assert reference_of("x").isalnum()
    assert reference_of("x") == reference_of("x") != reference_of("y")
