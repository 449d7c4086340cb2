"""The approver sees what the counter photographed: listed at once, its content brought up later."""

import hashlib
import time
from collections.abc import Mapping, Sequence
from uuid import UUID

import pytest
from sqlalchemy import text

from db.ids import new_id
from db.session import open_engine, writing
from db.verify import verify
from desk.workflow import commands as c
from desk.workflow.errors import DeskError
from desk.workflow.queries.pages import (
    CasePage,
    content_of,
    missing_contents,
    pages_of,
    uploads_of,
)
from desk.workflow.services.pages import keep_content
from tests.workflow.conftest import Walk, sale

THUMBNAIL = b"small"


def content(number: int) -> bytes:
    return f"page {number}".encode() * 100


def name(number: int) -> str:
    return hashlib.sha256(content(number)).hexdigest()


def shown(*pages: tuple[str, int], source: str = "camera") -> dict[str, object]:
    """Let a command carry pages: the paper each belongs to, and which it is."""
    return {
        "pages": [
            {"material": material, "sha256": name(number), "source": source}
            for material, number in pages
        ]
    }


def accept(walk: Walk, evidence: Mapping[str, object]) -> UUID:
    case_id = new_id()
    walk.do(c.AcceptCase(case_id=case_id, application=sale(), evidence=evidence), "w1")
    return case_id


def keep(walk: Walk, page: bytes) -> None:
    walk.desk.upkeep(lambda act: keep_content(act, page, THUMBNAIL), by="w1")


def bring_up(walk: Walk, *numbers: int) -> None:
    for number in numbers:
        keep(walk, content(number))


def listed(walk: Walk, case_id: UUID) -> Sequence[CasePage]:
    with walk.desk.ask() as reader:
        return pages_of(reader, case_id)


def change(walk: Walk, *statements: str) -> None:
    """Write around the program, as somebody with the file in his hand could."""
    engine = open_engine(walk.url)
    try:
        with writing(engine) as connection:
            for statement in statements:
                connection.execute(text(statement))
    finally:
        engine.dispose()


def invariants(walk: Walk) -> list[str]:
    engine = open_engine(walk.url)
    found = [breach.invariant for breach in verify(engine)]
    engine.dispose()
    return found


def test_pages_stand_in_the_order_of_the_list_whatever_was_photographed_first(
    walk_on_both: Walk,
) -> None:
    walk = walk_on_both
    case_id = accept(walk, shown(("M06", 3), ("M01", 1), ("M06", 4), ("M02", 2)))

    found = listed(walk, case_id)
    assert [(page.number, page.material, page.of_material) for page in found] == [
        (1, "M01", 1),
        (2, "M02", 1),
        (3, "M06", 1),
        (4, "M06", 2),
    ]
    assert [page.sha256 for page in found] == [name(n) for n in (1, 2, 3, 4)]
    assert {page.by for page in found} == {"w1"}
    assert not any(page.is_up for page in found)


def test_a_page_is_fetched_by_itself_once_it_has_come_up(walk_on_both: Walk) -> None:
    walk = walk_on_both
    case_id = accept(walk, shown(("M01", 1), ("M02", 2)))
    with walk.desk.ask() as reader:
        assert missing_contents(reader, [case_id]) == {name(1), name(2)}
    bring_up(walk, 1, 1)

    first, second = listed(walk, case_id)
    assert (first.thumbnail, first.size) == (THUMBNAIL, len(content(1)))
    assert not second.is_up
    with walk.desk.ask() as reader:
        assert content_of(reader, first) == content(1)
        upload = uploads_of(reader, [case_id])[case_id]
        assert (upload.up, upload.listed) == (1, 2)
        assert missing_contents(reader, [case_id]) == {name(2)}
        with pytest.raises(DeskError) as refused:
            content_of(reader, second)
    assert refused.value.codes == ("D-PAGE",)
    assert "2" in refused.value.text("en")
    assert invariants(walk) == []


def test_a_page_on_two_lines_is_refused_with_the_names_of_both(walk: Walk) -> None:
    evidence = shown(("M01", 1), ("M02", 2), ("M04", 2), ("M06", 1))
    with pytest.raises(DeskError) as refused:
        accept(walk, evidence)

    assert [finding.code for finding in refused.value.findings] == ["D-PAGE", "D-PAGE"]
    papers = walk.desk.setting.catalogue.materials
    assert papers["M02"].zh in refused.value.text("zh")
    assert papers["M04"].en in refused.value.text("en")


def test_the_same_page_twice_on_one_line_is_listed_once(walk: Walk) -> None:
    case_id = accept(walk, shown(("M01", 1), ("M01", 1)))

    assert len(listed(walk, case_id)) == 1


