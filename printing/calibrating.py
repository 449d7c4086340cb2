"""The course of a calibration: ruler, readings, another ruler that shows whether it is true."""

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Self

from printing.calibration import TRUE, Calibration
from printing.measuring import (
    TRUE_ENOUGH,
    Readings,
    measured,
    stacked,
    within_limits,
    worst,
)
from printing.ruler import CORNERS


class Step(IntEnum):
    """The six steps, in their order."""

    CHOOSE = 1
    RULER = 2
    READ = 3
    COMPUTED = 4
    VERIFY = 5
    TRIAL = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Measuring:
    """Where a calibration stands; every act gives the next standing."""

    kind: str
    calibration: Calibration = TRUE
    step: Step = Step.CHOOSE
    rounds: int = 0
    off: float | None = None  # mm at the worst corner, as last read

    @classmethod
    def again(cls, kind: str, calibration: Calibration) -> Self:
        """Begin with a calibration that is there already: its first ruler verifies it."""
        return cls(kind=kind, calibration=calibration, rounds=1)

    @property
    def is_read(self) -> bool:
        """Tell whether a ruler sheet lies there to be read."""
        return self.step in (Step.READ, Step.VERIFY)

    def ruled(self) -> Self:
        """Go on once a ruler sheet was printed."""
        return replace(self, step=Step.VERIFY if self.rounds else Step.READ)

    def read(self, readings: Readings) -> Self:
        """Take what was read: near enough it is true, else it is added and verified once more."""
        corners = CORNERS[self.kind]
        found = measured(corners, readings)
        off = worst(corners, found)
        if self.rounds and off <= TRUE_ENOUGH:
            return replace(self, step=Step.TRIAL, off=off)
        both = within_limits(stacked(self.calibration, found))
        return replace(self, calibration=both, step=Step.COMPUTED, rounds=self.rounds + 1, off=off)
