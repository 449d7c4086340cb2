"""The shape of a day file, `registration-day/1`: every key, every value, every act's needs."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from desk.day.problems import Problem, shown
from desk.day.shapes import (
    Flag,
    Keys,
    ListOf,
    Named,
    OneOf,
    Pattern,
    Problems,
    Shape,
    Text,
    Whole,
    day_of,
    moment_of,
    under,
)

FORMAT = "registration-day/1"
_DAY = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
_UNIT = (
    r" *([0-9] *){12}[GJZ] *[ABSXCDEFLNHGWY] *([0-9] *){5}"
    r"(W *(0 *){8}|[FLQ] *([0-9] *){8})"
)
_ROLES = ("guide", "clerk", "approver", "registrar", "printer", "supervisor", "admin")
_PARTS = ("holder", "obligor", "agent", "guardian", "organ", "consenting")
_STAGES = (
    *("ticketed", "pre_reviewed", "accepted", "in_approval", "returned", "approved"),
    *("registered", "printed", "issued", "refused", "withdrawn", "not_accepted"),
)
_STATES = (
    *("free", "in_process", "mortgaged", "seized", "waiting_seizure", "noticed", "objection"),
    *("habitation", "locked", "unregistered", "cancelled"),
)
_REASONS = ("supplement", "announcement", "site_visit", "applicant_away", "system_fault")


def _pattern(pattern: str, wanted: str) -> Pattern:
    return Pattern(re.compile(pattern), wanted)


def _when(text: str) -> object:
    return moment_of(text) if "-" in text else None


_day = Pattern(re.compile(_DAY), "2018-03-26", day_of)
_registered = Pattern(re.compile(rf"{_DAY}(T{_TIME})?"), "2018-03-26", moment_of)
_at = Pattern(re.compile(rf"({_DAY}T)?{_TIME}"), "09:31:05", _when)
_name = _pattern(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}", "c1")
_unit_code = Pattern(re.compile(_UNIT), "220402001001GB00001F00010001")
_area = _pattern(r"(0|[1-9][0-9]{0,9})(\.[0-9]{1,4})?", "86.40")
_money = _pattern(r"(0|[1-9][0-9]{0,13})(\.[0-9]{1,2})?", "80.00")
_share = _pattern(r"[1-9][0-9]{0,5}/[1-9][0-9]{0,5}", "1/2")
_serial = _pattern(r"[A-Z]?[0-9]{6,14}", "D22000000001")
_item = _pattern(r"LY0(0[1-9]|[1-5][0-9]|6[01])", "LY013")
_material = _pattern(r"M[0-9]{2}", "M01")
_rule = _pattern(r"R[0-9]{2}", "R03")
_refusal = _pattern(r"R[0-9]{2}|D-(STAGE|ROLE|VERSION|TICKET|STOCK|FORM|UNKNOWN)", "R03")
_co_ownership = OneOf(("sole", "joint", "shares"))
_materials = ListOf(_material, 0, 63, unique=True)
_rules = ListOf(_rule, 1, 58, unique=True)

_centre = Keys(
    {
        "name": Text(100),
        "authority": Text(100),
        "short": Text(1),
        "area_name": Text(40),
        "area_codes": ListOf(_pattern(r"[0-9]{6}", "220402"), 1, 20, unique=True),
        "windows": Whole(1, 99),
    },
    {"numbers": Keys({}, dict.fromkeys(("certificate", "proof", "case"), Whole(0, 9_999_999)))},
)
_member_of_staff = Keys(
    {"login": _name, "name": Text(60), "roles": ListOf(OneOf(_ROLES), 1, 7, unique=True)},
    {"window": Whole(1, 99)},
)
_range = Keys(
    {"kind": OneOf(("certificate", "proof")), "first": _serial, "last": _serial},
    {"window": Whole(1, 99)},
)
_PERSON: Mapping[str, Shape] = {
    "name": Text(200),
    "id_type": OneOf(("1", "2", "3", "4", "5", "6", "7", "99")),
    "id_number": Text(40),
}
_PERSON_REST: Mapping[str, Shape] = {
    "phone": Text(40),
    "address": Text(400),
    "share": _share,
    "married": Flag(),
    "spouse": Text(200),
    "represented_by": Text(200),
    "guardian": Flag(),
}
_person = Keys(_PERSON, _PERSON_REST)
_party = Keys({"role": OneOf(_PARTS), **_PERSON}, _PERSON_REST)
_unit = Keys(
    {
        "code": _unit_code,
        "kind": OneOf(("land", "house", "forest", "sea", "other")),
        "location": Text(400),
        "usage": Text(60),
    },
    {
        **dict.fromkeys(("land_area", "floor_area", "inner_area", "shared_area"), _area),
        "land_right_nature": Text(40),
        "land_term_to": _day,
        "structure": Text(40),
        "floor": Text(20),
        "floors": Whole(1, 200),
        "built": Whole(1800, 2100),
        "parcel": _pattern(r"[0-9]{12}[GJZ][A-Z][0-9]{5}", "220402001001GB00001"),
        "locked": Text(200),
    },
)
_fields = Keys(
    {},
    {
        "price": _money,
        "contract_no": Text(80),
        "contract_date": _day,
        "dwelling_count": OneOf((1, 2, 3)),
        "copies": Whole(1, 99),
        "new_units": ListOf(_unit, 1, 500, unique=True),
        "mortgage_kind": OneOf(("general", "maximum", "construction")),
        "amount": _money,
        "from": _day,
        "to": _day,
        "transfer_restricted": Flag(),
        "crystallised": Flag(),
        "authority": Text(200),
        "document_no": Text(80),
        "rank": Whole(1, 99),
        "notice_kind": OneOf(("1", "2", "3", "4")),
        "matter": Text(1000),
        "location": Text(400),
        "usage": Text(60),
        "floor_area": _area,
        "land_area": _area,
        "land_right_nature": Text(40),
        "land_term_to": _day,
        "member": Flag(),
        "statement_date": _day,
    },
    least=1,
)
_right = Keys(
    {
        "id": _name,
        "unit": _unit_code,
        "type": _pattern(r"[1-9][0-9]?", "4"),
        "holders": ListOf(_person, 0, 100, unique=True),
        "registered_at": _registered,
    },
    {"co_ownership": _co_ownership, "certificate_no": Text(80), "fields": _fields},
)
_units_named = ListOf(Text(40), 1, 500, unique=True)
_application = Keys(
    {
        "item": _item,
        "units": _units_named,
        "parties": ListOf(_party, 1, 200),
        "materials": _materials,
    },
    {
        "right": Text(80),
        "co_ownership": _co_ownership,
        "reason": Text(200),
        "fields": _fields,
        "confirmed": ListOf(_rule, 0, 58, unique=True),
    },
)
_right_expected = Keys(
    {"type": Text(4)},
    {
        "holders": ListOf(Text(200), 0, 100, unique=True),
        "live": Flag(),
        "rank": Whole(1, 99),
        "co_ownership": _co_ownership,
        "shares": ListOf(_share, 1, 100),
        "number": Text(80),
    },
)
_expect = Keys(
    {},
    {
        "refused": ListOf(_refusal, 1, 58, unique=True),
        "confirm": _rules,
        "warned": _rules,
        "missing": _materials,
        "fields": ListOf(Text(60), 1, 60, unique=True),
        "amounts": Named(re.compile(r"[a-z][a-z_]{0,39}"), _money),
        "certificate_no": Text(80),
        "serial": _serial,
        "stage": OneOf(_STAGES),
        "state": ListOf(OneOf(_STATES), 1, 11, unique=True),
        "rights": ListOf(_right_expected, 0, 500),
        **dict.fromkeys(("in_stock", "used", "spoilt"), Whole(0, 100_000)),
        "any": Flag(only=True),
    },
    least=1,
)
_case: dict[str, Shape] = {"case": _name}
_what = OneOf(("fee", "tax", "all"))

ACTS: Mapping[str, tuple[Mapping[str, Shape], Mapping[str, Shape]]] = MappingProxyType(
    {
        "ticket": (
            _case,
            {
                "item": _item,
                "lane": OneOf(("normal", "priority", "appointment")),
                "reason": Text(400),
            },
        ),
        "call": ({}, _case),
        "pre_review": ({**_case, "item": _item, "materials": _materials}, {"deferred": _materials}),
        "accept": ({**_case, "application": _application}, {}),
        "charge": (_case, {}),
        "pay": (
            {
                **_case,
                "what": _what,
                "method": OneOf(("cash", "card", "scan", "transfer", "voucher")),
            },
            {"voucher": Text(80)},
        ),
        "exempt": ({**_case, "what": _what, "reason": Text(400)}, {}),
        "pause": ({**_case, "reason": OneOf(_REASONS)}, {}),
        "resume": (_case, {"reason": OneOf(_REASONS)}),
        "announce": (_case, {}),
        "supplement": ({**_case, "materials": _materials}, {"application": _application}),
        "claim": ({}, _case),
        "decide": (
            {**_case, "decision": OneOf(("approve", "return", "refuse")), "opinion": Text(1000)},
            {"ground": OneOf(("1", "2", "3", "4"))},
        ),
        "register": (_case, {}),
        "print": (_case, {"serial": _serial}),
        "spoil": ({**_case, "serial": _serial, "reason": Text(400)}, {}),
        "issue": (
            {**_case, "to": _person, "method": OneOf(("counter", "express", "visit"))},
            {"waybill": Text(40)},
        ),
        "withdraw": ({**_case, "reason": Text(400)}, {}),
        "refuse_acceptance": ({**_case, "reason": Text(1000)}, {}),
        "rate": ({**_case, "score": Whole(1, 5)}, {"text": Text(1000)}),
        "seize": ({**_case, "units": _units_named, "fields": _fields}, {}),
        "advance_days": ({"days": Whole(1, 4000)}, {}),
        "check": (
            {"expect": _expect},
            {**_case, "unit": Text(40), "stock": OneOf(("certificate", "proof"))},
        ),
    }
)
"""What each act needs and may have, beside `at`, `by`, `do` and `expect`."""


def _no_ground(event: Mapping[str, Any], place: str) -> Problems:
    if event.get("decision") in ("approve", "return") and "ground" in event:
        yield Problem(code="DAY-GROUND", place=under(place, "ground"))


def _waybill(event: Mapping[str, Any], place: str) -> Problems:
    if event.get("method") == "express" and "waybill" not in event:
        yield Problem(code="DAY-MISSING", place=place, facts={"key": "waybill"})


def _one_thing(event: Mapping[str, Any], place: str) -> Problems:
    if sum(key in event for key in ("unit", "case", "stock")) != 1:
        yield Problem(code="DAY-ONE-CHECK", place=place)


_FURTHER = {"decide": _no_ground, "issue": _waybill, "check": _one_thing}
_EVENTS = {
    do: Keys(
        {"at": _at, "by": _name, "do": OneOf((do,)), **required},
        {"expect": _expect} | dict(optional),
        further=_FURTHER.get(do),
    )
    for do, (required, optional) in ACTS.items()
}


class _Event:
    """One act: which keys it has depends on what is done."""

    def problems(self, value: Any, place: str) -> Problems:
        """Check the act, then its keys."""
        if not isinstance(value, dict):
            yield Problem(code="DAY-OBJECT-WANTED", place=place, facts={"value": shown(value)})
            return
        do = value.get("do")
        if isinstance(do, str) and do in _EVENTS:
            yield from _EVENTS[do].problems(value, place)
        elif "do" in value:
            yield Problem(
                code="DAY-CHOICE",
                place=under(place, "do"),
                facts={"value": shown(do), "choices": ", ".join(_EVENTS)},
            )
        else:
            yield Problem(code="DAY-MISSING", place=place, facts={"key": "do"})


class _Format:
    """The name of the format, first of all: other versions have other keys."""

    def problems(self, value: Any, place: str) -> Problems:
        """Check the name."""
        if value != FORMAT:
            facts = {"value": shown(value), "wanted": FORMAT}
            yield Problem(code="DAY-FORMAT", place=place, facts=facts)


DAY = Keys(
    {
        "format": _Format(),
        "title": Text(200),
        "date": _day,
        "centre": _centre,
        "staff": ListOf(_member_of_staff, 1, 500),
        "stock": ListOf(_range, 0, 1000),
        "units": ListOf(_unit, 0, 20_000),
        "rights": ListOf(_right, 0, 50_000),
        "events": ListOf(_Event(), 0, 100_000),
    }
)
"""The whole file."""
