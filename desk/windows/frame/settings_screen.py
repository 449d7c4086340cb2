"""D11: language, colours and text size of this workstation."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from desk.local.settings import LARGEST, SMALLEST, Settings
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.workflow.answers import Touched

STEP = 10


class SettingsScreen(QWidget):
    """Every change acts at once and is kept."""

    changed = Signal(object)

    def __init__(self, office: Office, shell: Shell, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("page")
        self._settings = settings
        self._office, self._shell = office, shell
        self.language = QComboBox()
        self.language.addItem("中文", "zh")
        self.language.addItem("English", "en")
        self.theme = QComboBox()
        for name, text in (
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        ):
            self.theme.addItem(text, name)
        self.size_box = QSpinBox()
        self.size_box.setRange(SMALLEST, LARGEST)
        self.size_box.setSingleStep(STEP)
        self.size_box.setSuffix(" %")
        self._show()
        self._lay_out()
        self.language.currentIndexChanged.connect(self._change)
        self.theme.currentIndexChanged.connect(self._change)
        self.size_box.valueChanged.connect(self._change)

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Settings are touched by nobody else."""
        return frozenset()

    @property
    def first(self) -> QWidget:
        """Return the first choice."""
        return self.language

    @property
    def acts(self) -> Sequence[QAction]:
        """There are no acts but changing."""
        return ()

    def open(self, subject: object) -> None:
        """Settings have no subject."""

    def reload(self) -> None:
        """Nothing is read from the database."""

    def _show(self) -> None:
        self.language.setCurrentIndex(self.language.findData(self._settings.language))
        self.theme.setCurrentIndex(self.theme.findData(self._settings.theme))
        self.size_box.setValue(self._settings.font_percent)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Personal settings"))
        title.setProperty("role", "title")
        form = QFormLayout()
        for label, editor in (
            (self.tr("Language"), self.language),
            (self.tr("Colours"), self.theme),
            (self.tr("Text size"), self.size_box),
        ):
            editor.setFixedWidth(220)
            editor.setAccessibleName(label)
            form.addRow(label, editor)
        note = QLabel(self.tr("Changes act at once and are kept on this workstation."))
        note.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(title)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addStretch(1)

    def _change(self) -> None:
        self._settings = replace(
            self._settings,
            language=self.language.currentData(),
            theme=self.theme.currentData(),
            font_percent=self.size_box.value(),
        )
        self.changed.emit(self._settings)
