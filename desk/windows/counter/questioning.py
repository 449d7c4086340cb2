"""The questioning record before the acceptance: printed as far as was answered, signed by hand."""

from uuid import UUID

from desk.windows.counter.entry import ApplicationEntry
from desk.windows.devices.printing_out import Job
from desk.windows.parts.office import Office
from desk.workflow.interview_letter import INTERVIEW, Asked, interview_record
from desk.workflow.scanned import slip_code
from forms.items import Item
from printing.papers import PAPERS, render_paper

RECORD = "M05"  # the code of the questioning record among the papers


def record_of(office: Office, entry: ApplicationEntry, item: Item, case_id: UUID) -> Job | None:
    """Return the record to print of what was answered so far; nothing where nobody was asked."""
    entry.commit()
    lines = entry.model.state.interview()
    if not lines:
        return None
    asked = Asked(
        item=item,
        lines=lines,
        code=slip_code(case_id),
        location=entry.location(),
        at=office.clock.now(),
        window=office.person.window,
        clerk=office.person.name,
    )
    values = interview_record(office.desk.setting, asked)
    return Job(name=PAPERS[INTERVIEW].title, made=lambda: render_paper(INTERVIEW, values).pdf)
