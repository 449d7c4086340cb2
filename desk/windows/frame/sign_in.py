"""S00: who is at this window today. A demonstration lists its people; a live centre asks."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.local.known import Checked, is_pin
from desk.windows.devices.lights import Lights, kind_word
from desk.windows.parts.banner import Banner
from desk.windows.parts.office import Office, OnDuty
from desk.windows.parts.words import language, role_word
from desk.workflow.awaited import AwaitedDesk
from desk.workflow.desk import Desk
from desk.workflow.people import is_right_password
from desk.workflow.queries.people import PersonRow, staff
from desk.workflow.reader import Reader
from forms.messages import message

CARD_WIDTH = 460
LEAST = 36  # of the people at least one is seen; the list scrolls


class SignIn(QWidget):
    """Choose the person and the window; the centre's name stands above."""

    signed_in = Signal(object)

    def __init__(self, office: Office, *, login: str = "", window: int | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office = office
        self._people: Sequence[PersonRow] = ()
        self._login, self._window = login, window
        self.banner = Banner()
        self.lights = Lights(small=False)
        self.why = self._why_line()
        self.reason = ""  # for which the window was taken though a machine did not answer
        self.people = QListWidget()
        self.people.setAccessibleName(self.tr("People"))
        self.people.setMinimumHeight(LEAST)
        self.person = QLineEdit()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin = self._pin_line()
        self._away = office.is_away
        self.window_box = QComboBox()
        self.enter = QPushButton(self.tr("Take the window  Ctrl+Enter"))
        self.enter.setProperty("main", True)
        self.enter.setShortcut("Ctrl+Return")
        self.enter.setAutoDefault(False)
        self._live = office.desk.kind == "live"
        self._lay_out()
        self._hear()
        if self._away:
            self._show(office.keeping.known.people(office.desk.url, office.clock.now()))
        else:
            office.look(self, lambda reader, _now: staff(reader), self._show)
        office.background.run(
            self, office.workplace.checks, self.lights.show_checks, self.banner.refuse
        )

    def _hear(self) -> None:
        self.people.itemActivated.connect(lambda _item: self._sign_in())
        self.people.currentRowChanged.connect(self._propose_window)
        self.password.returnPressed.connect(self._sign_in)
        self.why.returnPressed.connect(self._sign_in)
        self.person.returnPressed.connect(self.password.setFocus)
        self.enter.clicked.connect(self._sign_in)

    @property
    def first(self) -> QWidget:
        """Return the widget that has the focus at the start."""
        return self.person if self._live else self.people

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        card.setMinimumWidth(CARD_WIDTH)
        form = QFormLayout()
        if self._live:
            form.addRow(self.tr("Login"), self.person)
            form.addRow(self.tr("PIN") if self._away else self.tr("Passphrase"), self.password)
        if self._live and not self._away:
            form.addRow(self.tr("New PIN"), self.pin)
        form.addRow(self.tr("Window"), self.window_box)
        title = QLabel(self._office.desk.setting.centre_name)
        title.setProperty("role", "title")
        title.setWordWrap(True)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(24, 24, 24, 24)
        inner.setSpacing(12)
        inner.addWidget(title)
        inner.addWidget(self._kind())
        inner.addWidget(self.banner)
        if not self._live:
            inner.addWidget(self.people, 1)
        inner.addLayout(form)
        inner.addWidget(self.lights)
        inner.addWidget(self.why)
        inner.addWidget(self.enter)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(card, 20 if not self._live else 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)

    def _why_line(self) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(self.tr("Why the window is taken all the same"))
        line.setAccessibleName(line.placeholderText())
        line.hide()
        return line

    def _pin_line(self) -> QLineEdit:
        line = QLineEdit()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setPlaceholderText(self.tr("six digits for outages; empty keeps the old one"))
        line.setAccessibleName(self.tr("New PIN"))
        return line

    def _kind(self) -> QLabel:
        if self._away:
            return self._muted(
                self.tr(
                    "The database is away. Who signed in at this PC within 24 hours can take in"
                    " cases; they are sent when it is back."
                )
            )
        text = (
            self.tr("Sign in with your login and passphrase.")
            if self._live
            else self.tr("Rehearsal: choose a person; no passphrase. Nothing here has legal force.")
        )
        return self._muted(text)

    def _muted(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setProperty("role", "muted")
        return label

    def _show(self, people: list[PersonRow]) -> None:
        self._people = [person for person in people if person.active]
        for person in self._people:
            roles = "、".join(role_word(role) for role in sorted(person.roles))
            window = self.tr("window {0}").format(person.window) if person.window else ""
            text = f"{person.login}   {person.name}   {roles}   {window}".rstrip()
            self.people.addItem(QListWidgetItem(text))
        self.window_box.addItem(self.tr("no window (back office)"), None)
        for number in range(1, self._office.desk.setting.windows + 1):
            self.window_box.addItem(self.tr("window {0}").format(number), number)
        logins = [person.login for person in self._people]
        start = logins.index(self._login) if self._login in logins else self._first_clerk()
        self.people.setCurrentRow(start)
        if self._window is not None:
            self.window_box.setCurrentIndex(self.window_box.findData(self._window))
        self.first.setFocus()

    def _first_clerk(self) -> int:
        places = [place for place, one in enumerate(self._people) if "clerk" in one.roles]
        return places[0] if places else 0

    def _propose_window(self, row: int) -> None:
        if 0 <= row < len(self._people):
            self.window_box.setCurrentIndex(self.window_box.findData(self._people[row].window))

    def _must_say_why(self) -> bool:
        """Ask for a reason where a machine does not answer and the person takes a window."""
        missing = self.lights.missing if self.window_box.currentData() is not None else ()
        self.reason = ""
        if not missing:
            return False
        names = "、".join(kind_word(check.kind) for check in missing)
        why = self.why.text().strip()
        if why:
            self.reason = self.tr("Window taken without: {0}. Reason: {1}").format(names, why)
            return False
        self.banner.say("error", message("E-DEV-001", language(), device=names))
        self.why.show()
        self.why.setFocus()
        return True

    def _sign_in(self) -> None:
        if self._must_say_why():
            return
        if not self._live:
            if 0 <= self.people.currentRow() < len(self._people):
                self._begin(self._people[self.people.currentRow()])
            return
        login, password = self.person.text().strip(), self.password.text()
        if self._away:
            self._check_pin(login, password)
            return
        if self.pin.text() and not is_pin(self.pin.text()):
            self.banner.say("error", message("E-PIN-003", language()))
            return

        def check(reader: Reader, _now: datetime) -> bool:
            return is_right_password(reader, login, password)

        self._office.look(self, check, lambda right: self._checked(login, right))

    def _check_pin(self, login: str, pin: str) -> None:
        office, now = self._office, self._office.clock.now()

        def check() -> Checked | None:
            found = office.keeping.known.check_pin(office.desk.url, login, pin, now)
            back = found == "right" and not _let_in(office.desk)
            return None if back else found

        def told(found: Checked | None) -> None:
            self.password.clear()
            if found is None:  # this program reached its database: a PIN is not enough for that
                self.banner.say("error", message("E-PIN-004", language()))
                return
            person = next((one for one in self._people if one.login == login), None)
            if found == "right" and person is not None:
                self._begin(person)
                return
            code = "E-PIN-001" if found == "wrong" else "E-PIN-002"
            self.banner.say("error", message(code, language()))

        office.background.run(self, check, told, self.banner.refuse)

    def _checked(self, login: str, right: bool) -> None:
        self.password.clear()
        person = next((one for one in self._people if one.login == login), None)
        if not right or person is None:
            self.banner.say(
                "error",
                self.tr("Login or passphrase is not right. Nothing was opened; type both again."),
            )
            self.password.setFocus()
            return
        self._begin(person)

    def _begin(self, person: PersonRow) -> None:
        self.signed_in.emit(
            OnDuty(
                login=person.login,
                name=person.name,
                roles=person.roles,
                window=self.window_box.currentData(),
            )
        )


def _let_in(desk: Desk) -> bool:
    return isinstance(desk, AwaitedDesk) and desk.come_in_by_pin()
