"""Lists whose lines wrap: each is as high as its words need, at any width."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

TALL = 10_000
AIR = 10  # above and beneath the words, as the style sheet pads them


class WrappedLines(QStyledItemDelegate):
    """Measures a line in the width that its words have beside its mark."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        view = option.widget
        if not isinstance(view, QListView):
            return hint
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        whole.rect = QRect(0, 0, view.viewport().width(), TALL)
        part = QStyle.SubElement.SE_ItemViewItemText
        room = view.style().subElementRect(part, whole, view).width()
        margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, whole, view) + 1
        words = whole.fontMetrics.boundingRect(
            QRect(0, 0, room - 2 * margin, TALL),
            int(Qt.TextFlag.TextWordWrap),
            whole.text,
        )
        return QSize(hint.width(), max(words.height() + AIR, view.fontMetrics().height() + AIR))


def wrap_lines(view: QListWidget) -> None:
    """Let the lines of a list wrap to its width, nothing cut and nothing to scroll to."""
    view.setWordWrap(True)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setItemDelegate(WrappedLines(view))
