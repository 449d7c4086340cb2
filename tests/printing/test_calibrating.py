"""A printer that is off is measured, put right, and seen to be right."""

import pytest

from printing.calibrating import Measuring, Step
from printing.calibration import TRUE, Calibration
from printing.measuring import BeyondLimits, Readings
from printing.ruler import CORNERS

OFF = Calibration(dx=-3.4, dy=2.2, rotation=0.6, scale_x=1.006, scale_y=0.996)
"""How everything has to be drawn so that this printer prints it right."""


def lay_on(kind: str, printed_with: Calibration, needed: Calibration = OFF) -> Readings:
    """Read where the corners of the form stand on a ruler printed with a calibration."""
    (a, b), (c, d) = printed_with.rows
    whole = a * d - b * c

    def on_ruler(corner: tuple[float, float]) -> tuple[float, float]:
        x, y = needed.placed(corner)
        across, down = x - printed_with.dx, y - printed_with.dy
        return (
            round((d * across - b * down) / whole - corner[0], 1),
            round((a * down - c * across) / whole - corner[1], 1),
        )

    left, right, low = (on_ruler(corner) for corner in CORNERS[kind][:3])
    return Readings(
        left_x=left[0],
        left_y=left[1],
        right_x=right[0],
        right_y=right[1],
        low_x=low[0],
        low_y=low[1],
    )


@pytest.mark.parametrize("kind", sorted(CORNERS))
def test_a_printer_is_put_right_in_two_rulers(kind: str) -> None:
    begun = Measuring(kind=kind).ruled()
    assert begun.step is Step.READ

    computed = begun.read(lay_on(kind, TRUE))
    assert computed.step is Step.COMPUTED
    verified = computed.ruled().read(lay_on(kind, computed.calibration))

    assert verified.step is Step.TRIAL
    assert verified.off is not None
    assert verified.off <= 0.5
    assert verified.calibration == computed.calibration  # what is true enough is left alone


def test_a_first_ruler_that_looks_true_is_verified_all_the_same() -> None:
    true = Readings(left_x=0, left_y=0, right_y=0, low_x=0)

    computed = Measuring(kind="proof").ruled().read(true)

    assert computed.step is Step.COMPUTED
    assert computed.ruled().read(true).step is Step.TRIAL


def test_what_is_not_true_yet_is_added_and_verified_once_more() -> None:
    misread = Readings(left_x=-2, left_y=2, right_y=3.5, low_x=-4.0)
    first = Measuring(kind="proof").ruled().read(misread)

    second = first.ruled().read(lay_on("proof", first.calibration))
    assert second.step is Step.COMPUTED
    third = second.ruled().read(lay_on("proof", second.calibration))

    assert third.step is Step.TRIAL
    assert third.rounds == 2


def test_a_profile_that_still_holds_needs_one_ruler_alone() -> None:
    again = Measuring.again("proof", OFF).ruled()

    assert again.step is Step.VERIFY
    verified = again.read(lay_on("proof", OFF))
    assert (verified.step, verified.calibration) == (Step.TRIAL, OFF)


def test_rounds_that_add_up_to_too_much_are_refused() -> None:
    first = Measuring(kind="proof").ruled().read(Readings(left_x=5, left_y=0, right_y=0, low_x=5))

    with pytest.raises(BeyondLimits):
        first.ruled().read(Readings(left_x=5, left_y=0, right_y=0, low_x=5))
