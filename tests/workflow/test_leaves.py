"""The pages that an approver leafs through: photographed ones by material, then the desk's own."""

from desk.workflow.queries.leaves import Leaf, leaves_of, shown_by
from tests.workflow.conftest import Walk
from tests.workflow.test_pages import accept, bring_up, content, shown


def test_photographs_are_leafed_through_by_material_and_shown_once_they_are_up(
    walk: Walk,
) -> None:
    case_id = accept(walk, shown(("M13", 3), ("M02", 1), ("M13", 4)))
    bring_up(walk, 1, 3)

    with walk.desk.ask() as reader:
        leaves = leaves_of(reader, case_id)
        seen = [shown_by(reader, leaf) for leaf in leaves]

    assert [(leaf.paper, leaf.page, leaf.of) for leaf in leaves] == [
        ("M02", 0, 1),
        ("M13", 0, 2),
        ("M13", 1, 2),
    ]
    assert seen == [content(1), content(3), None]
    assert [leaf.is_up for leaf in leaves] == [True, True, False]


def test_a_paper_of_the_desk_is_known_by_its_kind() -> None:
    assert Leaf(material="", kind="receipt", page=0, of=1).paper == "receipt"
    assert Leaf(material="M05", kind="interview_record", page=0, of=1).paper == "M05"
