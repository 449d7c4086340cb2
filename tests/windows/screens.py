"""Every screen before the person who works at it, with a case in the stage it needs."""

from pytestqt.qtbot import QtBot

from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.windows.parts.screens import SCREENS
from desk.windows.screenshots import SCENES, subject_of
from tests.windows.conftest import duty, settle

FRAMED = tuple(screen for screen in SCREENS if screen != "S00")


def open_screen(bot: QtBot, session: Session, office: Office, screen: str) -> MainWindow:
    """Open a screen as its scene says and wait until it shows what it read."""
    scene = SCENES[screen]
    with office.desk.ask() as reader:
        subject = subject_of(reader, screen, scene)
    window = session.take_duty(duty(office, scene.login))
    bot.addWidget(window)
    window.go(screen, subject)
    settle(bot, office)
    return window
