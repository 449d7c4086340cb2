"""The footer names as many keys as have room, and F1 always."""

import pytest
from pytestqt.qtbot import QtBot

from desk.windows.frame.key_line import KeyLine

pytestmark = pytest.mark.gui
ACTS = ("F9 Call next", "F12 Hand out", "Ctrl+T Draw a ticket")


@pytest.mark.parametrize(("width", "shown"), [(900, 3), (0, 0)])
def test_acts_without_room_give_way_to_the_key_sheet(qtbot: QtBot, width: int, shown: int) -> None:
    line = KeyLine()
    qtbot.addWidget(line)
    line.show()
    line.resize(width, 30)
    line.show_acts(ACTS, "F1 Keys")

    assert [act in line.text() for act in ACTS] == [place < shown for place in range(3)]
    assert line.text().endswith("F1 Keys")
    assert all(act in line.toolTip() for act in ACTS)
