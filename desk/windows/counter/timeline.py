"""What happened with a case, a line an act."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desk.windows.parts.tables import Column
from desk.windows.parts.words import act_word
from desk.workflow.clock import SHANGHAI
from desk.workflow.queries.cases import EventRow


def event_columns() -> Sequence[Column[EventRow]]:
    """Return when, what, who, at which window, and why."""
    translate = QCoreApplication.translate
    return (
        Column(
            title=translate("timeline", "When"),
            read=lambda row: row.at.astimezone(SHANGHAI).strftime("%m-%d %H:%M:%S"),
        ),
        Column(title=translate("timeline", "Act"), read=lambda row: act_word(row.act)),
        Column(title=translate("timeline", "Who"), read=lambda row: row.actor),
        Column(
            title=translate("timeline", "Window"),
            read=lambda row: str(row.window or ""),
            numbers=True,
        ),
        Column(
            title=translate("timeline", "Reason"),
            read=lambda row: row.reason or "",
            stretches=True,
        ),
    )
