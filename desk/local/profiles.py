"""How each printer of this workstation is off (校准档案): one small file, by printer and sheet."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from printing.calibration import TRUE, Calibration

LASTS = timedelta(days=7)
MISPRINTS = 2  # in a row


class Due(StrEnum):
    """Why a printer has to be verified before it writes on a numbered sheet."""

    NEVER = "never"  # no profile of this printer and this kind of sheet
    DRIVER = "driver"
    BATCH = "batch"
    OLD = "old"
    MISPRINTS = "misprints"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What was measured of one printer, tray, kind of sheet and stock batch."""

    printer: str
    tray: str
    kind: str  # certificate, proof
    batch: str
    driver: str
    at: datetime
    by: str
    second: str
    calibration: Calibration

    @property
    def place(self) -> tuple[str, str, str, str]:
        """Return what it is for; a later one takes its place."""
        return self.printer, self.tray, self.kind, self.batch


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a printer stands in now; `misprints` counts those in a row since the profile."""

    driver: str
    batch: str
    misprints: int
    now: datetime


def due(profile: Profile | None, now: Circumstances) -> tuple[Due, ...]:
    """Return every reason to verify first; none where the profile still holds."""
    if profile is None:
        return (Due.NEVER,)
    reasons = (
        (Due.DRIVER, bool(now.driver) and now.driver != profile.driver),
        (Due.BATCH, now.batch != profile.batch),
        (Due.OLD, now.now - profile.at > LASTS),
        (Due.MISPRINTS, now.misprints >= MISPRINTS),
    )
    return tuple(reason for reason, holds in reasons if holds)


class Profiles:
    """The profiles in their file; without a file they last as long as the program."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._kept = self._read()

    def of(self, printer: str, kind: str) -> Profile | None:
        """Return the newest profile of a printer for a kind of sheet: it names the tray too."""
        found = [one for one in self._kept if (one.printer, one.kind) == (printer, kind)]
        return max(found, key=lambda one: one.at, default=None)

    def all(self) -> Sequence[Profile]:
        """Return every profile, the newest first."""
        return sorted(self._kept, key=lambda one: one.at, reverse=True)

    def keep(self, profile: Profile) -> None:
        """Keep a profile in place of the one before: the whole file new, then renamed."""
        kept = [one for one in self._kept if one.place != profile.place] + [profile]
        if self._path is not None:
            told = [{**asdict(one), "at": one.at.isoformat()} for one in kept]
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._path.with_suffix(".new")
            fresh.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
            fresh.replace(self._path)
        self._kept = kept

    def nudge(self, profile: Profile, dx: float, dy: float) -> Profile:
        """Keep a nudge in a profile; its date stays, for nothing was measured."""
        moved = replace(profile, calibration=profile.calibration.moved(dx, dy))
        self.keep(moved)
        return moved

    def _read(self) -> list[Profile]:
        """Read the file; a profile that can't be read, or lies outside the limits, is none."""
        try:
            told = json.loads(self._path.read_text(encoding="utf-8")) if self._path else []
        except (OSError, ValueError):
            return []
        read = (_profile(one) for one in told) if isinstance(told, list) else ()
        return [one for one in read if one is not None]


def _profile(told: object) -> Profile | None:
    if not isinstance(told, dict):
        return None
    try:
        calibration = Calibration(**told["calibration"])
        at = datetime.fromisoformat(told["at"])
        found = Profile(**{**told, "calibration": calibration, "at": at})
        return found if calibration.fits and at.tzinfo is not None else None
    except (KeyError, TypeError, ValueError):
        return None


def calibration_of(profile: Profile | None) -> Calibration:
    """Return how to move an overlay; without a profile it stays where the layout has it."""
    return profile.calibration if profile else TRUE
