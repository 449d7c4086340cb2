"""Between the keys: load what the screens need and make them, so that nobody waits for one."""

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.makers import CLASSES, module_of
from desk.windows.parts.collecting import leave_out, take_in
from desk.windows.parts.ears import ears
from desk.windows.parts.office import Office

LIBRARIES = ("pypinyin", "printing.papers", "xlsxwriter")
"""What takes long to load and knows no widgets."""

QUIET = 300  # ms without a key before the next step
BETWEEN = 15  # ms from step to step while nothing is pressed
HANDS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress)


class Readying(QObject):
    """Readies one frame in small steps; a key or a click makes it wait."""

    ready = Signal()

    def __init__(self, office: Office, window: MainWindow) -> None:
        super().__init__(window)
        self._office, self._window = office, window
        self._steps = self._all_steps()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    def begin(self) -> None:
        """Load the libraries beside the GUI, then all screens of this person, then make them."""
        take_in()  # what an earlier frame left may go now
        QTimer.singleShot(QUIET, self, self._load)  # the first screen shows itself before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in HANDS:
            self._timer.start(QUIET)
        return False

    def _load(self) -> None:
        self._office.machines.run(self, _load_libraries, self._go_on, self._office.failed.emit)

    def _go_on(self, _loaded: None) -> None:
        ears().add(self)
        self._timer.start(QUIET)

    def _step(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._end()
            return
        step()
        self._timer.start(BETWEEN)

    def _end(self) -> None:
        ears().remove(self)
        leave_out()
        self.ready.emit()

    def _all_steps(self) -> Iterator[Callable[[], object]]:
        for screen in self._window.screens:
            if screen in CLASSES:
                yield partial(import_module, module_of(CLASSES[screen]))
            yield partial(self._window.prepare, screen)
            yield partial(self._window.lay_out, screen)


def _load_libraries() -> None:
    for name in LIBRARIES:
        import_module(name)
