"""Kept papers on their way to the printer of this workplace, off the GUI thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject

from desk.local.numbers import Given
from desk.local.profiles import Profile, calibration_of
from desk.local.taking_in import PAPER as RECEIPT
from desk.local.taking_in import drawn
from desk.windows.devices.device import DeviceError, Printer
from desk.windows.parts.office import Office
from desk.windows.parts.words import language
from desk.workflow.queries.papers import PaperRow, PaperView, paper
from forms.messages import message
from printing.errors import PaperError
from printing.papers import PAPERS, overlay_of, render_paper

NUMBERED = frozenset({"certificate", "proof"})
NO_PRINTER = "E-PRN-001"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A paper for the printer: its name, and how its PDF is made; that may take a moment."""

    name: str
    made: Callable[[], bytes]
    tray: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overprint:
    """A kept certificate for a pre-printed sheet: by which profile, and how far moved beside it."""

    paper_id: UUID
    profile: Profile | None
    nudge: tuple[float, float]


def newest_plain(papers: Sequence[PaperRow]) -> PaperRow | None:
    """Return the newest paper on plain sheets: numbered ones are written at A05 alone."""
    plain = [row for row in papers if row.kind not in NUMBERED]
    return plain[-1] if plain else None


def print_kept(
    office: Office,
    owner: QObject,
    paper_id: UUID,
    printed: Callable[[str], None],
    refused: Callable[[str], None],
) -> None:
    """Print a kept paper as it was made; tell its name, or a sentence that says why not."""

    def whole(found: PaperView) -> Job:
        name = PAPERS[found.row.kind].title  # papers are in Chinese, and so are their names
        return Job(name=name, made=lambda: found.content)

    _print_from(office, owner, (paper_id, whole), printed, refused)


def print_overlay(
    office: Office,
    owner: QObject,
    sheet: Overprint,
    printed: Callable[[str], None],
    refused: Callable[[str], None],
) -> None:
    """Write a kept certificate onto its pre-printed sheet: what is kept stays the whole page."""

    def written(found: PaperView) -> Job:
        kind, values = overlay_of(found.row.kind), found.values
        where = calibration_of(sheet.profile).moved(*sheet.nudge)
        return Job(
            name=PAPERS[kind].title,
            made=lambda: render_paper(kind, values, where).pdf,
            tray=sheet.profile.tray if sheet.profile else "",
        )

    _print_from(office, owner, (sheet.paper_id, written), printed, refused)


def _print_from(
    office: Office,
    owner: QObject,
    kept: tuple[UUID, Callable[[PaperView], Job]],
    printed: Callable[[str], None],
    refused: Callable[[str], None],
) -> None:
    """Print what is made of a kept paper."""
    paper_id, job_of = kept

    def send(found: PaperView | None) -> None:
        if found is None:
            refused(message(NO_PRINTER, language()))
        else:
            print_job(office, owner, job_of(found), printed, refused)

    office.look(owner, lambda reader, _now: paper(reader, paper_id), send)


def print_receipt(
    office: Office,
    owner: QObject,
    given: Given,
    printed: Callable[[str], None],
    refused: Callable[[str], None],
) -> None:
    """Print a receipt for papers, and note that it is on paper; the database is not asked."""

    def told(name: str) -> None:
        office.keeping.numbers.printed(given.number)
        printed(name)

    job = Job(name=PAPERS[RECEIPT].title, made=lambda: drawn(given))
    print_job(office, owner, job, told, refused)


def print_job(
    office: Office,
    owner: QObject,
    job: Job,
    printed: Callable[[str], None],
    refused: Callable[[str], None],
) -> None:
    """Print a paper; tell its name, or a sentence that says why not."""
    printer = office.workplace.printer

    def told(error: DeviceError | PaperError | None) -> None:
        if error is None:
            printed(job.name)
        else:
            refused(message(error.code, language(), **error.facts))

    office.machines.run(owner, lambda: _sent(printer, job), told, _never)


def _sent(printer: Printer, job: Job) -> DeviceError | PaperError | None:
    try:
        printer.print_pdf(job.made(), job.name, job.tray)
    except (DeviceError, PaperError) as error:
        return error
    return None


def _never(_error: object) -> None:
    """Take a refusal of the desk: a printer asks none of it."""
