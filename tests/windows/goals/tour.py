"""A walk through every screen of one centre, and what is measured on the way."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk.local.settings import Language, Settings, Theme
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts import words
from desk.windows.parts.background import Background
from desk.windows.parts.banner import Banner
from desk.windows.parts.office import Office
from desk.windows.parts.screens import SCREENS
from desk.windows.parts.theme import apply_theme
from desk.windows.screenshots import SCENES, subject_of
from desk.workflow.clock import day_of
from desk.workflow.demo import DemoCentre
from desk.workflow.desk import Desk
from desk.workflow.founding import midnight
from tests.windows.conftest import duty, settle

FRAMED = tuple(screen for screen in SCREENS if screen != "S00")
LANGUAGES: tuple[Language, ...] = ("zh", "en")
FULL = (1366, 728)
ACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)


def empty_centre(folder: Path) -> str:
    """Make a centre in which nobody has come yet."""
    url = f"sqlite:///{folder / 'empty.db'}"
    dawn = midnight(day_of(datetime.now(UTC)))
    DemoCentre(now=dawn).create(url, keep_papers=False)
    return url


class Tour:
    """One session on one centre; its window is made anew only for another person or language."""

    def __init__(self, app: QApplication, url: str) -> None:
        self.office = Office(Desk.open(url, keep_papers=False), Background())
        self.office.person = duty(self.office, "w02")
        self._app = app
        self._settings = Settings(language="zh", login="w02", window=2)
        self._session = Session(app, self.office, self._settings, keep=False)
        self._stands: tuple[str, str] = ("", "")

    @property
    def window(self) -> MainWindow:
        """Return the window in which the walk goes on."""
        assert isinstance(self._session.window, MainWindow)
        return self._session.window

    def open(self, bot: QtBot, screen: str, language: Language = "zh") -> MainWindow:
        """Open a screen as its scene says and wait until it shows what it read."""
        window = self.go(screen, language)
        self.rest(bot)
        return window

    def sign_in(self, bot: QtBot, language: Language = "zh") -> QMainWindow:
        """Show the sign-in; who is asked for next signs in anew."""
        self._stands = ("", "")
        self._session.settings = replace(self._settings, language=language)
        self._session._dress()
        window = self._session.begin()
        self.rest(bot)
        return window

    def rest(self, bot: QtBot) -> None:
        """Wait until nothing is under way, and what was taken down is gone."""
        settle(bot, self.office)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def active(self, bot: QtBot, screen: str) -> MainWindow:
        """Open a screen in a window that the keyboard acts on."""
        window = self.open(bot, screen)
        with bot.waitActive(window):
            window.activateWindow()
        window.screen.first.setFocus()
        return window

    def go(self, screen: str, language: Language = "zh") -> MainWindow:
        """Open a screen as its scene says, and do not wait for what it reads."""
        scene = SCENES[screen]
        self._stand(scene.login, language)
        with self.office.desk.ask() as reader:
            subject = subject_of(reader, screen, scene)
        for banner in self.window.findChildren(Banner):
            banner.hide()
        self.window.resize(*FULL)
        self.window.go(screen, subject)
        return self.window

    def dress(self, theme: Theme = "light", percent: int = 100) -> None:
        """Put on a theme and a size of letters from now on."""
        self._settings = replace(self._settings, theme=theme, font_percent=percent)
        apply_theme(self._app, theme, percent)

    def close(self) -> None:
        """End the session, its worker and its database."""
        self._session.close()
        self.dress()
        words.speak("zh")
        self.office.background.stop()
        self.office.background.wait(5)
        self.office.desk.close()

    def _stand(self, login: str, language: Language) -> None:
        if self._stands == (login, language):
            return
        self._stands = (login, language)
        self._session.settings = replace(self._settings, language=language)
        self._session._dress()
        self._session.take_duty(duty(self.office, login))


def controls(window: QWidget) -> list[QWidget]:
    """Return what a person can act on, as far as it is to be seen."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, ACTIVE)
        and widget.isVisible()
        and not isinstance(widget, QHeaderView)
        and not isinstance(widget.parent(), QComboBox | QAbstractSlider | QTableView)
        and widget.objectName() != "qt_spinbox_lineedit"
    ]


def named(widget: QWidget) -> str:
    """Return the name that a screen reader says."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def clipped(window: QWidget) -> list[str]:
    """Return the texts that have less room than they need and no tooltip that says them whole."""
    cut = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible():
            continue
        text = widget.text()
        if not text or text in widget.toolTip() or in_list(widget):
            continue
        needed = widget.minimumSizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.height() + 1 < widget.heightForWidth(widget.width()):
                cut.append(text)
        elif widget.width() + 1 < needed.width() or widget.height() + 1 < needed.height():
            cut.append(text)
    return cut


def beyond(window: QWidget) -> list[str]:
    """Return what leaves the window, or an area that does not scroll in the way it would need."""
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    wide = [
        f"{type(content).__name__} {content.width()} in {area.viewport().width()}"
        for area in window.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBarPolicy() == never
        if (content := area.widget()) is not None and content.width() > area.viewport().width() + 1
    ]
    return wide + [named(widget) for widget in controls(window) if is_outside(widget)]


def in_list(widget: QWidget) -> bool:
    """Tell whether a widget stands in a list, which cuts its rows as it likes."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractItemView):
        parent = parent.parentWidget()
    return parent is not None


def in_scroll(widget: QWidget) -> bool:
    """Tell whether a widget stands in something that scrolls."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea | QAbstractItemView):
            return True
        parent = parent.parentWidget()
    return False


def is_outside(widget: QWidget) -> bool:
    """Tell whether a control that does not scroll leaves its window."""
    if in_scroll(widget):
        return False
    window = widget.window()
    corner = widget.mapTo(window, QPoint(0, 0))
    return (
        corner.x() < 0
        or corner.y() < 0
        or corner.x() + widget.width() > window.width() + 1
        or corner.y() + widget.height() > window.height() + 1
    )
