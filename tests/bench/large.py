"""A database with 100,000 units, made once a day and kept outside the tree."""

import os
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_cache_path

from db.upgrade import newest_version
from desk.workflow.demo import DemoCentre

PARCELS = 2_000  # of fifty units each


def large_database() -> Path:
    """Return the database of today and of this version, made anew where there is none."""
    folder = user_cache_path("registration-desk") / "bench"
    now = datetime.now(UTC)
    wanted = folder / f"units-100000-{newest_version()}-{now:%Y%m%d}.db"
    if not wanted.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("units-*.db*"):
            old.unlink()
        fresh = folder / f"new-{os.getpid()}.db"
        DemoCentre(now=now, parcels=PARCELS).create(f"sqlite:///{fresh}", keep_papers=False)
        fresh.replace(wanted)
    return wanted
