"""Files that must be turned away: status 2, one line that says what and where, nothing written."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk.day.replay import Request
from desk.day.terminal import run
from tests.day.conftest import DAYS, Day, play
from tests.workflow.conftest import dump

Change = Callable[[Day], object]


def _set(*path: Any) -> Change:
    *way, key, value = path

    def change(day: Day) -> None:
        place: Any = day
        for step in way:
            place = place[step]
        place[key] = value

    return change


def _drop(*path: Any) -> Change:
    *way, key = path

    def change(day: Day) -> None:
        place: Any = day
        for step in way:
            place = place[step]
        del place[key]

    return change


def _again(name: str) -> Change:
    return lambda day: day[name].append(dict(day[name][0]))


UNIT = "220402001001GB00001F00010001"
STRANGER = "220402001001GB00009F00010001"
PRICE = ("events", 4, "application", "fields", "price")

SHAPES: dict[str, tuple[Change, tuple[str, ...]]] = {
    "an unknown key at the top": (_set("shift", 1), ("shift",)),
    "an unknown key in an event": (_set("events", 0, "colour", 1), ("colour", "events/0")),
    "an unknown act": (_set("events", 3, "do", "approve"), ("approve", "events/3")),
    "a missing key": (_drop("staff"), ("staff",)),
    "a missing application": (_drop("events", 4, "application"), ("application", "events/4")),
    "windows in words": (_set("centre", "windows", "十八"), ("centre/windows",)),
    "parties as an object": (_set("events", 4, "application", "parties", {}), ("parties",)),
    "another format": (_set("format", "registration-day/2"), ("registration-day/2",)),
    "a day that does not exist": (_set("date", "2018-02-30"), ("date", "2018-02-30")),
    "a time that does not exist": (
        _set("events", 0, "at", "25:61:00"),
        ("events/0/at", "25:61:00"),
    ),
    "a month that does not exist": (
        _set("rights", 0, "registered_at", "2017-13-01"),
        ("rights/0/registered_at",),
    ),
    "a unit of 27 characters": (_set("units", 0, "code", UNIT[:-1]), ("units/0/code",)),
    "a unit in lower case": (_set("units", 0, "code", UNIT.lower()), ("units/0/code",)),
    "a unit given twice": (_again("units"), (UNIT, "twice")),
    "a right given twice": (_again("rights"), ("r1", "twice")),
    "a login given twice": (_again("staff"), ("g1", "twice")),
    "sheets given twice": (
        lambda day: day["stock"].append(
            {"kind": "certificate", "first": "D22018000005", "last": "D22018000006"}
        ),
        ("D22018000005", "twice"),
    ),
    "a right on no unit": (_set("rights", 0, "unit", STRANGER), (STRANGER, "units")),
    "a case that never begins": (_set("events", 5, "case", "c9"), ("c9", "charge")),
    "a login that is not there": (_set("events", 3, "by", "w7"), ("w7", "staff")),
    "an unknown role": (_set("staff", 1, "roles", ["clerk", "root"]), ("root", "staff/1/roles")),
    "an unknown item": (_set("events", 4, "application", "item", "LY062"), ("LY062",)),
    "an unknown rule": (_set("events", 3, "expect", {"refused": ["R59"]}), ("R59",)),
    "a window out of range": (_set("staff", 1, "window", 19), ("staff/1/window", "19")),
    "a negative amount": (_set("rights", 4, "fields", "amount", "-1.00"), ("amount", "-1.00")),
    "an amount as a number": (_set(*PRICE, 318000), ("price", "string")),
    "an infinite number": (_set("centre", "windows", 1e999), ("Infinity",)),
    "a share by zero": (
        _set("events", 4, "application", "parties", 1, "share", "1/0"),
        ("share", "1/0"),
    ),
    "time that runs backwards": (_set("events", 3, "at", "08:38:00"), ("events/3", "earlier")),
    "an event before the day": (
        _set("events", 0, "at", "2018-03-25T09:00:00"),
        ("events/0/at", "before"),
    ),
    "a case name that is a path": (_set("events", 0, "case", "../../x"), ("../../x",)),
    "a right that is SQL": (_set("rights", 0, "id", "r1'; DROP TABLE units;--"), ("rights/0/id",)),
    "a NUL in a name": (_set("staff", 0, "name", "a\x00b"), ("staff/0/name",)),
    "a lone surrogate": (_set("events", 12, "text", "\ud800"), ("text",)),
}


def refused(path: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the one line of a refused replay; the test fails where anything was written."""
    status = run(Request(files=(path,), out=out, language="en"))
    said = capsys.readouterr()
    assert status == 2
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert len(said.err) < 1_000
    assert not out.exists()
    return said.err


