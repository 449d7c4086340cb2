"""Small facts for stories about rules: people, units with rights, one application."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from desk.workflow.application import Application, CoOwnership, Party, PartyRole, Person
from desk.workflow.errors import Level
from desk.workflow.facts import (
    CaseFacts,
    CentreFacts,
    Facts,
    OpenCase,
    RightFacts,
    Stage,
    UnitFacts,
)
from desk.workflow.rules import check
from desk.workflow.rules.lapse import is_lapsed, ranks
from forms.calendar import WorkingCalendar, default_exceptions
from forms.catalogue import delivered

TODAY = date(2024, 5, 20)
CALENDAR = WorkingCalendar(default_exceptions())
CENTRE = CentreFacts(
    area_codes=("220402", "220403"),
    authority="辽源市不动产登记中心",
    short="吉",
    area_name="辽源市",
    rehearsal=True,
)
HOUSE = "220402001001GB00001F00010001"
SECOND = "220402001001GB00001F00010002"
LAND = "220402001001GB00001W00000000"
COURT = "辽源市龙山区人民法院"
UPPER_COURT = "辽源市中级人民法院"
OTHER_COURT = "辽源市西安区人民法院"

ZHANG = Person(name="张伟", id_type="1", id_number="22040219900307001X")
LI = Person(name="李娜", id_type="1", id_number="220403198506150021")
WANG = Person(name="王芳", id_type="1", id_number="220421197012011230")
CHILD = Person(name="小明", id_type="1", id_number="220422201001012348")
DEVELOPER = Person(name="辽源市鑫源房地产开发有限公司", id_type="7", id_number="91220400MA00000014")
BANK = Person(name="中国工商银行辽源分行", id_type="7", id_number="122204000000000016")
COURT_ORGAN = Person(name=COURT, id_type="7", id_number="11220400MB0000001E")


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """Return an instant of a day as the counter's clock shows it."""
    local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai"))
    return local.astimezone(UTC)


NOW = at(TODAY)


def right(
    right_type: str,
    *holders: Person,
    unit: str = HOUSE,
    co_ownership: CoOwnership | None = None,
    since: date = date(2016, 5, 12),
    moment: datetime | None = None,
    closed: bool = False,
    number: str | None = "吉（2016）辽源市不动产权第0001035号",
    group: UUID | None = None,
    **fields: object,
) -> RightFacts:
    """Return a right as it stands in the register."""
    registered = moment or at(since, 0)
    form: CoOwnership = "sole" if len(holders) < 2 else "joint"
    if "from_" in fields:
        fields["from"] = fields.pop("from_")
    return RightFacts(
        id=uuid4(),
        unit_code=unit,
        type=right_type,
        holders=holders,
        co_ownership=co_ownership or form,
        fields=fields,
        registered_at=registered,
        rank_at=registered,
        number=number,
        group_id=group or uuid4(),
        closed=closed,
    )


def owned(*holders: Person, **more: object) -> RightFacts:
    """Return the ownership of a house (国有建设用地使用权/房屋所有权)."""
    return right("4", *holders, **more)  # type: ignore[arg-type]


def mortgage(*holders: Person, kind: str = "general", **more: object) -> RightFacts:
    """Return a mortgage of the bank, or of somebody else."""
    values: dict[str, object] = {"amount": "260000.00", "transfer_restricted": False, **more}
    return right("23", *(holders or (BANK,)), mortgage_kind=kind, **values)  # type: ignore[arg-type]


def notice(holder: Person, kind: str = "2", **more: object) -> RightFacts:
    """Return an advance notice."""
    return right("96", holder, notice_kind=kind, **more)  # type: ignore[arg-type]


def seizure(
    authority: str = COURT,
    since: date = date(2023, 3, 1),
    to: str = "2026-02-28",
    **more: object,
) -> RightFacts:
    """Return a seizure."""
    values: dict[str, object] = {"number": None, "document_no": "(2023)吉0402执保31号", **more}
    return right("98", since=since, authority=authority, to=to, **values)  # type: ignore[arg-type]


def unit(
    *rights: RightFacts,
    code: str = HOUSE,
    usage: str = "住宅",
    day: date = TODAY,
    **more: object,
) -> UnitFacts:
    """Return a unit with its rights, ranked and lapsed as of a day."""
    here = [
        replace(
            each,
            unit_code=code,
            lapsed=is_lapsed(each.type, each.fields, each.rank_at, day),
        )
        for each in rights
    ]
    places = ranks(here)
    facts: dict[str, object] = {
        "kind": "land" if code.endswith("W00000000") else "house",
        "location": "辽源市龙山区人民大街1号楼1单元101室",
        "floor_area": 8850,
        "land_right_nature": "出让",
        "land_term_to": date(2076, 5, 31),
        "parcel": code[:19],
        **more,
    }
    ranked = tuple(replace(each, rank=places.get(each.id)) for each in here)
    return UnitFacts(code=code, usage=usage, rights=ranked, **facts)  # type: ignore[arg-type]


