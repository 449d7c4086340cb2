"""From an event of the file to the command that a window would send."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from desk.day.file import Event
from desk.day.morning import party_of, person_of
from desk.workflow import commands as c
from desk.workflow.application import Application
from desk.workflow.joining import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who and what the names of a day mean in the database; `missing` is what pre-review found."""

    cases: Mapping[str, UUID]
    windows: Mapping[str, int | None]
    names: Names = field(default_factory=Names)
    any_order: bool = False
    missing: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def window(self, event: Event) -> int:
        """Return the window of who acts; those who have none share a counter called 0."""
        return self.windows.get(event.by) or 0

    def case_id(self, event: Event) -> UUID | None:
        """Return the case of an event, nothing where it names none."""
        return None if event.case is None else self.cases[event.case]

    def case_name(self, event: Event) -> str | None:
        """Return what the case is called in the database."""
        return self.names.cases.get(event.case or "", event.case)


def command_of(event: Event, cast: Cast) -> c.Command:
    """Return the command of any event but `check`."""
    return _MAKE[event.do](event, cast)


def application_of(row: Mapping[str, Any], names: Names) -> Application:
    """Return an application as keyed; names that an earlier day took are put right."""
    named = row.get("right")
    if named is not None:
        named = names.rights.get(named, names.cases.get(named, named))
    return Application(
        item=row["item"],
        units=tuple(row["units"]),
        parties=tuple(party_of(party) for party in row["parties"]),
        materials=tuple(row["materials"]),
        right=named,
        co_ownership=row.get("co_ownership"),
        reason=row.get("reason", ""),
        fields=row.get("fields", {}),
        confirmed=tuple(row.get("confirmed", ())),
    )


def _id(event: Event, cast: Cast) -> UUID:
    found = cast.case_id(event)
    assert found is not None  # the shape of the file asks for it
    return found


def _plain(kind: Callable[..., c.Command], *keys: str) -> Callable[[Event, Cast], c.Command]:
    """Return the maker of a command whose keys are those of the event."""

    def make(event: Event, cast: Cast) -> c.Command:
        given = {key: event.keys[key] for key in keys if key in event.keys}
        return kind(case_id=_id(event, cast), **given)

    return make


def _ticket(event: Event, cast: Cast) -> c.Command:
    return c.DrawTicket(
        case_id=_id(event, cast),
        item=event.keys.get("item"),
        lane=event.keys.get("lane", "normal"),
        reason=event.keys.get("reason", ""),
        case_name=cast.case_name(event),
    )


def _call(event: Event, cast: Cast) -> c.Command:
    return c.CallNext(
        window=cast.window(event), case_id=cast.case_id(event), any_order=cast.any_order
    )


def _pre_review(event: Event, cast: Cast) -> c.Command:
    return c.PreReview(
        case_id=_id(event, cast),
        item=event.keys["item"],
        materials=tuple(event.keys["materials"]),
        deferred=tuple(event.keys.get("deferred", ())),
        case_name=cast.case_name(event),
    )


def _accept(event: Event, cast: Cast) -> c.Command:
    return c.AcceptCase(
        case_id=_id(event, cast),
        application=application_of(event.keys["application"], cast.names),
        window=cast.window(event),
        case_name=cast.case_name(event),
    )


def _supplement(event: Event, cast: Cast) -> c.Command:
    application = event.keys.get("application")
    return c.SupplementCase(
        case_id=_id(event, cast),
        materials=tuple(event.keys["materials"]),
        application=None if application is None else application_of(application, cast.names),
    )


def _claim(event: Event, cast: Cast) -> c.Command:
    return c.ClaimCase(case_id=cast.case_id(event), any_order=cast.any_order)


def _refuse_acceptance(event: Event, cast: Cast) -> c.Command:
    return c.RefuseAcceptance(
        case_id=_id(event, cast),
        reason=event.keys["reason"],
        missing=cast.missing.get(event.case or "", ()),
    )


def _issue(event: Event, cast: Cast) -> c.Command:
    return c.IssueCase(
        case_id=_id(event, cast),
        to=person_of(event.keys["to"]),
        method=event.keys["method"],
        waybill=event.keys.get("waybill"),
        window=cast.window(event),
    )


def _seize(event: Event, cast: Cast) -> c.Command:
    return c.SeizeUnits(
        case_id=_id(event, cast),
        units=tuple(event.keys["units"]),
        fields=event.keys["fields"],
        window=cast.window(event),
        case_name=cast.case_name(event),
    )


def _advance_days(event: Event, cast: Cast) -> c.Command:
    return c.TurnDay(days=event.keys["days"])


_MAKE: Mapping[str, Callable[[Event, Cast], c.Command]] = {
    "ticket": _ticket,
    "call": _call,
    "pre_review": _pre_review,
    "accept": _accept,
    "charge": _plain(c.ChargeCase),
    "pay": _plain(c.PayCharge, "what", "method", "voucher"),
    "exempt": _plain(c.ExemptCharge, "what", "reason"),
    "pause": _plain(c.PauseCase, "reason"),
    "resume": _plain(c.ResumeCase, "reason"),
    "announce": _plain(c.AnnounceCase),
    "supplement": _supplement,
    "claim": _claim,
    "decide": _plain(c.DecideCase, "decision", "opinion", "ground"),
    "register": _plain(c.RegisterCase),
    "print": _plain(c.PrintCertificates, "serial"),
    "spoil": _plain(c.SpoilSheet, "serial", "reason"),
    "issue": _issue,
    "withdraw": _plain(c.WithdrawCase, "reason"),
    "refuse_acceptance": _refuse_acceptance,
    "rate": _plain(c.RateCase, "score", "text"),
    "seize": _seize,
    "advance_days": _advance_days,
}
