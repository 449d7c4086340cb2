"""U-33 on the other way to paper: pages painted onto a printer of the system."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desk.windows.devices.real import paint_pdf
from tests.printing.marks import CORNERS, farthest_off, marked, random_calibrations

KINDS = sorted(CORNERS)


@pytest.mark.parametrize("n", range(20))
def test_painted_anchors_lie_within_0_2_mm_for_any_calibration(
    n: int, qtbot: QtBot, tmp_path: Path
) -> None:
    calibration, kind = random_calibrations(20)[n], KINDS[n % 2]
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "painted.pdf"))

    paint_pdf(printer, marked(kind, calibration), "套打")

    painted = (tmp_path / "painted.pdf").read_bytes()
    assert farthest_off(painted, kind, calibration) < 0.2
