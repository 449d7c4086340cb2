"""Lists: frozen rows, columns as data, a current row that is always valid."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk.windows.parts.marks import SIZE, ClockText, paint_mark, state_colour

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
CLOCK = int(Qt.ItemDataRole.UserRole) + 1
CELL_AIR = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Row]):
    """A heading, how to read its cell, and whether it takes the room that is left."""

    title: str
    read: Callable[[Row], str]
    clock: Callable[[Row], ClockText] | None = None
    stretches: bool = False
    numbers: bool = False


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows that a query returned; nothing is edited in place."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """Return the row behind an index; an invalid index would count from the end."""
        return self.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.read(row)
        if role == CLOCK:
            return column.clock(row) if column.clock else None
        if role == Qt.ItemDataRole.TextAlignmentRole and column.numbers:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.read(row)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None


class ClockDelegate(QStyledItemDelegate):
    """Paints a clock's shape before its words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 2 * CELL_AIR + int(SIZE) + 6, hint.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = index.data(CLOCK)
        if not isinstance(shown, ClockText):
            super().paint(painter, option, index)
            return
        painter.save()
        rect = option.rect
        if option.state & option.state.State_Selected:
            painter.fillRect(rect, option.palette.highlight())
        top = rect.top() + (rect.height() - SIZE) / 2
        paint_mark(painter, shown.state, QRectF(rect.left() + CELL_AIR, top, SIZE, SIZE))
        painter.setPen(QColor(state_colour(shown.state)))
        room = rect.adjusted(CELL_AIR + int(SIZE) + 6, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown.text)
        painter.restore()


class Listing(QWidget, Generic[Row]):
    """A table with its sentence for when it is empty; Enter or a double click opens a row."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        empty: str,
        name: str,
        key: Callable[[Row], object] | None = None,
        *,
        many: bool = False,
    ) -> None:
        super().__init__()
        self._key, self._many = key, many
        self._wants: object = None  # the key of a row that is to be current when it is there
        self._all: Sequence[Row] = ()
        self.filter = self._filter_line(name)
        self.model = RowsModel[Row](columns, self)
        self.view = QTableView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(name)
        self._dress()
        self._sentence, self._away = empty, False
        self._empty = QLabel(empty)
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        # Inside the table, which so keeps its headings and the focus when it is empty.
        QVBoxLayout(self.view.viewport()).addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.filter)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.activated.connect(self._open)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.show_rows(())

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows; the row that was current stays current where it still is there.

        `key` tells a row from another; a list without one keeps the place. Where `many` can be
        chosen, with Shift or Ctrl, those that still are there stay chosen.
        """
        picked = {self._key(row) for row in self.picked()} if self._many and self._key else set()
        self._all = rows
        rows = self._wanted(rows)
        wanted = self._wants
        place = self._place_in(rows)
        if wanted != self._wants:  # it is there: that one alone
            picked = {wanted}
        self.model.show_rows(rows)
        hidden = bool(self._all) and not rows
        self._empty.setText(self._none_left() if hidden else self._nothing())
        self._empty.setVisible(not rows)
        if rows:
            self._pick_again(rows, min(place, len(rows) - 1), picked)

    def picked(self) -> list[Row]:
        """Return the chosen rows, as they stand in the list."""
        places = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.model.rows[place] for place in places]

    def _pick_again(self, rows: Sequence[Row], place: int, picked: set[object]) -> None:
        """Choose what was chosen; the current row is one of that, so none joins by chance."""
        key = self._key
        still = [at for at, row in enumerate(rows) if key and key(row) in picked] if picked else []
        if not still:
            self.view.setCurrentIndex(self.model.index(place, 0))
            return
        self.view.setCurrentIndex(self.model.index(place if place in still else still[0], 0))
        how = QItemSelectionModel.SelectionFlag
        for at in still:
            self.view.selectionModel().select(self.model.index(at, 0), how.Select | how.Rows)

    def pick(self, is_it: Callable[[Row], bool]) -> bool:
        """Make a row current; tell whether there is one."""
        places = [place for place, row in enumerate(self.model.rows) if is_it(row)]
        if places:
            self.view.setCurrentIndex(self.model.index(places[0], 0))
        return bool(places)

    def want(self, key: object) -> None:
        """Make the row of a key current as soon as it is shown; None wants no other row."""
        self._wants = key

    def ask_filter(self) -> None:
        """Ask for words that a row must hold to be shown; Esc takes the question back."""
        self.filter.show()
        self.filter.setFocus()
        self.filter.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filter.isVisible():
            self.filter.clear()
            self.filter.hide()
            self.view.setFocus()
            return
        super().keyPressEvent(event)

    def say_away(self, *, away: bool) -> None:
        """While the database is away, an empty list does not say that there is nothing."""
        self._away = away
        if not self._all:
            self._empty.setText(self._nothing())

    def _nothing(self) -> str:
        return self.tr("Not known: the database is away.") if self._away else self._sentence

    def _none_left(self) -> str:
        return self.tr("No row holds these words. Esc shows all.")

    def _filter_line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(self.tr("Words in the list; Esc shows all"))
        line.setAccessibleName(self.tr("Filter: {0}").format(name))
        line.textChanged.connect(lambda _text: self.show_rows(self._all))
        line.returnPressed.connect(lambda: self.view.setFocus())
        line.hide()
        return line

    def _wanted(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return the rows that hold every word of the filter in some column."""
        words = self.filter.text().lower().split()
        if not words:
            return rows
        return [row for row in rows if all(word in self._text(row) for word in words)]

    def _text(self, row: Row) -> str:
        return "\n".join(column.read(row) for column in self.model.columns).lower()

    def current(self) -> Row | None:
        """Return the current row."""
        return self.model.row(self.view.currentIndex())

    def _place_in(self, rows: Sequence[Row]) -> int:
        current = self.current()
        if self._key is not None:
            keys = [self._key(row) for row in rows]
            if self._wants in keys:
                place, self._wants = keys.index(self._wants), None
                return place
            if current is not None and self._key(current) in keys:
                return keys.index(self._key(current))
        return max(0, self.view.currentIndex().row())

    def _dress(self) -> None:
        view = self.view
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        view.setSelectionMode(modes.ExtendedSelection if self._many else modes.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAlternatingRowColors(True)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(max(32, view.fontMetrics().height() + 12))
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(self.model.columns):
            mode = (
                QHeaderView.ResizeMode.Stretch
                if column.stretches
                else QHeaderView.ResizeMode.ResizeToContents
            )
            header.setSectionResizeMode(place, mode)
            if column.clock:
                view.setItemDelegateForColumn(place, ClockDelegate(view))

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None:
            self.opened.emit(row)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.row(index))
