"""C07 询问笔录: each question read aloud, answered by each person; nothing is chosen beforehand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.windows.counter.entry_model import EntryModel
from desk.windows.parts.words import language
from forms.interview import Question, questions_of
from forms.items import Item

ALL, FIRST = 1, 2  # columns: the question, everybody, then each person
YES_KEYS = (Qt.Key.Key_Y, Qt.Key.Key_1)
NO_KEYS = (Qt.Key.Key_N, Qt.Key.Key_2)
QUESTION = 180  # px that a question keeps beside many people
SLACK = 6  # px, lest a question that just fits is drawn on one line too few
MARGIN = 40  # px in view around the question in hand


class AnswerTable(QTableWidget):
    """Y or 1 is yes, N or 2 is no, Backspace takes an answer back; each goes on to the next."""

    answered = Signal(str)
    finished = Signal()
    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Stand as high as the rows are: the form scrolls, not the table within it."""
        people = sum(self.columnWidth(column) for column in range(ALL, self.columnCount()))
        width = max(QUESTION, self.viewport().width() - people)
        self.setColumnWidth(0, width - SLACK)
        self.resizeRowsToContents()
        self.setColumnWidth(0, width)
        edges = 2 * self.frameWidth()
        bar = self.horizontalScrollBar()
        edges += bar.sizeHint().height() if bar.maximum() else 0
        self.setFixedHeight(
            self.horizontalHeader().height() + self.verticalHeader().length() + edges
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            super().keyPressEvent(event)
        elif key in YES_KEYS:
            self.answered.emit("yes")
        elif key in NO_KEYS:
            self.answered.emit("no")
        elif key == Qt.Key.Key_Backspace:
            self.answered.emit("")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class QuestionsView(QWidget):
    """The questions of a kind of business, a column for each person."""

    def __init__(self, model: EntryModel) -> None:
        super().__init__()
        self._model = model
        self._questions: tuple[Question, ...] = ()
        self._people: tuple[int, ...] = ()
        self.table = AnswerTable()
        self.table.setAccessibleName(self.tr("Interview"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.answered.connect(self._answer)
        self.table.currentCellChanged.connect(lambda *_: self._show_note())
        self.table.currentCellChanged.connect(lambda *_: self._follow())
        self.table.entered.connect(self._follow)
        self.note = QLineEdit()
        self.note.setAccessibleName(self.tr("Note on the answer"))
        self.note.setPlaceholderText(self.tr("Note on the answer"))
        self.note.editingFinished.connect(self._keep_note)
        self.branch = QLabel()
        self.branch.setWordWrap(True)
        self.branch.setProperty("role", "problem")
        keys = QLabel(self.tr("Y or 1 yes   N or 2 no   Backspace takes back   arrows: one person"))
        keys.setProperty("role", "muted")
        keys.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (keys, self.table, self.note, self.branch):
            box.addWidget(widget)
        model.settled.connect(self.show_answers)
        model.replaced.connect(self.show_answers)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return what is asked."""
        return self._questions

    def begin(self, item: Item) -> None:
        """Ask what belongs to a kind of business."""
        self._questions = questions_of(item)
        self._people = ()
        self.table.setRowCount(0)
        self.show_answers()

    def show_answers(self) -> None:
        """Show who is asked and what each has answered."""
        state = self._model.state
        if self.table.rowCount() != len(self._questions) or self._people != state.people:
            self._people = state.people
            self._fill()
        heads = [self.tr("Question"), self.tr("All")]
        heads += [state.text(f"parties/{key}/name") or str(key) for key in self._people]
        self.table.setHorizontalHeaderLabels(heads)
        for row, question in enumerate(self._questions):
            words = [self._word(question, key) for key in self._people]
            same = words[0] if words and len(set(words)) == 1 else ""
            for column, text in enumerate([same, *words], start=ALL):
                cell = self.table.item(row, column)
                assert cell is not None  # made with the row
                cell.setText(text)
        self.table.fit()
        self._show_branches()

    def _fill(self) -> None:
        table = self.table
        table.setColumnCount(FIRST + len(self._people))
        table.setRowCount(len(self._questions))
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        for row, question in enumerate(self._questions):
            asked = QTableWidgetItem(f"{row + 1}  {question.text(language())}")
            asked.setToolTip(asked.text())
            table.setItem(row, 0, asked)
            for column in range(ALL, table.columnCount()):
                cell = QTableWidgetItem()
                cell.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                table.setItem(row, column, cell)
        table.fit()
        if self._questions:
            table.setCurrentCell(0, ALL)

    def _word(self, question: Question, key: int) -> str:
        answer = self._model.state.text(f"answers/{question.code}/{key}")
        return {"yes": self.tr("Yes"), "no": self.tr("No")}.get(answer, "")

    def _answer(self, answer: str) -> None:
        row, column = self.table.currentRow(), self.table.currentColumn()
        if not 0 <= row < len(self._questions):
            return
        people = self._people if column < FIRST else (self._people[column - FIRST],)
        with self._model.one_act():
            for key in people:
                self._model.put(f"answers/{self._questions[row].code}/{key}", answer)
        if answer and row + 1 < len(self._questions):
            self.table.setCurrentCell(row + 1, column)

    def _at(self) -> str:
        row, column = self.table.currentRow(), self.table.currentColumn()
        if not 0 <= row < len(self._questions) or not self._people:
            return ""
        return f"notes/{self._questions[row].code}/{self._people[max(0, column - FIRST)]}"

    def _show_note(self) -> None:
        self.note.setText(self._model.state.text(self._at()))

    def _keep_note(self) -> None:
        if self._at():
            self._model.put(self._at(), self.note.text().strip())

    def _follow(self) -> None:
        """Keep all questions in view where they fit, else the one in hand."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if area is not None else None
        if area is None or page is None or not self.table.hasFocus():
            return
        if self.height() <= area.viewport().height():
            area.ensureWidgetVisible(self, 0, 0)
        cell = self.table.visualRect(self.table.currentIndex()).center()
        at = self.table.viewport().mapTo(page, cell)
        area.ensureVisible(at.x(), at.y(), 0, MARGIN)

    def _show_branches(self) -> None:
        told = []
        for number, question in enumerate(self._questions, start=1):
            answers = {self._model.state.text(f"answers/{question.code}/{k}") for k in self._people}
            if answers - {"", question.expected}:
                told.append(f"▲ {number}  {question.branch(language())}")
        self.branch.setText("\n".join(told))
        self.branch.setVisible(bool(told))
