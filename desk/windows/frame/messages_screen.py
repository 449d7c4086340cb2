"""S04 消息与任务: what was said since signing in, and what the desk is working on."""

from collections.abc import Sequence
from importlib.metadata import version

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.messages import Message
from desk.windows.parts.office import Office
from desk.windows.parts.screens import SCREENS
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.words import level_word
from desk.workflow.answers import Touched
from desk.workflow.clock import SHANGHAI


class MessagesScreen(QWidget):
    """All sentences, newest first; Enter goes to the screen that one is about."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._messages = office, office.messages
        self.work = QLabel()
        self.work.setProperty("role", "muted")
        self.listing = Listing[Message](
            self._columns(),
            self.tr("No messages. What the desk says to you is kept here until you sign out."),
            self.tr("Messages"),
            key=lambda message: (message.at, message.text),
        )
        self.whole = QLabel()
        self.whole.setWordWrap(True)
        self.whole.setMinimumHeight(64)
        self.copy = make_action(self, "copy_diagnosis", self._copy)
        self._lay_out()
        self.listing.chosen.connect(self._show_whole)
        self.listing.opened.connect(lambda message: shell.go(message.screen))
        self._messages.changed.connect(self._show)
        office.background.busy.connect(self._show_work)
        self._show_work(not office.background.idle)

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Nothing in the database makes this screen stale."""
        return frozenset()

    @property
    def first(self) -> QWidget:
        """Return the list."""
        return self.listing.view

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the one act."""
        return (self.copy,)

    def open(self, subject: object) -> None:
        """Show what was said; with that it is read."""
        self._messages.read()

    def reload(self) -> None:
        """Show the list again."""
        self._show()

    def _columns(self) -> Sequence[Column[Message]]:
        return (
            Column(
                title=self.tr("Time"),
                read=lambda message: message.at.astimezone(SHANGHAI).strftime("%H:%M:%S"),
            ),
            Column(title=self.tr("Kind"), read=lambda message: level_word(message.level)),
            Column(title=self.tr("Screen"), read=lambda message: SCREENS[message.screen].title),
            Column(
                title=self.tr("Message"),
                read=lambda message: message.text.replace("\n", "  "),
                stretches=True,
            ),
        )

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Messages"))
        title.setProperty("role", "title")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.work)
        head.addWidget(make_button(self.copy))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.listing, 1)
        layout.addWidget(self.whole)

    def _show(self) -> None:
        self.listing.show_rows(self._messages.rows)
        self._show_whole(self.listing.current())

    def _show_whole(self, message: Message | None) -> None:
        self.whole.setText(message.text if message else "")
        self.copy.setEnabled(message is not None)

    def _show_work(self, busy: bool) -> None:
        text = self.tr("The desk is working …") if busy else self.tr("Nothing is under way.")
        self.work.setText(text)

    def _copy(self) -> None:
        """Put a message on the clipboard with what somebody who helps needs to know."""
        message = self.listing.current()
        if message is None:
            return
        person = self._office.person
        lines = (
            f"{message.at.isoformat(timespec='seconds')}  {message.screen}  {message.level}",
            message.text,
            f"registration-desk {version('registration-desk')}  {self._office.desk.kind}  "
            f"{person.login}  {person.window or ''}".rstrip(),
        )
        QGuiApplication.clipboard().setText("\n".join(lines))
