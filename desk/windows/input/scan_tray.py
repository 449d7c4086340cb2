"""The scans of this desk: the last one in the footer, all of them in a list, each in words."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desk.windows.input.scan_queue import Mark, Scan
from desk.windows.parts.chooser import Chooser
from desk.windows.parts.icons import SIZE, icon
from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.windows.parts.tables import Column, Listing
from desk.workflow.scanned import Meaning, ScanKind

WORDS = {
    ScanKind.TICKET: QT_TRANSLATE_NOOP("scans", "Ticket"),
    ScanKind.CASE: QT_TRANSLATE_NOOP("scans", "Case"),
    ScanKind.SLIP: QT_TRANSLATE_NOOP("scans", "Pre-review slip"),
    ScanKind.UNIT: QT_TRANSLATE_NOOP("scans", "Unit"),
    ScanKind.CERTIFICATE: QT_TRANSLATE_NOOP("scans", "Certificate"),
    ScanKind.SERIAL: QT_TRANSLATE_NOOP("scans", "Serial of a sheet"),
    ScanKind.CONTRACT: QT_TRANSLATE_NOOP("scans", "Contract"),
    ScanKind.PERSON: QT_TRANSLATE_NOOP("scans", "Identity number"),
    ScanKind.PHONE: QT_TRANSLATE_NOOP("scans", "Phone number"),
    ScanKind.WAYBILL: QT_TRANSLATE_NOOP("scans", "Waybill"),
}
MARKS = {
    Mark.DONE: QT_TRANSLATE_NOOP("scans", "✓ taken"),
    Mark.UNKNOWN: QT_TRANSLATE_NOOP("scans", "× not known"),
    Mark.DUPLICATE: QT_TRANSLATE_NOOP("scans", "× scanned twice, taken once"),
    Mark.BROKEN: QT_TRANSLATE_NOOP("scans", "× broken off"),
    Mark.FORGED: QT_TRANSLATE_NOOP("scans", "× not made by this centre"),
}
SHOWN = 20  # signs of a code in the footer


def kind_word(kind: ScanKind) -> str:
    """Name what a code is."""
    return QCoreApplication.translate("scans", WORDS[kind])


def mark_word(mark: Mark) -> str:
    """Say what became of a scan."""
    return QCoreApplication.translate("scans", MARKS[mark])


def value_of(scan: Scan) -> str:
    """Return what a scan is called: its value where it has one, else the code as it came."""
    return scan.meaning.value if scan.meaning else scan.text


def scan_text(scan: Scan) -> str:
    """Say a scan in one line: what it is, its value, what became of it."""
    kind = kind_word(scan.meaning.kind) if scan.meaning else ""
    return "  ".join(part for part in (kind, value_of(scan), mark_word(scan.mark)) if part)


class ScanTray(QPushButton):
    """The last scan and how many still wait; pressed, it opens the list."""

    def __init__(self, *, compatible: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compatible = compatible
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setIcon(icon("scan"))
        self.setIconSize(SIZE)
        self._last = ""
        self._waiting = 0
        self._show()

    def show_scan(self, scan: Scan) -> None:
        """Show a scan and say it to those who do not see it."""
        kind = kind_word(scan.meaning.kind) if scan.meaning else ""
        sign = "✓" if scan.mark is Mark.DONE else "×"
        value = value_of(scan)
        short = value if len(value) <= SHOWN else f"{value[:SHOWN]}…"
        self._last = f"{sign} {kind} {short}".replace("  ", " ")
        self._show()
        said = scan_text(scan)
        self.setToolTip(said)
        self.setAccessibleName(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def show_waiting(self, count: int) -> None:
        """Show how many scans still wait."""
        self._waiting = count
        self._show()

    def _show(self) -> None:
        waits = self.tr("{0} waiting").format(self._waiting) if self._waiting else ""
        mode = self.tr("compatibility mode") if self._compatible else ""
        self.setText("  ".join(part for part in (mode, self._last, waits) if part))
        if not self._last:
            self.setAccessibleName(self.tr("Scans"))
            self.setToolTip(self.tr("Nothing was scanned yet."))


class ScanList(QDialog):
    """All scans of late, the newest first."""

    def __init__(self, scans: Iterable[Scan], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Scans"))
        self.resize(620, 360)
        columns: Sequence[Column[Scan]] = (
            Column(
                title=self.tr("What"),
                read=lambda scan: kind_word(scan.meaning.kind) if scan.meaning else "",
            ),
            Column(title=self.tr("Code"), read=value_of, stretches=True),
            Column(title=self.tr("State"), read=lambda scan: mark_word(scan.mark)),
        )
        empty = self.tr("Nothing was scanned yet. Scan a ticket, a case label or a certificate.")
        self.listing = Listing[Scan](columns, empty, self.tr("Scans"))
        QVBoxLayout(self).addWidget(self.listing)
        self.listing.show_rows([*scans][::-1])


def ask_what(
    text: str,
    found: Sequence[Meaning],
    chosen: Callable[[Meaning | None], None],
    parent: QWidget,
) -> Chooser[Meaning]:
    """Ask which of several things a scanned code is."""
    translate = QCoreApplication.translate
    title = translate("ScanChooser", "What was scanned?")
    question = translate("ScanChooser", "{0} may be several things. Press a digit.").format(text)
    answers = [(f"{kind_word(meaning.kind)}  {meaning.value}", meaning) for meaning in found]
    return Chooser(title, question, answers, chosen, parent)
