"""A picture of every screen, in both languages, on a demonstration centre and without a display."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow

from desk.local.settings import Settings
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.background import Background
from desk.windows.parts.collecting import collecting_here
from desk.windows.parts.office import Office, OnDuty
from desk.windows.parts.screens import SCREENS
from desk.workflow.addresses import file_address
from desk.workflow.demo import DemoCentre
from desk.workflow.desk import Desk
from desk.workflow.queries.cases import find_cases
from desk.workflow.queries.people import staff
from desk.workflow.reader import Reader

LANGUAGES = ("zh", "en")
MANY = 200
SETTLE_ROUNDS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Who stands before a screen, and in which stage the case shown there is."""

    login: str
    stage: str = ""


SCENES: Mapping[str, Scene] = {
    "C01": Scene(login="w02"),
    "C02": Scene(login="w02"),
    "C03": Scene(login="w02"),
    "C05": Scene(login="w02", stage="issued"),
    "C06": Scene(login="w02"),
    "C10": Scene(login="w02", stage="accepted"),
    "C11": Scene(login="w02", stage="printed"),
    "B04": Scene(login="w02"),
    "C12": Scene(login="w02", stage="issued"),
    "C13": Scene(login="w02"),
    "A01": Scene(login="a1"),
    "A02": Scene(login="a1", stage="in_approval"),
    "A04": Scene(login="a1"),
    "A05": Scene(login="w02"),
    "A06": Scene(login="w02"),
    "A07": Scene(login="s1"),
    "A08": Scene(login="s1"),
    "S04": Scene(login="w02"),
    "S05": Scene(login="w02"),
    "S06": Scene(login="w02"),
    "V01": Scene(login="w02"),
    "D04": Scene(login="w02"),
    "D05": Scene(login="w02"),
    "D10": Scene(login="w02"),
    "D11": Scene(login="w02"),
}


def take_all(
    out: Path, *, languages: Sequence[str] = LANGUAGES, size: tuple[int, int] = (1366, 768)
) -> list[Path]:
    """Write `out/LANGUAGE/SCREEN.png` for every screen and return the files."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    taken: list[Path] = []
    with collecting_here(), tempfile.TemporaryDirectory() as folder:
        url = file_address(Path(folder) / "demonstration.db")
        DemoCentre(now=datetime.now(UTC)).create(url, keep_papers=False)
        desk = Desk.open(url)
        background = Background()
        office = Office(desk, background)
        try:
            for language in languages:
                taken += Photographer(app, office, out / language, size).take(language)
        finally:
            background.stop()
            desk.close()
    return taken


class Photographer:
    """Walks all screens of one language."""

    def __init__(self, app: QApplication, office: Office, out: Path, size: tuple[int, int]) -> None:
        self._app, self._office, self._out, self._size = app, office, out, size

    def take(self, language: str) -> list[Path]:
        """Take the picture of every screen that has a scene, and of the sign-in."""
        self._out.mkdir(parents=True, exist_ok=True)
        spoken = Settings(language="zh" if language == "zh" else "en", login="w02")
        session = Session(self._app, self._office, spoken, keep=False)
        taken = [self._shot(session.begin(), "S00")]
        for screen in SCREENS:
            if screen in SCENES:
                taken.append(self._scene(session, screen, SCENES[screen]))
        session.close()
        return taken

    def _scene(self, session: Session, screen: str, scene: Scene) -> Path:
        with self._office.desk.ask() as reader:
            window = session.take_duty(_duty(reader, scene.login))
            subject = subject_of(reader, screen, scene)
        self._settle()
        window.go(screen, subject)
        if screen == "C03":
            self._key_a_unit(window)
        return self._shot(window, screen)

    def _key_a_unit(self, window: MainWindow) -> None:
        """Look up a unit, as a clerk begins; its rights and the findings then stand there."""
        screen = window.screen
        assert isinstance(screen, AcceptanceScreen)
        with self._office.desk.ask() as reader:
            rows = find_cases(reader, "", MANY, datetime.now(UTC))
        code = next(row.units[0] for row in rows if row.state == "issued")
        screen.entry.codes.show_value(code)
        screen.look_up.trigger()
        self._settle()
        screen.check.trigger()
        self._settle()

    def _shot(self, window: QMainWindow, screen: str) -> Path:
        window.resize(*self._size)
        self._settle()
        path = self._out / f"{screen}.png"
        window.grab().save(str(path))
        return path

    def _settle(self) -> None:
        """Let the worker answer and the screen paint."""
        settled = 0
        for _ in range(SETTLE_ROUNDS):
            self._app.processEvents()
            settled = settled + 1 if self._office.background.wait(0.02) else 0
            if settled > 3:  # noqa: PLR2004 - answers may ask once more
                return


def _duty(reader: Reader, login: str) -> OnDuty:
    person = next(one for one in staff(reader) if one.login == login)
    return OnDuty(login=login, name=person.name, roles=person.roles, window=person.window)


def subject_of(reader: Reader, screen: str, scene: Scene) -> object:
    """Return what the screen is opened about: a kind of business, a case in its stage, or none."""
    if screen == "C03":
        return "LY013"
    if not scene.stage:
        return None
    rows = find_cases(reader, "", MANY, datetime.now(UTC))
    found = next((row for row in rows if row.state == scene.stage), None)
    if found is None:
        return None
    return found.units[0] if screen == "C05" else found.case_id