def test_a_page_under_the_camera_had_its_paper_there_a_file_had_none(walk: Walk) -> None:
    evidence = shown(("M01", 1))
    sent = shown(("M02", 2), ("M04", 3), source="file")
    sent["pages"][1]["original"] = True  # type: ignore[index]
    case_id = accept(walk, {"pages": [*evidence["pages"], *sent["pages"]]})  # type: ignore[misc]

    assert [page.original_seen for page in listed(walk, case_id)] == [True, False, True]


def test_pages_of_a_supplement_come_to_those_of_the_acceptance(walk: Walk) -> None:
    case_id = accept(walk, shown(("M01", 1), ("M06", 2)))
    walk.do(c.SupplementCase(case_id=case_id, materials=("M04",), evidence=shown(("M04", 3))), "w1")

    assert [page.material for page in listed(walk, case_id)] == ["M01", "M04", "M06"]
    assert invariants(walk) == []


def test_two_cases_with_the_same_page_keep_its_content_once(walk: Walk) -> None:
    first = accept(walk, shown(("M01", 1)))
    walk.do(c.WithdrawCase(case_id=first, reason="不办了"), "w1")
    second = accept(walk, shown(("M01", 1)))
    bring_up(walk, 1)

    assert [page.is_up for case in (first, second) for page in listed(walk, case)] == [True, True]


def test_the_database_takes_no_content_that_no_case_lists(walk_on_both: Walk) -> None:
    with pytest.raises(DeskError) as refused:
        bring_up(walk_on_both, 9)

    assert refused.value.codes == ("D-PAGE",)


def test_the_database_takes_no_content_beyond_its_limit(walk_on_both: Walk) -> None:
    large = b"x" * 400_001
    evidence = {
        "pages": [
            {"material": "M01", "sha256": hashlib.sha256(large).hexdigest(), "source": "file"}
        ]
    }
    accept(walk_on_both, evidence)
    with pytest.raises(DeskError) as refused:
        keep(walk_on_both, large)

    assert refused.value.codes == ("D-PAGE",)


@pytest.mark.parametrize("table", ["case_pages", "pages"])
@pytest.mark.parametrize("act", ["DELETE FROM {}", "UPDATE {} SET actor = 'a1'"])
def test_nobody_takes_a_page_away_or_changes_it(walk_on_both: Walk, table: str, act: str) -> None:
    accept(walk_on_both, shown(("M01", 1)))
    bring_up(walk_on_both, 1)
    with pytest.raises(Exception, match=f"D-FACT {table}"):
        change(walk_on_both, act.format(table))


def test_verify_names_a_page_that_was_exchanged_behind_the_program(walk_on_both: Walk) -> None:
    walk = walk_on_both
    case_id = accept(walk, shown(("M01", 1), ("M02", 2)))
    bring_up(walk, 1, 2)
    off = {
        "sqlite": ("DROP TRIGGER pages_no_update",),
        "postgresql": ("ALTER TABLE pages DISABLE TRIGGER USER",),
    }
    kind = walk.url.split(":")[0].split("+")[0]
    change(walk, *off[kind], "UPDATE pages SET content = thumbnail, size = 5")

    assert invariants(walk) == ["pages are what was photographed"] * 2
    with walk.desk.ask() as reader, pytest.raises(DeskError) as refused:
        content_of(reader, listed(walk, case_id)[1])
    assert refused.value.codes == ("D-PAGE",)
    assert "desk verify" in refused.value.text("en")


def test_verify_names_a_page_that_no_act_put_on_the_list(walk: Walk) -> None:
    case_id = accept(walk, shown(("M01", 1)))
    change(
        walk,
        "INSERT INTO case_pages SELECT case_id, 2, 1000, material, 'f' || substr(sha256, 2),"
        " source, original_seen, at, actor FROM case_pages",
    )

    assert len(listed(walk, case_id)) == 2
    assert invariants(walk) == ["case_pages: listed by no act"]


def test_the_first_of_two_hundred_pages_is_there_within_300_ms(walk_on_both: Walk) -> None:
    walk = walk_on_both
    case_id = accept(walk, shown(*(("M01", number) for number in range(200))))
    bring_up(walk, *range(200))
    took = []
    for _ in range(5):
        began = time.monotonic()
        with walk.desk.ask() as reader:
            found = pages_of(reader, case_id)
            assert content_of(reader, found[0]) == content(0)
            assert len(found) == 200
        took.append(time.monotonic() - began)

    assert min(took) <= 0.3
