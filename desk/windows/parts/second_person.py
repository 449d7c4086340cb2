"""两人: a second person's name under an act; in a live centre that person types a passphrase."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from desk.windows.parts.office import Office
from desk.workflow.people import is_right_password
from desk.workflow.queries.people import PersonRow, staff
from desk.workflow.reader import Reader


class SecondPerson(QWidget):
    """The colleagues of these roles to choose from, and the passphrase of the one chosen."""

    def __init__(self, office: Office, roles: frozenset[str]) -> None:
        super().__init__()
        self._office, self._roles = office, roles
        self._is_live = office.desk.kind == "live"
        self.people = QComboBox()
        self.people.setAccessibleName(self.tr("Second person"))
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(self.tr("Passphrase of the second person"))
        self.passphrase.setPlaceholderText(self.tr("passphrase"))
        self.passphrase.setVisible(self._is_live)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.people, 1)
        layout.addWidget(self.passphrase, 1)
        self.setFocusProxy(self.people)

    @property
    def login(self) -> str:
        """Return who was chosen; an empty text while nobody is."""
        return str(self.people.currentData() or "")

    def reload(self) -> None:
        """Read the colleagues again; who was chosen stays chosen."""

        def ask(reader: Reader, _now: datetime) -> list[PersonRow]:
            return staff(reader)

        self._office.look(self, ask, self._show)

    def clear(self) -> None:
        """Choose nobody, and forget what was typed."""
        self.people.setCurrentIndex(0)
        self.passphrase.clear()

    def prove(self, proved: Callable[[str], None], refused: Callable[[str], None]) -> None:
        """Hand over the login once its person is sure; else say in words what is missing."""
        login, typed = self.login, self.passphrase.text()
        self.passphrase.clear()
        if not login:
            self.people.setFocus()
            refused(self.tr("Nothing was changed. Choose the second person, then press again."))
            return
        if not self._is_live:
            proved(login)
            return

        def told(right: bool) -> None:
            if right:
                proved(login)
                return
            self.passphrase.setFocus()
            refused(
                self.tr(
                    "The passphrase of the second person is not right. Nothing was changed; "
                    "the second person types it again."
                )
            )

        self._office.look(self, lambda reader, _now: is_right_password(reader, login, typed), told)

    def _show(self, people: list[PersonRow]) -> None:
        chosen = self.login
        self.people.clear()
        self.people.addItem(self.tr("choose the second person"), None)
        for one in people:
            if one.active and one.login != self._office.person.login and one.roles & self._roles:
                self.people.addItem(f"{one.login}  {one.name}", one.login)
        self.people.setCurrentIndex(max(0, self.people.findData(chosen)))
