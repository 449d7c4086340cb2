"""Widgets in cycles are destroyed on the thread that made them, whoever allocates meanwhile."""

import gc
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.windows.parts.collecting import Collector

pytestmark = pytest.mark.gui


class Knot(QWidget):
    """A widget with a running timer that refers to itself, as screens do by their signals."""

    ended_on: list[int] = []  # noqa: RUF012 - shared by all knots on purpose

    def __init__(self) -> None:
        super().__init__()
        self.myself = self
        self.timer = QTimer(self)
        self.timer.start(1_000)

    def __del__(self) -> None:
        self.ended_on.append(threading.get_ident())


def allocate_much() -> None:
    for _ in range(200):
        [[] for _ in range(5_000)]


def test_a_worker_that_allocates_destroys_no_widget(qtbot: QtBot) -> None:
    gc.enable()
    collector = Collector()
    Knot.ended_on.clear()
    for _ in range(20):
        Knot()
    with ThreadPoolExecutor(1) as worker:
        worker.submit(allocate_much).result()
    assert Knot.ended_on == []

    collector.stop()
    assert set(Knot.ended_on) == {threading.get_ident()}
    assert gc.isenabled()


def test_what_has_grown_is_collected_by_the_timer(qtbot: QtBot) -> None:
    gc.enable()
    collector = Collector()
    Knot.ended_on.clear()
    Knot()
    kept = [[] for _ in range(5_000)]  # type: ignore[var-annotated]
    collector.look()

    assert Knot.ended_on == [threading.get_ident()]
    assert len(kept) == 5_000
    collector.stop()
