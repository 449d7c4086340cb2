"""An office that takes applications to the register through the one door, and reads the books."""

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from db.ids import new_id
from db.session import open_engine, reading
from db.tables import METADATA
from db.tables.papers import CERTIFICATE_ENDINGS, CERTIFICATE_RIGHTS, CERTIFICATES
from db.tables.register import RIGHTS
from desk.workflow import commands as c
from desk.workflow.application import Application, CoOwnership, Person
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError, NeedsConfirmation
from desk.workflow.founding import (
    CentreSpec,
    RightSpec,
    StaffSpec,
    UnitSpec,
    create_database,
    midnight,
)
from desk.workflow.queries import register
from desk.workflow.queries.register import UnitView
from tests.workflow.register_model.model import HAS_PAPER, line

BEGINS = date(2024, 3, 4)
PARCEL = "220402001001GB00001"
LAND = f"{PARCEL}W00000000"
HOMES = tuple(f"{PARCEL}F0001000{n}" for n in range(1, 5))
RAW = tuple(f"{PARCEL}F0001000{n}" for n in range(5, 8))  # not registered yet
ZHANG = Person(name="张伟", id_type="1", id_number="22040219900307001X")
LI = Person(name="李娜", id_type="1", id_number="220403198506150021")
WANG = Person(name="王芳", id_type="1", id_number="220421197012011230")
ZHAO = Person(name="赵海燕", id_type="1", id_number="220402196708162201")
DEVELOPER = Person(name="辽源市鑫源房地产开发有限公司", id_type="7", id_number="91220400MA00000014")
OWNERS = (ZHANG, LI, WANG, ZHAO)
DENIED = ("R06", "R13", "R15", "R17")  # what a clerk confirms when asked


def found(url: str) -> None:
    """Make a centre with a plot, four homes of four owners and three homes not registered yet."""
    create_database(
        url,
        kind="rehearsal",
        centre=CentreSpec(
            name="辽源市不动产登记中心",
            authority="辽源市自然资源局",
            short="吉",
            area_name="辽源市",
            area_codes=("220402",),
            windows=1,
            year=BEGINS.year,
        ),
        staff=(
            StaffSpec(login="w1", name="于丽娟", roles=("clerk", "printer"), window=1),
            StaffSpec(login="a1", name="曹振国", roles=("approver", "registrar")),
        ),
        units=(
            UnitSpec(code=LAND, kind="land", parcel=PARCEL, location="人民大街1号", usage="住宅"),
            *(
                UnitSpec(
                    code=code,
                    kind="house",
                    parcel=PARCEL,
                    location=f"人民大街1号{code[-1]}室",
                    usage="住宅",
                    floor_area=9000,
                    land_right_nature="出让",
                    land_term_to=date(2080, 1, 1),
                )
                for code in (*HOMES, *RAW)
            ),
        ),
        rights=(
            RightSpec(
                name="site",
                unit=LAND,
                type="3",
                holders=(DEVELOPER,),
                co_ownership="sole",
                certificate_no="吉（2016）辽源市不动产权第0001000号",
                registered_at=date(2016, 5, 12),
            ),
            *_homes(),
        ),
        at=midnight(BEGINS),
    )


def _homes() -> tuple[RightSpec, ...]:
    return tuple(
        RightSpec(
            name=f"r{n}",
            unit=code,
            type="4",
            holders=(owner,),
            co_ownership="sole",
            certificate_no=f"吉（2016）辽源市不动产权第000103{n}号",
            registered_at=date(2016, 5, 12),
        )
        for n, (code, owner) in enumerate(zip(HOMES, OWNERS, strict=True))
    )


@dataclass(frozen=True, slots=True)
class Refused:
    """Which codes refused an application, and in which words."""

    codes: frozenset[str]
    text: str


