"""A moment of the past, at which one case is looked at again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

LAST = 2**31 - 1
"""No event of a case has a higher count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """Of the case, what came with its event counts; of all others, what was there by then."""

    at: datetime
    n: int
    hidden: UUID  # the case whose own entries were not made yet
