"""A small centre with a few houses, and somebody who walks cases through it."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from db.ids import new_id
from db.session import open_engine, reading
from db.tables import METADATA
from desk.workflow import commands as c
from desk.workflow.answers import Answer, CaseAnswer
from desk.workflow.application import Application, Party, PartyRole, Person
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError
from desk.workflow.founding import (
    CentreSpec,
    Kind,
    RightSpec,
    StaffSpec,
    StockSpec,
    UnitSpec,
    create_database,
    midnight,
)

DAY = date(2018, 3, 26)
SELLER = Person(name="于丽", id_type="1", id_number="220403199111270306", married=False)
BUYER = Person(name="赵海燕", id_type="1", id_number="220402196708162201", married=False)
OWNER = Person(name="梁彦林", id_type="1", id_number="220302195504261494", married=False)
STRANGER = Person(name="许勇", id_type="1", id_number="220403195909073514")
BANK = Person(name="中国工商银行股份有限公司辽源分行", id_type="7", id_number="9122040269020427X0")
HOME = "220402001001GB00001F00010001"
OTHER_HOME = "220402001003GB00001F00010001"
MORTGAGED = "220402002004GB00001F00010001"
EMPTY = "220403001001GB00001F00010001"
UNKNOWN = "220403001001GB00001F00010999"
SALE_PAPERS = ("M01", "M02", "M04", "M06", "M13")


def party(person: Person, role: PartyRole) -> Party:
    """Let a person play a part."""
    return Party(
        role=role,
        name=person.name,
        id_type=person.id_type,
        id_number=person.id_number,
        married=person.married,
    )


def sale(unit: str = HOME, seller: Person = SELLER, **changes: object) -> Application:
    """Apply for the sale of a home."""
    values: dict[str, object] = {
        "item": "LY013",
        "units": (unit,),
        "parties": (party(seller, "obligor"), party(BUYER, "holder")),
        "co_ownership": "sole",
        "reason": "买卖(存量房)",
        "fields": {"price": "318000.00", "dwelling_count": 1},
        "materials": SALE_PAPERS,
    }
    return Application(**(values | changes))  # type: ignore[arg-type]


def mortgage(unit: str = OTHER_HOME, owner: Person = OWNER) -> Application:
    """Apply for a mortgage."""
    return Application(
        item="LY040",
        units=(unit,),
        parties=(party(owner, "obligor"), party(BANK, "holder")),
        reason="抵押合同设立",
        fields={
            "mortgage_kind": "general",
            "amount": "280000.00",
            "from": "2018-03-26",
            "to": "2038-03-25",
            "transfer_restricted": False,
        },
        materials=("M01", "M02", "M04", "M37", "M38"),
    )


def seizure(unit: str) -> c.SeizeUnits:
    """Let a court seize a unit."""
    return c.SeizeUnits(
        case_id=new_id(),
        units=(unit,),
        fields={
            "authority": "辽源市龙山区人民法院",
            "document_no": "(2018)吉0402执1号",
            "from": "2018-03-26",
            "to": "2021-03-25",
        },
    )


def found_centre(url: str, kind: Kind = "rehearsal") -> None:
    """Make the small centre in a database."""
    create_database(
        url,
        kind=kind,
        centre=CentreSpec(
            name="辽源市不动产登记中心",
            authority="辽源市国土资源局",
            short="吉",
            area_name="辽源市",
            area_codes=("220402", "220403"),
            windows=2,
            year=DAY.year,
            numbers={"certificate": 41},
        ),
        staff=(
            StaffSpec(login="g1", name="姜彦林", roles=("guide",)),
            StaffSpec(login="w1", name="于丽娟", roles=("clerk", "printer"), window=1),
            StaffSpec(login="w2", name="曲晓东", roles=("clerk", "printer", "approver"), window=2),
            StaffSpec(login="a1", name="曹振国", roles=("approver", "registrar")),
            StaffSpec(login="a2", name="孟凡霞", roles=("approver", "registrar")),
            StaffSpec(login="s1", name="邱立新", roles=("supervisor",)),
            StaffSpec(login="m1", name="温雅静", roles=("admin",)),
        ),
        stock=(
            StockSpec(kind="certificate", first="D22000000001", last="D22000000003", window=1),
            StockSpec(kind="certificate", first="D22000000004", last="D22000000005", window=2),
            StockSpec(kind="proof", first="22100000001", last="22100000003", window=1),
            StockSpec(kind="certificate", first="D22000000006", last="D22000000009"),
        ),
        units=tuple(house(code) for code in (HOME, OTHER_HOME, MORTGAGED, EMPTY)),
        rights=(
            _owned("r1", HOME, SELLER),
            _owned("r2", OTHER_HOME, OWNER),
            _owned("r3", MORTGAGED, STRANGER),
            RightSpec(
                name="r4",
                unit=MORTGAGED,
                type="23",
                holders=(BANK,),
                co_ownership="sole",
                certificate_no="吉（2016）辽源市不动产证明第0001126号",
                registered_at=date(2016, 8, 10),
                fields={"mortgage_kind": "general", "amount": "260000.00", "to": "2036-05-09"},
            ),
        ),
        at=midnight(DAY),
    )


def house(code: str) -> UnitSpec:
    """Describe a home."""
    return UnitSpec(
        code=code,
        kind="house",
        parcel=code[:19],
        location=f"辽源市龙山区人民大街{code[-4:]}号",
        usage="住宅",
        floor_area=8640,
        inner_area=7517,
        shared_area=1123,
        land_right_nature="出让",
        land_term_to=date(2076, 5, 31),
    )


def _owned(name: str, unit: str, owner: Person) -> RightSpec:
    return RightSpec(
        name=name,
        unit=unit,
        type="4",
        holders=(owner,),
        co_ownership="sole",
        registered_at=date(2016, 2, 10),
    )


def dump(url: str) -> str:
    """Return a hash of every row of every table."""
    engine = open_engine(url)
    digest = hashlib.sha256()
    with reading(engine) as connection:
        for table in METADATA.sorted_tables:
            rows = sorted(repr(tuple(row)) for row in connection.execute(select(table)))
            digest.update(repr((table.name, rows)).encode())
    engine.dispose()
    return digest.hexdigest()


class Walk:
    """Walks cases through a desk, a minute an act."""

    def __init__(self, desk: Desk, url: str) -> None:
        self.desk = desk
        self.url = url
        self.now = datetime(2018, 3, 26, 0, 30, tzinfo=UTC)

    def do(self, command: c.Command, by: str) -> Answer:
        """Do an act a minute later than the one before."""
        self.now += timedelta(minutes=1)
        return self.desk.do(command, by=by, at=self.now)

    def on_case(self, command: c.Command, by: str) -> CaseAnswer:
        """Do an act on a case."""
        answer = self.do(command, by)
        assert isinstance(answer, CaseAnswer)
        return answer

    def accepted(self, application: Application | None = None, by: str = "w1") -> UUID:
        """Accept a case, a sale unless told."""
        case_id = new_id()
        self.do(c.AcceptCase(case_id=case_id, application=application or sale()), by)
        return case_id

    def paid(self, application: Application | None = None) -> UUID:
        """Accept, charge and pay."""
        case_id = self.accepted(application)
        self.do(c.ChargeCase(case_id=case_id), "w1")
        self.do(c.PayCharge(case_id=case_id, what="all", method="scan"), "w1")
        return case_id

    def claimed(self, application: Application | None = None) -> UUID:
        """Accept, pay and claim."""
        case_id = self.paid(application)
        self.do(c.ClaimCase(case_id=case_id), "a1")
        return case_id

    def approved(self, application: Application | None = None) -> UUID:
        """Accept, pay, claim and approve."""
        case_id = self.claimed(application)
        self.do(c.DecideCase(case_id=case_id, decision="approve", opinion="同意登记。"), "a1")
        return case_id

    def registered(self, application: Application | None = None) -> UUID:
        """Bring a case into the register."""
        case_id = self.approved(application)
        self.do(c.RegisterCase(case_id=case_id), "a1")
        return case_id

    def printed(self, application: Application | None = None) -> UUID:
        """Bring a case to its written paper."""
        case_id = self.registered(application)
        self.do(c.PrintCertificates(case_id=case_id), "w1")
        return case_id

    def issued(self, application: Application | None = None) -> UUID:
        """Bring a case to its end."""
        case_id = self.printed(application)
        self.do(c.IssueCase(case_id=case_id, to=BUYER, method="counter"), "w1")
        return case_id


@pytest.fixture
def open_walk() -> Iterator[Callable[[str], Walk]]:
    """Open desks on the small centre in given databases."""
    opened: list[Desk] = []

    def open_one(url: str) -> Walk:
        found_centre(url)
        opened.append(Desk.open(url, keep_papers=False))
        return Walk(opened[-1], url)

    yield open_one
    for desk in opened:
        desk.close()


@pytest.fixture
def walk(sqlite_url: str, open_walk: Callable[[str], Walk]) -> Walk:
    """The small centre on SQLite."""
    return open_walk(sqlite_url)


@pytest.fixture
def walk_on_both(url: str, open_walk: Callable[[str], Walk]) -> Walk:
    """The small centre, once on each kind of database."""
    return open_walk(url)


@pytest.fixture
def refused(walk: Walk) -> Callable[..., None]:
    """Check that an act is refused by exactly these codes and leaves every row as it was."""

    def check(command: c.Command, by: str, *codes: str, fields: tuple[str, ...] = ()) -> None:
        before = dump(walk.url)
        with pytest.raises(DeskError) as refusal:
            walk.do(command, by)
        assert set(refusal.value.codes) == set(codes)
        assert {f.field for f in refusal.value.findings} >= set(fields)
        assert dump(walk.url) == before

    return check
