"""One worker's part of a day: events in order, each through the one door of its desk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk.day.acts import Cast, command_of
from desk.day.expectations import compare, missing_of
from desk.day.file import Event
from desk.day.outcomes import Outcome, Trial
from desk.day.standing import Standing
from desk.workflow.desk import Desk
from desk.workflow.errors import Code, DeskError, refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """A desk on which events are played; numbers are foretold for one worker alone."""

    desk: Desk
    cast: Cast
    language: str
    foretold: bool = True

    def play(self, events: Iterable[Event]) -> Iterator[Outcome]:
        """Play events one after another; one that went wrong does not stop the day."""
        for event in events:
            yield self._play(event)

    def _play(self, event: Event) -> Outcome:
        standing = Standing(
            desk=self.desk,
            event=event,
            case_id=self.cast.case_id(event),
            missing=self.cast.missing.get(event.case or "", ()),
        )
        trial = self._try(event, standing)
        difference = compare(event.expect, trial, standing, foretold=self.foretold)
        missing = missing_of(trial) if event.do == "pre_review" else None
        if missing is not None and event.case is not None:
            self.cast.missing[event.case] = missing
        return Outcome(
            i=event.i,
            do=event.do,
            case=event.case,
            came=trial.came,
            codes=trial.codes,
            message=trial.text(self.language),
            expected=difference.expected,
            got=difference.got,
            missing=missing,
        )

    def _try(self, event: Event, standing: Standing) -> Trial:
        try:
            if event.do == "check":
                require_known(standing)
                return Trial.done()
            command = command_of(event, self.cast)
            return Trial.done(self.desk.do(command, by=event.by, at=event.at))
        except DeskError as error:
            return Trial.stopped(error)


def require_known(standing: Standing) -> None:
    """Refuse with D-UNKNOWN to look at a case or unit that is not there."""
    keys = standing.event.keys
    if "case" in keys and standing.stage() is None:
        raise refuse(Code.UNKNOWN, at="case")
    if "unit" in keys and standing.unit() is None:
        raise refuse(Code.UNKNOWN, at="unit")
