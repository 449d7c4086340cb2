"""Lines break where a Chinese typesetter breaks them, and lose nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.lines import NOT_FIRST, broken
from printing.typefaces import SERIF, width

TEXTS = st.text(alphabet="权利人不动产，。、（）《》ABC 123·/", min_size=1, max_size=120)


@given(text=TEXTS, room=st.integers(60, 300))
def test_no_character_is_lost_but_spaces_at_the_break(text: str, room: int) -> None:
    lines = broken(text, SERIF, 10, room)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(text=TEXTS, room=st.integers(60, 300))
def test_no_line_is_wider_than_its_room(text: str, room: int) -> None:
    assert all(width(line, SERIF, 10) <= room + 0.01 for line in broken(text, SERIF, 10, room))


@pytest.mark.parametrize("mark", ["，", "。", "）", "》", "、"])
def test_a_closing_mark_never_begins_a_line(mark: str) -> None:
    for room in range(30, 120, 3):
        lines = broken(f"不动产权利人{mark}" * 6, SERIF, 10, room)
        assert all(line[0] not in NOT_FIRST for line in lines)


def test_own_line_breaks_are_kept() -> None:
    assert broken("甲\n乙", SERIF, 10, 100) == ["甲", "乙"]
