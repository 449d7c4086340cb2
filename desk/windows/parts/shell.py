"""What a screen and the frame around it know of each other."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desk.workflow.answers import Touched
from desk.workflow.clock import ClockView


class Shell(Protocol):
    """The frame, as a screen sees it."""

    def go(self, screen: str, subject: object = None) -> None:
        """Show another screen, about a case or another subject."""

    def show_case(self, title: str, clock: ClockView | None) -> None:
        """Say in the top bar which case is in hand, with its clock."""


class Screen(Protocol):
    """A screen, as the frame sees it; it is a widget whose name is the screen's id."""

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return the kinds of things it shows; it is reloaded when one of them was touched."""

    @property
    def first(self) -> QWidget:
        """Return the widget that has the focus when the screen opens."""

    @property
    def acts(self) -> Sequence[QAction]:
        """Return its acts, for the footer, the key sheet and the palette."""

    def open(self, subject: object) -> None:
        """Show a subject handed over by another screen; none where it shows a list."""

    def reload(self) -> None:
        """Read again what it shows."""
