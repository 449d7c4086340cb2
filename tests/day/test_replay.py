"""Whole days through the real services, on both databases: every expectation met."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from db.session import open_engine
from db.verify import verify
from desk.day.problems import UnusableDay
from desk.workflow.founding import CentreSpec, StaffSpec
from desk.workflow.people import found_live_centre
from printing.raster import page_text
from tests.day.conftest import DAYS, Day, play

LAW = sorted((DAYS / "law").glob("*.json"))
BIG = DAYS / "2018-03-26.json"
EVENT_KEYS = {"i", "do", "case", "outcome", "codes", "message"}
ENTRY_KEYS = {"unit", "type", "holders", "number", "live", "since", "case"}
FIGURES = {
    *("issued", "certificates", "within_60", "timed_60", "fastest_minutes", "median_minutes"),
    *("p90_minutes", "by_window", "by_item"),
}
KEYS = {
    *("day", "title", "cases", "events", "register", "stock", "throughput", "expectations"),
}
CASE_KEYS = {
    *("case", "case_no", "item", "stage", "window_accepted", "window_issued", "ticket_at"),
    *("accepted_at", "registered_at", "issued_at", "gross_minutes", "net_minutes"),
    *("ticket_to_issue_minutes", "target_minutes", "within_target", "stages", "numbers"),
    *("serials", "charges", "findings", "paper"),
}


def is_sound(url: str) -> bool:
    engine = open_engine(url)
    breaches = verify(engine)
    engine.dispose()
    return breaches == []


@pytest.mark.parametrize("path", LAW, ids=lambda path: path.stem)
def test_a_day_of_the_law_meets_every_expectation(path: Path, url: str, tmp_path: Path) -> None:
    told = play(path, out=tmp_path / "out", url=url)

    assert told["expectations"]["unmet"] == []
    assert is_sound(url)


def test_the_small_day_meets_every_expectation(url: str, tmp_path: Path) -> None:
    told = play(DAYS / "small.json", out=tmp_path / "out", url=url)

    assert told["expectations"]["unmet"] == []
    assert is_sound(url)


def test_events_register_and_throughput_have_exactly_their_keys(tmp_path: Path) -> None:
    told = play(DAYS / "small.json", out=tmp_path / "out")

    assert {frozenset(row) for row in told["events"]} == {frozenset(EVENT_KEYS)}
    assert {frozenset(row) for row in told["register"]} == {frozenset(ENTRY_KEYS)}
    holders = [holder for row in told["register"] for holder in row["holders"]]
    assert {frozenset(holder) for holder in holders} == {frozenset({"name", "share"})}
    assert set(told["throughput"]) == FIGURES
    assert {row["outcome"] for row in told["events"]} <= {"done", "refused", "needs_confirmation"}


@pytest.mark.parametrize("folder", ["a folder", "what? #1", "50% of it"])
def test_the_folder_may_have_any_name(folder: str, tmp_path: Path) -> None:
    out = tmp_path / folder
    told = play(DAYS / "small.json", out=out)

    assert told["expectations"]["unmet"] == []
    assert (out / "register.db").stat().st_size > 0
    assert [path.name for path in tmp_path.iterdir()] == [folder]


@pytest.mark.slow
def test_the_big_day_meets_every_expectation(url: str, tmp_path: Path) -> None:
    told = play(BIG, out=tmp_path / "out", url=url)

    assert told["expectations"] == {"met": 1940, "unmet": []}
    assert told["stock"]["certificate"] == {"in_stock": 112, "used": 103, "spoilt": 1}
    assert told["throughput"]["certificates"] == 103
    assert told["throughput"]["within_60"] == told["throughput"]["timed_60"]
    assert told["throughput"]["fastest_minutes"] == 20.0
    assert is_sound(url)


@pytest.mark.slow
def test_workers_side_by_side_come_to_the_same_register(url: str, tmp_path: Path) -> None:
    alone = play(BIG, out=tmp_path / "alone")
    together = play(BIG, out=tmp_path / "together", url=url, workers=3)

    assert together["expectations"]["unmet"] == []
    assert together["stock"] == alone["stock"]
    assert together["throughput"]["issued"] == alone["throughput"]["issued"]
    held = [
        sorted(
            (row["unit"], row["type"], str(row["holders"]), row["live"]) for row in told["register"]
        )
        for told in (alone, together)
    ]
    assert held[0] == held[1]
    assert is_sound(url)


def test_everything_is_written_and_read_back(tmp_path: Path) -> None:
    out = tmp_path / "out"
    told = play(DAYS / "small.json", out=out, papers=True)

    assert json.loads((out / "result.json").read_text(encoding="utf-8")) == told
    assert set(told) == KEYS
    first = told["cases"][0]
    assert set(first) == CASE_KEYS
    assert first["case_no"] == "2018-0000001"
    assert first["numbers"] == ["吉（2018）辽源市不动产权第0000001号"]
    assert first["charges"] == {"fee": "80.00", "deed_tax": "3180.00"}
    for place in first["paper"]:
        assert (out / place).read_bytes().startswith(b"%PDF")
    text = page_text((out / "paper" / "c1" / "certificate.pdf").read_bytes())
    assert "赵海燕" in text
    assert "0000001" in text
    assert "辽源市" in page_text((out / "report.pdf").read_bytes())
    book = openpyxl.load_workbook(out / "report.xlsx")
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "2018-0000001" in cells


def test_the_same_day_gives_the_same_result(tmp_path: Path) -> None:
    first = play(DAYS / "small.json", out=tmp_path / "first", papers=True)
    second = play(DAYS / "small.json", out=tmp_path / "second", papers=True)

    assert first == second
    for paper in (tmp_path / "first" / "paper").rglob("*.pdf"):
        if paper.stem in ("receipt", "fee_slip", "case_label"):
            twin = tmp_path / "second" / paper.relative_to(tmp_path / "first")
            assert paper.read_bytes() == twin.read_bytes()


def test_a_second_day_goes_on_in_the_same_register(tmp_path: Path, small: Day) -> None:
    later = dict(small, date="2018-03-27", events=small["events"][-7:-2])
    for event in later["events"]:
        event["at"] = "09:00:00"
    second = tmp_path / "second.json"
    second.write_text(json.dumps(later, ensure_ascii=False), encoding="utf-8")

    told = play(DAYS / "small.json", second, out=tmp_path / "out")

    assert told["expectations"]["unmet"] == []
    assert len(told["events"]) == len(small["events"]) + 5


def test_a_later_day_adds_rights_to_units_that_have_some(
    small: Day, written: Callable[[Day], Path], tmp_path: Path
) -> None:
    owned = next(right for right in small["rights"] if right["type"] == "4")
    burden = {
        "id": "late-seizure",
        "unit": owned["unit"],
        "type": "98",
        "holders": [],
        "registered_at": "2018-03-01",
        "fields": {"authority": "某人民法院", "document_no": "（2018）执1号", "to": "2021-02-28"},
    }
    check = {"unit": owned["unit"], "expect": {"rights": [{"type": "98", "live": True}]}}
    small["rights"].append(burden)
    small["events"] = [{"at": "2018-03-26T18:00:00", "by": "m1", "do": "check", **check}]
    small["staff"].append({"login": "m1", "name": "某主管", "roles": ["supervisor"]})

    told = play(DAYS / "small.json", written(small), out=tmp_path / "out")

    assert told["expectations"]["unmet"] == []
    assert is_sound(f"sqlite:///{tmp_path / 'out' / 'register.db'}")


def test_an_unmet_expectation_is_told_and_the_day_goes_on(
    small: Day, written: Callable[[Day], Path], tmp_path: Path
) -> None:
    wrong = {
        5: {"amounts": {"fee": "81.00"}},
        9: {"certificate_no": "吉（2018）辽源市不动产权第0000009号"},
        10: {"serial": "D22018000009"},
        11: {"stage": "printed"},
        1: {"missing": ["M01"]},
        7: {"refused": ["R50"]},
    }
    for place, expect in wrong.items():
        small["events"][place]["expect"] = expect
    small["events"][-7]["expect"]["state"] = ["seized"]
    small["events"][-6]["expect"]["rights"][0]["holders"] = ["曾长海"]

    told = play(written(small), out=tmp_path / "out")

    unmet = {row["event"] for row in told["expectations"]["unmet"]}
    assert unmet == {*wrong, len(small["events"]) - 7, len(small["events"]) - 6}
    assert told["throughput"]["issued"] == 6


def test_a_live_database_is_never_written(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'live.db'}"
    centre = CentreSpec(
        name="某中心",
        authority="某局",
        short="吉",
        area_name="某市",
        area_codes=("220402",),
        windows=1,
        year=2026,
    )
    person = StaffSpec(login="m1", name="某人", roles=("admin",))
    found_live_centre(url, centre, person, "a long passphrase")

    with pytest.raises(UnusableDay) as refused:
        play(DAYS / "small.json", out=tmp_path / "out", url=url)

    assert refused.value.problems[0].code == "DAY-DB-LIVE"


def test_another_centres_database_is_refused(
    small: Day, written: Callable[[Day], Path], tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'first.db'}"
    play(DAYS / "small.json", out=tmp_path / "out", url=url)
    small["centre"]["name"] = "另一个登记中心"

    with pytest.raises(UnusableDay) as refused:
        play(written(small), out=tmp_path / "out2", url=url)

    assert refused.value.problems[0].code == "DAY-DB-OTHER"
