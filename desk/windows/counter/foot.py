"""The foot of the acceptance: its acts as buttons; on a low screen the main one and a menu."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from desk.windows.parts.actions import make_action, make_button

GAP = 8


class Foot(QWidget):
    """Acts at the left, the main act at the right, between them what was saved.

    `acts` is what the menu offers where there is no room for all of them.
    """

    def __init__(
        self,
        owner: QWidget,
        beside: Sequence[QAction],
        main: QAction,
        acts: Callable[[], Sequence[QAction]],
    ) -> None:
        super().__init__()
        self._main, self._acts = main, acts
        self._beside = [make_button(act) for act in beside]
        self.more = make_action(owner, "more", self._show_menu)
        self._button = make_button(self.more)
        self._last = make_button(main, main=True)
        self._low = False
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setSpacing(GAP)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (*self._beside, self._button):
            layout.addWidget(button)
        layout.addWidget(self.note, 1)
        layout.addWidget(self._last)
        self.fit(low=False)

    def say(self, text: str) -> None:
        """Say between the acts when the draft was saved."""
        self.note.setText(text)
        self.note.setToolTip(text)

    def fit(self, *, low: bool) -> None:
        """Show all acts; on a low or narrow screen the menu of them."""
        self._low = low
        room = self.width() - self._last.sizeHint().width()
        wanted = sum(button.sizeHint().width() + GAP for button in self._beside)
        few = low or wanted > room
        for button in self._beside:
            button.setVisible(not few)
        self._button.setVisible(few)

    def minimumSizeHint(self) -> QSize:
        """Return the room of the main act and of the menu."""
        button, last = self._button.sizeHint(), self._last.sizeHint()
        width = button.width() + last.width() + 2 * GAP
        return QSize(width, last.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(low=self._low)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.addActions([act for act in self._acts() if act is not self._main])
        menu.popup(self._button.mapToGlobal(self._button.rect().topLeft()))
