"""Everything that a scanner reads at a window leads to its case."""

from uuid import UUID

from desk.workflow.queries.cases import case, find_cases
from tests.workflow.conftest import BUYER, HOME, Walk


def found(walk: Walk, text: str) -> list[UUID]:
    with walk.desk.ask() as reader:
        return [row.case_id for row in find_cases(reader, text, 10, walk.now)]


def test_a_case_is_found_by_what_stands_on_its_papers(walk_on_both: Walk) -> None:
    walk = walk_on_both
    case_id = walk.printed()
    with walk.desk.ask() as reader:
        view = case(reader, case_id, walk.now)
    assert view is not None
    (certificate,) = view.certificates
    assert certificate.serial is not None
    assert view.row.case_no is not None

    for text in (
        certificate.serial,
        certificate.serial.lower(),
        certificate.number,
        view.row.case_no,
        BUYER.id_number,
        HOME,
    ):
        assert found(walk, text) == [case_id], text
    assert found(walk, "D22999999999") == []