@pytest.mark.parametrize("name", SHAPES)
def test_a_day_of_the_wrong_shape_is_turned_away(
    name: str, small: Day, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change, words = SHAPES[name]
    change(small)
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(small), encoding="utf-8")

    line = refused(path, tmp_path / "out", capsys)

    for word in words:
        assert word in line, line


GOOD = (DAYS / "small.json").read_bytes()
BYTES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "only spaces": (b"  \n ", "empty"),
    "a byte order mark": (b"\xef\xbb\xbf" + GOOD, "byte order mark"),
    "GBK": (GOOD.decode().encode("gb18030"), "UTF-8"),
    "UTF-16": (GOOD.decode().encode("utf-16"), "UTF-8"),
    "cut off": (GOOD[: len(GOOD) // 2], "line"),
    "text after the end": (GOOD + b"{}", "after the end"),
    "a list": (b"[]", "object"),
    "a page": (b"<!doctype html><p>no</p>", "JSON"),
    "not a number": (b'{"format": NaN}', "NaN"),
    "a key given twice": (b'{"title": "a", "title": "b"}', "title"),
    "brackets without end": (b"[" * 200_000, "deep"),
    "a string without measure": (
        GOOD.replace(b'"title": "', b'"title": "' + b"a" * 10_000_000, 1),
        "title",
    ),
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_day_are_turned_away(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, word = BYTES[name]
    path = tmp_path / "bad.json"
    path.write_bytes(data)

    assert word in refused(path, tmp_path / "out", capsys)


def test_one_bad_file_stops_all_before_the_first_act(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sqlite_url: str
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(b"{}")
    database = Path(sqlite_url.removeprefix("sqlite:///"))
    before = database.read_bytes()

    request = Request(
        files=(DAYS / "small.json", bad), out=tmp_path / "out", url=sqlite_url, language="en"
    )

    assert run(request) == 2
    assert "bad.json" in capsys.readouterr().err
    assert database.read_bytes() == before
    assert not (tmp_path / "out").exists()


def test_a_bad_file_leaves_a_founded_centre_as_it_was(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    play(DAYS / "small.json", out=tmp_path / "first", url=url)
    before = dump(url)
    bad = tmp_path / "bad.json"
    bad.write_text((DAYS / "small.json").read_text(encoding="utf-8").replace("w01", "w77", 1))
    good = DAYS / "law" / "r07-two-open-cases.json"

    request = Request(files=(good, bad), out=tmp_path / "out", url=url, language="en")

    assert run(request) == 2
    assert "bad.json" in capsys.readouterr().err
    assert dump(url) == before
    assert not (tmp_path / "out").exists()


def test_the_command_ends_with_two_and_no_traceback(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(b"[" * 200_000)
    command = [sys.executable, "-m", "desk", "replay", str(bad), "--out", str(tmp_path / "out")]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "=1+1", "@SUM(A1)", "{serial}"])
def test_strange_names_are_only_text(
    name: str, small: Day, written: Callable[[Day], Path], tmp_path: Path
) -> None:
    for event in small["events"][:13]:
        for person in event.get("application", {}).get("parties", ()):
            if person["role"] == "holder":
                person["name"] = name
        if event["do"] == "issue":
            event["to"]["name"] = name
    small["events"] = small["events"][:13]

    told = play(written(small), out=tmp_path / "out", papers=True)

    assert told["expectations"]["unmet"] == []
    assert told["register"][1]["holders"][0]["name"] == name
