"""Photographing papers: materials on one side, the page on the other, everything by single keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk.documents.decoding import TOO_LARGE, decode
from desk.documents.limits import LARGEST_FILE, MOST_PAGES, Decoded, PageRefused
from desk.documents.store import Page, PageDamaged, PageStore
from desk.windows.counter.capture_list import MaterialList, Wanted
from desk.windows.devices.device import Camera, DeviceError
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.background import Background
from desk.windows.parts.banner import Banner
from desk.windows.parts.words import language
from desk.windows.parts.wrapped import wrap_lines
from desk.workflow.errors import DeskError
from forms.messages import message

QUARTER = 90
WIDE = 620
MEGABYTE = 1_000_000
DARK, BLURRED, NO_IMAGE, NOT_KEPT = "E-CAM-003", "E-CAM-004", "E-CAM-006", "E-CAM-007"
ON_TWO_LINES = "E-CAM-009"
PICTURES = "*.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.pdf"
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one picture or file: the pages kept, or why there are none."""

    pages: tuple[Decoded, ...] = ()
    refusal: str = ""
    facts: dict[str, object] = field(default_factory=dict)


class CapturePane(QWidget):
    """Takes pages into the draft of an application; what was taken is kept at once."""

    changed = Signal()

    def __init__(self, camera: Callable[[], Camera], store: PageStore) -> None:
        super().__init__()
        self._camera, self._store = camera, store
        self._worker = Background(self)
        self._draft = ""
        self._wanted: tuple[Wanted, ...] = ()
        self._pages: tuple[Page, ...] = ()
        self._shown = -1  # which page of the material stands in the picture
        self._pending = 0
        self.banner = Banner()
        self.list = MaterialList()
        self.list.setAccessibleName(self.tr("Materials to photograph"))
        wrap_lines(self.list)
        self.picture = QLabel()
        self.place = QLabel()
        self.camera = make_action(self, "camera", self.take_picture)
        self.paste = make_action(self, "paste_page", self.paste_page)
        self.file = make_action(self, "open_page", self.choose_file)
        self.setAcceptDrops(True)
        self._lay_out()
        self.list.pressed_key.connect(self._act)
        self.list.currentRowChanged.connect(lambda _row: self._turn_to(-1))
        self._show()

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the acts that have a key of their own."""
        return (self.camera, self.paste, self.file)

    @property
    def pages(self) -> tuple[Page, ...]:
        """Return the pages of the draft in the order of its materials."""
        return self._pages

    @property
    def idle(self) -> bool:
        """Tell whether every page is taken and kept."""
        return self._pending == 0

    def begin(self, draft: str, wanted: Sequence[Wanted]) -> None:
        """Begin, or go on, with the pages of a draft."""
        self._draft, self._wanted = draft, tuple(wanted)
        self._pages = self._store.pages(draft) if draft else ()
        self.list.clear()
        self.list.addItems([one.title for one in self._wanted])
        self.list.setCurrentRow(0 if self._wanted else -1)
        for action in self.acts:
            action.setEnabled(bool(self._wanted))
        self._turn_to(-1)

    def evidence(self) -> dict[str, object]:
        """Return which pages belong to which material, as a command carries them."""
        kept = [
            {"material": page.material, "sha256": page.sha256, "source": page.source}
            for page in self._pages
        ]
        return {"pages": kept} if kept else {}

    def take_picture(self) -> None:
        """Photograph one page of the current material."""
        camera = self._camera()
        self._take("camera", self.tr("picture"), camera.picture)

    def add_file(self, path: Path) -> None:
        """Take a file as pages of the current material."""
        self._take("file", path.name, lambda: _read(path))

    def choose_file(self) -> None:
        """Ask for files and take them."""
        title, kinds = self.file.text(), self.tr("Pictures and PDF ({0})").format(PICTURES)
        chosen, _ = QFileDialog.getOpenFileNames(self, title, "", kinds)
        for path in chosen:
            self.add_file(Path(path))

    def paste_page(self) -> None:
        """Take what is on the clipboard: a picture, or files."""
        self.add_mime(QGuiApplication.clipboard().mimeData(), "clipboard")

    def add_mime(self, mime: QMimeData, source: str) -> None:
        """Take pictures or files that were pasted or dropped."""
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        for path in files:
            self.add_file(path)
        if not files and mime.hasImage():
            content = _as_png(QImage(mime.imageData()))
            self._take(source, self.tr("picture"), lambda: content)
        elif not files:
            self.banner.say("error", message(NO_IMAGE, language()))

    def next_material(self) -> None:
        """Go to the next material; from the last one to the first that has no page."""
        row = self.list.currentRow() + 1
        if row >= self.list.count():
            have = {page.material for page in self._pages}
            open_ = [at for at, one in enumerate(self._wanted) if one.code not in have]
            row = open_[0] if open_ else 0
        self.list.setCurrentRow(row)

    def drop_last(self) -> None:
        """Take the last page of the material back."""
        current, draft = self._current(), self._draft
        if current is not None and self._of(current.code):
            self._work(lambda: self._store.drop(draft, current.code), self._dropped)

    def turn_page(self) -> None:
        """Turn the last page of the material clockwise by a quarter."""
        current, draft = self._current(), self._draft
        pages = self._of(current.code) if current is not None else ()
        if pages:
            self._work(lambda: self._turned(draft, pages[-1]), self._taken)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._wanted and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_mime(event.mimeData(), "file")
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() >= WIDE
        self._halves.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        super().resizeEvent(event)
        self._show_picture()

    def _lay_out(self) -> None:
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setWordWrap(True)
        self.picture.setMinimumSize(QSize(160, 120))
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.place.setProperty("role", "muted")
        self.place.setWordWrap(True)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.picture, 1)
        left.addWidget(self.place)
        right.addWidget(self.list, 1)
        keys = QLabel(
            self.tr("Space photograph   Enter next   Backspace drop   R turn   ←→ look through")
        )
        keys.setProperty("role", "muted")
        keys.setWordWrap(True)
        right.addWidget(keys)
        self._halves.addLayout(left, 3)
        self._halves.addLayout(right, 2)
        foot = QHBoxLayout()
        for action in self.acts:
            foot.addWidget(make_button(action))
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.banner)
        layout.addLayout(self._halves, 1)
        layout.addLayout(foot)

    def _act(self, key: int) -> None:
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Space: self.take_picture,
            Qt.Key.Key_Return: self.next_material,
            Qt.Key.Key_Enter: self.next_material,
            Qt.Key.Key_Backspace: self.drop_last,
            Qt.Key.Key_R: self.turn_page,
            Qt.Key.Key_Left: lambda: self._turn_to(max(0, self._shown - 1)),
            Qt.Key.Key_Right: lambda: self._turn_to(self._shown + 1),
        }
        acts[Qt.Key(key)]()

    def _current(self) -> Wanted | None:
        row = self.list.currentRow()
        return self._wanted[row] if 0 <= row < len(self._wanted) else None

    def _of(self, material: str) -> tuple[Page, ...]:
        return tuple(page for page in self._pages if page.material == material)

    def _take(self, source: str, name: str, read: Callable[[], bytes | None]) -> None:
        """Read, decode and keep in the background; the material is that of this moment."""
        current, draft = self._current(), self._draft
        if current is not None:
            self._work(lambda: self._kept(draft, current.code, source, name, read), self._taken)

    def _work(self, work: Callable[[], Found], done: Callable[[Found], None]) -> None:
        self._pending += 1
        self._show()

        def ended(found: Found) -> None:
            self._pending -= 1
            done(found)

        self._worker.run(self, work, ended, self._refused)

    def _kept(
        self,
        draft: str,
        material: str,
        source: str,
        name: str,
        read: Callable[[], bytes | None],
    ) -> Outcome:
        """Keep the pages of one picture; runs in the background."""
        try:
            content = read()
            pages = decode(content) if content is not None else ()
            for page in pages:
                sha256 = self._store.put(page.content)
                line = self._store.lies_under(draft, sha256)
                if line not in ("", material):
                    lines = {"line": self._title(line), "here": self._title(material)}
                    return Outcome(refusal=ON_TWO_LINES, facts={**lines})
                self._store.add(draft, Page(material=material, sha256=sha256, source=source))
        except PageRefused as refused:
            limits = {"limit": f"{LARGEST_FILE // MEGABYTE} MB", "pages": MOST_PAGES}
            return Outcome(refusal=refused.code, facts={"name": name, **limits})
        except DeviceError as refused:
            return Outcome(refusal=refused.code, facts=dict(refused.facts))
        except OSError as error:
            return Outcome(refusal=NOT_KEPT, facts={"reason": error.strerror or name})
        return Outcome(pages)

    def _title(self, material: str) -> str:
        return next((one.title for one in self._wanted if one.code == material), material)

    def _turned(self, draft: str, last: Page) -> Outcome:
        """Turn a page; runs in the background."""
        try:
            (page,) = decode(self._store.get(last.sha256), turn=QUARTER)
            sha256 = self._store.put(page.content)
            turned = Page(material=last.material, sha256=sha256, source=last.source)
            self._store.replace_last(draft, turned)
        except (PageRefused, PageDamaged, OSError) as error:
            return Outcome(refusal=NOT_KEPT, facts={"reason": str(error)})
        return Outcome((page,))

    def _taken(self, outcome: Outcome) -> None:
        self._dropped(None)
        if outcome.refusal:
            self.banner.say("error", message(outcome.refusal, language(), **outcome.facts))
            return
        self.banner.hide()
        for page in outcome.pages:
            hint = DARK if page.is_dark else BLURRED if page.is_blurred else ""
            if hint:
                current = self._current()
                number = len(self._of(current.code)) if current else 0
                self.banner.say("info", message(hint, language(), page=number))

    def _dropped(self, _nothing: None) -> None:
        self._pages = self._store.pages(self._draft)
        self._turn_to(-1)
        self.changed.emit()

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)

    def _turn_to(self, page: int) -> None:
        """Show a page of the material, -1 the last one."""
        current = self._current()
        count = len(self._of(current.code)) if current else 0
        self._shown = count - 1 if page < 0 else min(page, count - 1)
        self._show()

    def _show(self) -> None:
        for row, one in enumerate(self._wanted):
            entry = self.list.item(row)
            self._show_material(entry, one, len(self._of(one.code)))
        self._show_picture()

    def _show_material(self, entry: QListWidgetItem, one: Wanted, count: int) -> None:
        sign = "✓" if count else "○"
        star = " *" if one.required else ""
        pages = self.tr("{0} pages").format(count) if count else ""
        entry.setText(f"{sign} {one.code}  {one.title}{star}  {pages}".rstrip())
        entry.setToolTip(one.title)

    def _show_picture(self) -> None:
        current = self._current()
        pages = self._of(current.code) if current else ()
        waits = self.tr("{0} being kept").format(self._pending) if self._pending else ""
        if not pages:
            self.picture.setText(self._empty())
            self.place.setText(waits)
            return
        at = self.tr("Page {0} of {1}").format(self._shown + 1, len(pages))
        self.place.setText("   ".join(part for part in (at, waits) if part))
        pixmap = QPixmap()
        try:
            pixmap.loadFromData(self._store.get(pages[self._shown].sha256))
        except PageDamaged:
            self.picture.setText(self.tr("This page can no longer be read. Take it again."))
            return
        self.picture.setPixmap(
            pixmap.scaled(
                self.picture.size(),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )

    def _empty(self) -> str:
        if not self._wanted:
            return self.tr("No papers are asked for yet. Begin an acceptance with F2.")
        return self.tr("No page yet. Press Space, drop a picture here, or paste one with Ctrl+V.")


def _read(path: Path) -> bytes:
    """Return a file; one that is too large is not even read."""
    if path.stat().st_size > LARGEST_FILE:
        raise PageRefused(TOO_LARGE)
    return path.read_bytes()


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # it wants a str
    return bytes(buffer.data().data())
