"""A08 缮证留存: every sheet ever printed, as it was printed, with fingerprint and verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk.windows.certificates.preview import DPI, Preview, draw
from desk.windows.certificates.vault_words import print_of, told_of, vault_columns
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Listing
from desk.windows.parts.viewer import show_paper
from desk.windows.parts.words import language
from desk.workflow.answers import Touched
from desk.workflow.certificate_check import Verdict, check_certificate
from desk.workflow.queries.standing import CertificateStanding, standing_of
from desk.workflow.queries.vault import VaultRow, VaultView, printed_sheet, printed_sheets
from desk.workflow.reader import Reader
from desk.workflow.scanned import Meaning, ScanKind
from desk.workflow.why.certificates import standing_lines, verdict_line
from printing.raster import Picture, page_image
from printing.seal import SEPARATOR, key_id

PATIENCE = 250
TAKEN = frozenset({ScanKind.CERTIFICATE, ScanKind.SERIAL, ScanKind.CASE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search finds: sheets, and of a QR its verdict and what became of its number."""

    rows: list[VaultRow]
    verdict: str = ""
    standing: tuple[str, ...] = ()
    good: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A sheet with the picture of its first page; none where the kept paper was changed."""

    view: VaultView
    page: Picture | None


class VaultScreen(QWidget):
    """A line to search or scan into, the sheets it finds, and the paper of one beside them."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._shown: Shown | None = None
        self.banner = Banner()
        self.title = QLabel(self.tr("Printed certificates"))
        self.title.setProperty("role", "title")
        self.line = QLineEdit()
        self.line.setPlaceholderText(
            self.tr("Scan a QR or a sheet, or type a certificate number, its digits, a case")
        )
        self.line.setAccessibleName(self.tr("Search printed sheets"))
        self.verdict = _line("section")
        self.sheets = Listing[VaultRow](
            vault_columns(),
            self.tr("No printed sheet found. Clear the line to see the newest."),
            self.tr("Printed sheets"),
            key=lambda row: row.job_id,
        )
        self.told, self.hash, self.changed = _line(""), _line("muted"), _line("problem")
        self.preview = Preview(
            self.tr("Here stands the paper of the chosen sheet, as it was printed."),
            self.tr("As printed"),
        )
        self.open_sheet = make_action(self, "open_sheet", self._open_sheet)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.reload)
        self.line.textChanged.connect(lambda _text: self._timer.start(PATIENCE))
        self.sheets.chosen.connect(self._choose)
        self.sheets.opened.connect(lambda row: self._shell.go("C12", row.case_id))
        self._lay_out()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale."""
        return frozenset({Touched.STOCK, Touched.REGISTER})

    @property
    def first(self) -> QWidget:
        """Return the line."""
        return self.line

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the one act."""
        return (self.open_sheet,)

    def open(self, subject: object) -> None:
        """Show the newest sheets, or those of a scanned paper."""
        if isinstance(subject, Meaning):
            self.line.setText(subject.code or subject.value)
        elif isinstance(subject, str):
            self.line.setText(subject)
        self.reload()

    def take_scan(self, meaning: Meaning) -> bool:
        """Show the sheet of a scanned QR, serial or case."""
        if meaning.kind not in TAKEN:
            return False
        self.open(meaning)
        return True

    def reload(self) -> None:
        """Look again."""
        self._timer.stop()
        text, keys = self.line.text().strip(), self._keys()
        self._office.look(self, lambda reader, _now: look_up(reader, text, keys), self._show)

    def _keys(self) -> Mapping[str, bytes]:
        key = bytes.fromhex(self._office.desk.setting.seal_key)
        return {key_id(key): key} if key else {}

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        for label in (self.told, self.hash, self.changed):
            right.addWidget(label)
        right.addWidget(self.preview, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.sheets, 2)
        middle.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addWidget(make_button(self.open_sheet))
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        for widget in (self.title, self.line, self.banner, self.verdict):
            layout.addWidget(widget)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)

    def _show(self, found: Found) -> None:
        words = "\n".join(line for line in (found.verdict, *found.standing) if line)
        _say(self.verdict, f"✓ {words}" if words and found.good else "")
        self._say_fault(f"× {words}" if words and not found.good else "")
        self.sheets.show_rows(found.rows)
        if not found.rows:
            self._show_sheet(None)

    def _say_fault(self, text: str) -> None:
        if not text:
            self.banner.hide()
        elif text != self.banner.text:
            self.banner.say("error", text)

    def _choose(self, row: VaultRow | None) -> None:
        if row is None:
            return
        job_id: UUID = row.job_id

        def ask(reader: Reader, _now: datetime) -> Shown | None:
            return look_at(reader, job_id)

        self._office.look(self, ask, self._show_sheet)

    def _show_sheet(self, shown: Shown | None) -> None:
        self._shown = shown
        view = shown.view if shown else None
        self.preview.show_page(shown.page if shown else None)
        self.open_sheet.setEnabled(bool(view and view.unchanged))
        _say(self.told, told_of(view) if view else "")
        fine = view is not None and (view.unchanged or view.paper is None)
        _say(self.hash, print_of(view) if view and fine else "")
        _say(self.changed, print_of(view) if view and not fine else "")

    def _open_sheet(self) -> None:
        if self._shown is not None:
            show_paper(self.banner, self._shown.view.paper)


def look_up(reader: Reader, text: str, keys: Mapping[str, bytes]) -> Found:
    """Find sheets; a QR is judged by the key, whatever names one certificate by the register."""
    rows = printed_sheets(reader, text)
    if SEPARATOR in text:
        checked = check_certificate(text, keys)
        number = checked.said.number if checked.said else ""
        found = standing_of(reader, number) if number else None
        genuine = checked.verdict is Verdict.GENUINE
        return Found(
            rows=rows,
            verdict=verdict_line(checked, language()),
            standing=tuple(standing_lines(found, number, language())) if genuine else (),
            good=genuine and bool(found and found.holds),
        )
    numbers = {row.number for row in rows}
    if not text or len(numbers) != 1:
        return Found(rows=rows)
    (number,) = numbers
    standing: CertificateStanding | None = standing_of(reader, number)
    lines = tuple(standing_lines(standing, number, language()))
    return Found(rows=rows, standing=lines, good=bool(standing and standing.holds))


def look_at(reader: Reader, job_id: UUID) -> Shown | None:
    """Read one sheet and draw its paper: the kept bytes, or what it says where none were kept."""
    view = printed_sheet(reader, job_id)
    if view is None:
        return None
    if view.paper is None:
        return Shown(view=view, page=draw(view.row.kind, view.values, view.row.serial))
    page = page_image(view.paper.content, dpi=DPI) if view.unchanged else None
    return Shown(view=view, page=page)


def _line(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.hide()
    if role:
        label.setProperty("role", role)
    return label


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
