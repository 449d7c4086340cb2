"""What shapes cannot say of a day file: names given twice, references, ranges, order of time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from desk.day.problems import Problem, shown
from desk.day.shapes import under
from forms.catalogue import delivered

BEGINNINGS = frozenset({"ticket", "pre_review", "accept", "seize"})
"""Acts that begin a case."""

MOST_SHEETS = 100_000
"""Sheets in all ranges together; a wrong digit would else ask for billions."""

Problems = Iterator[Problem]
Rows = Sequence[Mapping[str, Any]]


def problems_of(day: Mapping[str, Any]) -> Problems:
    """Return what is wrong between the parts of a day whose shapes are right."""
    yield from _twice("staff", "login", [row["login"] for row in day["staff"]])
    yield from _twice("units", "code", [plain_code(row["code"]) for row in day["units"]])
    yield from _twice("rights", "id", [row["id"] for row in day["rights"]])
    windows = day["centre"]["windows"]
    for part in ("staff", "stock"):
        yield from _windows(part, day[part], windows)
    yield from _ranges(day["stock"])
    yield from _units_of_rights(day["rights"], {plain_code(u["code"]) for u in day["units"]})
    yield from _time(day["events"], date.fromisoformat(day["date"]))
    yield from _people_and_cases(day)
    yield from _rules(day["events"])


def plain_code(code: str) -> str:
    """Return a unit code without the spaces that are allowed on input."""
    return code.replace(" ", "")


def moment(at: str, day: date) -> datetime:
    """Return an event's local instant; a bare time belongs to the day of the file."""
    if "T" in at:
        return datetime.fromisoformat(at)
    return datetime.combine(day, time.fromisoformat(at))


def _twice(part: str, key: str, names: Iterable[str]) -> Problems:
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            place = under(under(part, index), key)
            yield Problem(code="DAY-TWICE", place=place, facts={"value": shown(name)})
        seen.add(name)


def _windows(part: str, rows: Rows, windows: int) -> Problems:
    for index, row in enumerate(rows):
        if row.get("window", 1) > windows:
            facts = {"value": row["window"], "least": 1, "most": windows}
            yield Problem(code="DAY-RANGE", place=f"{part}/{index}/window", facts=facts)


def _ranges(rows: Rows) -> Problems:
    spans: list[tuple[str, int, int, int, int]] = []
    for index, row in enumerate(rows):
        letter, first = _parts(row["first"])
        other, last = _parts(row["last"])
        if (letter, len(first)) != (other, len(last)) or int(first) > int(last):
            facts = {"first": row["first"], "last": row["last"]}
            yield Problem(code="DAY-RANGE-TURNED", place=f"stock/{index}", facts=facts)
        else:
            spans.append((letter, len(first), int(first), int(last), index))
    if sum(last - first + 1 for _, _, first, last, _ in spans) > MOST_SHEETS:
        yield Problem(code="DAY-SHEETS", place="stock", facts={"most": MOST_SHEETS})
    yield from _overlaps(sorted(spans))


def _overlaps(spans: list[tuple[str, int, int, int, int]]) -> Problems:
    for before, after in pairwise(spans):
        if before[:2] == after[:2] and after[2] <= before[3]:
            serial = f"{after[0]}{after[2]:0{after[1]}d}"
            yield Problem(
                code="DAY-TWICE", place=f"stock/{after[4]}/first", facts={"value": serial}
            )


def _parts(serial: str) -> tuple[str, str]:
    letter = serial[:1] if serial[:1].isalpha() else ""
    return letter, serial[len(letter) :]


def _units_of_rights(rights: Rows, units: set[str]) -> Problems:
    for index, right in enumerate(rights):
        code = plain_code(right["unit"])
        if code not in units:
            facts = {"value": code, "list": "units"}
            yield Problem(code="DAY-NOT-IN", place=f"rights/{index}/unit", facts=facts)


def _time(events: Rows, day: date) -> Problems:
    earliest = datetime.combine(day, time())
    code = "DAY-BEFORE-DATE"
    for index, event in enumerate(events):
        at = moment(event["at"], day)
        if at < earliest:
            facts = {"value": event["at"], "date": day.isoformat()}
            yield Problem(code=code, place=f"events/{index}/at", facts=facts)
            continue
        earliest, code = at, "DAY-BACKWARDS"
        if event["do"] == "advance_days":
            try:
                earliest = datetime.combine(at.date() + timedelta(days=event["days"]), time())
            except OverflowError:
                place = f"events/{index}/days"
                yield Problem(code="DAY-NO-SUCH-DAY", place=place, facts={"value": event["days"]})


def _people_and_cases(day: Mapping[str, Any]) -> Problems:
    logins = {row["login"] for row in day["staff"]}
    begun = {event["case"] for event in day["events"] if event["do"] in BEGINNINGS}
    for index, event in enumerate(day["events"]):
        if event["by"] not in logins:
            facts = {"value": event["by"], "list": "staff"}
            yield Problem(code="DAY-NOT-IN", place=f"events/{index}/by", facts=facts)
        case = event.get("case")
        if case is not None and case not in begun:
            facts = {"value": case, "act": event["do"]}
            yield Problem(code="DAY-NEVER-BEGUN", place=f"events/{index}/case", facts=facts)


def _rules(events: Rows) -> Problems:
    known = delivered().rules
    for index, event in enumerate(events):
        for place, codes in _named_rules(event):
            for code in codes:
                if code.startswith("R") and code not in known:
                    yield Problem(
                        code="DAY-NO-RULE",
                        place=f"events/{index}/{place}",
                        facts={"value": code},
                    )


def _named_rules(event: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    yield "application/confirmed", event.get("application", {}).get("confirmed", [])
    for key in ("refused", "confirm", "warned"):
        yield f"expect/{key}", event.get("expect", {}).get(key, [])
