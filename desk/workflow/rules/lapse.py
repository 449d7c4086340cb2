"""What runs out by the calendar alone, and the places that live rights take behind each other."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from desk.workflow.facts import MORTGAGE, OBJECTION, SEIZURE, RightFacts
from forms.calendar import WorkingCalendar

OBJECTION_DAYS = 15  # 民法典 220
RANK_STEP = 2**16  # between ranks of one instant: room for those that are put between them
_LOCAL = ZoneInfo("Asia/Shanghai")


def local_day(instant: datetime) -> date:
    """Return the day of an instant as the counter counts it, in Asia/Shanghai."""
    return instant.astimezone(_LOCAL).date()


def local_midnight(day: date) -> datetime:
    """Return the instant at which a day begins in Asia/Shanghai."""
    return datetime.combine(day, time.min, _LOCAL)


def last_day(right_type: str, fields: Mapping[str, object], rank_at: datetime) -> date | None:
    """Return the last day on which a right holds by itself, None where no calendar ends it.

    A seizure holds to its own last day (民诉法解释 485), an objection for fifteen days without the
    day of its entry (民法典 201, 220) – its first entry: one written again, as on the units of a
    split, counts on from the instant that gave it its rank. A notice does not run out by itself.
    """
    if right_type == OBJECTION:
        return local_day(rank_at) + timedelta(days=OBJECTION_DAYS)
    to = fields.get("to")
    if right_type == SEIZURE and isinstance(to, str):
        return date.fromisoformat(to)
    return None


def supplement_until(returned: datetime, days: int, calendar: WorkingCalendar) -> date:
    """Return the last day to bring what a returned case lacks, the day of the return not counted.

    No job ends it: from the next day on every look says that the application was given up.
    """
    return calendar.add_working_days(local_day(returned), days)


def is_lapsed(right_type: str, fields: Mapping[str, object], rank_at: datetime, day: date) -> bool:
    """Tell whether a right has run out before a day; on its last day it still holds."""
    last = last_day(right_type, fields, rank_at)
    return last is not None and last < day


def ranks(rights: Iterable[RightFacts]) -> dict[UUID, int]:
    """Return the ranks on one unit: mortgages from 1, seizures from 0 (in force) and 1 (waiting).

    What is closed or lapsed takes no place, so ranks have no holes (民法典 414, 查封规定 26).
    """
    live = sorted((r for r in rights if r.live), key=order_of_rank)
    mortgages = [right.id for right in live if right.type == MORTGAGE]
    seizures = [right.id for right in live if right.type == SEIZURE]
    return dict(zip(mortgages, range(1, len(mortgages) + 1), strict=True)) | dict(
        zip(seizures, range(len(seizures)), strict=True)
    )


def order_of_rank(right: RightFacts) -> tuple[datetime, int, datetime]:
    """Return what rights of one kind are ranked by."""
    return right.rank_at, right.rank_n, right.registered_at