class Office:
    """One desk, one clock, and everything that was ever seen of the register."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.desk = Desk.open(url, keep_papers=False)
        self.engine = open_engine(url)
        self.now = datetime(BEGINS.year, BEGINS.month, BEGINS.day, 1, 0, tzinfo=UTC)

    @classmethod
    def copy_of(cls, master: Path, path: Path) -> "Office":
        """Open an office on a copy of a founded SQLite file."""
        shutil.copyfile(master, path)
        return cls(f"sqlite:///{path}")

    def close(self) -> None:
        """Give everything back."""
        self.desk.close()
        self.engine.dispose()

    @property
    def day(self) -> date:
        """Return the local day."""
        return (self.now + timedelta(hours=8)).date()

    def pass_days(self, days: int) -> None:
        """Let the calendar move on; no job runs."""
        self.now += timedelta(days=days)

    def do(self, command: c.Command, by: str) -> None:
        """Do an act a minute later than the one before; a refusal leaves every row as it was."""
        self.now += timedelta(minutes=1)
        before = self.dump()
        try:
            self.desk.do(command, by=by, at=self.now)
        except DeskError as refusal:
            self.nothing_changed_since(before, refusal)
            raise

    def nothing_changed_since(self, before: str, refusal: DeskError) -> None:
        """Prove that a refusal left every row as it was."""
        assert self.dump() == before, f"{refusal.codes} left something behind"

    def accept(self, application: Application) -> UUID | Refused:
        """Accept an application, with everything confirmed that a clerk may confirm."""
        case_id = new_id()
        try:
            self.do(c.AcceptCase(case_id=case_id, application=application), "w1")
        except NeedsConfirmation as asked:
            raise AssertionError(f"asked to confirm {asked.codes}") from asked
        except DeskError as refusal:
            return Refused(frozenset(refusal.codes), refusal.text("en"))
        return case_id

    def finish(self, case_id: UUID) -> Refused | None:
        """Take an accepted case to the register; one refused there is withdrawn."""
        with self.desk.ask() as reader:
            case = reader.case(case_id)
            assert case is not None
            item = reader.setting.catalogue.items[str(case.item_code)]
        if item.announcement and item.act != "replace_paper":
            self.do(c.AnnounceCase(case_id=case_id), "w1")
            self.pass_days(40)
        self.do(c.ChargeCase(case_id=case_id), "w1")
        self.do(c.ExemptCharge(case_id=case_id, what="all", reason="保障性住房"), "w1")
        self.do(c.ClaimCase(case_id=case_id, any_order=True), "a1")
        self.do(c.DecideCase(case_id=case_id, decision="approve", opinion="同意"), "a1")
        try:
            self.do(c.RegisterCase(case_id=case_id), "a1")
        except DeskError as refusal:
            self.withdraw(case_id)
            return Refused(frozenset(refusal.codes), refusal.text("en"))
        return None

    def withdraw(self, case_id: UUID) -> None:
        """Let the applicants withdraw."""
        self.do(c.WithdrawCase(case_id=case_id, reason="撤回"), "w1")

    def seize(self, units: tuple[str, ...], fields: Mapping[str, object]) -> Refused | None:
        """Take and enter an order at once."""
        try:
            self.do(c.SeizeUnits(case_id=new_id(), units=units, fields=fields), "w1")
        except DeskError as refusal:
            return Refused(frozenset(refusal.codes), refusal.text("en"))
        return None

    def views(self, codes: Iterable[str]) -> dict[str, UnitView]:
        """Look at units as they stand."""
        with self.desk.ask() as reader:
            found_ = register.units(reader, list(codes), self.now)
        return {view.unit.code: view for view in found_}

    def view_as_at(self, code: str, moment: datetime) -> UnitView | None:
        """Look at a unit as it stood."""
        with self.desk.ask() as reader:
            return register.as_at(reader, code, moment)

    def dump(self) -> str:
        """Return a hash of every row of every table."""
        digest = hashlib.sha256()
        with reading(self.engine) as connection:
            for table in METADATA.sorted_tables:
                for row in sorted(repr(tuple(row)) for row in connection.execute(select(table))):
                    digest.update(row.encode())
        return digest.hexdigest()

    def papers_in_force(self) -> dict[str, set[UUID]]:
        """Return every paper that was not taken back or declared void, with what it proves."""
        found_: dict[str, set[UUID]] = {}
        with reading(self.engine) as connection:
            ended = set(connection.execute(select(CERTIFICATE_ENDINGS.c.number)).scalars())
            made = select(CERTIFICATES.c.number, CERTIFICATE_RIGHTS.c.right_id).join_from(
                CERTIFICATES,
                CERTIFICATE_RIGHTS,
                CERTIFICATE_RIGHTS.c.certificate_id == CERTIFICATES.c.id,
            )
            old = select(RIGHTS.c.old_number, RIGHTS.c.id).where(RIGHTS.c.old_number.is_not(None))
            for number, right in (*connection.execute(made), *connection.execute(old)):
                if number not in ended:
                    found_.setdefault(number, set()).add(right)
        return found_


def seen(view: UnitView) -> tuple[object, ...]:
    """Return what the register said at a moment, to be compared with what it says of it later."""
    unit = view.unit
    rights = sorted(
        (
            str(r.right.id),
            r.right.type,
            r.right.live,
            r.right.closed,
            r.right.rank,
            r.right.number,
            r.cause,
            line(r.right.type, r.right.holders, r.right.co_ownership, None, dict(r.right.fields)),
        )
        for r in view.rights
    )
    facts = (unit.location, unit.usage, unit.floor_area, unit.ended, unit.land_term_to)
    return facts, register.state_of(unit, in_process=False), tuple(rights)


def form_of(people: Iterable[Person]) -> CoOwnership:
    """Return the form that people stand in."""
    several = list(people)
    if len(several) == 1:
        return "sole"
    return "shares" if all(p.share is not None for p in several) else "joint"


def must_have_paper(right_type: str) -> bool:
    """Say whether a right of this type is proved by a certificate or a proof."""
    return right_type in HAS_PAPER
