"""S03: the keys of the screen in front, then those that work everywhere."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from desk.windows.parts.actions import ACTIONS, ActionSpec, key_text
from desk.windows.parts.screens import SCREENS
from desk.windows.parts.tables import Column, Listing


class KeySheet(QDialog):
    """A searchable list of keys."""

    def __init__(self, screen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(620, 520)
        self._specs = self._of(screen)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search keys"))
        self.search.setAccessibleName(self.tr("Search keys"))
        columns: tuple[Column[ActionSpec], ...] = (
            Column(title=self.tr("Key"), read=key_text),
            Column(title=self.tr("Act"), read=lambda spec: spec.title, stretches=True),
            Column(title=self.tr("Where"), read=self._where),
        )
        self.listing = Listing[ActionSpec](
            columns, self.tr("No such key; clear the search with Backspace."), self.tr("Keys")
        )
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.listing)
        self.search.textChanged.connect(self._show)
        self._show("")

    def _of(self, screen: str) -> Sequence[ActionSpec]:
        keyed = [spec for spec in ACTIONS.values() if spec.key]
        return sorted(keyed, key=lambda spec: (spec.where != screen, bool(spec.where), spec.where))

    def _where(self, spec: ActionSpec) -> str:
        return SCREENS[spec.where].title if spec.where else self.tr("everywhere")

    def _show(self, text: str) -> None:
        wanted = text.strip().lower()
        self.listing.show_rows(
            [
                spec
                for spec in self._specs
                if wanted in spec.title.lower() or wanted in spec.key.lower()
            ]
        )
