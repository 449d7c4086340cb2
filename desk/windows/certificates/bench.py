"""What lies on the printing bench, read at one moment, and the paper that is written next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desk.local.profiles import Profile
from desk.windows.certificates.preview import draw
from desk.windows.certificates.standing import Sheets, sheets_of
from desk.workflow.queries.case_rows import CaseRow
from desk.workflow.queries.cases import CaseView
from desk.workflow.queries.print_jobs import JobRow, in_printer
from desk.workflow.queries.stages import to_print
from desk.workflow.reader import Reader
from printing.raster import Picture

KINDS = ("certificate", "proof")
Shown = tuple[CaseView | None, Picture | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What lies on the printing bench: cases, sheets in the printer, the next of each kind."""

    cases: tuple[CaseRow, ...]
    jobs: tuple[JobRow, ...]
    sheets: dict[str, Sheets]


def bench(
    reader: Reader, now: datetime, window: int | None, profiles: Mapping[str, Profile | None]
) -> Bench:
    """Read the bench of a window."""
    return Bench(
        cases=tuple(to_print(reader, now)),
        jobs=tuple(in_printer(reader, window)),
        sheets={kind: sheets_of(reader, window, kind, profiles[kind]) for kind in KINDS},
    )


def page_of(
    view: CaseView, serials: Mapping[str, str | None], nudge: tuple[float, float]
) -> Picture | None:
    """Draw the first paper that is not written yet, else the first."""
    papers = sorted(view.certificates, key=lambda paper: paper.serial is not None)
    if not papers:
        return None
    first = papers[0]
    return draw(first.kind, first.values, first.serial or serials.get(first.kind) or "—", nudge)
