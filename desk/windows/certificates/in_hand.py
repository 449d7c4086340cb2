"""How sheets on their way from the pile to the applicant stand in a list."""

from collections.abc import Sequence
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.windows.parts.tables import Column
from desk.windows.parts.words import code_word
from desk.workflow.clock import SHANGHAI
from desk.workflow.queries.print_jobs import JobRow

_STATES = MappingProxyType(
    {
        "reserved": QT_TRANSLATE_NOOP("jobs", "reserved, not sent"),
        "sent": QT_TRANSLATE_NOOP("jobs", "sent to the printer"),
        "printed": QT_TRANSLATE_NOOP("jobs", "written, not checked"),
        "checked": QT_TRANSLATE_NOOP("jobs", "checked"),
    }
)


def job_columns() -> Sequence[Column[JobRow]]:
    """Return how a sheet on its way stands in a list."""

    def word(text: str) -> str:
        return QCoreApplication.translate("jobs", text)

    return (
        Column(title=word(QT_TRANSLATE_NOOP("jobs", "Sheet")), read=lambda row: row.serial),
        Column(title=word(QT_TRANSLATE_NOOP("jobs", "Stands")), read=_state),
        Column(
            title=word(QT_TRANSLATE_NOOP("jobs", "Since")),
            read=lambda row: row.since.astimezone(SHANGHAI).strftime("%m-%d %H:%M"),
        ),
        Column(title=word(QT_TRANSLATE_NOOP("jobs", "By")), read=lambda row: row.person),
        Column(
            title=word(QT_TRANSLATE_NOOP("jobs", "Kind")),
            read=lambda row: code_word("paper", row.kind),
        ),
        Column(
            title=word(QT_TRANSLATE_NOOP("jobs", "Number")),
            read=lambda row: row.number,
            stretches=True,
        ),
        Column(title=word(QT_TRANSLATE_NOOP("jobs", "Holders")), read=lambda row: row.holder),
    )


def _state(row: JobRow) -> str:
    return QCoreApplication.translate("jobs", _STATES[row.state])
