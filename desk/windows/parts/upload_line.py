"""How far the photographed pages of this workstation are up, in one line."""

from PySide6.QtWidgets import QLabel

from desk.windows.parts.office import Office


class UploadLine(QLabel):
    """Says it while there is something to say; no page that went up takes a key of anybody."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        office.pages_told.connect(self.show_upload)
        self.show_upload()

    def show_upload(self) -> None:
        """Show how many pages are up, and which can no longer be read."""
        upload, damaged = self._office.upload, self._office.pages_damaged
        parts = [
            self.tr("{0} of {1} pages in the database").format(upload.up, upload.listed)
            if upload.listed
            else "",
            self.tr(
                "{0} pages can no longer be read on this PC: photograph them again and hand them "
                "in with the case as a supplement"
            ).format(damaged)
            if damaged
            else "",
        ]
        text = " · ".join(part for part in parts if part)
        self.setText(text)
        self.setVisible(bool(text))
