"""The columns of C03: sections, form, materials; three, two or one, as the width allows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.windows.counter.entry import ApplicationEntry, section
from desk.windows.counter.sections import SectionStrip
from desk.windows.parts.actions import ACTIONS

STRIP, SIDE = 168, 300  # widths at the usual size of text
THREE, TWO = 860, 640  # widths for three columns, for two
USUAL_EM = 14  # pixels of a Chinese character at the usual size
MARGIN = 48  # above and below a field that is scrolled to


class WorkColumns(QWidget):
    """Puts the sections beside or above the form, the materials beside or within it."""

    def __init__(self, strip: SectionStrip, entry: ApplicationEntry) -> None:
        super().__init__()
        self._strip, self._entry = strip, entry
        self._stood = ""
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(entry)
        self._side = QWidget()
        self._side_box = QVBoxLayout(self._side)
        self._side_box.setContentsMargins(0, 0, 0, 0)
        self._side_box.addWidget(section(f"6  {ACTIONS['go_materials'].title}"))
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._row.addWidget(self.area, 1)
        self._row.addWidget(self._side)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addLayout(self._row, 1)
        self._reflow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def show_part(self, part: QWidget) -> None:
        """Scroll to the head of a section, unless the field in hand stands in view."""
        focus = QApplication.focusWidget()
        wanted = focus if focus is not None and part.isAncestorOf(focus) else part
        self.area.ensureWidgetVisible(wanted, 0, MARGIN)
        self.area.horizontalScrollBar().setValue(0)

    def _reflow(self) -> None:
        scale = max(1.0, self.fontMetrics().horizontalAdvance("国") / USUAL_EM)
        width = self.width() / scale
        stood = "three" if width >= THREE else "two" if width >= TWO else "one"
        beside = stood != "one"
        self._side.setFixedWidth(round(SIDE * scale))
        self._strip.setMinimumWidth(round(STRIP * scale) if beside else 0)
        if stood == self._stood:
            return
        self._stood = stood
        self._strip.stand(beside=beside)
        if beside:
            self._row.insertWidget(0, self._strip)
        else:
            self._whole.insertWidget(0, self._strip)
        self._side.setVisible(stood == "three")
        self._entry.put_papers(self._side_box if stood == "three" else None)
