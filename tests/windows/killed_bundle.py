"""A real program in the second case of a bundle, waiting to be killed.

`python -m tests.windows.killed_bundle DATABASE FOLDER` says `ready` when both cases are entered.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk.local.keeping import Keeping
from desk.local.settings import Settings
from desk.windows.frame.session import Session
from desk.windows.parts.background import Background
from desk.windows.parts.office import Office
from desk.workflow.desk import Desk
from tests.windows.conftest import duty
from tests.windows.test_a_bundle_by_hand import (
    choose,
    free_home,
    key_the_credit,
    key_the_sale,
)


def enter_both(url: str, folder: Path) -> None:
    """Enter a sale and the credit behind it, say so, and go on as a program does."""
    app = QApplication([])
    keeping = Keeping.on_disk(folder)
    office = Office(Desk.open(url, keep_papers=False), Background(), keeping)
    settings = Settings(language="zh", login="w02", window=2)
    window = Session(app, office, settings, keep=False).take_duty(duty(office, "w02"))
    screen = choose(window, "clfmmdy")
    key_the_sale(screen, free_home(office))
    screen.accept.trigger()
    key_the_credit(screen)
    keeping.settle()
    print("ready", flush=True)  # noqa: T201
    app.exec()


if __name__ == "__main__":
    enter_both(sys.argv[1], Path(sys.argv[2]))
