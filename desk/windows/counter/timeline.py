"""What happened with a case, a line an act."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desk.windows.parts.tables import Column
from desk.windows.parts.words import act_word, code_word
from desk.workflow.clock import SHANGHAI
from desk.workflow.queries.cases import CaseView, EventRow

_TABLES = {"exempt": "exemption_reason", "pause": "pause_reason", "resume": "pause_reason"}


def _reason(row: EventRow) -> str:
    """Say why; a reason out of a list in the language of the screen."""
    reason = row.reason or ""
    return code_word(_TABLES[row.act], reason) if row.act in _TABLES else reason


def events_of(view: CaseView) -> Sequence[EventRow]:
    """Return what happened, from the receipt for papers on if the case began with one."""
    given = view.receipt
    if given is None:
        return view.events
    taken = EventRow(
        n=0,
        act="papers_taken",
        from_state="",
        to_state="",
        at=given.received_at,
        actor=given.person,
        person=given.person,
        window=given.window,
        reason=given.number,
        data={},
    )
    return sorted((taken, *view.events), key=lambda row: row.at)


def event_columns() -> Sequence[Column[EventRow]]:
    """Return when, what, who, at which window, and why."""
    translate = QCoreApplication.translate
    return (
        Column(
            title=translate("timeline", "When"),
            read=lambda row: row.at.astimezone(SHANGHAI).strftime("%m-%d %H:%M:%S"),
        ),
        Column(title=translate("timeline", "Act"), read=lambda row: act_word(row.act)),
        Column(title=translate("timeline", "Who"), read=lambda row: row.person),
        Column(
            title=translate("timeline", "Window"),
            read=lambda row: str(row.window or ""),
            numbers=True,
        ),
        Column(
            title=translate("timeline", "Reason"),
            read=_reason,
            stretches=True,
        ),
    )
