"""The icon set: outline drawings of 24 × 24 with a stroke of 1.5, in the colours of the theme."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desk.windows.parts.theme import tokens

FOLDER = Path(__file__).parents[1] / "icons"
SIZE = QSize(18, 18)

OF_ACTS = {
    "accept": "acceptance",
    "add_party": "add-person",
    "announce": "announce",
    "approve": "approve",
    "begin": "acceptance",
    "call": "call",
    "camera": "camera",
    "charge": "money",
    "check": "check",
    "claim": "claim",
    "claim_next": "claim",
    "to_entry": "register",
    "recall_approval": "undo",
    "copy_diagnosis": "pages",
    "customer": "screen",
    "express": "courier",
    "label": "print",
    "send": "courier",
    "delivered": "check",
    "returned": "return",
    "fetched": "hand-out",
    "drop_party": "remove",
    "extract": "print",
    "exempt": "notice",
    "hand_out": "hand-out",
    "issue": "hand-out",
    "look_up": "search",
    "money": "money",
    "fee_code": "scan",
    "no_show": "no-show",
    "notice": "notice",
    "open_page": "page",
    "paper": "page",
    "paste_page": "pages",
    "pause": "pause",
    "pay": "money",
    "calibrate": "print",
    "print": "print",
    "print_ruler": "print",
    "print_trial": "print",
    "print_paper": "print",
    "record": "print",
    "print_receipt": "print",
    "recall": "recall",
    "refund": "money",
    "refuse": "refuse",
    "register": "register",
    "release": "release",
    "return": "return",
    "search_person": "search",
    "practise": "training",
    "spoil": "spoil",
    "spoil_checked": "spoil",
    "written": "check",
    "blank": "undo",
    "swap": "sync",
    "good": "check",
    "do_stock": "save",
    "start_practice": "training",
    "supplement": "more-papers",
    "ticket": "ticket",
    "void_number": "spoil",
    "withdraw": "withdraw",
}
"""The picture of an act, by its id; an act without one has its word alone."""

OF_SCREENS = {
    "A01": "pool",
    "A04": "register",
    "A05": "certificate",
    "A06": "seal",
    "A07": "pages",
    "A08": "vault",
    "B04": "courier",
    "C01": "window",
    "C03": "acceptance",
    "C05": "house",
    "C12": "cases",
    "C13": "my-day",
    "D04": "scan",
    "D05": "print",
    "D10": "training",
    "D11": "settings",
    "S04": "messages",
    "S05": "sync",
    "V01": "today",
}
"""The picture of a screen in the rail."""


class _Drawn(QIconEngine):
    """Draws when it is asked, so that a change of theme needs no new icons."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        token = "muted" if mode == QIcon.Mode.Disabled else self._colour
        _renderer(self._name, getattr(tokens(), token)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _Drawn(self._name, self._colour)


def icon(name: str, colour: str = "text") -> QIcon:
    """Return an icon in a colour of the theme; the name is that of its file."""
    return QIcon(_Drawn(name, colour))


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (FOLDER / f"{name}.svg").read_bytes()
    return QSvgRenderer(drawing.replace(b"currentColor", colour.encode()))
