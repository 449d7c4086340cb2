"""An approver's eyes: every row that needs a person, and what a drawn case wants typed anew."""

from datetime import UTC, datetime

from desk.windows.approval.review import ReviewScreen
from desk.windows.parts.office import Office
from desk.workflow.application import Application
from desk.workflow.evidence.blind import ID_TAIL, PRICE, blind_of
from desk.workflow.queries.cases import find_cases
from desk.workflow.queries.to_compare import to_compare


def look_at_all(screen: ReviewScreen, office: Office) -> None:
    """Find every row in order; type anew what the case asks for."""
    for row in screen.rows.open_rows:
        screen.rows.listing.opened.emit(row)
    type_anew(screen, application_of(screen, office))


def application_of(screen: ReviewScreen, office: Office) -> Application:
    """Return the application of the case in front."""
    number = screen.title.text().split()[0]
    with office.desk.ask() as reader:
        now = datetime.now(UTC)
        case_id = find_cases(reader, number, 1, now)[0].case_id
        found = to_compare(reader, case_id, now)
    assert found is not None
    return found.application


def type_anew(screen: ReviewScreen, application: Application) -> None:
    """Type amount and last signs as the papers show them, where the case is drawn."""
    asked = blind_of(application)
    right = {
        PRICE: str(application.fields.get(asked.amount, "")),
        ID_TAIL: next((one.id_number[-4:] for one in application.of("holder")), ""),
    }
    for name in screen.blind.typed:
        screen.blind.lines[name].setText(right[name])
