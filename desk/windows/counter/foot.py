"""The foot of the acceptance: its acts as buttons; on a low screen the main one and a menu."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desk.windows.parts.actions import make_action, make_button


class Foot(QWidget):
    """Acts at the left, the main act at the right; `acts` is what the menu offers."""

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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (*self._beside, self._button):
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(make_button(main, main=True))

    def fit(self, *, low: bool) -> None:
        """Show all acts, or on a low screen the menu of them."""
        for button in self._beside:
            button.setVisible(not low)
        self._button.setVisible(low)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.addActions([act for act in self._acts() if act is not self._main])
        menu.popup(self._button.mapToGlobal(self._button.rect().topLeft()))
