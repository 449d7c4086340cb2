"""What was measured of a printer stays on the workstation until it has to be measured again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk.local.keeping import PRINTERS, Keeping
from desk.local.profiles import Circumstances, Due, Profile, Profiles, due
from printing.calibration import TRUE, Calibration

NOW = datetime(2018, 3, 26, 9, 0, tzinfo=UTC)
PROFILE = Profile(
    printer="HP-400",
    tray="Tray2",
    kind="proof",
    batch="2018-03A",
    driver="HP LaserJet 400",
    at=NOW,
    by="w05",
    second="s1",
    calibration=Calibration(dx=-3.4, dy=2.2, rotation=0.6, scale_x=1.006),
)
SAME = Circumstances(driver="HP LaserJet 400", batch="2018-03A", misprints=0, now=NOW)


def test_a_profile_is_there_after_a_restart(tmp_path: Path) -> None:
    keeping = Keeping.on_disk(tmp_path)
    keeping.profiles.keep(PROFILE)
    keeping.close()

    again = Keeping.on_disk(tmp_path)
    assert again.profiles.of("HP-400", "proof") == PROFILE
    assert again.profiles.of("HP-400", "certificate") is None
    assert again.profiles.of("other", "proof") is None
    again.close()


def test_the_newest_delivery_or_tray_is_the_one_that_is_printed_by() -> None:
    profiles = Profiles()
    later = replace(PROFILE, batch="2018-04B", at=NOW + timedelta(days=3))

    profiles.keep(later)
    profiles.keep(PROFILE)
    assert profiles.of("HP-400", "proof") == later

    measured = replace(later, at=NOW + timedelta(days=4), calibration=TRUE)
    profiles.keep(measured)
    assert list(profiles.all()) == [measured, PROFILE]


def test_a_nudge_moves_a_profile_and_leaves_its_date() -> None:
    profiles = Profiles()
    profiles.keep(PROFILE)

    profiles.nudge(PROFILE, 0.3, -0.1)

    kept = profiles.of("HP-400", "proof")
    assert kept is not None
    assert (kept.calibration.dx, kept.calibration.dy) == pytest.approx((-3.1, 2.1))
    assert (kept.calibration.rotation, kept.at) == (0.6, NOW)


@pytest.mark.parametrize(
    ("stands", "why"),
    [
        (SAME, ()),
        (replace(SAME, now=NOW + timedelta(days=7)), ()),
        (replace(SAME, now=NOW + timedelta(days=7, seconds=1)), (Due.OLD,)),
        (replace(SAME, batch="2018-04B"), (Due.BATCH,)),
        (replace(SAME, driver="HP Universal"), (Due.DRIVER,)),
        (replace(SAME, driver=""), ()),  # the printer does not say
        (replace(SAME, misprints=1), ()),
        (replace(SAME, misprints=2), (Due.MISPRINTS,)),
        (replace(SAME, misprints=2, batch="B"), (Due.BATCH, Due.MISPRINTS)),
    ],
)
def test_a_profile_holds_until_something_changes(
    stands: Circumstances, why: tuple[Due, ...]
) -> None:
    assert due(PROFILE, stands) == why


def test_a_printer_without_a_profile_has_to_be_measured() -> None:
    assert due(None, SAME) == (Due.NEVER,)


@pytest.mark.parametrize("spoilt", ["", "{", "[1]", '[{"printer": "HP-400"}]', "7", "null"])
def test_a_spoilt_file_means_measuring_again(spoilt: str, tmp_path: Path) -> None:
    (tmp_path / PRINTERS).write_text(spoilt, encoding="utf-8")

    assert not Profiles(tmp_path / PRINTERS).all()


def test_a_profile_changed_by_hand_beyond_the_limits_is_none(tmp_path: Path) -> None:
    path = tmp_path / PRINTERS
    Profiles(path).keep(PROFILE)
    path.write_text(path.read_text(encoding="utf-8").replace("-3.4", "-34"), encoding="utf-8")

    assert Profiles(path).of("HP-400", "proof") is None
