"""查询: a look into the register for somebody, kept with its purpose (条例 27, 28)."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import insert

from db.ids import new_id
from db.numbers import take_number
from db.tables.searches import SEARCHES
from desk.workflow import register_letters
from desk.workflow.act import Act
from desk.workflow.answers import SearchAnswer
from desk.workflow.commands import ExtractPage, Search, SearchPerson
from desk.workflow.errors import Code, refuse
from desk.workflow.papers import keep_register_page, keep_search_result
from desk.workflow.queries.register import as_at, holdings_of
from desk.workflow.reader import Kind, Reader
from desk.workflow.readings.people import is_same
from desk.workflow.register_letters import searched
from forms.checks.unit_code import is_unit_code, parse_unit_code

SERIES = "search"
OWN, HEIR, ORGAN = "1", "2", "5"
BY_PERSON = frozenset({OWN, HEIR, ORGAN})
"""Who may learn all that one person holds; anybody else asks about one unit (办法 14, 17, 21)."""


def search_person(act: Act, command: SearchPerson) -> SearchAnswer:
    """Find what a person holds now, by name and number, and write the result on paper."""
    _require_ground(act, command)
    if command.relation not in BY_PERSON:
        raise refuse(Code.SEARCH, at="relation", variant="person")
    if command.relation == OWN and not _is_own(command):
        raise refuse(Code.SEARCH, at="name", variant="own")
    found = holdings_of(_reader(act), searched(command), act.now)
    no, number = _begin(act)
    kept = keep_search_result(act, register_letters.search_result(act, command, found, number))
    subject = {"name": command.name, "id_type": command.id_type, "id_number": command.id_number}
    codes = [view.unit.code for view in found]
    row = {"kind": "person", "subject": subject, "as_at": act.now, "found": codes}
    return _keep(act, command, no, {**row, "paper_id": kept.id})


def extract_page(act: Act, command: ExtractPage) -> SearchAnswer:
    """Write the register page of a unit on paper, as it stands or stood at a moment."""
    _require_ground(act, command)
    if command.as_at is not None and command.as_at > act.now:
        raise refuse(Code.SEARCH, at="as_at", variant="future")
    code = parse_unit_code(command.unit).text if is_unit_code(command.unit) else command.unit
    moment = command.as_at or act.now
    view = as_at(_reader(act), code, moment)
    if view is None:
        raise refuse(Code.UNKNOWN, at="unit")
    no, number = _begin(act)
    letter = register_letters.register_page(act, command, view, moment, number)
    row = {"kind": "page", "subject": {"unit": code}, "as_at": moment, "found": [code]}
    return _keep(act, command, no, {**row, "paper_id": keep_register_page(act, letter).id})


def _require_ground(act: Act, command: Search) -> None:
    act.require_role("search")
    codes = act.setting.catalogue.codes
    known = (
        command.relation in codes["query_relation"].by_code,
        command.purpose in codes["query_purpose"].by_code,
        bool(command.reason.strip()),
        bool(command.asker.name.strip()),
        bool(command.asker.id_number.strip()),
    )
    if not all(known):
        raise refuse(Code.SEARCH)


def _is_own(command: SearchPerson) -> bool:
    return is_same(command.asker, searched(command))


def _reader(act: Act) -> Reader:
    kind: Kind = "rehearsal" if act.setting.centre.rehearsal else "live"
    return Reader(connection=act.connection, setting=act.setting, kind=kind)


def _begin(act: Act) -> tuple[int, str]:
    no = take_number(act.connection, SERIES, str(act.day.year))
    return no, f"CX{act.day.year}-{no:07d}"


def _keep(act: Act, command: Search, no: int, found: Mapping[str, Any]) -> SearchAnswer:
    asker = command.asker
    search_id = new_id()
    row = {
        "id": search_id,
        "year": act.day.year,
        "no": no,
        "asker": {"name": asker.name, "id_type": asker.id_type, "id_number": asker.id_number},
        "relation": command.relation,
        "purpose": command.purpose,
        "reason": command.reason.strip(),
        **found,
        **act.stamp,
    }
    act.write(insert(SEARCHES), [row])
    return SearchAnswer(
        at=act.now,
        touched=(),
        search_id=search_id,
        number=f"CX{act.day.year}-{no:07d}",
        units=tuple(found["found"]),
        paper_id=found["paper_id"],
    )
