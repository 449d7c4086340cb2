"""F6 and Shift+F6: from one area of a window to the next, to its first control."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

AREAS = ("rail", "topbar", "footer")


def step_pane(window: QWidget, step: int) -> None:
    """Move the focus to the first control of the next area (+1), or of the one before (-1)."""
    firsts = list(_firsts(window))
    if not firsts:
        return
    here = _pane(QApplication.focusWidget() or window, window)
    panes = [_pane(widget, window) for widget in firsts]
    place = panes.index(here) if here in panes else -1 if step > 0 else 0
    firsts[(place + step) % len(firsts)].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _firsts(window: QWidget) -> Iterator[QWidget]:
    """Yield the first control of each area, in the order in which Tab walks."""
    seen: set[QWidget] = set()
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if _takes_focus(widget, window):
            pane = _pane(widget, window)
            if pane not in seen:
                seen.add(pane)
                yield widget
        widget = widget.nextInFocusChain()


def _takes_focus(widget: QWidget, window: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.isVisibleTo(window)
        and widget.focusProxy() is None
    )


def _pane(widget: QWidget, window: QWidget) -> QWidget:
    """Return the area that a control is in: a list, a scrolled form, a bar, or the screen."""
    while widget is not window:
        parent = widget.parentWidget()
        if parent is None or parent is window or _is_area(widget):
            return widget
        widget = parent
    return window


def _is_area(widget: QWidget) -> bool:
    return (
        isinstance(widget, QAbstractItemView | QScrollArea)
        or widget.objectName() in AREAS
        or widget.objectName() == "page"
    )
