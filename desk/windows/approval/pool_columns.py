"""How the pool and its claims stand in lists."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desk.windows.parts.case_columns import clock_column
from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.windows.parts.tables import Column
from desk.windows.parts.words import item_name
from desk.workflow.clock import SHANGHAI
from desk.workflow.queries.pool import Claim, PoolRow


def _word(text: str) -> str:
    return QCoreApplication.translate("PoolScreen", text)


def pool_columns() -> Sequence[Column[PoolRow]]:
    """Return how a waiting case stands in the pool, with the reason of its place."""
    return (
        clock_column(lambda row: row.case),
        Column(
            title=_word(QT_TRANSLATE_NOOP("PoolScreen", "Case")),
            read=lambda row: row.case.case_no or "",
        ),
        Column(
            title=_word(QT_TRANSLATE_NOOP("PoolScreen", "Business")),
            read=lambda row: item_name(row.case.item),
        ),
        Column(
            title=_word(QT_TRANSLATE_NOOP("PoolScreen", "Parties")),
            read=lambda row: row.case.parties,
            stretches=True,
        ),
        Column(title=_word(QT_TRANSLATE_NOOP("PoolScreen", "Why")), read=_why),
    )


def claim_columns(now: Callable[[], datetime]) -> Sequence[Column[Claim]]:
    """Return how a held case stands: owner, window, age, and when it runs out."""
    return (
        clock_column(lambda row: row.case),
        Column(
            title=_word(QT_TRANSLATE_NOOP("PoolScreen", "Case")),
            read=lambda row: row.case.case_no or "",
            stretches=True,
        ),
        Column(title=_word(QT_TRANSLATE_NOOP("PoolScreen", "Holder")), read=_holder),
        Column(
            title=_word(QT_TRANSLATE_NOOP("PoolScreen", "Held")),
            read=lambda row: _minutes(row.age(now()).total_seconds()),
            numbers=True,
        ),
        Column(
            title=_word(QT_TRANSLATE_NOOP("PoolScreen", "Runs out")),
            read=lambda row: row.runs_out.astimezone(SHANGHAI).strftime("%H:%M"),
        ),
    )


def _why(row: PoolRow) -> str:
    if row.own:
        return _word(QT_TRANSLATE_NOOP("PoolScreen", "accepted by you"))
    if row.passed:
        return _word(QT_TRANSLATE_NOOP("PoolScreen", "passed over by you"))
    return _word(QT_TRANSLATE_NOOP("PoolScreen", "next: least time left")) if row.next else ""


def _holder(row: Claim) -> str:
    if row.window is None:
        return row.name
    text = _word(QT_TRANSLATE_NOOP("PoolScreen", "{0}, window {1}"))
    return text.format(row.name, row.window)


def _minutes(seconds: float) -> str:
    return _word(QT_TRANSLATE_NOOP("PoolScreen", "{0} min")).format(int(seconds // 60))
