"""C06 高拍与材料: the pages of one application, as a screen of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk.windows.counter.capture import CapturePane
from desk.windows.counter.capture_list import Wanted
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.upload_line import UploadLine
from desk.windows.parts.words import item_name, material_name
from desk.workflow.answers import Touched
from forms.catalogue import delivered


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureSubject:
    """Whose papers are photographed: the draft that keeps them, and the kind of business."""

    draft: str
    item: str


def wanted(item: str) -> tuple[Wanted, ...]:
    """Return the materials of a kind of business, those that it always needs first."""
    found = delivered().items[item]
    return tuple(
        Wanted(code=code, title=material_name(code), required=code in found.materials_required)
        for code in (*found.materials_required, *found.materials_conditional)
    )


class CaptureScreen(QWidget):
    """Photographs the papers of one application; Esc goes nowhere, nothing is lost."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self.title = QLabel(self.tr("Papers"))
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.pane = CapturePane(lambda: office.workplace.camera, office.pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self.title)
        layout.addWidget(self.pane, 1)
        layout.addWidget(UploadLine(office))
        self.pane.begin("", ())

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Pages are touched by nobody else."""
        return frozenset()

    @property
    def first(self) -> QWidget:
        """Return the list of materials."""
        return self.pane.list

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the acts of the pane."""
        return self.pane.acts

    def open(self, subject: object) -> None:
        """Photograph for an application; without one, go on with what is there."""
        if isinstance(subject, CaptureSubject):
            self.title.setText(item_name(subject.item))
            self.pane.begin(subject.draft, wanted(subject.item))
            self._shell.show_case(item_name(subject.item), None)

    def reload(self) -> None:
        """Nothing is read from the database."""
