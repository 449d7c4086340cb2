"""The screens of a window, one in front: where there is too little room for it, it scrolls."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget


class Room(QWidget):
    """Gives a screen all the room there is, and never less than its words need."""

    def __init__(self, screen: QWidget, area: QScrollArea) -> None:
        super().__init__()
        self._screen, self._area = screen, area
        screen.setParent(self)

    def minimumSizeHint(self) -> QSize:
        layout = self._screen.layout()
        if layout is None:
            return self._screen.minimumSizeHint()
        least = layout.totalMinimumSize()
        width = max(least.width(), self._area.viewport().width())
        if layout.hasHeightForWidth():
            return QSize(least.width(), layout.totalMinimumHeightForWidth(width))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._screen.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


class Stack(QStackedWidget):
    """All screens that were made."""

    def __init__(self) -> None:
        super().__init__()
        self._areas: dict[QWidget, QScrollArea] = {}
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    @property
    def front(self) -> QWidget | None:
        """Return the screen in front."""
        shown = self.currentWidget()
        return next((screen for screen, area in self._areas.items() if area is shown), None)

    def add(self, screen: QWidget) -> None:
        """Take a screen in."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(Room(screen, area))
        self._areas[screen] = area
        self.addWidget(area)

    def bring(self, screen: QWidget) -> None:
        """Put a screen in front."""
        self.setCurrentWidget(self._areas[screen])

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Scroll to what has the keyboard now."""
        area = self.currentWidget()
        if isinstance(area, QScrollArea) and new is not None and area.isAncestorOf(new):
            area.ensureWidgetVisible(new, 0, 0)
