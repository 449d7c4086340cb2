"""The composition root of the window program."""

import sys
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from db.upgrade import DatabaseTooNew
from desk.local.keeping import Keeping
from desk.local.settings import read_settings
from desk.windows.frame.session import Session
from desk.windows.parts.background import Background
from desk.windows.parts.collecting import collecting_here
from desk.windows.parts.crash import catch_bugs
from desk.windows.parts.office import Office
from desk.workflow.addresses import Address
from desk.workflow.awaited import AwaitedDesk
from desk.workflow.desk import Desk, NoCentre
from forms.messages import message

UNUSABLE = 2


def run(url: Address, *, language: str | None = None, away: bool = False) -> int:
    """Open the windows on a database and stay until they are closed; return the exit status."""
    settings = read_settings()
    if language in ("zh", "en"):
        settings = replace(settings, language="zh" if language == "zh" else "en")
    keeping = Keeping.on_disk()
    try:
        desk = _awaited(url, keeping) if away else Desk.open(url)
    except DatabaseTooNew as error:
        return _stop(message("E-SYS-002", settings.language, found=error.found, known=error.known))
    except NoCentre:
        return _stop(message("E-SYS-004", settings.language))
    app = QApplication(sys.argv[:1])
    background = Background()
    office = Office(desk, background, keeping)
    office.set_away(away)
    session = Session(app, office, settings)
    catch_bugs(lambda text: _tell(session, text))
    with collecting_here():
        session.begin()
        status = app.exec()
        session.close()
        background.stop()
    desk.close()
    keeping.close()
    return status


def _awaited(url: Address, keeping: Keeping) -> Desk:
    """Return a desk on a database that is away, as this PC knows its centre."""
    known = keeping.known.centre(url)
    if known is None:
        raise NoCentre("this PC knows no centre there")
    return AwaitedDesk(url, known.kind, known.setting)


def _tell(session: Session, text: str) -> None:
    banner = getattr(session.window, "banner", None)
    if banner is not None:
        banner.say("error", text)


def _stop(line: str) -> int:
    sys.stderr.write(f"{line}\n")
    return UNUSABLE
