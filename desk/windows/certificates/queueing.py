"""The queue of the printer while something is in it: how much, and what it waits for."""

from PySide6.QtCore import QObject, QTimer

from desk.windows.devices.spool import Queue
from desk.windows.parts.banner import Banner
from desk.windows.parts.office import Office
from desk.windows.parts.words import language
from forms.messages import message

LOOKS_EVERY = 2_000  # milliseconds, while papers wait
QUIET_LOOKS = 3  # with an empty queue, before the watch ends


class QueueWatch(QObject):
    """Looks at the queue after a sheet was sent, off the GUI thread, until it is empty again."""

    def __init__(self, office: Office, owner: QObject) -> None:
        super().__init__(owner)
        self._office = office
        self.banner = Banner()
        self._quiet = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY)
        self._timer.timeout.connect(self.look)

    @property
    def is_watching(self) -> bool:
        """Tell whether it looks."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Look now, and again until nothing waits."""
        self._quiet = 0
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look once."""
        printer = self._office.workplace.printer
        self._office.machines.run(self, printer.queue, self._hear, _never)

    def _hear(self, queue: Queue) -> None:
        if queue.trouble:
            self._quiet = 0
            said = message(
                queue.trouble, language(), printer=self._office.workplace.printer.port or "—"
            )
            self.banner.say("error", f"{queue.trouble}  {said}")
        elif queue.waiting:
            self._quiet = 0
            self.banner.say("info", self.tr("In the printer's queue: {0}.").format(queue.waiting))
        else:
            self._quiet += 1
            self.banner.hide()
            if self._quiet >= QUIET_LOOKS:
                self._timer.stop()


def _never(_error: object) -> None:
    """Take a refusal of the desk: a printer asks none of it."""
