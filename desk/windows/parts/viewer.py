"""Papers handed to the system's own viewer, which shows and prints them."""

from pathlib import Path

from platformdirs import user_cache_path
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from desk.windows.parts.banner import Banner
from desk.workflow.queries.papers import PaperView


def open_pdf(pdf: bytes, name: str) -> bool:
    """Open a paper in the viewer of this machine; tell whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(_written(pdf, name))))


def show_paper(banner: Banner, found: PaperView | None) -> None:
    """Open a kept paper in the viewer; say so where this machine has none."""
    if found is not None and not open_pdf(found.content, found.row.sha256[:16]):
        translate = QCoreApplication.translate
        banner.say("error", translate("viewer", "No program on this machine opens PDF files."))


def _written(pdf: bytes, name: str) -> Path:
    folder = user_cache_path("registration-desk") / "papers"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{name}.pdf"
    path.write_bytes(pdf)
    return path
