"""One question and a few answers: a digit answers, Esc leaves it open."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QVBoxLayout, QWidget

Answer = TypeVar("Answer")


class Chooser(QDialog, Generic[Answer]):
    """Asks which of several answers is meant; `chosen` hears it, or nothing after Esc."""

    def __init__(
        self,
        title: str,
        question: str,
        answers: Sequence[tuple[str, Answer]],
        chosen: Callable[[Answer | None], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._answers = [answer for _, answer in answers]
        self._answer: Answer | None = None
        self.setWindowTitle(title)
        told = QLabel(question)
        told.setWordWrap(True)
        self.listing = QListWidget()
        self.listing.setAccessibleName(title)
        for place, (text, _) in enumerate(answers, start=1):
            self.listing.addItem(f"{place}  {text}")
        self.listing.setCurrentRow(0)
        self.listing.itemActivated.connect(lambda _item: self._take(self.listing.currentRow()))
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addWidget(self.listing)
        self.finished.connect(lambda _code: chosen(self._answer))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if digit.isdigit() and 1 <= int(digit) <= len(self._answers):
            self._take(int(digit) - 1)
            return
        super().keyPressEvent(event)

    def _take(self, place: int) -> None:
        self._answer = self._answers[place]
        self.accept()
