"""How a printed sheet stands in the list of the vault, and what is told of it beside its paper."""

from collections.abc import Sequence
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.windows.parts.tables import Column
from desk.windows.parts.words import code_word
from desk.workflow.clock import SHANGHAI
from desk.workflow.queries.vault import VaultRow, VaultView
from desk.workflow.sheets import DESTROYED, HANDED_OUT, SPOILT

GROUP = 16
_PLACES = MappingProxyType(
    {
        HANDED_OUT: QT_TRANSLATE_NOOP("vault", "handed out"),
        SPOILT: QT_TRANSLATE_NOOP("vault", "× void"),
        DESTROYED: QT_TRANSLATE_NOOP("vault", "× void, destroyed"),
    }
)
_STATES = MappingProxyType(
    {
        "sent": QT_TRANSLATE_NOOP("vault", "in the printer"),
        "printed": QT_TRANSLATE_NOOP("vault", "written, not checked"),
        "checked": QT_TRANSLATE_NOOP("vault", "checked"),
        "returned": QT_TRANSLATE_NOOP("vault", "stayed blank"),
    }
)


def vault_word(text: str) -> str:
    """Say a word of the vault in the language of the screen."""
    return QCoreApplication.translate("vault", text)


def sheet_state(row: VaultRow) -> str:
    """Say what became of a sheet."""
    if row.state == "returned":  # the same sheet may have been written on since
        return vault_word(_STATES[row.state])
    return vault_word(_PLACES.get(row.place) or _STATES[row.state])


def vault_columns() -> Sequence[Column[VaultRow]]:
    """Return how a printed sheet stands in a list."""
    return (
        Column(title=vault_word(QT_TRANSLATE_NOOP("vault", "Number")), read=lambda row: row.number),
        Column(title=vault_word(QT_TRANSLATE_NOOP("vault", "Sheet")), read=lambda row: row.serial),
        Column(title=vault_word(QT_TRANSLATE_NOOP("vault", "Stands")), read=sheet_state),
        Column(
            title=vault_word(QT_TRANSLATE_NOOP("vault", "Times")),
            read=lambda row: str(row.times),
            numbers=True,
        ),
        Column(
            title=vault_word(QT_TRANSLATE_NOOP("vault", "Printed")),
            read=lambda row: row.at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M"),
        ),
        Column(
            title=vault_word(QT_TRANSLATE_NOOP("vault", "Case")),
            read=lambda row: row.case_no or "",
            stretches=True,
        ),
    )


def told_of(view: VaultView) -> str:
    """Say all that is known of a printed sheet, in lines."""
    row = view.row
    window = "—" if row.window is None else str(row.window)
    at = row.at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M:%S")
    entered = QT_TRANSLATE_NOOP("vault", "Case {0}, entered by {1}")
    printed = QT_TRANSLATE_NOOP("vault", "Printed {0} by {1} at window {2}")
    times = QT_TRANSLATE_NOOP("vault", "Sheet {0}: {1}; sheets printed for this number: {2}")
    return "\n".join(
        (
            f"{code_word('paper', row.kind)}  {row.number}",
            row.holder,
            vault_word(entered).format(row.case_no or "—", row.registrar or "—"),
            vault_word(printed).format(at, row.printer, window),
            vault_word(times).format(row.serial, sheet_state(row), row.times),
        )
    )


def print_of(view: VaultView) -> str:
    """Say the hash of the kept paper, worked out at this moment, and whether it is the kept one."""
    if view.paper is None:
        return vault_word(
            QT_TRANSLATE_NOOP(
                "vault",
                "No PDF of this sheet was kept: it is drawn here once more from what it says.",
            )
        )
    text = (
        QT_TRANSLATE_NOOP("vault", "✓ SHA-256, just worked out, is the one kept at printing: {0}")
        if view.unchanged
        else QT_TRANSLATE_NOOP(
            "vault",
            "× The kept PDF was changed and is not shown. Tell the supervisor. "
            "SHA-256 now {0}, at printing {1}",
        )
    )
    return vault_word(text).format(_grouped(view.now_sha256), _grouped(view.paper.row.sha256))


def _grouped(sha256: str) -> str:
    """Part a hash so that a narrow place can break it."""
    return " ".join(sha256[start : start + GROUP] for start in range(0, len(sha256), GROUP))
