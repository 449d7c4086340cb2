"""C08 核对: the register before and after, what it costs, what the rules say, when it is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout, QWidget

from desk.windows.approval.register_view import entered_text, unit_text
from desk.windows.counter.charges import line_word
from desk.windows.counter.signer_list import SignerList
from desk.windows.counter.unit_card import right_text
from desk.windows.parts.banner import finding_text
from desk.windows.parts.cells import Cells
from desk.windows.parts.words import language
from desk.windows.parts.wrapped import wrap_lines
from desk.workflow.clock import SHANGHAI
from desk.workflow.errors import Level
from desk.workflow.queries.preview import Preview
from forms.checks.money import format_fen, in_words
from forms.clauses import said

SIGNS = {Level.BLOCK: "■", Level.CONFIRM: "▲", Level.WARN: "▲", Level.INFO: "●"}


def read_line(name: str) -> QLabel:
    """Return a label that is read, and that the keys of its section reach."""
    label = plain("read")
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAccessibleName(name)
    return label


def plain(role: str = "") -> QLabel:
    """Return a label for several lines."""
    label = QLabel()
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setProperty("role", role)
    return label


class ChargesPreview(QWidget):
    """What the case will cost, before it is accepted."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = read_line(self.tr("Tax and fee"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.lines)

    def show_preview(self, found: Preview | None) -> None:
        """Show every line with how it came about, and the sum in words."""
        if found is None or found.due is None:
            self.lines.setText(self.tr("Worked out as soon as nothing stands in the way."))
            return
        told = [
            f"{line_word(one.line)}  {format_fen(one.amount)}   {said(one.basis, language())}"
            for one in found.charges
        ]
        total = sum(one.amount for one in found.charges)
        words = in_words(total) if language() == "zh" else ""
        told.append(self.tr("Together {0}  {1}").format(format_fen(total), words).rstrip())
        self.lines.setText("\n".join(told))


class CheckView(QWidget):
    """Before and after side by side, then the list of checks."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = plain(), plain()
        self.findings = QListWidget()
        self.findings.setAccessibleName(self.tr("What the rules say"))
        wrap_lines(self.findings)
        self.findings.setMinimumHeight(self.fontMetrics().height() * 8)
        rows = Cells(20, 2)
        rows.add(self.before)
        rows.add(self.after)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(rows)
        box.addWidget(self.findings)

    def show_preview(self, found: Preview | None) -> None:
        """Show what the rules say, and what would change."""
        self.findings.clear()
        if found is None:
            self.before.clear()
            self.after.clear()
            return
        for finding in found.findings:
            self.findings.addItem(f"{SIGNS[finding.level]} {finding_text(finding)}")
        if not found.findings:
            self.findings.addItem(self.tr("✓ Nothing stands in the way."))
        change = found.change
        if change is None:
            self.before.setText(self.tr("Before and after are shown once nothing refuses."))
            self.after.clear()
            return
        closed = [self.tr("closes: {0}").format(right_text(one)) for one in change.closed]
        kept = [self.tr("stays: {0}").format(right_text(one)) for one in change.kept]
        entered = [self.tr("enters: {0}").format(entered_text(one)) for one in change.entered]
        units = [self.tr("unit: {0}").format(unit_text(one)) for one in change.units]
        before, after = self.tr("Before"), self.tr("After")
        self.before.setText("\n".join([before, *closed, *kept]))
        self.after.setText("\n".join([after, *entered, *units, *kept]))


class SubmitView(QWidget):
    """Who has signed, what Ctrl+Enter does now, and until when the certificate will be there."""

    def __init__(self) -> None:
        super().__init__()
        self.signers = SignerList()
        self.line = read_line(self.tr("Submit"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.signers)
        box.addWidget(self.line)

    def show_preview(self, found: Preview | None) -> None:
        """Say when it will be done, or that something stands in the way."""
        if found is None or found.due is None:
            told = self.tr("Something is still open: see Check (Alt+8).")
        else:
            due = found.due.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
            told = self.tr("Certificate until {0}. Ctrl+Enter accepts and prints.").format(due)
        if found is not None and found.must_sign and not self.signers.all_signed:
            told += "\n" + self.tr("Everybody must have signed (F8) before Ctrl+Enter accepts.")
        self.line.setText(told)
