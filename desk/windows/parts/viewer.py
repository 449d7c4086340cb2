"""Papers handed to the system's own viewer, which shows and prints them."""

from pathlib import Path

from platformdirs import user_cache_path
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_pdf(pdf: bytes, name: str) -> bool:
    """Open a paper in the viewer of this machine; tell whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(_written(pdf, name))))


def _written(pdf: bytes, name: str) -> Path:
    folder = user_cache_path("registration-desk") / "papers"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{name}.pdf"
    path.write_bytes(pdf)
    return path
