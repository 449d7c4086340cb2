"""What a person reads off the ruler gives back how the printer is off (U-33)."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.calibration import Calibration, Point
from printing.measuring import (
    TRUE_ENOUGH,
    BeyondLimits,
    Misread,
    NotAReading,
    Readings,
    measured,
    reading,
    stacked,
    within_limits,
    worst,
)
from tests.printing.marks import CORNERS

known = st.builds(
    Calibration,
    dx=st.floats(-8, 8),
    dy=st.floats(-8, 8),
    rotation=st.floats(-1.5, 1.5),
    scale_x=st.floats(0.98, 1.02),
    scale_y=st.floats(0.98, 1.02),
)
unstretched = st.builds(
    Calibration, dx=st.floats(-8, 8), dy=st.floats(-8, 8), rotation=st.floats(-1.5, 1.5)
)
kinds = st.sampled_from(sorted(CORNERS))


def read_off(kind: str, asked: Calibration, digits: int = 1, *, all_six: bool = True) -> Readings:
    """Read the ruler as a person does, to a tenth of a millimetre."""

    def off(point: Point) -> Point:
        x, y = asked.placed(point)
        return round(x - point[0], digits), round(y - point[1], digits)

    left, right, low = (off(point) for point in CORNERS[kind][:3])
    return Readings(
        left_x=left[0],
        left_y=left[1],
        right_y=right[1],
        low_x=low[0],
        right_x=right[0] if all_six else None,
        low_y=low[1] if all_six else None,
    )


def apart(kind: str, one: Calibration, other: Calibration) -> float:
    """Return how far the two draw the worst corner apart."""
    pairs = ((one.placed(point), other.placed(point)) for point in CORNERS[kind])
    return max(hypot(a[0] - b[0], a[1] - b[1]) for a, b in pairs)


@given(kinds, known)
def test_six_readings_give_back_the_whole_calibration(kind: str, asked: Calibration) -> None:
    found = measured(CORNERS[kind], read_off(kind, asked, digits=9))

    assert apart(kind, asked, found) < 0.1
    assert (found.dx, found.dy) == pytest.approx((asked.dx, asked.dy), abs=0.1)
    assert found.rotation == pytest.approx(asked.rotation, abs=0.01)
    assert (found.scale_x, found.scale_y) == pytest.approx(
        (asked.scale_x, asked.scale_y), abs=0.0005
    )


@given(kinds, unstretched)
def test_four_readings_to_a_tenth_give_back_shift_and_turn(kind: str, asked: Calibration) -> None:
    found = measured(CORNERS[kind], read_off(kind, asked, all_six=False))

    left = CORNERS[kind][0]
    assert found.placed(left) == pytest.approx(asked.placed(left), abs=0.1)
    assert found.rotation == pytest.approx(asked.rotation, abs=0.06)


@given(kinds, known)
def test_after_one_round_a_person_who_reads_tenths_is_within_what_is_true_enough(
    kind: str, asked: Calibration
) -> None:
    found = measured(CORNERS[kind], read_off(kind, asked))

    assert apart(kind, asked, found) < TRUE_ENOUGH


@given(kinds, known, known)
def test_a_second_measuring_adds_to_the_first(
    kind: str, first: Calibration, second: Calibration
) -> None:
    both = stacked(first, second)

    for point in CORNERS[kind]:
        wanted = first.placed(second.placed(point))
        assert hypot(*(a - b for a, b in zip(both.placed(point), wanted, strict=True))) < 0.6


@given(kinds, known)
def test_a_small_second_measuring_adds_to_a_tenth(kind: str, first: Calibration) -> None:
    second = Calibration(dx=0.4, dy=-0.3, rotation=0.05)

    both = stacked(first, second)

    for point in CORNERS[kind]:
        wanted = first.placed(second.placed(point))
        assert hypot(*(a - b for a, b in zip(both.placed(point), wanted, strict=True))) < 0.1


@pytest.mark.parametrize(
    ("typed", "mm"),
    [
        ("−3,5", -3.5),
        ("-3.5", -3.5),
        ("－３，５", -3.5),
        ("３．５", 3.5),
        ("＋0。2", 0.2),
        (" 7 ", 7.0),
        ("0", 0.0),
    ],
)
def test_a_reading_is_taken_as_it_is_typed(typed: str, mm: float) -> None:
    assert reading(typed) == mm


@pytest.mark.parametrize("typed", ["", "左", "3,5,1", "1e3", "--2", "12.1", "99"])
def test_what_is_no_reading_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(NotAReading) as refused:
        reading(typed)

    assert refused.value.facts == {"text": typed}
    assert "E-PRN" not in refused.value.text("zh")


def test_readings_that_no_turn_explains_are_asked_for_again() -> None:
    with pytest.raises(Misread):
        measured(CORNERS["proof"], Readings(left_x=0, left_y=0, right_y=3, low_x=3))


@pytest.mark.parametrize(
    "asked",
    [
        Calibration(dx=8.1),
        Calibration(dy=-8.1),
        Calibration(rotation=1.6),
        Calibration(scale_x=0.97),
        Calibration(scale_y=1.03),
    ],
)
def test_what_is_too_far_off_belongs_to_the_paper_guide(asked: Calibration) -> None:
    found = measured(CORNERS["proof"], read_off("proof", asked, digits=9))

    with pytest.raises(BeyondLimits):
        within_limits(found)


def test_what_is_within_the_limits_is_taken() -> None:
    asked = Calibration(dx=7.9, dy=-7.9, rotation=1.4, scale_x=1.019, scale_y=0.981)

    assert within_limits(asked) == asked
    assert worst(CORNERS["proof"], Calibration(dx=0.3, dy=0.4)) == pytest.approx(0.5)
