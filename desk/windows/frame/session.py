"""From signing in to leaving: the application's look and language, one window at a time."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from desk.local.known import KnownCentre
from desk.local.settings import Settings, write_settings
from desk.windows.customer.customer import Customer
from desk.windows.devices.devices_screen import DevicesScreen
from desk.windows.devices.workplace import workplace
from desk.windows.frame.coming_back import ComingBack
from desk.windows.frame.main_window import MainWindow, Maker
from desk.windows.frame.makers import makers
from desk.windows.frame.readying import Readying
from desk.windows.frame.settings_screen import SettingsScreen
from desk.windows.frame.sign_in import SignIn
from desk.windows.frame.stack import Stack
from desk.windows.input.sounds import Sounds
from desk.windows.parts import words
from desk.windows.parts.demonstration import framed, titled
from desk.windows.parts.office import Office, OnDuty
from desk.windows.parts.shell import Screen, Shell
from desk.windows.parts.theme import apply_theme
from desk.windows.recovery.draft_sending import DraftSending
from desk.windows.recovery.line import Line
from desk.windows.recovery.numbering import Numbering
from desk.windows.recovery.page_sending import PageSending
from desk.windows.recovery.timekeeper import Timekeeper
from desk.windows.training.training import Training
from desk.windows.training.training_screen import TrainingScreen
from desk.workflow.queries.people import PersonRow

TRANSLATIONS = Path(__file__).parents[1] / "translations"


class Session(QObject):
    """Shows the sign-in, then the frame; a change of language makes the frame anew."""

    window_made = Signal(object)  # a MainWindow

    def __init__(
        self,
        app: QApplication,
        office: Office,
        settings: Settings,
        *,
        keep: bool = True,
        training: Training | None = None,
    ) -> None:
        super().__init__()
        self._of_work = training is None
        self.training = training or Training(self, office.keeping.practice, lambda: office.person)
        self._keep = keep
        self._app, self._office = app, office
        self.settings = settings
        self._translator = QTranslator(self)
        self._line = Line(office, self)
        self._timekeeper = Timekeeper(office, self)
        self._draft_sending = DraftSending(office, self)
        self._numbering = Numbering(office, self)
        self._page_sending = PageSending(office, self)
        self.window: QMainWindow | None = None
        self._dress()
        self._give_machines()
        self._line.begin()
        office.send_again.connect(self._line.send_again)
        self._line.sent.connect(self._tell_sent)
        self._coming_back = ComingBack(office, self._line, self)
        office.away.connect(self._sign_in_anew)
        office.locked.connect(self._lock)

    def begin(self) -> QMainWindow:
        """Show the sign-in."""
        self._timekeeper.compare()
        page = SignIn(self._office, login=self.settings.login, window=self.settings.window)
        page.signed_in.connect(lambda person: self._signed_in(person, page.reason, page.pin.text()))
        window = QMainWindow()
        desk = self._office.desk
        stack = Stack()
        stack.add(page)
        window.setCentralWidget(framed(stack, desk.kind))
        window.setWindowTitle(titled(desk.setting.centre_name, desk.kind))
        self._show(window)
        return window

    def take_duty(self, person: OnDuty) -> MainWindow:
        """Show the frame for a person."""
        if person.login != self._office.person.login:
            self._office.messages.clear()
        self._office.person = person
        self._numbering.report()
        self._page_sending.send_soon()
        made: dict[str, Maker] = dict(makers())
        made["D04"] = self._devices_screen
        made["D10"] = lambda office, shell: TrainingScreen(office, shell, self.training)
        made["D11"] = self._settings_screen
        self._give_customer(person)
        window = MainWindow(self._office, made, self.settings)
        window.settings_changed.connect(self._change)
        self._show(window)
        self.window_made.emit(window)
        if self._office.customer is not None:
            self._office.customer.open_beside(window)
        return window

    def serve(self, person: OnDuty) -> MainWindow:
        """Show the frame for a person and ready its screens between the keys."""
        window = self.take_duty(person)
        Readying(self._office, window).begin()
        return window

    def rest(self) -> None:
        """Stand behind a practice: hidden, hearing no machine, showing applicants nothing."""
        self._take_customer_away()
        if isinstance(self.window, MainWindow):
            self.window.rest()

    def wake(self) -> None:
        """Be there again as before the practice."""
        self._dress()
        if isinstance(self.window, MainWindow) and self.window.isHidden():
            self._give_customer(self._office.person)
            self.window.wake()
            if self._office.customer is not None:
                self._office.customer.open_beside(self.window)

    def open_beside(self, office: Office, settings: Settings) -> "Session":
        """Open windows on the desk of a practice."""
        return Session(self._app, office, settings, keep=False, training=self.training)

    def close(self) -> None:
        """Stop hearing of changes and close the window."""
        if self._of_work:
            self.training.close()
        self._line.close()
        self._app.removeTranslator(self._translator)
        self._take_customer_away()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()

    def _show(self, window: QMainWindow) -> None:
        old, self.window = self.window, window
        if old is not None:
            window.setGeometry(old.geometry())
            old.close()
            old.deleteLater()
        else:
            window.resize(1366, 728)
        window.show()

    def _give_customer(self, person: OnDuty) -> None:
        self._take_customer_away()
        if person.window is not None:
            desk, monitor = self._office.desk, self.settings.customer_monitor
            centre = desk.setting.centre_name
            self._office.customer = Customer(person.window, centre, monitor, desk.kind)

    def _take_customer_away(self) -> None:
        if self._office.customer is not None:
            self._office.customer.close()
            self._office.customer = None

    def _sign_in_anew(self, _away: bool) -> None:
        """Ask for what opens now, where the database went or came back before anybody was in."""
        if self.window is not None and not isinstance(self.window, MainWindow):
            self.begin()

    def _lock(self) -> None:
        """Sign the person out; drafts and claims stay where they are."""
        self._take_customer_away()
        self.begin()

    def _remember(self, person: OnDuty, pin: str) -> None:
        """Keep on this PC who signed in, for a start while the database is away."""
        office = self._office
        if office.is_away:
            return
        centre = KnownCentre(kind=office.desk.kind, setting=office.desk.setting)
        row, at = _row(person), office.clock.now()
        known, url = office.keeping.known, office.desk.url
        office.keeping.later(
            lambda: known.signed_in(url, centre, row, at, pin),
            lambda why: office.messages.add("S00", "error", why),
        )

    def _signed_in(self, person: OnDuty, reason: str, pin: str) -> None:
        self.settings = replace(self.settings, window=person.window, login=person.login)
        self._write()
        self._remember(person, pin)
        self._coming_back.came_in(self.serve(person))
        if reason:
            self._office.messages.add("S00", "info", reason)
        self._timekeeper.compare()
        self._line.send()
        self._draft_sending.send()
        if self._office.keeping.journal.left(person.login) and isinstance(self.window, MainWindow):
            self.window.go("S06")

    def _tell_sent(self, sent: int) -> None:
        """Say what came of the outbox, where the person on duty sees it."""
        if not sent or not isinstance(self.window, MainWindow):
            return
        text = self.tr("Sent from the outbox and accepted: {0}. The numbers stand in Ctrl+Shift+L.")
        self.window.banner.say("done", text.format(sent))

    def _give_machines(self) -> None:
        rehearsal = self._office.desk.kind == "rehearsal"
        self._office.workplace = workplace(self.settings, rehearsal=rehearsal)
        self._office.sounds = Sounds(muted=not self.settings.sound)

    def _devices_screen(self, office: Office, shell: Shell) -> Screen:
        screen = DevicesScreen(office, shell, self.settings)
        screen.changed.connect(self._change_machines)
        return screen

    def _change_machines(self, settings: Settings) -> None:
        """Take over which machines there are; the window is made anew to listen to them."""
        self.settings = settings
        self._write()
        self._give_machines()
        self.serve(self._office.person).go("D04")

    def _settings_screen(self, office: Office, shell: Shell) -> Screen:
        screen = SettingsScreen(office, shell, self.settings)
        screen.changed.connect(self._change)
        return screen

    def _change(self, settings: Settings) -> None:
        new_language = settings.language != self.settings.language
        self.settings = settings
        self._write()
        self._dress()
        if new_language:
            self.serve(self._office.person).go("D11")

    def _write(self) -> None:
        if self._keep:
            write_settings(self.settings)

    def _dress(self) -> None:
        self._app.removeTranslator(self._translator)
        words.speak(self.settings.language)
        if self.settings.language == "zh":
            self._translator.load(str(TRANSLATIONS / "zh_CN.qm"))
            self._app.installTranslator(self._translator)
        apply_theme(self._app, self.settings.theme, self.settings.font_percent)


def _row(person: OnDuty) -> PersonRow:
    return PersonRow(
        login=person.login,
        name=person.name,
        window=person.window,
        active=True,
        roles=person.roles,
    )