def party(role: PartyRole, person: Person, share: str | None = None, **more: object) -> Party:
    """Return a person in a part of the application."""
    values = {
        "name": person.name,
        "id_type": person.id_type,
        "id_number": person.id_number,
        "share": Fraction(share) if share else None,
        **more,
    }
    return Party(role=role, **values)  # type: ignore[arg-type]


def open_case(item: str, accepted_at: datetime) -> OpenCase:
    """Return another case that is open on a unit."""
    slot = delivered().items[item].slot
    return OpenCase(
        case_id=uuid4(), case_no="2024-0000007", item=item, slot=slot, accepted_at=accepted_at
    )


def case(**more: object) -> CaseFacts:
    """Return the case itself, accepted at nine, its taxes settled."""
    values: dict[str, object] = {
        "state": "approved",
        "accepted_at": NOW,
        "accepted_by": "w1",
        "fee_charged": True,
        "tax_settled": True,
        **more,
    }
    return CaseFacts(id=uuid4(), n=3, round=1, **values)  # type: ignore[arg-type]


def facts(
    item: str,
    units: UnitFacts | Sequence[UnitFacts],
    *parties: Party,
    acts_on: RightFacts | None = None,
    stage: Stage = Stage.ACCEPTANCE,
    day: date = TODAY,
    co_ownership: CoOwnership | None = None,
    reason: str = "",
    fields: Mapping[str, object] | None = None,
    also: Sequence[str] = (),
    without: Sequence[str] = (),
    land: UnitFacts | None = None,
    the_case: CaseFacts | None = None,
    codes: Sequence[str] | None = None,
) -> Facts:
    """Return the facts of an application with all papers that its item requires."""
    catalogue = delivered()
    all_units = (units,) if isinstance(units, UnitFacts) else tuple(units)
    materials = (set(catalogue.items[item].materials_required) | set(also)) - set(without)
    acted = tuple(
        each
        for place in all_units
        for each in place.rights
        if acts_on is not None and each.group_id == acts_on.group_id
    )
    if acts_on is not None and not acted:
        acted = (acts_on,)
    later = stage is not Stage.ACCEPTANCE
    return Facts(
        now=at(day, 10) if later else at(day),
        day=day,
        stage=stage,
        catalogue=catalogue,
        item=catalogue.items[item],
        application=Application(
            item=item,
            units=tuple(codes or (place.code for place in all_units)),
            parties=parties,
            materials=tuple(sorted(materials)),
            right="r1" if acts_on else None,
            co_ownership=co_ownership,
            reason=reason,
            fields=fields or {},
        ),
        materials=frozenset(materials),
        centre=CENTRE,
        units=all_units,
        acted=acted,
        parcels={place.parcel: place for place in (land,) if place},
        calendar=CALENDAR,
        case=the_case or (case() if later else None),
        actor="a1",
    )


def sale(
    place: UnitFacts,
    seller: Person = ZHANG,
    buyer: Person = LI,
    **more: object,
) -> Facts:
    """Return the sale of an existing home (LY013) from one person to another."""
    values: dict[str, object] = {
        "co_ownership": "sole",
        "reason": "买卖(存量房)",
        "fields": {"price": "300000.00", "dwelling_count": 1},
        **more,
    }
    parties = (party("obligor", seller, married=False), party("holder", buyer))
    return facts("LY013", place, *parties, **values)  # type: ignore[arg-type]


def refused(asked: Facts) -> set[str]:
    """Return the codes that refuse."""
    return _codes(asked, Level.BLOCK)


def asks(asked: Facts) -> set[str]:
    """Return the codes that ask to be confirmed."""
    return _codes(asked, Level.CONFIRM)


def warns(asked: Facts) -> set[str]:
    """Return the codes that warn or tell."""
    return _codes(asked, Level.WARN) | _codes(asked, Level.INFO)


def later(moment: datetime, minutes: int) -> datetime:
    """Return an instant some minutes later, or earlier with a minus."""
    return moment + timedelta(minutes=minutes)


def _codes(asked: Facts, level: Level) -> set[str]:
    found = check(asked)
    for finding in found:  # every sentence can be said in both languages
        assert finding.text("zh")
        assert finding.text("en")
    return {finding.code for finding in found if finding.level == level}
