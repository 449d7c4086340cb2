"""The stories of all 61 items in one centre of today, each on a parcel of its own."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from desk.workflow.facts import Facts, RightFacts, Stage, UnitFacts
from tests.workflow.items.counter import found, places_of
from tests.workflow.rules.builders import LAND, TODAY
from tests.workflow.rules.test_every_item_with_complete_papers import STORIES, told

PARCEL = LAND[:19]
FIRST = 101  # number of the first parcel


class Told:
    """Tells a story on another parcel, some days after it was written."""

    def __init__(self, number: int, later: timedelta) -> None:
        self._parcel = f"{PARCEL[:-5]}{number:05}"
        self._later = later

    def facts(self, asked: Facts) -> Facts:
        """Return the facts of the application."""
        application = asked.application
        return replace(
            asked,
            application=replace(
                application,
                units=tuple(map(self._here, application.units)),
                fields=self._fields(application.fields),
            ),
            units=tuple(map(self._unit, asked.units)),
            acted=tuple(map(self._right, asked.acted)),
            parcels={self._here(code): self._unit(unit) for code, unit in asked.parcels.items()},
        )

    def _here(self, code: str) -> str:
        return code.replace(PARCEL, self._parcel)

    def _fields(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        rows = fields.get("new_units")
        moved = [{**row, "code": self._here(row["code"])} for row in rows or ()]
        return {**fields, **({"new_units": moved} if rows else {})}

    def _unit(self, unit: UnitFacts) -> UnitFacts:
        code, parcel = self._here(unit.code), self._here(unit.parcel)
        return replace(unit, code=code, parcel=parcel, rights=tuple(map(self._right, unit.rights)))

    def _right(self, right: RightFacts) -> RightFacts:
        fields = dict(right.fields)
        if isinstance(until := fields.get("to"), str):
            fields["to"] = (date.fromisoformat(until) + self._later).isoformat()
        return replace(
            right,
            unit_code=self._here(right.unit_code),
            registered_at=right.registered_at + self._later,
            rank_at=right.rank_at + self._later,
            fields=fields,
        )


def stories_of_today(url: str) -> Mapping[str, Facts]:
    """Make a centre that holds what every story needs today, and tell the stories."""
    today = datetime.now(UTC).date()
    stories = {
        story[0]: Told(FIRST + place, today - TODAY).facts(told(story, Stage.ACCEPTANCE))
        for place, story in enumerate(STORIES)
    }
    places = [place for asked in stories.values() for place in places_of(asked)]
    found(url, places, "rehearsal", today)
    return stories
