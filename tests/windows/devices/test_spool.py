"""What the print service says is read from recordings, and from a real CUPS where there is one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.windows.devices.real import SpoolPrinter
from desk.windows.devices.spool import (
    CAUSES,
    Queue,
    fits_to_page,
    make_of,
    queue_of,
    reasons_of,
)
from forms.messages import message
from tests.windows.devices.print_service import QUEUE, PrintService, lacking

RECORDED = Path(__file__).parent / "recorded"
PAPERS = (b"%PDF-1.4 the first", b"%PDF-1.4 the second")
WHY = lacking()


def recorded(name: str) -> str:
    return (RECORDED / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("empty", "E-PRN-002"),
        ("jam", "E-PRN-004"),
        ("open", "E-PRN-005"),
        ("offline", "E-PRN-006"),
        ("paused", "E-PRN-007"),
        ("works", ""),
    ],
)
def test_what_a_printer_waits_for_is_read_with_the_length_of_its_queue(
    name: str, code: str
) -> None:
    queue = queue_of(recorded(f"lpoptions_{name}"), recorded("lpstat_jobs"))

    assert (queue.waiting, queue.trouble) == (2, code)


@pytest.mark.parametrize("code", sorted(set(CAUSES.values())))
def test_each_trouble_names_the_printer_what_is_safe_and_the_cure(code: str) -> None:
    for language, safe in (("zh", "不会重复"), ("en", "nothing prints twice")):
        words = message(code, language, printer="HP-400")
        assert "HP-400" in words
        assert safe in words


def test_several_reasons_and_unknown_ones_are_read() -> None:
    said = "printer-state=4 printer-state-reasons=toner-low-warning,media-jam-error"

    assert list(reasons_of(said)) == ["toner-low", "media-jam"]
    assert queue_of(said, "").trouble == "E-PRN-004"
    assert queue_of("printer-state=3 printer-state-reasons=toner-low-warning", "") == Queue()
    assert queue_of("printer-state=5 printer-state-reasons=none", "").trouble == "E-PRN-007"
    assert queue_of("", "") == Queue()


def test_make_and_fit_to_page_are_read() -> None:
    assert make_of(recorded("lpoptions_works")) == "Local Raw Printer"
    assert make_of("printer-make-and-model=HP printer-state=3") == "HP"
    assert make_of("") == ""
    assert not fits_to_page(recorded("lpoptions_works"))
    for stretched in ("copies=1 fit-to-page=true x=1", "fit-to-page", "print-scaling=auto-fit"):
        assert fits_to_page(stretched)
    assert not fits_to_page("print-scaling=none fit-to-page=false")


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintService]:
    running = PrintService()
    monkeypatch.setenv("CUPS_SERVER", running.server)
    yield running
    running.close()


@pytest.mark.skipif(bool(WHY), reason=WHY or "there is a print service")
def test_a_real_print_service_waits_for_paper_and_prints_each_paper_once(
    service: PrintService,
) -> None:
    printer = SpoolPrinter(QUEUE)
    assert printer.driver() == "Local Raw Printer"
    assert printer.queue() == Queue()
    service.upset("media-empty-error")

    for paper in PAPERS:
        printer.print_pdf(paper, "不动产权证书（套打）")
    service.until(lambda: printer.queue().trouble == "E-PRN-002")
    assert printer.queue().waiting == len(PAPERS)
    assert service.printed() == []

    for reason, code in (("media-jam", "E-PRN-004"), ("cover-open-error", "E-PRN-005")):
        service.upset(reason)
        service.until(lambda code=code: printer.queue().trouble == code)  # type: ignore[misc]
    service.upset("")
    service.until(lambda: printer.queue() == Queue())
    assert service.printed() == list(PAPERS)


@pytest.mark.skipif(bool(WHY), reason=WHY or "there is a print service")
def test_a_paused_printer_is_said_and_goes_on_with_what_waits(service: PrintService) -> None:
    printer = SpoolPrinter(QUEUE)
    service.run("cupsdisable", "-r", "toner change", QUEUE)
    printer.print_pdf(PAPERS[0], "受理凭证")

    assert (printer.queue().trouble, printer.queue().waiting) == ("E-PRN-007", 1)
    service.run("cupsenable", QUEUE)
    service.until(lambda: printer.queue() == Queue())
    assert service.printed() == [PAPERS[0]]
