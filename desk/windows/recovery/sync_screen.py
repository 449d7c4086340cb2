"""S05 离线与同步: what waits to be sent, what was refused and why, field by field."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from desk.local.outbox import Waiting
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner, finding_text
from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.upload_line import UploadLine
from desk.windows.recovery.receipt_acts import ReceiptActs
from desk.windows.recovery.settling import Settling
from desk.workflow.answers import Touched
from desk.workflow.clock import SHANGHAI
from desk.workflow.errors import KeptForLater

STATES = {
    "waits": QT_TRANSLATE_NOOP("outbox", "○ waits"),
    "refused": QT_TRANSLATE_NOOP("outbox", "■ refused"),
    "asks": QT_TRANSLATE_NOOP("outbox", "▲ asks"),
    "clash": QT_TRANSLATE_NOOP("outbox", "≠ two versions"),
    "sent": QT_TRANSLATE_NOOP("outbox", "✓ sent"),
}
KILO = 1024


class SyncScreen(QWidget):
    """The outbox of this workstation; what is refused stays until a person decides."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office = office
        self.banner = Banner()
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.state.setProperty("role", "title")
        self.listing = Listing[Waiting](
            self._columns(),
            self.tr("Nothing waits. What is done while the database is away appears here."),
            self.tr("To send"),
            key=lambda row: row.id,
        )
        self.said = QListWidget()
        self.said.setWordWrap(True)
        self.said.setAccessibleName(self.tr("What the database said"))
        self.said.setMaximumHeight(110)
        self.retry = make_action(self, "retry", self._retry)
        self.give_up = make_action(self, "give_up", self._give_up)
        self.settle = make_action(self, "settle", self._settle)
        self._settling = Settling(office, self)
        self._settling.gone_on.connect(lambda restored: shell.go("C03", restored))
        self._settling.nothing.connect(office.send_again.emit)
        self._settling.superseded.connect(self._take_out)
        self.receipts = ReceiptActs(office, self, self.listing.current)
        self.receipts.said.connect(self.banner.say)
        self._printed: Mapping[str, bool] = {}
        self._lay_out()
        self.listing.chosen.connect(self._show_said)
        self.listing.opened.connect(lambda _row: self._settle())
        office.away.connect(self.reload)
        office.outbox_changed.connect(self.reload)

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Nothing in the database makes this screen stale."""
        return frozenset()

    @property
    def first(self) -> QWidget:
        """Return the list."""
        return self.listing.view

    @property
    def acts(self) -> Sequence[QAction]:
        """Return what can be done with the outbox."""
        receipts = (self.receipts.print, self.receipts.void)
        return (self.retry, self.settle, self.give_up, *receipts)

    def open(self, subject: object) -> None:
        """Show the outbox as it stands; a receipt that was given out just now is printed."""
        self.reload()
        if isinstance(subject, KeptForLater):
            self.banner.say_findings("info", subject.findings)
            self._choose(subject.number)
            self.receipts.show_new(subject.number)

    def reload(self) -> None:
        """Show the outbox again."""
        rows = self._office.keeping.outbox.rows()
        open_ = [row for row in rows if row.state != "sent"]
        size = sum(row.size for row in open_) / KILO
        line = self.tr("Off line") if self._office.is_away else self.tr("On line")
        text = self.tr("{0} · {1} to send · {2} KB · {3} reserved numbers left")
        self.state.setText(text.format(line, len(open_), f"{size:.1f}", self.receipts.left))
        self._printed = self.receipts.printed()
        self.listing.show_rows(rows)
        self._show_said(self.listing.current())

    def _columns(self) -> Sequence[Column[Waiting]]:
        return (
            Column(
                title=self.tr("State"),
                read=lambda row: QCoreApplication.translate("outbox", STATES[row.state]),
            ),
            Column(title=self.tr("What"), read=lambda row: row.title, stretches=True),
            Column(title=self.tr("Receipt for papers"), read=self._receipt_text),
            Column(title=self.tr("Case"), read=lambda row: row.case_no),
            Column(title=self.tr("Person"), read=lambda row: row.login),
            Column(
                title=self.tr("Since"),
                read=lambda row: row.at.astimezone(SHANGHAI).strftime("%m-%d %H:%M:%S"),
            ),
            Column(title=self.tr("Tries"), read=lambda row: str(row.tries), numbers=True),
        )

    def _choose(self, receipt: str) -> None:
        """Choose the line whose papers have this receipt."""
        places = [n for n, row in enumerate(self.listing.model.rows) if row.receipt == receipt]
        for place in places:
            self.listing.view.setCurrentIndex(self.listing.model.index(place, 0))

    def _receipt_text(self, row: Waiting) -> str:
        """Write the number of the receipt, and whether it is on paper yet."""
        if self._printed.get(row.receipt) is False:
            return self.tr("{0} ○ not printed").format(row.receipt)
        return row.receipt

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(make_button(self.retry, main=True))
        head.addWidget(make_button(self.settle))
        head.addWidget(make_button(self.give_up))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(make_button(self.receipts.print))
        foot.addWidget(make_button(self.receipts.void))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.state)
        layout.addWidget(UploadLine(self._office))
        layout.addLayout(head)
        layout.addWidget(self.banner)
        layout.addWidget(self.listing, 1)
        layout.addWidget(self.said)
        layout.addLayout(foot)

    def _show_said(self, row: Waiting | None) -> None:
        self.said.clear()
        for finding in row.findings if row is not None else ():
            self.said.addItem(finding_text(finding))
        self.said.setVisible(self.said.count() > 0)
        self.give_up.setEnabled(row is not None and row.state != "waits")
        self.settle.setEnabled(row is not None and _has_two_versions(row))
        self.receipts.fit(row)

    def _retry(self) -> None:
        if self._office.is_away:
            self.banner.say("info", self.tr("The database is still away; it is tried every 2 s."))
        self._office.send_again.emit()

    def _settle(self) -> None:
        row = self.listing.current()
        if row is not None and self.settle.isEnabled():
            self._settling.begin(row)

    def _give_up(self) -> None:
        row = self.listing.current()
        if row is not None and self.give_up.isEnabled():
            self._take_out(row)

    def _take_out(self, row: Waiting) -> None:
        if row.state == "sent" or self.receipts.void_of(row):
            self._office.keeping.outbox.drop(row.id)
            self.banner.say("done", self.tr("Taken out: {0}").format(row.title))
            self._office.outbox_changed.emit()


def _has_two_versions(row: Waiting) -> bool:
    """Tell of a line that met another version, or a case that is accepted already."""
    return row.state == "clash" or any(finding.code == "D-STAGE" for finding in row.findings)
