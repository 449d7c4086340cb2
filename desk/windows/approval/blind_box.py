"""Two lines in which price and number are typed anew, unseen; only a drawn case asks for them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from desk.windows.parts.words import field_word
from desk.workflow.evidence.blind import ID_TAIL, PRICE, TAIL, Blind


class BlindBox(QWidget):
    """What a drawn case asks for; hidden for all others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asked: tuple[str, ...] = ()
        self._labels = {PRICE: QLabel(), ID_TAIL: QLabel()}
        self.lines = {PRICE: QLineEdit(), ID_TAIL: QLineEdit()}
        self.lines[ID_TAIL].setMaxLength(TAIL)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for name, line in self.lines.items():
            layout.addRow(self._labels[name], line)
            line.textChanged.connect(lambda _text: self.changed.emit())
        self.hide()

    @property
    def typed(self) -> dict[str, str]:
        """Return what was typed; nothing for a case that was not drawn."""
        return {name: self.lines[name].text().strip() for name in self._asked}

    @property
    def is_typed(self) -> bool:
        """Tell whether everything that is asked for was typed."""
        return all(self.typed.values())

    def clear(self) -> None:
        """Forget what was typed."""
        for line in self.lines.values():
            line.clear()

    def ask(self, blind: Blind | None) -> None:
        """Ask for what a drawn case wants typed anew."""
        self._asked = blind.asked if blind else ()
        if self._asked:
            self.setFocusProxy(self.lines[self._asked[0]])
        self.setVisible(bool(self._asked))
        if blind is not None:
            amount = field_word(blind.amount)
            texts = {
                PRICE: self.tr("Type anew: {0}").format(amount),
                ID_TAIL: self.tr("Last four of the number of {0}").format(blind.holder),
            }
            for name, text in texts.items():
                self._labels[name].setText(text)
                self.lines[name].setAccessibleName(text)
                for part in (self._labels[name], self.lines[name]):
                    part.setVisible(name in self._asked)
