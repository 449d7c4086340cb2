"""Invented units, some two thousand or more, with rights of every kind, as taken over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from desk.workflow.application import Person
from desk.workflow.demo.people import BANKS, COUNTIES, COURT, DEVELOPERS, body, person
from desk.workflow.facts import HABITATION, MORTGAGE, NOTICE, OBJECTION, SEIZURE
from desk.workflow.founding import RightSpec, UnitSpec

PARCELS, HOUSES = 40, 49
LAND_USE, HOUSE_OWNERSHIP = "3", "4"
_STREETS = ("人民大街", "龙山大街", "西宁大路", "福镇大路", "仙城大街", "太安大路")
_GROUNDS = ("仙城国际", "龙山华府", "福源小区", "北寿小区", "矿电小区", "太安丽景", "东丰家园")
_DISTRICTS = {"220402": "龙山区", "220403": "西安区"}
_SHOPS_EVERY = 12
_PER_FLOOR = 4

# Shares of all houses, or of those that are registered.
_LOCKED, _NOT_REGISTERED, _COUPLES = 0.005, 0.06, 0.15
_MORTGAGED, _RARELY_BURDENED = 0.22, 0.08


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """All units and rights, and which units are free to be dealt with."""

    units: tuple[UnitSpec, ...]
    rights: tuple[RightSpec, ...]
    free: tuple[tuple[UnitSpec, RightSpec], ...]
    mortgaged: tuple[tuple[UnitSpec, RightSpec, RightSpec], ...]


def town(random: Random, today: date, parcels: int = PARCELS) -> Town:
    """Invent the town."""
    return _Builder(random, today).build(parcels)


def parcel_code(county: str, number: int) -> str:
    """Return the code of a parcel by its number in the town."""
    return f"{county}{1 + number // 20:03d}{1 + number % 20:03d}GB{number:05d}"


class _Builder:
    def __init__(self, random: Random, today: date) -> None:
        self._random = random
        self._today = today
        self._banks = [body(random, name) for name in BANKS]
        self._developers = [body(random, name) for name in DEVELOPERS]
        self._names = count(1)
        self._numbers = count(1001)
        self._rights: list[RightSpec] = []
        self._free: list[tuple[UnitSpec, RightSpec]] = []
        self._mortgaged: list[tuple[UnitSpec, RightSpec, RightSpec]] = []

    def build(self, parcels: int) -> Town:
        """Invent parcel by parcel."""
        units = [unit for number in range(1, parcels + 1) for unit in self._parcel(number)]
        return Town(
            units=tuple(units),
            rights=tuple(self._rights),
            free=tuple(self._free),
            mortgaged=tuple(self._mortgaged),
        )

    def _parcel(self, number: int) -> Iterator[UnitSpec]:
        random = self._random
        county = COUNTIES[number % 2]
        parcel = parcel_code(county, number)
        street, grounds = random.choice(_STREETS), random.choice(_GROUNDS)
        place = f"辽源市{_DISTRICTS[county]}{street}{grounds}{number}号楼"
        built = random.randint(2000, self._today.year - 3)
        term = date(built + 70, 5, 31)
        land = UnitSpec(
            code=f"{parcel}W00000000",
            kind="land",
            parcel=parcel,
            location=f"辽源市{_DISTRICTS[county]}{street}",
            usage="城镇住宅用地",
            land_area=random.randint(200_000, 900_000),
            land_right_nature="出让",
            land_term_to=term,
        )
        yield land
        developer = random.choice(self._developers)
        self._own(land, (developer,), LAND_USE)
        for house in range(1, HOUSES + 1):
            yield self._house(parcel, place, house, term)

    def _house(self, parcel: str, place: str, house: int, term: date) -> UnitSpec:
        random = self._random
        floor = 1 + (house - 1) // _PER_FLOOR
        area = random.randint(4_500, 15_000)
        inner = area * 87 // 100
        unit = UnitSpec(
            code=f"{parcel}F0001{house:04d}",
            kind="house",
            parcel=parcel,
            location=f"{place}{1 + house % 3}单元{floor}{house % _PER_FLOOR + 1:02d}室",
            usage="商业服务" if house % _SHOPS_EVERY == 0 else "住宅",
            floor_area=area,
            inner_area=inner,
            shared_area=area - inner,
            land_right_nature="出让",
            land_term_to=term,
            structure="钢筋混凝土结构",
            floor=str(floor),
            floors=13,
            built=term.year - 70,
            locked="房屋征收范围内暂停办理" if random.random() < _LOCKED else None,
        )
        self._fate(unit)
        return unit

    def _fate(self, unit: UnitSpec) -> None:
        random = self._random
        if random.random() < _NOT_REGISTERED:
            return
        couple = random.random() < _COUPLES
        holders = (person(random), person(random)) if couple else (person(random),)
        owned = self._own(unit, holders, HOUSE_OWNERSHIP)
        burden = random.random()
        if burden < _MORTGAGED:
            mortgage = self._mortgage(unit)
            if unit.locked is None and not couple:
                self._mortgaged.append((unit, owned, mortgage))
        elif burden < _MORTGAGED + _RARELY_BURDENED:
            self._rare(unit)
        elif unit.locked is None and not couple and unit.usage == "住宅":
            self._free.append((unit, owned))

    def _own(self, unit: UnitSpec, holders: Sequence[Person], kind: str) -> RightSpec:
        day = self._some_day()
        number = f"吉（{day.year}）辽源市不动产权第{next(self._numbers):07d}号"
        return self._add(
            RightSpec(
                name=self._name(),
                unit=unit.code,
                type=kind,
                holders=tuple(holders),
                co_ownership="joint" if len(holders) > 1 else "sole",
                certificate_no=number,
                registered_at=day,
            )
        )

    def _mortgage(self, unit: UnitSpec) -> RightSpec:
        day = self._some_day()
        fields = {
            "mortgage_kind": "general",
            "amount": f"{self._random.randint(8, 90)}0000.00",
            "from": day.isoformat(),
            "to": day.replace(year=day.year + 20, day=1).isoformat(),
            "transfer_restricted": False,
        }
        return self._burden(unit, MORTGAGE, (self._random.choice(self._banks),), day, fields)

    def _rare(self, unit: UnitSpec) -> None:
        random, recent = self._random, self._today - timedelta(days=self._random.randint(1, 12))
        kind = random.choice(("seizure", "waiting", "notice", "objection", "habitation"))
        if kind in {"seizure", "waiting"}:
            for rank in range(1 + (kind == "waiting")):
                self._burden(unit, SEIZURE, (), recent, self._order(recent, rank))
        elif kind == "notice":
            fields = {"notice_kind": "2", "contract_no": f"LYYG{random.randint(1000, 9999)}"}
            self._burden(unit, NOTICE, (person(random),), recent, fields)
        elif kind == "objection":
            fields = {"matter": "异议人主张其为共有人"}
            self._burden(unit, OBJECTION, (person(random),), recent, fields)
        else:
            fields = {"matter": "居住权人终身居住"}
            self._burden(unit, HABITATION, (person(random),), recent, fields)

    def _order(self, day: date, rank: int) -> dict[str, object]:
        return {
            "authority": COURT,
            "document_no": f"（{day.year}）吉0402执保{self._random.randint(1, 300)}号",
            "from": day.isoformat(),
            "to": (day + timedelta(days=365 * 3 - 1)).isoformat(),
            "rank": rank,
        }

    def _burden(
        self,
        unit: UnitSpec,
        kind: str,
        holders: tuple[Person, ...],
        day: date,
        fields: Mapping[str, object],
    ) -> RightSpec:
        proved = kind != SEIZURE
        number = f"吉（{day.year}）辽源市不动产证明第{next(self._numbers):07d}号"
        return self._add(
            RightSpec(
                name=self._name(),
                unit=unit.code,
                type=kind,
                holders=holders,
                co_ownership="sole" if holders else None,
                certificate_no=number if proved else None,
                registered_at=day,
                fields=fields,
            )
        )

    def _add(self, right: RightSpec) -> RightSpec:
        self._rights.append(right)
        return right

    def _name(self) -> str:
        return f"r{next(self._names)}"

    def _some_day(self) -> date:
        return self._today - timedelta(days=self._random.randint(60, 3_000))
