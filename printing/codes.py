"""Bar codes as bars and modules: Code 128 through python-barcode, QR through reportlab."""

from barcode import Code128 as Code128Encoder
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

# Readers take any of the eight masks; weighing all of them takes nine tenths of a QR's time.
QR_MASK = 0


def code128_bars(text: str) -> tuple[int, list[tuple[int, int]]]:
    """Return the width in modules and the bars as (start, width), quiet zones left out."""
    bits: str = Code128Encoder(text).build()[0]
    return len(bits), _runs([bit == "1" for bit in bits])


def qr_modules(text: str) -> list[list[tuple[int, int]]]:
    """Return each row of a QR code as dark runs (start, width); the row count is its size."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.version = code.calculate_version()
    code.makeImpl(False, QR_MASK)
    return [_runs(list(map(bool, row))) for row in code.modules]


def _runs(dark: list[bool]) -> list[tuple[int, int]]:
    runs, start = [], None
    for place, is_dark in enumerate([*dark, False]):
        if is_dark and start is None:
            start = place
        elif not is_dark and start is not None:
            runs.append((start, place - start))
            start = None
    return runs
