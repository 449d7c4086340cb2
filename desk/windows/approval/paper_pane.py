"""原件影像: the papers of a case page by page, enlarged, turned, and on a second monitor."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage, QKeyEvent, QPixmap, QTransform
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desk.windows.parts.office import Office
from desk.windows.parts.words import material_name
from desk.workflow.queries.leaves import Leaf, shown_by
from desk.workflow.reader import Reader
from printing.papers import PAPERS
from printing.raster import Picture

ZOOMS = (1.0, 1.6, 2.5)
QUARTER = 90
SHORT = 16  # letters by which a paper is known in a row of papers


def paper_name(paper: str) -> str:
    """Name a paper: a material by its code; a paper of the desk as it is headed, in Chinese."""
    if paper in PAPERS:
        return PAPERS[paper].title
    return f"{paper} {material_name(paper)}"


class PageView(QScrollArea):
    """One page, as wide as its place; enlarged it is scrolled."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._page: QPixmap | None = None
        self._zoom, self._turned = 0, 0
        self.label = QLabel()
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setWordWrap(True)
        self.setAccessibleName(name)
        self.setWidget(self.label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    @property
    def is_shown(self) -> bool:
        """Tell whether a page is on the screen."""
        return self._page is not None

    def show_page(self, page: QPixmap | None, sentence: str = "") -> None:
        """Show a page as it lies, or a sentence where there is none."""
        self._page = page
        self._zoom = self._turned = 0
        if page is None:
            self.label.setPixmap(QPixmap())
            self.label.setText(sentence)
        self._fit()

    def zoom(self) -> None:
        """Enlarge by a step; after the largest the whole page is shown again."""
        self._zoom = (self._zoom + 1) % len(ZOOMS)
        self._fit()

    def turn(self) -> None:
        """Turn the page by a quarter."""
        self._turned = (self._turned + QUARTER) % 360
        self._fit()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        if self._page is None:
            return
        turned = self._page.transformed(QTransform().rotate(self._turned))
        room = self.viewport().size() * ZOOMS[self._zoom]
        self.label.setPixmap(
            turned.scaled(
                room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )


class SecondWindow(QWidget):
    """The papers on another monitor; Esc brings them back."""

    closed = Signal()

    def __init__(self, owner: QWidget, name: str) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self.head = QLabel()
        self.head.setProperty("role", "section")
        self.view = PageView(name)
        layout = QVBoxLayout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.view, 1)
        self.resize(800, 1000)
        others = [one for one in QGuiApplication.screens() if one is not owner.screen()]
        if others:
            self.setGeometry(others[0].availableGeometry())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)


class PaperPane(QWidget):
    """Shows the paper of the row in front; its pages come one by one from the worker."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._leaves: tuple[Leaf, ...] = ()
        self._here = -1
        self._wanted = ""
        self.head = QLabel()
        self.head.setProperty("role", "section")
        self.head.setWordWrap(True)
        self.head.setMinimumHeight(self.head.fontMetrics().height())
        self.view = PageView(self.tr("Page of the paper"))
        self.others = QLabel()
        self.others.setProperty("role", "muted")
        self.others.setWordWrap(True)
        self.second: SecondWindow | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.head)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.others)

    @property
    def front(self) -> PageView:
        """Return where the page is looked at: here, or on the second monitor."""
        return self.second.view if self.second is not None else self.view

    def sizeHint(self) -> QSize:
        return QSize(420, 420)

    def begin(self, leaves: Sequence[Leaf]) -> None:
        """Take the pages of another case."""
        self._leaves, self._here, self._wanted = tuple(leaves), -1, ""
        self._show_at(0 if leaves else -1)

    def refresh(self, leaves: Sequence[Leaf]) -> None:
        """Take the pages of the same case anew: some may have come up meanwhile."""
        if tuple(leaves) != self._leaves:
            wanted = self._wanted
            self.begin(leaves)
            self.want(wanted)

    def want(self, paper: str) -> None:
        """Show the first page of a paper; one that has no pages says so."""
        if paper == self._wanted:
            return
        self._wanted = paper
        places = [place for place, leaf in enumerate(self._leaves) if leaf.paper == paper]
        self._show_at(places[0] if places else -1)

    def step(self, step: int) -> None:
        """Go a page on or back, through all papers."""
        if self._leaves:
            self._wanted = ""
            self._show_at(max(0, min(len(self._leaves) - 1, self._here + step)))

    def pop_out(self) -> None:
        """Put the papers on the second monitor, or bring them back."""
        if self.second is not None:
            self.second.close()
            return
        self.second = SecondWindow(self.window(), self.tr("Page of the paper"))
        self.second.closed.connect(self._come_back)
        self.hide()
        self.second.show()
        self._show_at(self._here)

    def _come_back(self) -> None:
        second, self.second = self.second, None
        if second is not None:
            second.deleteLater()
        self.show()
        self._show_at(self._here)

    def _show_at(self, place: int) -> None:
        self._here = place
        self.others.setText(self._listed())
        if place < 0:
            self._say(self._missing())
            return
        leaf = self._leaves[place]
        text = self.tr("{0}  page {1} of {2}")
        self._title(text.format(paper_name(leaf.paper), leaf.page + 1, leaf.of))

        self.front.show_page(None)  # never one paper under the name of another

        def ask(reader: Reader, _now: datetime) -> QImage | None:
            return _image(shown_by(reader, leaf))

        def shown(image: QImage | None) -> None:
            if self._here == place and self._leaves[place : place + 1] == (leaf,):
                page = None if image is None else QPixmap.fromImage(image)
                self.front.show_page(page, self._missing() if leaf.is_up else self._behind())

        self._office.look(self, ask, shown)

    def _say(self, sentence: str) -> None:
        self._title(paper_name(self._wanted) if self._wanted else self.tr("Papers"))
        self.front.show_page(None, sentence)

    def _title(self, text: str) -> None:
        self.head.setText(text)
        if self.second is not None:
            self.second.head.setText(text)

    def _missing(self) -> str:
        return self.tr(
            "This paper has no pictures: look at it in the folder, "
            "or return the case with Ctrl+Shift+R."
        )

    def _behind(self) -> str:
        return self.tr("This page has not come up from its window yet; F5 looks again.")

    def _listed(self) -> str:
        current = self._leaves[self._here].paper if self._here >= 0 else ""
        papers = dict.fromkeys(leaf.paper for leaf in self._leaves)
        names = {one: paper_name(one)[:SHORT] for one in papers}
        return "  ".join(f"[{name}]" if one == current else name for one, name in names.items())


def _image(shown: Picture | bytes | None) -> QImage | None:
    """Make an image, away from the thread of the windows."""
    if shown is None:
        return None
    if isinstance(shown, bytes):
        return QImage.fromData(shown)
    rows, form = 3 * shown.width, QImage.Format.Format_RGB888
    return QImage(shown.rgb, shown.width, shown.height, rows, form).copy()
