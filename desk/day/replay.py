"""`desk replay`: whole days through the services that the windows call, and what came of them."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from db.ids import new_id
from desk.day import report, result
from desk.day.acts import Cast
from desk.day.file import Day, read_day
from desk.day.morning import morning_of
from desk.day.outcomes import Outcome
from desk.day.problems import Problem, UnusableDay
from desk.day.result import Part, Plain
from desk.day.workers import Post, play_together
from desk.workflow.addresses import Address, file_address
from desk.workflow.desk import Desk
from desk.workflow.founding import create_database, problems_of_rights
from desk.workflow.joining import CannotJoin, Morning, Names, join, standing_of
from desk.workflow.queries.papers import paper, papers_of
from desk.workflow.queries.people import staff
from desk.workflow.queries.takings import Takings, takings

Watch = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked on the command line."""

    files: tuple[Path, ...]
    out: Path
    url: Address | None = None
    workers: int = 1
    papers: bool = True
    language: str = "zh"

    @property
    def database(self) -> Address:
        """Return the address that was given, or that of the file in the folder."""
        return self.url or file_address(self.out / "register.db")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Days that were checked, with the database that they may join."""

    request: Request
    days: tuple[Day, ...]
    mornings: tuple[Morning, ...]
    empty: bool

    @property
    def events(self) -> int:
        """Return how many events there are in all."""
        return sum(len(day.events) for day in self.days)


def prepare(request: Request) -> Prepared:
    """Check files, folder and database before anything is written; UnusableDay if one is not."""
    days = tuple(read_day(path) for path in request.files)
    mornings = tuple(morning_of(day) for day in days)
    for day, morning in zip(days, mornings, strict=True):
        _check_morning(day, morning)
        if not _same_centre(morning, mornings[0]):
            raise UnusableDay([Problem(code="DAY-OTHER-CENTRE", place="centre")], str(day.path))
    _check_folder(request.out)
    empty = _check_database(request, mornings[0])
    return Prepared(request=request, days=days, mornings=mornings, empty=empty)


def replay(prepared: Prepared, watch: Watch) -> Plain:
    """Run the days one after another and write everything under the folder; return the result."""
    request = prepared.request
    request.out.mkdir(parents=True, exist_ok=True)
    parts: list[Part] = []
    for day, morning in zip(prepared.days, prepared.mornings, strict=True):
        names = _begin(request.database, morning, new=prepared.empty and not parts)
        parts.append(_play(request, day, names, parts, watch))
    return _written(prepared, parts)


def _check_morning(day: Day, morning: Morning) -> None:
    problems = [
        Problem(code="DAY-REGISTER", place="rights", facts={"why": why})
        for why in problems_of_rights(morning.units, morning.rights)
    ]
    if problems:
        raise UnusableDay(problems, str(day.path))


def _same_centre(one: Morning, other: Morning) -> bool:
    names = ("name", "authority", "short", "area_name", "area_codes")
    return all(getattr(one.centre, name) == getattr(other.centre, name) for name in names)


def _check_folder(out: Path) -> None:
    standing = next(path for path in (out, *out.absolute().parents) if path.exists())
    if not (standing.is_dir() and os.access(standing, os.W_OK | os.X_OK)):
        raise UnusableDay([Problem(code="DAY-FOLDER", facts={"path": str(out)})])


def _check_database(request: Request, morning: Morning) -> bool:
    if request.url is None and not request.out.exists():
        return True  # the folder is made only once everything is known to be usable
    try:
        standing = standing_of(request.database)
    except CannotJoin as error:
        raise UnusableDay([Problem(code=error.code, facts=error.facts)]) from error
    if standing.state == "empty":
        return True
    if standing.state != "rehearsal":
        raise UnusableDay([Problem(code=f"DAY-DB-{standing.state.upper()}")])
    if not standing.is_of(morning.centre):
        raise UnusableDay([Problem(code="DAY-DB-OTHER", facts={"name": standing.name})])
    return False


def _begin(url: Address, morning: Morning, *, new: bool) -> Names:
    if not new:
        return join(url, morning)
    create_database(
        url,
        kind="rehearsal",
        centre=morning.centre,
        staff=morning.staff,
        stock=morning.stock,
        units=morning.units,
        rights=morning.rights,
        at=morning.at,
    )
    return Names()


def _play(request: Request, day: Day, names: Names, before: Sequence[Part], watch: Watch) -> Part:
    cases = {event.case: new_id() for event in day.events if event.case is not None}
    cast = Cast(cases=cases, windows=_windows(request.database), names=names)
    post = Post(
        url=request.database, cast=cast, language=request.language, keep_papers=request.papers
    )
    outcomes = []
    for outcome in _outcomes(post, day, request.workers):
        watch(outcome)
        outcomes.append(outcome)
    taken = {label for part in before for label in part.labels.values()}
    labels = {case: names.cases.get(case, case) if case in taken else case for case in cases}
    return Part(
        file=day.path.name,
        cases=cases,
        labels=labels,
        outcomes=sorted(outcomes, key=lambda outcome: outcome.i),
        registered_as={names.cases.get(case, case): label for case, label in labels.items()},
    )


def _outcomes(post: Post, day: Day, workers: int) -> Iterator[Outcome]:
    if workers > 1:
        yield from play_together(post, day.events, workers)
        return
    player = post.player(foretold=True)
    try:
        yield from player.play(day.events)
    finally:
        player.desk.close()


def _windows(url: Address) -> dict[str, int | None]:
    desk = Desk.open(url)
    try:
        with desk.ask() as reader:
            return {person.login: person.window for person in staff(reader)}
    finally:
        desk.close()


def _written(prepared: Prepared, parts: Sequence[Part]) -> Plain:
    request = prepared.request
    now = max(
        (event.at for day in prepared.days for event in day.events),
        default=prepared.mornings[-1].at,
    )
    desk = Desk.open(request.database)
    try:
        cases = []
        for part in parts:
            papers = _papers(desk, part, request.out) if request.papers else {}
            cases += result.cases_told(desk, part, now, papers)
        told = _result(prepared, parts, desk, cases, now)
        with desk.ask() as reader:
            money = takings(reader, prepared.mornings[0].at, now)
    finally:
        desk.close()
    (request.out / "result.json").write_text(
        json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    _report(prepared, told, cases, money)
    return told


def _result(
    prepared: Prepared,
    parts: Sequence[Part],
    desk: Desk,
    cases: Sequence[result.CaseTold],
    now: datetime,
) -> Plain:
    labels = {name: label for part in parts for name, label in part.registered_as.items()}
    rows = [case.told for case in cases]
    certificates = sum(case.certificates for case in cases)
    return {
        "day": prepared.days[0].date.isoformat(),
        "title": _title(prepared),
        "cases": rows,
        "events": [row for part in parts for row in result.events_told(part)],
        "register": result.register_told(desk, now, labels),
        "stock": result.stock_told(desk),
        "throughput": result.throughput_told(rows, certificates),
        "expectations": result.expectations_told(parts),
    }


def _papers(desk: Desk, part: Part, out: Path) -> Mapping[UUID, list[str]]:
    """Write the papers of each case under its name; return where they lie."""
    found: dict[UUID, list[str]] = {}
    for name, case_id in part.cases.items():
        folder = Path("paper") / part.labels[name]
        with desk.ask() as reader:
            for row in papers_of(reader, case_id):
                view = paper(reader, row.id)
                assert view is not None  # listed in the same transaction
                place = _free_place(folder, row.kind, found.setdefault(case_id, []))
                (out / place).parent.mkdir(parents=True, exist_ok=True)
                (out / place).write_bytes(view.content)
                found[case_id].append(place.as_posix())
    return found


def _free_place(folder: Path, kind: str, taken: Sequence[str]) -> Path:
    """Return the file of a paper; a second one of its kind is numbered."""
    place, count = folder / f"{kind}.pdf", 1
    while place.as_posix() in taken:
        count += 1
        place = folder / f"{kind}-{count}.pdf"
    return place


def _report(
    prepared: Prepared, told: Mapping[str, Any], cases: Sequence[result.CaseTold], money: Takings
) -> None:
    made = report.Report(
        centre=prepared.mornings[0].centre.name,
        title=_title(prepared),
        days=tuple(day.date for day in prepared.days),
        throughput=told["throughput"],
        money=money,
        cases=cases,
        register=told["register"],
    )
    request = prepared.request
    if request.papers:
        report.write_pdf(made, request.out / "report.pdf")
    report.write_xlsx(made, request.out / "report.xlsx", request.language)


def _title(prepared: Prepared) -> str:
    return "；".join(day.title for day in prepared.days)
