"""What tells a demonstration centre from a live one at the first look: the frame and the words."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.workflow.reader import Kind

WIDTH = 4  # pixels of the frame, all around
WORDS = QT_TRANSLATE_NOOP("demonstration", "Demonstration data")


def words() -> str:
    """Return the words that stand in the title and in the top bar."""
    return QCoreApplication.translate("demonstration", WORDS)


def titled(title: str, kind: Kind) -> str:
    """Return a window's title; that of a demonstration begins with its words."""
    return f"{words()} · {title}" if kind == "rehearsal" else title


def chip() -> QLabel:
    """Return the words as a mark for a top bar."""
    label = QLabel(words())
    label.setProperty("chip", "rehearsal")
    return label


def framed(content: QWidget, kind: Kind) -> QWidget:
    """Return the content of a window, in the frame where it shows a demonstration."""
    if kind != "rehearsal":
        return content
    frame = QFrame()
    frame.setObjectName("demonstration")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)  # inside the border of the style sheet
    layout.addWidget(content)
    return frame
