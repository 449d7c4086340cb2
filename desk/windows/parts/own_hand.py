"""An act of law is confirmed by one's own PIN or passphrase; three misses end the session."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit

from desk.local.known import MISSES, is_pin
from desk.windows.parts.office import Office
from desk.windows.parts.words import language
from desk.workflow.people import is_right_password
from forms.messages import message

Proved = Callable[[str], None]  # by what: pin, passphrase, none in a rehearsal
Refused = Callable[[str], None]


class OwnHand(QLineEdit):
    """Takes what the person at the desk types to confirm; a rehearsal asks nothing."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._misses = 0
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setPlaceholderText(self.tr("PIN or passphrase"))
        self.setAccessibleName(self.tr("PIN or passphrase"))
        self.setVisible(self.asks)

    @property
    def asks(self) -> bool:
        """Tell whether something is to be typed at all."""
        return self._office.desk.kind == "live"

    def prove(self, proved: Proved, refused: Refused) -> None:
        """Go on once the person is sure; else say in words what is wrong."""
        typed = self.text()
        with QSignalBlocker(self):
            self.clear()
        if not self.asks:
            proved("none")
        elif not typed:
            self.setFocus()
            refused(message("E-PIN-005", language()))
        elif is_pin(typed):
            self._check_pin(typed, proved, refused)
        else:
            self._check_passphrase(typed, proved, refused)

    def _check_pin(self, pin: str, proved: Proved, refused: Refused) -> None:
        office, login, now = self._office, self._office.person.login, self._office.clock.now()

        def check() -> str:
            return office.keeping.known.check_pin(office.desk.url, login, pin, now)

        def told(found: str) -> None:
            self._heard(found == "right", "pin", proved, refused)

        office.background.run(self, check, told, lambda _error: refused(_wrong()))

    def _check_passphrase(self, typed: str, proved: Proved, refused: Refused) -> None:
        login = self._office.person.login

        def told(right: bool) -> None:
            self._heard(right, "passphrase", proved, refused)

        self._office.look(self, lambda reader, _now: is_right_password(reader, login, typed), told)

    def _heard(self, right: bool, how: str, proved: Proved, refused: Refused) -> None:
        if right:
            self._misses = 0
            proved(how)
            return
        self._misses += 1
        if self._misses >= MISSES:
            self._office.locked.emit()
            return
        self.setFocus()
        refused(_wrong())


def _wrong() -> str:
    return message("E-PIN-006", language())
